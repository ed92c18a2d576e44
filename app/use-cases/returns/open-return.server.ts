import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isKept } from "#app/domain/returns/return.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { ReturnGid } from "#app/domain/shared/gid.ts";
import { negate } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { wantFirstLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { jointReturns } from "./joint-return.server.ts";
import { isMarked, markedNote } from "./mark.server.ts";
import { startAtFirstScan } from "./note-first-scan.server.ts";
import type { StoredReturn } from "./ports.ts";
import { processReturn } from "./process-return.server.ts";
import type { RefusedByShopify, ReturnAddress, ReturnToOpen, ShopifyReturn } from "./shopify-return.server.ts";

/** A return in one of these exists in Amends and should exist in Shopify. */
const SHOULD_BE_OPEN: readonly ReturnStatus[] = ["approved", "in_transit", "received", "inspected"];

/**
 * Opens an approved return in Shopify, with its fees and the goods wanted instead. Shopify has no key for it, so it first looks for the
 * mark of an earlier try that nobody heard the end of. What Shopify refuses stops here and becomes a case. What is kept by the shopper is
 * settled at once.
 */
export async function openReturn(ctx: ShopContext, returnId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`open-return:${returnId}`, () => openOnce(ctx, returnId));
  if (outcome === "busy") throw new Error("Another worker opens this return; look again later");
}

async function openOnce(ctx: ShopContext, returnId: string): Promise<void> {
  const { record, decisions } = await ctx.transaction(async (tx) => ({
    record: await tx.returns.find(returnId),
    decisions: await tx.policies.decisionsOf(returnId),
  }));
  if (!record || !SHOULD_BE_OPEN.includes(record.status)) return;
  if (!record.shopifyGid && !(await openInShopify(ctx, record, decisions))) return;
  if (isKept(record)) await startAtOnce(ctx, returnId);
}

/** Answers whether the return is open in Shopify and ours is tied to it. */
async function openInShopify(ctx: ShopContext, record: StoredReturn, decisions: readonly StoredDecision[]): Promise<boolean> {
  const opened = await findOrOpen(ctx, record, decisions);
  if (!opened.ok) {
    await noteRefused(ctx, record, opened.error);
    return false;
  }
  const inShopify = await ctx.shopify.returns.read(opened.value);
  if (!inShopify) throw new Error(`Shopify does not know the return ${opened.value} that it just opened`);
  const order = await ctx.shopify.returns.readOrder(record.orderGid);
  const isKept = await adoptReturn(ctx, { returnId: record.id, inShopify, returnAddress: order?.returnAddress });
  // The shopper cancelled while it was being opened.
  if (!isKept) await ctx.shopify.returns.cancel(opened.value);
  return isKept;
}

/** Nothing is sent back, so nothing is waited for. What was started once and stopped waits for staff. */
async function startAtOnce(ctx: ShopContext, returnId: string): Promise<void> {
  const events = await ctx.transaction((tx) => tx.returns.events(returnId));
  if (events.some(({ event }) => event === "start_processing")) return;
  const started = await processReturn(ctx, { returnId, actor: "system" });
  if (!started.ok && started.error.code === "changed_meanwhile") throw new Error("The return was changed while it was started; look again");
}

async function findOrOpen(
  ctx: ShopContext,
  record: StoredReturn,
  decisions: readonly StoredDecision[],
): Promise<Result<ReturnGid, RefusedByShopify>> {
  const existing = await ctx.shopify.returns.returnsOf(record.orderGid);
  const earlier = existing.find((one) => isOurs(one, record));
  return earlier ? ok(earlier.gid) : ctx.shopify.returns.open(toOpen(record, decisions));
}

/** Whether a return in Shopify is this one: it carries its mark and is still of use. */
export function isOurs({ lines, status }: ShopifyReturn, { number }: StoredReturn): boolean {
  return status === "open" && lines.some(({ note }) => isMarked(note, number));
}

function toOpen(record: StoredReturn, decisions: readonly StoredDecision[]): ReturnToOpen {
  const { orderGid, requestedAt, quote, number } = record;
  const feeOf = ({ decisionId, lineGid }: StoredReturn["lines"][number]): number => {
    const resolution = kindOfLine(quote, lineGid);
    const terms = decisions.find(({ id }) => id === decisionId)?.decision.terms;
    if (!terms || terms.areFeesWaived || resolution === "replacement") return 0;
    return terms.resolutions.find(({ kind }) => kind === resolution)?.restockingFeeBp ?? 0;
  };
  const shipping = quote.parts.find(({ kind }) => kind === "return_shipping_fee")?.amount.presentment;
  return {
    orderGid,
    requestedAt,
    lines: record.lines.map((line) => ({
      fulfillmentLineGid: line.fulfillmentLineGid,
      quantity: line.quantity,
      reason: line.reason,
      note: markedNote(line.note ?? "", number),
      restockingFeeBp: feeOf(line),
    })),
    exchanges: quote.exchanges,
    returnShippingFee: shipping ? negate(shipping) : null,
  };
}

/** Ties our return to Shopify's; false when ours was cancelled meanwhile. Doing it again changes nothing. */
export async function adoptReturn(
  ctx: ShopContext,
  { returnId, inShopify, returnAddress }: { returnId: string; inShopify: ShopifyReturn; returnAddress: ReturnAddress | undefined },
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record || record.status === "cancelled") return false;
    if (record.shopifyGid) return record.shopifyGid === inShopify.gid;
    const at = ctx.clock.now();
    const { errorCode: _solved, ...rest } = record;
    const saved = await tx.returns.save({ ...rest, shopifyGid: inShopify.gid, lines: withGids(record, inShopify), updatedAt: at });
    if (!saved) throw new Error("The return was changed while it was being opened; look again");
    const detail = { shopifyGid: inShopify.gid, shopifyName: inShopify.name, address: returnAddress?.lines ?? [] };
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event: "opened", actor: "system", at, detail });
    await wantFirstLabel(tx, ctx, record);
    await tellOfParcel(tx, record);
    const opened = await tx.returns.find(returnId);
    if (opened) await startAtFirstScan(tx, ctx, opened);
    return true;
  });
}

/** A parcel that was labelled for another order is this one's too. */
async function tellOfParcel(tx: Repositories, record: StoredReturn): Promise<void> {
  const [lead, ...others] = await jointReturns(tx, record);
  const labels = others.length > 0 ? await tx.labels.ofReturn(lead.id) : [];
  for (const { id } of labels) await tx.outbox.send("attach-label", { labelId: id });
}

/** Each of our lines is the line of the same parcel and quantity in Shopify. */
function withGids(record: StoredReturn, inShopify: ShopifyReturn): StoredReturn["lines"] {
  const free = [...inShopify.lines];
  return record.lines.map((line) => {
    const index = free.findIndex((one) => one.fulfillmentLineGid === line.fulfillmentLineGid && one.quantity === line.quantity);
    const [match] = index < 0 ? [] : free.splice(index, 1);
    return match ? { ...line, gid: match.gid } : line;
  });
}

async function noteRefused(ctx: ShopContext, record: StoredReturn, refused: RefusedByShopify): Promise<void> {
  ctx.log.warn({ returnId: record.id, reason: refused.reason, message: refused.message }, "Shopify refused to open a return");
  await ctx.transaction(async (tx) => {
    if (!(await tx.returns.save({ ...record, errorCode: "open_refused", updatedAt: ctx.clock.now() }))) return;
    const detail = { reason: refused.reason, message: refused.message };
    await tx.returns.addEvent({
      id: ctx.ids.next(),
      returnId: record.id,
      event: "open_refused",
      actor: "system",
      at: ctx.clock.now(),
      detail,
    });
    const { orderGid, orderName, id: returnId, customerGid, customerName, email, locale } = record;
    await openCase(tx, ctx, {
      key: `open-refused:${returnId}`,
      type: "other",
      subject: "",
      body: null,
      detail: { ...detail, returnName: record.name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}
