import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { pairOf, sumPairs } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, allocate, atLeastZero, min, negate, subtract, sum, zero } from "#app/domain/shared/money.ts";
import type { QuotePart, QuotePartKind, ResolutionQuote } from "./resolution-quote.ts";
import { kindOfLine } from "./resolution-quote.ts";

/** The ways in which money comes back, in the order in which they bear what a return costs. */
export const PAYOUT_METHODS = ["payment", "store_credit", "gift_card"] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

/** What each way pays. */
export type Payouts<Amount = MoneyPair> = Readonly<Record<PayoutMethod, Amount>>;

type Priced = Pick<ResolutionQuote, "resolution" | "choices" | "parts" | "total">;

/** The way in which a resolution pays; what an exchange leaves over goes back the way it was paid. */
export function methodOf(kind: ResolutionKind): PayoutMethod {
  return kind === "store_credit" || kind === "gift_card" ? kind : "payment";
}

/**
 * What each way pays back of a return, before any bonus; together the total without its bonus. Each item brings what is left of it; fees of
 * the whole return are spread over the items by that; outbound shipping and tip go back the way they were paid where anything does. What an exchange costs
 * more than its item brings is taken from the refund first, then from the store credit, then from the gift card.
 *
 * Refund 20.00, store credit 50.00, exchange that costs 28.00 for 20.00: payment 12.00, credit 50.00.
 */
export function payoutsOf(quote: Priced): Payouts {
  return eachWay((side) => afterDebts(beforeDebts(quote, side)));
}

/** What the store credit and the gift card pay towards an exchange that costs more than everything else brings. */
export function debtsOf(quote: Priced): Payouts {
  return eachWay((side) => {
    const before = beforeDebts(quote, side);
    const after = afterDebts(before);
    return toEach((method) => subtract(atLeastZero(before[method]), after[method]));
  });
}

/**
 * Splits what is really paid, in the customer's currency: the gift card and the credit get what the quote says, the original payment the rest,
 * so that it bears what staff accepted of Shopify's figure. Where nothing goes back to the payment the rest is credit.
 */
export function splitPayout(amount: Money, quote: Priced): Payouts<Money> {
  const ours = payoutsOf(quote);
  const giftCard = min(amount, ours.gift_card.presentment);
  const credit = min(subtract(amount, giftCard), ours.store_credit.presentment);
  const split = { payment: zero(amount.currency), store_credit: credit, gift_card: giftCard };
  const rest = subtract(subtract(amount, giftCard), credit);
  const bearer = firstMethod(quote);
  return { ...split, [bearer]: add(split[bearer], rest) };
}

/** What is given on top, by the way it is given; nothing is ever added to a refund. */
export function bonusesOf(quote: Priced): Payouts<Money> {
  const { currency } = quote.total.presentment;
  return toEach((method) =>
    sum(
      quote.parts.flatMap(({ kind, lineGid, group, amount }) =>
        kind === "bonus" && lineGid && methodOf(kindOfLine(quote, lineGid, group)) === method ? [amount.presentment] : [],
      ),
      currency,
    ),
  );
}

/** What the customer gets in each way, bonus included, in their currency; together the total. */
export function promisedBy(quote: Priced): Payouts<Money> {
  const [payouts, bonuses] = [payoutsOf(quote), bonusesOf(quote)];
  return toEach((method) => add(payouts[method].presentment, bonuses[method]));
}

/** What is left of an item after its own fees. */
const OF_ITEM: readonly QuotePartKind[] = ["goods", "tax", "duties", "restocking_fee", "grade_deduction"];
const OF_EXCHANGE: readonly QuotePartKind[] = ["exchange_goods", "exchange_tax"];
/** What all items bear together. */
const OF_RETURN: readonly QuotePartKind[] = ["return_shipping_fee", "already_refunded"];

function beforeDebts(quote: Priced, side: MoneySide): Payouts<Money> {
  const units = unitsOf(quote);
  const own = units.map((some) => sumOf(quote, side, (part) => isFor(part, some) && OF_ITEM.includes(part.kind)));
  const shared = negate(sumOf(quote, side, ({ kind }) => OF_RETURN.includes(kind)));
  // Where nothing is worth anything there is nothing to spread either.
  const weights = own.map(({ minor }) => minor);
  const spread = weights.length > 0 ? allocate(shared, weights) : [];
  const nothing = zero(quote.total[side].currency);
  const brings = units.map((some, index) => {
    const left = subtract(own[index] ?? nothing, spread[index] ?? nothing);
    return {
      method: methodOf(kindOfLine(quote, some.lineGid, some.group)),
      amount: add(
        left,
        sumOf(quote, side, (part) => isFor(part, some) && OF_EXCHANGE.includes(part.kind)),
      ),
    };
  });
  const shipping = sumOf(quote, side, ({ kind }) => kind === "shipping" || kind === "tip");
  const bearer = firstMethod(quote);
  return toEach((method) => {
    const ofItems = brings.filter((one) => one.method === method).map(({ amount }) => amount);
    return sum([...ofItems, method === bearer ? shipping : nothing], nothing.currency);
  });
}

function afterDebts(before: Payouts<Money>): Payouts<Money> {
  const { currency } = before.payment;
  let debt = sum(
    PAYOUT_METHODS.map((method) => atLeastZero(negate(before[method]))),
    currency,
  );
  return toEach((method) => {
    const brought = atLeastZero(before[method]);
    const taken = min(debt, brought);
    debt = subtract(debt, taken);
    return subtract(brought, taken);
  });
}

/** The way that fees and shipping of the whole return fall on. */
function firstMethod(quote: Priced): PayoutMethod {
  const used = quote.resolution === "mixed" ? (quote.choices ?? []).map(({ kind }) => methodOf(kind)) : [methodOf(quote.resolution)];
  return PAYOUT_METHODS.find((method) => used.includes(method)) ?? "payment";
}

interface Units {
  readonly lineGid: LineItemGid;
  readonly group: string | undefined;
}

/** The lines of a quote, or the groups of units of a line that has several. */
function unitsOf({ parts }: Priced): Units[] {
  const found: Units[] = [];
  for (const one of parts) {
    const { lineGid, group } = one;
    if (lineGid && !found.some((units) => isFor(one, units))) found.push({ lineGid, group });
  }
  return found;
}

function isFor(one: QuotePart, { lineGid, group }: Units): boolean {
  return one.lineGid === lineGid && one.group === group;
}

function sumOf({ parts, total }: Priced, side: MoneySide, isMeant: (part: QuotePart) => boolean): Money {
  return sumPairs(
    parts.filter(isMeant).map(({ amount }) => amount),
    total,
  )[side];
}

function toEach<Amount>(amountOf: (method: PayoutMethod) => Amount): Payouts<Amount> {
  return { payment: amountOf("payment"), store_credit: amountOf("store_credit"), gift_card: amountOf("gift_card") };
}

function eachWay(amounts: (side: MoneySide) => Payouts<Money>): Payouts {
  const [shop, presentment] = [amounts("shop"), amounts("presentment")];
  return toEach((method) => pairOf((side) => (side === "shop" ? shop : presentment)[method]));
}
