import type { Money } from "#app/domain/shared/money.ts";
import { sum } from "#app/domain/shared/money.ts";
import { planIncentive } from "#app/use-cases/compensation/plan-incentive.server.ts";
import { ensureReceiver } from "#app/use-cases/gifts/ensure-receiver.server.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { askForBalance } from "./ask-for-balance.server.ts";
import { wantFollowing } from "./follow-order.server.ts";
import { expectGoods, paysBeforeGoods } from "./goods-after-payment.server.ts";
import type { ExchangeSoldOut } from "./goods-in-stock.server.ts";
import { moveReturn } from "./move-return.server.ts";
import { payBonus } from "./pay-bonus.server.ts";
import { payGiftCard } from "./pay-gift-card.server.ts";
import { payThroughShopify } from "./pay-through-shopify.server.ts";
import { followLink } from "./portal-access.server.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";
import { planSettlement } from "./settlement-plan.server.ts";
import type { SettlementPlan } from "./settlement-plan.server.ts";
import type { Stopped } from "./settling-history.server.ts";
import { keepPlan, readPlan, stopSettling } from "./settling-history.server.ts";
import type { SettlingState } from "./settling-state.server.ts";
import { readSettlingState } from "./settling-state.server.ts";
import type { RefusedByShopify, ShopifyReturn } from "./shopify-return.server.ts";

/**
 * Settles a return whose processing was started: plan, ledger, Shopify, bonus or gift card, invoice, close. Every step first looks whether it was done before, so
 * that a worker that dies between any two of them is followed by one that goes on and pays nothing twice. One worker at a time.
 */
export async function settleReturn(ctx: ShopContext, returnId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`settle-return:${returnId}`, () => settle(ctx, returnId));
  if (outcome === "busy") throw new Error("Another worker settles this return; look again later");
}

async function settle(ctx: ShopContext, returnId: string): Promise<void> {
  const begun = await readSettlingState(ctx, returnId);
  if (begun?.record.status !== "processing" || !begun.record.shopifyGid) return;
  const inShopify = await ctx.shopify.returns.read(begun.record.shopifyGid);
  if (!inShopify) return stopSettling(ctx, begun, { code: "gone_from_shopify" });
  const known = await ensureReceiver(ctx, begun.record);
  if (!known.ok) return stopSettling(ctx, begun, { code: "process_refused", message: known.error.message });
  const state = { ...begun, record: known.value };
  const plan = readPlan(state.events) ?? (await makePlan(ctx, state, inShopify));
  if (!plan) return;
  const paid = await payThroughShopify(ctx, state, { plan, inShopify });
  if (!paid.ok) return stopSettling(ctx, state, stoppedBy(paid.error));
  const bonus = await payBonus(ctx, state, plan);
  const giftCard = await payGiftCard(ctx, state, plan);
  await askForBalance(ctx, state, plan);
  const isBeforeGoods = paysBeforeGoods(state.record, state.events);
  if (!isBeforeGoods) await ctx.shopify.returns.close(inShopify.gid);
  await finish(ctx, state, { plan, refundGid: paid.value, bonus, giftCard, isBeforeGoods });
}

function stoppedBy(error: RefusedByShopify | ExchangeSoldOut): Stopped {
  return error.code === "exchange_sold_out" ? { code: error.code } : { code: "process_refused", message: error.message };
}

/** Plans and keeps the plan with its ledger lines; undefined when it had to stop instead. */
async function makePlan(ctx: ShopContext, state: SettlingState, inShopify: ShopifyReturn): Promise<SettlementPlan | undefined> {
  const found = await ctx.shopify.returns.readOrder(state.record.orderGid);
  if (!found) {
    await stopSettling(ctx, state, { code: "gone_from_shopify" });
    return undefined;
  }
  const planned = await planSettlement(ctx, { ...state, found, inShopify, accepted: acceptedBy(state.events) });
  if (!planned.ok) {
    await stopSettling(ctx, state, planned.error);
    // What was refunded by hand while it was started is followed now.
    if (planned.error.code === "nothing_to_settle") await ctx.transaction((tx) => wantFollowing(tx, state.record.orderGid));
    return undefined;
  }
  await keepPlan(ctx, state, planned.value);
  return planned.value;
}

/** The figure that staff chose when they started this settling. */
function acceptedBy(events: readonly ReturnEventRecord[]): Money | undefined {
  const accepted = events.findLast(({ event }) => event === "start_processing")?.detail.accepted;
  return accepted as Money | undefined;
}

interface Outcome {
  readonly plan: SettlementPlan;
  readonly refundGid: string | undefined;
  /** What was really credited on top. */
  readonly bonus: Money | undefined;
  /** What was really given as a gift card. */
  readonly giftCard: Money | undefined;
  /** The goods are on their way: the return stays open until they were looked at. */
  readonly isBeforeGoods: boolean;
}

/** Everything is done in Shopify: the return is paid and over, and the playbooks are told. */
async function finish(
  ctx: ShopContext,
  { record }: SettlingState,
  { plan, refundGid, bonus, giftCard, isBeforeGoods }: Outcome,
): Promise<void> {
  const at = ctx.clock.now();
  const isBonusMissing = plan.bonus.minor > 0 && bonus === undefined;
  const isCardMissing = plan.giftCard.minor > 0 && giftCard === undefined;
  const creditMissing = record.giftId ? "gift_credit_refused" : "bonus_refused";
  const errorCode = isCardMissing ? "gift_card_refused" : isBonusMissing ? creditMissing : undefined;
  await ctx.transaction(async (tx) => {
    // The receiver of a gift has no refund that credit could be on top of.
    const [credit, onTop] = record.giftId ? [bonus, null] : [plan.processing.storeCredit?.amount, bonus ?? null];
    const detail = { refund: plan.refund, credit: credit ?? null, bonus: onTop, giftCard: giftCard ?? null, refundGid: refundGid ?? null };
    const change = { paidAt: at, errorCode };
    const paid = await moveReturn(tx, ctx, { record, event: "pay", actor: "system", detail, change });
    if (!paid.ok) throw new Error(`The return changed while it was settled: ${paid.error.code}`);
    await (isBeforeGoods ? expectGoods(tx, ctx, paid.value) : closePaid(tx, ctx, paid.value));
    await planIncentive(tx, ctx, {
      record: paid.value,
      refunded: sum(
        plan.processing.payments.map(({ amount }) => amount),
        plan.refund.currency,
      ),
    });
    const total = plan.refund.minor + (bonus?.minor ?? 0) + (giftCard?.minor ?? 0);
    if (total === 0) return;
    await noteEvent(tx, ctx, {
      name: "refund_paid",
      subject: refundGid ?? record.id,
      about: await aboutOf(ctx, record, { amount: { minor: total, currency: plan.refund.currency }, method: methodTerm(plan) }),
    });
  });
}

async function closePaid(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<void> {
  const closed = await moveReturn(tx, ctx, { record, event: "close", actor: "system", change: { closedAt: ctx.clock.now() } });
  if (!closed.ok) throw new Error(`A paid return cannot be closed: ${closed.error.code}`);
}

/** How it was paid, by a word of the mails. */
function methodTerm({ processing, giftCard, bonus }: SettlementPlan): string {
  const ways = [
    ...(processing.payments.length > 0 ? ["original_payment"] : []),
    ...(processing.storeCredit || bonus.minor > 0 ? ["store_credit"] : []),
    ...(giftCard.minor > 0 ? ["gift_card"] : []),
  ];
  return ways.length > 1 ? "mixed" : (ways[0] ?? "original_payment");
}

async function aboutOf(ctx: ShopContext, record: StoredReturn, { amount, method }: { readonly amount: Money; readonly method: string }) {
  const { id: returnId, orderGid, orderName, customerGid, customerName, email: address, locale, lines } = record;
  // What is said to the receiver of a gift hangs on their return alone.
  const ofOrder = record.giftId ? {} : { orderGid, orderName };
  return {
    ...{ returnId, ...ofOrder, customerGid, customerName, address, locale },
    variables: {
      amount: { money: amount },
      method: { term: method },
      items: { items: lines.map(({ title, quantity }) => ({ title, quantity })) },
      status_url: await followLink(ctx, record),
    },
  };
}
