import { chooseRate } from "#app/domain/labels/choose-rate.ts";
import { declareGoods, needsCustoms, type GoodsInParcel } from "#app/domain/labels/customs.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { sentTogether } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { openDesk } from "./carrier-account.server.ts";
import type { BoughtLabel, LabelDesk, LabelPurchase, Shipment } from "./carrier-ports.server.ts";
import { giveBack } from "./give-back-label.server.ts";
import { keepBoughtLabel } from "./keep-bought-label.server.ts";
import { noteLabelFailed, noteUnreached } from "./note-label-failed.server.ts";
import type { PurchaseRefused, PurchaseWork } from "./purchase-work.server.ts";

/**
 * Buys one label of a return: names a shipment at the seller, pays the cheapest rate that fits, keeps the paper and tells Shopify and the
 * shopper. Nothing is bought twice: the shipment carries the purchase's id and is looked for before it is made or paid. What is refused
 * becomes a case; a seller that cannot be reached is asked again, first by the queue, then every hour for a day.
 */
export async function buyLabel(ctx: ShopContext, purchaseId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`buy-label:${purchaseId}`, () => buyOnce(ctx, purchaseId));
  if (outcome === "busy") throw new Error("Another worker buys this label; look again later");
}

async function buyOnce(ctx: ShopContext, purchaseId: string): Promise<void> {
  const work = await ctx.transaction(async (tx) => {
    const purchase = await tx.labelPurchases.find(purchaseId);
    const record = purchase && (await tx.returns.find(purchase.returnId));
    if (!record || purchase.status !== "wanted") return undefined;
    return { purchase, record, sent: await sentTogether(tx, record), buying: (await readSetting(tx, ctx.shop, "labels")).buying };
  });
  if (!work) return;
  const [first] = work.sent;
  if (!first) return end(ctx, work.purchase);
  try {
    const desk = await openDesk(ctx);
    const shipment = desk ? await boughtShipment(ctx, desk, { ...work, from: first.orderGid }) : refused("key");
    if (!shipment.ok) return await noteLabelFailed(ctx, work, shipment.error);
    if (desk) await keepBoughtLabel(ctx, desk, { work, ...shipment.value });
  } catch (error) {
    await noteUnreached(ctx, work, error);
  }
}

interface ParcelWork extends PurchaseWork {
  /** The order whose address the parcel begins its way back at. */
  readonly from: OrderGid;
}

/** The shipment, paid: the one of an earlier try if there is one. */
async function boughtShipment(
  ctx: ShopContext,
  desk: LabelDesk,
  work: ParcelWork,
): Promise<Result<{ shipment: Shipment; bought: BoughtLabel }, PurchaseRefused>> {
  const named = await namedShipment(ctx, desk, work);
  if (!named.ok) return named;
  const shipment = named.value;
  if (shipment.bought) return ok({ shipment, bought: shipment.bought });
  const rate = chooseRate(shipment.rates, work.buying);
  if (!rate.ok) return refused(rate.error.code, shipment.messages.join("\n"));
  const paid = await desk.buy(shipment.ref, rate.value.ref);
  if (!paid.ok) return refused(paid.error.reason, paid.error.message);
  if (!paid.value.bought) return refused("other", paid.value.messages.join("\n"));
  return ok({ shipment: paid.value, bought: paid.value.bought });
}

/** The seller's shipment of this attempt, looked for before it is made. */
async function namedShipment(ctx: ShopContext, desk: LabelDesk, work: ParcelWork): Promise<Result<Shipment, PurchaseRefused>> {
  const { purchase } = work;
  const reference = `${purchase.id}.${purchase.attempt}`;
  const noted = purchase.shipmentRef ? await desk.findShipment(purchase.shipmentRef) : undefined;
  if (noted?.bought || noted?.reference === reference) return ok(noted);
  const earlier = await desk.findShipment(reference);
  if (earlier) return noteShipment(ctx, purchase, earlier);
  const address = await ctx.shopify.returns.parcelAddressOf(work.from);
  if (!address) return refused("no_address");
  const { address: to, parcel } = work.buying;
  const declared = needsCustoms(address.country, to.country) ? declareGoods(await goodsOf(ctx, work.sent), parcel.grams) : undefined;
  if (declared && !declared.ok) return declared;
  const made = await desk.createShipment({ reference, from: address, to, parcel, ...(declared ? { declared: declared.value } : {}) });
  return made.ok ? noteShipment(ctx, purchase, made.value) : refused(made.error.reason, made.error.message);
}

async function goodsOf(ctx: ShopContext, sent: readonly StoredReturn[]): Promise<GoodsInParcel[]> {
  const goods: GoodsInParcel[] = [];
  for (const { orderGid, lines } of sent) {
    const origins = await ctx.shopify.returns.originsOf(orderGid);
    goods.push(...lines.map(({ lineGid, title, quantity, amount }) => ({ title, quantity, value: amount, ...origins.get(lineGid) })));
  }
  return goods;
}

async function noteShipment(ctx: ShopContext, purchase: LabelPurchase, shipment: Shipment): Promise<Result<Shipment, never>> {
  await ctx.transaction((tx) => tx.labelPurchases.save({ ...purchase, shipmentRef: shipment.ref, updatedAt: ctx.clock.now() }));
  return ok(shipment);
}

function refused(code: PurchaseRefused["code"], message = ""): Result<never, PurchaseRefused> {
  return refuse({ code, message });
}

/** Nothing is to be sent any more: a shipment that an earlier try may have paid is given back. */
function end(ctx: ShopContext, purchase: LabelPurchase): Promise<void> {
  return ctx.transaction(async (tx) => {
    if (purchase.shipmentRef) return giveBack(tx, ctx, purchase);
    return tx.labelPurchases.save({ ...purchase, status: "ended", updatedAt: ctx.clock.now() });
  });
}
