import type { Money } from "#app/domain/shared/money.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { isCalledOff, jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { isOpen } from "./ask-for-pickup.server.ts";
import { cancelPickup } from "./cancel-pickup.server.ts";
import { openDesk } from "./carrier-account.server.ts";
import type { LabelDesk, LabelPurchase, Shipment } from "./carrier-ports.server.ts";
import { openLabelCase } from "./note-label-failed.server.ts";

/**
 * Gives a bought label back that is not used any more: calls off its collection, asks the seller for the price and notes what comes of it.
 * The seller takes one request for each shipment, and it is looked for before it is made; carriers pay after days or weeks, so the same
 * job asks again until they have. What they refuse becomes a case.
 */
export async function refundLabel(ctx: ShopContext, purchaseId: string): Promise<void> {
  // The lock of the purchase: what is being bought at this moment is not given back before it is known.
  const outcome = await ctx.locks.hold(`buy-label:${purchaseId}`, () => refundOnce(ctx, purchaseId));
  if (outcome === "busy") throw new Error("Another worker has this label in hand; look again later");
}

async function refundOnce(ctx: ShopContext, purchaseId: string): Promise<void> {
  const work = await ctx.transaction((tx) => readWork(tx, purchaseId));
  if (!work) return;
  await callOffPickups(ctx, work.purchase);
  const desk = await openDesk(ctx);
  if (!desk) return note(ctx, work, { status: "not_refunded", message: "" });
  const shipment = await desk.findShipment(work.purchase.shipmentRef ?? "");
  if (!shipment?.bought) return note(ctx, work, { status: "ended", message: "" });
  await note(ctx, work, await outcomeOf(desk, shipment));
}

interface RefundWork {
  readonly purchase: LabelPurchase;
  readonly record: StoredReturn;
}

interface RefundOutcome {
  readonly status: "ended" | "refunding" | "refunded" | "not_refunded";
  /** The seller's own words. */
  readonly message: string;
  readonly cost?: Money;
}

/** What is to be given back; nothing for a label that is used, or that was paid for already. */
async function readWork(tx: Repositories, purchaseId: string): Promise<RefundWork | undefined> {
  const purchase = await tx.labelPurchases.find(purchaseId);
  const record = purchase && (await tx.returns.find(purchase.returnId));
  if (!record) return undefined;
  const isLate = purchase.status === "bought" && isCalledOff(await jointReturns(tx, record));
  return isLate || purchase.status === "unused" || purchase.status === "refunding" ? { purchase, record } : undefined;
}

/** Nobody is to come for a parcel that is not sent; what the carrier does not take back is history. */
async function callOffPickups(ctx: ShopContext, { id, returnId }: LabelPurchase): Promise<void> {
  const pickups = (await ctx.transaction((tx) => tx.pickups.ofReturn(returnId))).filter((one) => one.labelId === id && isOpen(one));
  for (const { id: pickupId, status } of pickups) {
    const calledOff = status === "booked" ? await cancelPickup(ctx, { returnId, pickupId, actor: "system" }) : undefined;
    if (calledOff && !calledOff.ok) ctx.log.warn({ pickupId, code: calledOff.error.code }, "A collection could not be called off");
  }
}

async function outcomeOf(desk: LabelDesk, shipment: Shipment): Promise<RefundOutcome> {
  const asked = shipment.refund ? { ok: true as const, value: shipment } : await desk.refund(shipment.ref);
  if (!asked.ok) return { status: "not_refunded", message: asked.error.message };
  const cost = shipment.bought?.cost;
  const { refund, messages } = asked.value;
  const status = refund === "refunded" ? "refunded" : refund === "submitted" ? "refunding" : "not_refunded";
  return { status, message: messages.join("\n"), ...(cost ? { cost } : {}) };
}

const EVENTS = { refunding: "label_refund_asked", refunded: "label_refunded", not_refunded: "label_not_refunded" } as const;

/** Notes a step once: asked about again, the same answer changes nothing but when it was asked for. */
async function note(ctx: ShopContext, { purchase, record }: RefundWork, { status, message, cost }: RefundOutcome): Promise<void> {
  await ctx.transaction(async (tx) => {
    const now = await tx.labelPurchases.find(purchase.id);
    if (!now) return;
    const at = ctx.clock.now();
    await tx.labelPurchases.save({ ...now, status, updatedAt: at });
    if (now.status === status || status === "ended") return;
    const event = EVENTS[status];
    const detail = { labelId: purchase.id, ...(cost ? { cost } : {}) };
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId: record.id, event, actor: "system", at, detail });
    if (status === "not_refunded")
      await openLabelCase(tx, ctx, { record, key: `label-refund:${purchase.id}`, code: "not_refunded", message });
  });
}
