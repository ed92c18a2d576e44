import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import { decideSaid } from "#app/domain/returns/decide-items.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { returnName } from "#app/domain/returns/return.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { isZeroPair, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { fraction } from "#app/domain/shared/money.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn, StoredReturnLine } from "./ports.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import { readOrderInPortal } from "./read-order-in-portal.server.ts";
import { plainTerms } from "./settled-units.server.ts";
import type { ShopifyReturn } from "./shopify-return.server.ts";
import { noteTraces } from "./standing.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

/** What came into being in Shopify without us waits for staff there or here, whichever is first. */
const RESOLUTION = "refund";

/**
 * Takes over a return that was made in Shopify, on its own pages or by staff: it stands here as requested, to be followed on, with what the
 * policy of its order says about each item and the facts it looked at. Whatever the policy says, staff decide: no rule of ours was shown to
 * whoever asked there. A customer who asked is told that it has arrived, unless it is history. Answers undefined for one that holds nothing
 * we can settle, or whose order is gone.
 */
export async function importReturn(
  ctx: ShopContext,
  inShopify: ShopifyReturn,
  { isHistory }: { readonly isHistory: boolean },
): Promise<StoredReturn | undefined> {
  if (inShopify.lines.length === 0 || inShopify.status === "declined" || inShopify.status === "cancelled") return undefined;
  const read = await readOrderInPortal(ctx, inShopify.orderGid);
  if (!read) return undefined;
  const decisions = inShopify.status === "closed" ? [] : decisionsAbout(ctx, read, inShopify);
  const quote = quoteOf(read.found.order, inShopify);
  return ctx.transaction(async (tx) => {
    const number = await tx.shop.nextNumber("return");
    const own = await tx.returns.ofOrder(inShopify.orderGid);
    // Counting up lets one return of the shop through at a time: whoever took it over meanwhile is seen here.
    const taken = own.find(({ shopifyGid }) => shopifyGid === inShopify.gid);
    if (taken) return taken;
    const record = recordOf(ctx, { inShopify, read, decisions, quote, number, name: returnName(read.found.order.name, own.length) });
    if (!(await tx.returns.add(record))) return tx.returns.findByGid(inShopify.gid);
    await noteRequest(tx, ctx, { inShopify, read, decisions, record });
    if (!isHistory && inShopify.status === "requested") await tellShopper(tx, ctx, { record, news: "return_requested" });
    return record;
  });
}

interface Deciding {
  readonly id: string;
  readonly lineGid: string;
  readonly decision: Decision;
}

/** What the policy says about each line, as if this return did not hold its units yet. */
function decisionsAbout(ctx: ShopContext, { context }: OrderInPortal, { gid, createdAt, lines }: ShopifyReturn): Deciding[] {
  const { order } = context;
  const asked = Map.groupBy(lines, ({ lineGid }) => lineGid);
  const before = {
    ...context,
    now: createdAt,
    order: { ...order, returns: order.returns.filter((one) => one.gid !== gid), lines: order.lines.map((line) => freed(line, lines)) },
  };
  return before.order.lines.flatMap((line) => {
    const [first, ...others] = asked.get(line.gid) ?? [];
    if (!first) return [];
    const quantity = others.reduce((all, one) => all + one.quantity, first.quantity);
    return [
      { id: ctx.ids.next(), lineGid: line.gid, decision: decideSaid(before, line, { reason: first.reason, quantity, hasPhoto: false }) },
    ];
  });
}

/** Shopify does not count units of this very return among those that can still come back. */
function freed(line: OrderLine, lines: ShopifyReturn["lines"]): OrderLine {
  const heldIn = (parcel: string) =>
    lines.filter(({ fulfillmentLineGid }) => fulfillmentLineGid === parcel).reduce((all, { quantity }) => all + quantity, 0);
  const parcels = line.parcels.map((parcel) => {
    const returnableQuantity = Math.min(parcel.quantity, parcel.returnableQuantity + heldIn(parcel.fulfillmentLineItemGid));
    return { ...parcel, returnableQuantity };
  });
  return { ...line, parcels };
}

async function noteRequest(
  tx: Repositories,
  ctx: ShopContext,
  { inShopify, read, decisions, record }: Pick<Imported, "inShopify" | "read" | "decisions"> & { readonly record: StoredReturn },
): Promise<void> {
  const { id: returnId, orderGid, requestedAt } = record;
  await tx.policies.addDecisions(
    decisions.map(({ id, lineGid, decision }) => ({
      ...{ id, policyVersionId: read.pinned.id, orderGid, lineGid, returnId, decision, decidedAt: requestedAt },
    })),
  );
  const detail = { by: "shopify", shopifyName: inShopify.name, address: read.found.returnAddress?.lines ?? [] };
  const event = { event: "request", toStatus: "requested", actor: "system", at: requestedAt, detail } as const;
  await tx.returns.addEvent({ id: ctx.ids.next(), returnId, ...event });
  await noteTraces(tx, ctx, { returnId, found: read.found, device: undefined });
}

interface Imported {
  readonly inShopify: ShopifyReturn;
  readonly read: OrderInPortal;
  readonly decisions: readonly Deciding[];
  readonly quote: ResolutionQuote;
  readonly number: number;
  readonly name: string;
}

function recordOf(ctx: ShopContext, { inShopify, read, decisions, quote, number, name }: Imported): StoredReturn {
  const { order, email, customerName, locale } = read.found;
  const decisionOf = new Map(decisions.map(({ id, lineGid }) => [lineGid, id]));
  return {
    id: ctx.ids.next(),
    ...{ number, name, quote },
    orderGid: order.gid,
    orderName: order.name,
    shopifyGid: inShopify.gid,
    ...(order.customer ? { customerGid: order.customer.gid } : {}),
    ...(customerName ? { customerName } : {}),
    ...(email ? { email } : {}),
    locale: locale ?? ctx.shop.locale,
    status: "requested",
    version: 1,
    resolution: RESOLUTION,
    source: "shopify",
    formKey: inShopify.gid,
    policyVersionId: read.pinned.id,
    needsReview: true,
    requestedAt: inShopify.createdAt,
    updatedAt: ctx.clock.now(),
    lines: inShopify.lines.map((line) => {
      const decisionId = decisionOf.get(line.lineGid);
      return { ...lineOf(ctx, order, line), ...(decisionId ? { decisionId } : {}) };
    }),
  };
}

function lineOf(ctx: ShopContext, order: ReturnableOrder, line: ShopifyReturn["lines"][number]): StoredReturnLine {
  const source = order.lines.find(({ gid }) => gid === line.lineGid);
  const note = line.customerNote || line.note;
  return {
    id: ctx.ids.next(),
    gid: line.gid,
    lineGid: line.lineGid,
    fulfillmentLineGid: line.fulfillmentLineGid,
    title: line.title,
    ...(source?.variantTitle ? { variantTitle: source.variantTitle } : {}),
    ...(source?.sku ? { sku: source.sku } : {}),
    ...(source ? { vendor: source.vendor, productType: source.productType } : {}),
    ...(source?.imageUrl ? { imageUrl: source.imageUrl } : {}),
    quantity: line.quantity,
    reason: line.reason,
    ...(note ? { note } : {}),
    amount: source ? fraction(source.paid.presentment, [line.quantity, source.quantity]) : zeroPair(order.total).presentment,
    receivedQuantity: 0,
  };
}

/** What was paid back already, or else what was paid for the goods: no policy of ours decided about them, so nothing is kept. */
function quoteOf(order: ReturnableOrder, inShopify: ShopifyReturn): ResolutionQuote {
  const isOver = inShopify.lines.every(({ unprocessedQuantity }) => unprocessedQuantity === 0);
  const paidBack = sumPairs(
    inShopify.refunds.map(({ total }) => total),
    order.total,
  );
  if (isOver) return plainQuote(order, paidBack);
  const terms = plainTerms({ resolution: RESOLUTION });
  const quantities = new Map<string, number>();
  for (const { lineGid, quantity } of inShopify.lines) quantities.set(lineGid, (quantities.get(lineGid) ?? 0) + quantity);
  const items = order.lines
    .filter(({ gid }) => quantities.has(gid))
    .map(({ gid }) => ({ lineGid: gid, quantity: quantities.get(gid) ?? 0, terms, exchange: null }));
  const others = order.returns.filter(({ gid }) => gid !== inShopify.gid);
  const quote = quoteResolution({ order: { ...order, returns: others }, items, requestedAt: inShopify.createdAt }, RESOLUTION);
  return quote.ok ? quote.value : plainQuote(order, paidBack);
}

/** One amount that nobody takes apart any more. */
function plainQuote(order: ReturnableOrder, total: MoneyPair): ResolutionQuote {
  return {
    ...{ resolution: RESOLUTION, total, owed: zeroPair(total), exchanges: [] },
    parts: isZeroPair(total) ? [] : [{ kind: "goods", lineGid: null, amount: total }],
    taxesIncluded: order.taxesIncluded,
    expectedDays: 5,
    creditExpiresAfterDays: null,
  };
}
