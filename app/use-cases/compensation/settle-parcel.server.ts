import { shareOverFulfillments } from "#app/domain/compensation/fulfillment-goods.ts";
import { baseOf, lateDelivery, type LateParcel } from "#app/domain/compensation/late-delivery.ts";
import { foldLedger, type LedgerEntry, type Movement } from "#app/domain/compensation/ledger.ts";
import { earlierPayments, settle } from "#app/domain/compensation/settlement.ts";
import { fraction, min, money, type Money } from "#app/domain/shared/money.ts";
import type { MoneySide } from "#app/domain/shared/money-pair.ts";
import { cancelledAtOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import type { KeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";
import type { CompensationExplanation, CompensationReason, CompensationRecord, OrderGoods } from "./ports.ts";

/** What there is to settle about one parcel, by Shopify's figures at this moment. */
export type ParcelSettlement =
  | { readonly kind: "pay"; readonly amount: Money; readonly shopAmount: Money; readonly explanation: CompensationExplanation }
  | { readonly kind: "wait"; readonly until: Date }
  | { readonly kind: "nothing"; readonly explanation: CompensationExplanation & { readonly reason: CompensationReason } };

/** Everything that a settlement follows from. */
export interface SettlementScene {
  readonly record: CompensationRecord;
  readonly delivery: Delivery;
  readonly goods: OrderGoods | undefined;
  /** The currency in which the customer gets it; the shop's, or that of the order where they have an account in it. */
  readonly currency: string;
  readonly ledger: readonly LedgerEntry[];
  readonly rules: KeepingRules;
  readonly now: Date;
}

/**
 * What a late parcel's customer gets now: the domain's rule on the parcel's share of the goods as Shopify has them, less what the ledger
 * says was given before. An order that was cancelled or paid back completely gets nothing, nor does a parcel that was cancelled. What a
 * person approved is never exceeded.
 */
export function settleParcel(scene: SettlementScene): ParcelSettlement {
  const { delivery, goods, record, rules, now } = scene;
  const reason = exclusionOf(delivery, goods);
  const promise = delivery.promise;
  if (reason !== null || goods === undefined || !promise?.promisedOn) return nothing(reason ?? "order_gone");
  const side = sideOf(scene.currency, goods);
  const settings = rules.compensation.lateDelivery;
  const parcel = parcelOn(side, scene, goods);
  const late = lateDelivery(parcel, settings, now);
  const explanation: CompensationExplanation = {
    promisedOn: promise.promisedOn,
    zone: promise.zone,
    ...(parcel.deliveredAt ? { deliveredAt: parcel.deliveredAt.toISOString() } : {}),
    startsAt: late.startsAt.toISOString(),
    countedUntil: (parcel.deliveredAt ?? now).toISOString(),
    settings,
    capReached: late.capReached,
    owed: late.amount,
    lateBlocks: late.lateBlocks,
    blockHours: settings.blockHours,
    rateBp: late.rateBp,
    base: baseOf(parcel, settings),
  };
  const settlement = settle(
    {
      fulfillmentGid: delivery.shipment.gid,
      late,
      isDelivered: parcel.deliveredAt !== null,
      paid: earlierPayments(delivery.shipment.gid, earlierMovements(scene), scene.currency),
    },
    settings,
  );
  if (settlement.kind === "wait") return settlement;
  if (settlement.kind === "nothing") return { kind: "nothing", explanation: { ...explanation, reason: settlement.reason } };
  const inShop = lateDelivery(parcelOn("shop", scene, goods), settings, now).amount;
  const shopAmount = fraction(inShop, [settlement.amount.minor, Math.max(1, late.amount.minor)]);
  return { kind: "pay", ...asApproved(record, { amount: settlement.amount, shopAmount }), explanation };
}

/** What a person approved is the most that is paid, even when more is owed by now. */
function asApproved(record: CompensationRecord, now: Pick<CompensationRecord, "amount" | "shopAmount">): typeof now {
  if (record.approvedBy === undefined || record.amount.currency !== now.amount.currency) return now;
  return { amount: min(record.amount, now.amount), shopAmount: min(record.shopAmount, now.shopAmount) };
}

/** Everything else the ledger knows of this order; payments for one parcel are all in one currency. */
function earlierMovements({ ledger, record, currency }: SettlementScene): Movement[] {
  return [...foldLedger(ledger).values()].filter(({ key, amount }) => key !== record.key && amount.currency === currency);
}

function exclusionOf(delivery: Delivery, goods: OrderGoods | undefined): CompensationReason | null {
  if (goods === undefined) return "order_gone";
  if (goods.isCancelled) return "order_cancelled";
  if (goods.isFullyRefunded) return "order_refunded";
  if (cancelledAtOf(delivery) !== null || !goods.fulfillments.some(({ gid }) => gid === delivery.shipment.gid)) return "parcel_cancelled";
  if (delivery.promise?.status !== "breached" || delivery.promise.detail.isHistory) return "not_late";
  return null;
}

function nothing(reason: CompensationReason): ParcelSettlement {
  return { kind: "nothing", explanation: { reason } };
}

/** The side of the order's money that is in the currency of the payment. */
function sideOf(currency: string, goods: OrderGoods): MoneySide {
  return goods.shipping.shop.currency === currency ? "shop" : "presentment";
}

function parcelOn(side: MoneySide, { delivery }: SettlementScene, goods: OrderGoods): LateParcel {
  const lines = goods.lines.map(({ lineItemGid, quantity, paid }) => ({ lineItemGid, quantity, paid: paid[side] }));
  const share = shareOverFulfillments({ lines, shipping: goods.shipping[side] }, goods.fulfillments).find(
    ({ gid }) => gid === delivery.shipment.gid,
  );
  // The webhook that tells of the delivery may still be on its way; a parcel that has arrived is not late any longer.
  const told = goods.fulfillments.find(({ gid }) => gid === delivery.shipment.gid);
  const nothingOf = money(0, goods.shipping[side].currency);
  return {
    promisedOn: delivery.promise?.promisedOn ?? "",
    zone: delivery.promise?.zone ?? "UTC",
    deliveredAt: delivery.shipment.deliveredAt ?? told?.deliveredAt ?? null,
    goods: share?.goods ?? nothingOf,
    shipping: share?.shipping ?? nothingOf,
  };
}
