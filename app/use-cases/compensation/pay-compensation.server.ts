import { transitionCompensation } from "#app/domain/compensation/compensation-status.ts";
import { foldLedger, isSpent } from "#app/domain/compensation/ledger.ts";
import { lateDeliveryKey } from "#app/domain/compensation/settlement.ts";
import { after } from "#app/domain/shared/time.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readKeepingRules, type KeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import { checkLimits } from "./check-limits.server.ts";
import { giveCompensation } from "./give-compensation.server.ts";
import type { CompensationRecord, OrderGoods } from "./ports.ts";
import { settleParcel, type ParcelSettlement } from "./settle-parcel.server.ts";

/**
 * Takes a compensation as far as it goes: reads the order from Shopify, decides by the rules of this moment, holds it for a person or writes
 * the intent into the ledger, gives it, and keeps what came of it. One worker at a time holds it, over all processes; a worker that dies
 * leaves an intent, and the next one looks in Shopify whether it was carried out before it does it again. Runs twice, late and out of order
 * without anything being paid twice.
 */
export async function payCompensation(ctx: ShopContext, compensationId: string): Promise<void> {
  await ctx.locks.hold(`compensation:${compensationId}`, () => pay(ctx, compensationId));
}

async function pay(ctx: ShopContext, compensationId: string): Promise<void> {
  const record = await ctx.transaction((tx) => tx.compensations.find(compensationId));
  switch (record?.status) {
    case "planned":
    case "approved": {
      const intended = await intend(ctx, record);
      if (intended) await giveCompensation(ctx, intended, { isFirstTry: true });
      return;
    }
    case "sending":
      return giveCompensation(ctx, record, { isFirstTry: false });
    case "awaiting_approval":
    case "paid":
    case "failed":
    case "rejected":
    case "voided":
    case undefined:
      return;
  }
}

interface FromShopify {
  readonly goods: OrderGoods | undefined;
  readonly currency: string;
}

/** Decides, and writes down what is about to be done; answers the record when it is to be given now. */
async function intend(ctx: ShopContext, planned: CompensationRecord): Promise<CompensationRecord | undefined> {
  const goods = await ctx.shopify.compensation.readOrderGoods(planned.orderGid);
  const currency = await currencyFor(ctx, planned, goods);
  return ctx.transaction((tx) => decide(tx, ctx, { planned, fromShopify: { goods, currency } }));
}

/**
 * The currency that the customer gets it in: the one in which they got something for this parcel before, else the order's own currency
 * where they have a store credit account in it, else the shop's. A discount code is always in the shop's.
 */
async function currencyFor(ctx: ShopContext, record: CompensationRecord, goods: OrderGoods | undefined): Promise<string> {
  const shopCurrency = goods?.shipping.shop.currency ?? ctx.shop.currency;
  const paidIn = goods?.shipping.presentment.currency;
  const earlier = await ctx.transaction((tx) => tx.ledger.ofOrder(record.orderGid));
  if (record.reason === "return_incentive") return shopCurrency;
  const prefix = record.fulfillmentGid ? lateDeliveryKey(record.fulfillmentGid) : record.key;
  const before = [...foldLedger(earlier).values()].find((one) => isSpent(one) && one.key.startsWith(prefix) && one.key !== record.key);
  if (before) return before.amount.currency;
  if (record.method !== "store_credit" || !goods?.customerGid || !paidIn || paidIn === shopCurrency) return shopCurrency;
  return (await ctx.shopify.compensation.creditCurrencies(goods.customerGid)).includes(paidIn) ? paidIn : shopCurrency;
}

interface Deciding {
  readonly planned: CompensationRecord;
  readonly fromShopify: FromShopify;
}

async function decide(tx: Repositories, ctx: ShopContext, { planned, fromShopify }: Deciding): Promise<CompensationRecord | undefined> {
  const rules = await readKeepingRules(tx, ctx.shop);
  const delivery = planned.fulfillmentGid && (await tx.deliveries.read([planned.fulfillmentGid])).get(planned.fulfillmentGid);
  const now = ctx.clock.now();
  const ledger = await tx.ledger.ofOrder(planned.orderGid);
  const settlement: ParcelSettlement =
    planned.reason === "return_incentive"
      ? settleIncentive(planned, rules, fromShopify.goods)
      : delivery
        ? settleParcel({ record: planned, delivery, ...fromShopify, ledger, rules, now })
        : { kind: "nothing", explanation: { reason: "order_gone" } };
  switch (settlement.kind) {
    case "wait":
      await save(tx, { ...planned, dueAt: settlement.until, updatedAt: now });
      return undefined;
    case "nothing":
      await withdraw(tx, ctx, { ...planned, explanation: settlement.explanation });
      return undefined;
    case "pay": {
      const customerGid = fromShopify.goods?.customerGid;
      const { amount, shopAmount, explanation } = settlement;
      const record = { ...planned, ...(customerGid ? { customerGid } : {}), amount, shopAmount, explanation };
      return holdOrIntend(tx, ctx, { record, rules });
    }
  }
}

/** What was planned, as long as the shop still gives it and the order still stands. */
function settleIncentive(
  { amount, shopAmount, explanation, approvedBy }: CompensationRecord,
  rules: KeepingRules,
  goods: OrderGoods | undefined,
): ParcelSettlement {
  if (!goods) return { kind: "nothing", explanation: { ...explanation, reason: "order_gone" } };
  const isGiven = rules.compensation.afterReturn.isEnabled || approvedBy !== undefined;
  return isGiven
    ? { kind: "pay", amount, shopAmount, explanation }
    : { kind: "nothing", explanation: { ...explanation, reason: "switched_off" } };
}

/** Nothing is owed (any more): the compensation is void, and the playbook that asked for it ends. */
async function withdraw(tx: Repositories, ctx: ShopContext, record: CompensationRecord): Promise<void> {
  const moved = transitionCompensation(record.status, "cancel");
  if (!moved.ok) return;
  const { dueAt: _dueAt, ...rest } = record;
  await save(tx, { ...rest, status: moved.value, updatedAt: ctx.clock.now() });
  if (record.fulfillmentGid) await noteEvent(tx, ctx, { name: "compensation_withdrawn", subject: record.fulfillmentGid });
}

/** Within the limits the intent stands in the ledger and counts in the budget before Shopify hears of it; beyond them a person decides. */
async function holdOrIntend(
  tx: Repositories,
  ctx: ShopContext,
  { record, rules }: { readonly record: CompensationRecord; readonly rules: KeepingRules },
): Promise<CompensationRecord | undefined> {
  const now = ctx.clock.now();
  const limits = await checkLimits(tx, { record, settings: rules.compensation, zone: rules.shop.timezone, now });
  if (limits.kind === "hold") {
    const { dueAt: _dueAt, ...rest } = record;
    const explanation = { ...record.explanation, ...limits.explanation };
    await save(tx, { ...rest, status: "awaiting_approval", explanation, updatedAt: now });
    return undefined;
  }
  await tx.ledger.add({
    key: record.key,
    id: ctx.ids.next(),
    phase: "intended",
    kind: record.method,
    amount: record.amount,
    orderGid: record.orderGid,
    shopifyGid: null,
    at: now,
    detail: { compensationId: record.id },
  });
  return save(tx, {
    ...record,
    status: "sending",
    explanation: { ...record.explanation, periods: limits.periods },
    attempts: record.attempts + 1,
    dueAt: after(now, LOOK_AGAIN),
    updatedAt: now,
  });
}

async function save(tx: Repositories, record: CompensationRecord): Promise<CompensationRecord> {
  const saved = await tx.compensations.save(record);
  if (!saved) throw new Error(`Compensation ${record.id} was changed by somebody else; its job will look again`);
  return saved;
}
