import { MOST_BOUGHT_LABELS, isLabelDue } from "#app/domain/labels/label-due.ts";
import { hasSlip } from "#app/domain/labels/slip-status.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import { jointReturns, sentTogether } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { LabelPurchase } from "./carrier-ports.server.ts";

/** The label that every approved return gets by itself. */
const FIRST = "first";

/**
 * Has the first label of an approved return bought, once, where the shop gives labels; part of the caller's transaction. Returns of several
 * orders that come together have one parcel: its labels belong to the return that leads them.
 */
export async function wantFirstLabel(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<void> {
  if (!(await givesLabels(tx, ctx, record))) return;
  const [lead] = await jointReturns(tx, record);
  await want(tx, ctx, { record: lead, key: FIRST, actor: "system" });
}

/**
 * Whether the shop buys labels for this return: it has connected an account, and the policy has it pay for the way back. What is repaired
 * travels in the parcel of the request that it belongs to.
 */
async function givesLabels(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<boolean> {
  // It would name the address that the order was sent to, which need not be the receiver's to know.
  if (record.giftId) return false;
  if (record.partOf && isRepair(record)) return false;
  const { buying } = await readSetting(tx, ctx.shop, "labels");
  if (!buying.isOn || !(await tx.carrierAccount.read())) return false;
  const decisions = await tx.policies.decisionsOf(record.id);
  const paidBy = decisions.flatMap(({ decision }) => decision.terms?.labelPaidBy ?? []);
  const takesFee = record.quote.parts.some(({ kind }) => kind === "return_shipping_fee");
  return isLabelDue(record, { buying, paidBy, takesFee });
}

export interface LabelNotWanted extends Refusal {
  /** `not_offered`: the shop buys no labels (for this return); `no_slip`: nothing is to be sent; `too_many_parcels`: five were bought. */
  readonly code: "not_offered" | "no_slip" | "too_many_parcels";
}

export interface LabelRequest {
  readonly returnId: string;
  /** Unique per form: the same one sent twice is one label. */
  readonly key: string;
  /** "shopper" or "staff:{id}". */
  readonly actor: string;
}

/**
 * Has a label for one more parcel bought. A shopper may ask where the shop gives labels with the return, staff wherever it buys labels at
 * all. Refuses with `return_unknown`, `not_offered`, `no_slip` or `too_many_parcels`.
 */
export function requestLabel(ctx: ShopContext, asked: LabelRequest): Promise<Result<null, ReturnUnknown | LabelNotWanted>> {
  return ctx.transaction(async (tx) => {
    const asking = await tx.returns.find(asked.returnId);
    if (!asking) return refuse({ code: "return_unknown" });
    const together = await jointReturns(tx, asking);
    const [record] = together;
    const purchases = await tx.labelPurchases.ofReturn(record.id);
    if (purchases.some(({ key }) => key === asked.key)) return ok(null);
    const sent = together.filter(hasSlip);
    if (sent.length === 0) return refuse({ code: "no_slip" });
    const isOffered = asked.actor === "shopper" ? await givesOneLabel(tx, ctx, sent) : !record.giftId && (await buysLabels(tx, ctx));
    if (!isOffered) return refuse({ code: "not_offered" });
    if (!hasRoom(purchases)) return refuse({ code: "too_many_parcels" });
    await want(tx, ctx, { record, key: asked.key, actor: asked.actor });
    return ok(null);
  });
}

/** Whether staff may have one more label bought for the return; for one that comes with another order's, that one has the labels. */
export async function canBuyLabel(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<boolean> {
  const isAlone = record.joinedTo !== undefined || record.giftId !== undefined;
  if (isAlone || (await sentTogether(tx, record)).length === 0) return false;
  return (await buysLabels(tx, ctx)) && hasRoom(await tx.labelPurchases.ofReturn(record.id));
}

/** Whether a shopper may: the shop gives labels with the return, and its first was bought. */
export async function canAskForLabel(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<boolean> {
  const together = await jointReturns(tx, record);
  const purchases = await tx.labelPurchases.ofReturn(together[0].id);
  const hasFirst = purchases.some(({ status }) => status === "bought");
  return hasFirst && hasRoom(purchases) && (await givesOneLabel(tx, ctx, together.filter(hasSlip)));
}

/** Whether the shop gives a label for one of the orders in a parcel. */
async function givesOneLabel(tx: Repositories, ctx: ShopContext, sent: readonly StoredReturn[]): Promise<boolean> {
  for (const record of sent) if (await givesLabels(tx, ctx, record)) return true;
  return false;
}

async function buysLabels(tx: Repositories, ctx: ShopContext): Promise<boolean> {
  return (await readSetting(tx, ctx.shop, "labels")).buying.isOn && (await tx.carrierAccount.read()) !== undefined;
}

function hasRoom(purchases: readonly LabelPurchase[]): boolean {
  const taken = purchases.filter(({ status }) => status === "wanted" || status === "bought");
  return taken.length < MOST_BOUGHT_LABELS;
}

/**
 * Has a label tried again whose purchase failed, after staff put right what was wrong: as a shipment of its own, unless the failed one turns
 * out to be bought. Refuses with `label_unknown`, also for one that did not fail.
 */
export function retryLabel(
  ctx: ShopContext,
  { returnId, purchaseId }: { readonly returnId: string; readonly purchaseId: string },
): Promise<Result<null, { readonly code: "label_unknown" }>> {
  return ctx.transaction(async (tx) => {
    const purchase = await tx.labelPurchases.find(purchaseId);
    if (purchase?.returnId !== returnId || purchase.status !== "failed") return refuse({ code: "label_unknown" });
    const { problem: _problem, message: _message, ...rest } = purchase;
    await tx.labelPurchases.save({ ...rest, status: "wanted", attempt: purchase.attempt + 1, tries: 0, updatedAt: ctx.clock.now() });
    await tx.outbox.send("buy-label", { purchaseId });
    return ok(null);
  });
}

async function want(
  tx: Repositories,
  ctx: ShopContext,
  { record, key, actor }: { readonly record: StoredReturn; readonly key: string; readonly actor: string },
): Promise<void> {
  const [id, at] = [ctx.ids.next(), ctx.clock.now()];
  const times = { attempt: 1, tries: 0, createdAt: at, updatedAt: at };
  const added = await tx.labelPurchases.add({
    ...{ id, key, actor, ...times, returnId: record.id, orderGid: record.orderGid, status: "wanted" },
  });
  if (added) await tx.outbox.send("buy-label", { purchaseId: id });
}
