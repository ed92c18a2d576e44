import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { allocateToTransactions } from "#app/domain/returns/allocate-to-transactions.ts";
import { compareWithShopify } from "#app/domain/returns/compare-with-shopify.ts";
import { bonusesOf, splitPayout } from "#app/domain/returns/payouts.ts";
import type { ClaimedUnits } from "#app/domain/returns/refunded-by-hand.ts";
import type { QuotePartKind, ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { asOpened, dueThroughShopify, paidThroughShopify, settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { subtractPairs } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, atLeastZero, negate, zero } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { withOwnReturns } from "./read-order-in-portal.server.ts";
import { dispositionsOf } from "./goods-dispositions.server.ts";
import type { StoredReturn } from "./ports.ts";
import { paidElsewhere, settledExchanges, settledItems, settledLines } from "./settled-units.server.ts";
import type { OrderToReturn, Processing, ShopifyReturn } from "./shopify-return.server.ts";
import { byLine, unitsByHand } from "./units-by-hand.server.ts";

/** What one settling of a return is going to do; kept in the history before anything is done, so that every later try does the same. */
export interface SettlementPlan {
  readonly processing: Processing;
  /** Of each of Shopify's lines, how many units were processed before. */
  readonly processedBefore: Readonly<Record<string, number>>;
  /** Paid by Shopify over the original payments and as store credit, in the customer's currency; nothing for an even exchange. */
  readonly refund: Money;
  /** What the customer pays on top for an exchange, through Shopify's invoice, in their currency. */
  readonly owed: Money;
  /** Credit on top, or the whole credit of a gift's receiver, in the customer's currency. */
  readonly bonus: Money;
  /** Paid as one gift card instead, bonus included, in the customer's currency. */
  readonly giftCard: Money;
}

export interface PlanRefused extends Refusal {
  /** `disagreement`: Shopify would pay another amount; the rest names what stands in the way. */
  readonly code: "disagreement" | "nothing_to_settle" | "exceeds_transactions" | "not_settleable";
  readonly ours?: MoneyPair;
  readonly shopifys?: MoneyPair;
}

/** Everything that a plan is made from. */
export interface PlanInput {
  readonly record: StoredReturn;
  readonly own: readonly StoredReturn[];
  readonly decisions: readonly StoredDecision[];
  /** Units by which these returns were made smaller for refunds by hand. */
  readonly claims: readonly ClaimedUnits[];
  readonly found: OrderToReturn;
  readonly inShopify: ShopifyReturn;
  /** Staff saw both figures and chose Shopify's, in the customer's currency. */
  readonly accepted: Money | undefined;
}

/**
 * Works out what is to be paid over the units that came back and that nobody refunded in Shopify meanwhile, and holds it against what Shopify itself suggests. Refuses with
 * `disagreement` and both figures, `nothing_to_settle`, `exceeds_transactions` or `not_settleable`.
 */
export async function planSettlement(ctx: ShopContext, input: PlanInput): Promise<Result<SettlementPlan, PlanRefused>> {
  const { record, found, inShopify, accepted } = input;
  const order = withOwnReturns(
    found.order,
    input.own.filter(({ id }) => id !== record.id),
  );
  const byHand = byLine(unitsByHand(found.order.refunds, input.own, input.claims), record.id);
  const paid = paidElsewhere(record, inShopify, byHand);
  const items = settledItems(record, input.decisions, paid);
  const lines = settledLines(record, inShopify, paid);
  if (lines.length === 0) return refuse({ code: "nothing_to_settle" });
  const agreement = { order, agreed: record.quote, requestedAt: record.requestedAt };
  const figure = settlementFigure({ ...agreement, items });
  const opened = settlementFigure({ ...agreement, items: asOpened(items, record.quote) });
  if (!figure.ok || !opened.ok) return refuse({ code: "not_settleable" });
  const settling = {
    returnGid: inShopify.gid,
    lines,
    exchanges: settledExchanges(record, inShopify),
    shipping: shippingOf(figure.value),
    ...dutiesOf(order, opened.value),
    ...(order.tip && isPartOf(opened.value, "tip") ? { tipLineGid: order.tip.lineGid } : {}),
    isStoreCredit: !record.giftId && figure.value.resolution === "store_credit",
  };
  const suggested = await ctx.shopify.returns.suggest(settling);
  const shopifys = subtractPairs(suggested.refund, suggested.owed);
  const ours = dueThroughShopify(opened.value);
  const isAccepted = accepted?.minor === shopifys.presentment.minor && accepted.currency === shopifys.presentment.currency;
  if (!isAccepted && compareWithShopify(ours, shopifys).kind === "disagree") return refuse({ code: "disagreement", ours, shopifys });
  // The condition of the goods is ours to judge: Shopify pays its own figure with what that changes.
  const changed = subtractPairs(paidThroughShopify(figure.value), ours).presentment;
  const pays = splitPayout(payable(shopifys.presentment, changed), figure.value);
  const bonuses = bonusesOf(figure.value);
  // Shopify's credit goes to whoever bought it: the receiver of a gift is given theirs apart.
  const nothing = zero(pays.store_credit.currency);
  const [credit, given] = record.giftId ? [nothing, pays.store_credit] : [pays.store_credit, nothing];
  const payments = allocateToTransactions(pays.payment, order.transactions);
  if (!payments.ok) return refuse({ code: "exceeds_transactions" });
  return ok({
    processing: {
      ...settling,
      dispositions: dispositionsOf(input, lines),
      locationGid: found.returnAddress?.locationGid ?? null,
      payments: payments.value.map(({ transactionGid, amount }) => ({ transactionGid, amount })),
      storeCredit: credit.minor > 0 ? { amount: credit, expiresAt: expiryOf(ctx, record.regrade ? figure.value : record.quote) } : null,
      note: record.name,
    },
    processedBefore: Object.fromEntries(inShopify.lines.map(({ gid, processedQuantity }) => [gid, processedQuantity])),
    refund: add(pays.payment, credit),
    owed: atLeastZero(negate(shopifys.presentment)),
    bonus: add(add(bonuses.payment, bonuses.store_credit), given),
    giftCard: add(pays.gift_card, bonuses.gift_card),
  });
}

/**
 * What is paid of Shopify's figure once the condition changed it. What the customer owes for an exchange is Shopify's invoice: more that is due to
 * them is paid besides, less takes nothing more from them. Shopify −3.00 and 5.00 more: 5.00; Shopify 8.00 and 10.00 less: nothing.
 */
function payable(shopifys: Money, changed: Money): Money {
  return atLeastZero(shopifys.minor < 0 ? changed : add(shopifys, changed));
}

/** When store credit of this return lapses; null never. */
export function expiryOf({ clock }: Pick<ShopContext, "clock">, { creditExpiresAfterDays }: ResolutionQuote): Date | null {
  return creditExpiresAfterDays === null ? null : after(clock.now(), creditExpiresAfterDays * DAY);
}

/** The duties of the lines that bring some back. */
function dutiesOf({ lines }: ReturnableOrder, quote: ResolutionQuote): Pick<Processing, "duties"> {
  const duties = lines.filter(({ gid }) => isPartOf(quote, "duties", gid)).flatMap((line) => line.duties ?? []);
  return duties.length > 0 ? { duties: duties.map(({ gid }) => gid) } : {};
}

function isPartOf({ parts }: ResolutionQuote, kind: QuotePartKind, lineGid: LineItemGid | null = null): boolean {
  return parts.some((part) => part.kind === kind && part.lineGid === lineGid);
}

function shippingOf(quote: ResolutionQuote): Money | null {
  const { presentment } = sumOfParts(quote, ["shipping"]);
  return presentment.minor > 0 ? presentment : null;
}
