import { lineOf } from "#app/domain/orders/order-line.ts";
import type { OrderLine, RefundedLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { KEPT_KINDS } from "#app/domain/policies/policy.ts";
import type { Gid, LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { addPairs, minPair, negatePair, pairAtLeastZero, subtractPairs, sumPairs } from "#app/domain/shared/money-pair.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import { dutyShares } from "./duties-and-tip.ts";
import type { NotQuotable, QuoteRequest } from "./quote-resolutions.ts";
import { quoteChoices } from "./quote-resolutions.ts";
import { worthOfUnits } from "./refund-quote.ts";
import type { QuotedItem, QuotePartKind, ResolutionQuote } from "./resolution-quote.ts";
import { sumOfParts } from "./resolution-quote.ts";

/** Items of one request that are settled together, and what they come to. */
export interface RequestPart {
  readonly items: readonly QuotedItem[];
  readonly quote: ResolutionQuote;
}

/**
 * Prices a request in which each item has its own resolution. Everything that is sent back is one part: one parcel, one fee, one sum. What is
 * kept is settled as soon as it is approved and so is a part of its own, one for each kind; what is repaired has stages of its own and so is
 * one, too. The part that is settled once it was sent back comes first, if there is one, then the repair. What is kept is priced first, because it is paid first: the shipping and the payments that it uses up are gone for the rest, so that the
 * parts add up to what the whole order paid. Refuses as `quoteResolution` does.
 *
 * Shirt refunded 20.00, shoes exchanged evenly, mug of 8.00 kept: parts of 20.00 and 8.00.
 */
export function quoteRequest(
  { order, items, requestedAt }: QuoteRequest,
  kindOf: (item: QuotedItem) => ResolutionKind,
): Result<RequestPart[], NotQuotable> {
  const groups = ON_THEIR_OWN.map((kind) => items.filter((item) => kindOf(item) === kind));
  groups.push(items.filter((item) => !ON_THEIR_OWN.includes(kindOf(item))));
  const parts: RequestPart[] = [];
  let left = order;
  for (const group of groups.filter(({ length }) => length > 0)) {
    const quote = quoteChoices({ order: left, items: group, requestedAt }, kindOf);
    if (!quote.ok) return quote;
    if (quote.value.resolution !== "repair") left = asIfPaid(left, { items: group, quote: quote.value, requestedAt });
    parts.push({ items: group, quote: quote.value });
  }
  return ok(parts.toSorted((one, other) => placeOf(one) - placeOf(other)));
}

const ON_THEIR_OWN: readonly ResolutionKind[] = [...KEPT_KINDS, "repair"];

/** What is sent back and settled, what is repaired, what is kept. */
function placeOf({ quote }: RequestPart): number {
  if (quote.resolution === "repair") return 1;
  return KEPT_KINDS.some((kind) => kind === quote.resolution) ? 2 : 0;
}

/** The order as Shopify will tell it once this part is paid. */
function asIfPaid(order: ReturnableOrder, { items, quote, requestedAt }: RequestPart & { readonly requestedAt: Date }): ReturnableOrder {
  const lines = items.map((item) => {
    const { lineGid, quantity, priced, tax } = worthOfUnits(order, item, requestedAt);
    return { lineGid, quantity, goods: priced, tax };
  });
  const duties = items
    .filter(({ lineGid }) => quote.parts.some((part) => part.kind === "duties" && part.lineGid === lineGid))
    .flatMap((item) => dutyShares(order, item, requestedAt));
  const paid = subtractPairs(quote.total, sumOfParts(quote, ["bonus"]));
  const refund = { gid: NOT_YET, createdAt: requestedAt, total: paid, returnGid: null, lines, duties };
  const shipping = { ...order.shipping, refunded: addPairs(order.shipping.refunded, sumOfParts(quote, ["shipping"])) };
  const sent = items.flatMap(({ lineGid }) => sentFor(order, { lineGid, quote }));
  return {
    ...order,
    lines: [...order.lines.map((line) => ({ ...line, currentQuantity: unitsKept(line, lines) })), ...sent],
    shipping,
    refunds: [...order.refunds, refund],
    transactions: less(order, paid),
  };
}

function unitsKept({ gid, currentQuantity }: OrderLine, settled: readonly RefundedLine[]): number {
  const units = settled.filter(({ lineGid }) => lineGid === gid).reduce((all, { quantity }) => all + quantity, 0);
  return Math.max(0, currentQuantity - units);
}

/** The line that an exchange or a replacement adds to the order: what is sent costs what the quote takes off for it. */
function sentFor(
  order: ReturnableOrder,
  { lineGid, quote }: { readonly lineGid: LineItemGid; readonly quote: ResolutionQuote },
): OrderLine[] {
  const line = lineOf(order, lineGid);
  if (!line || !quote.exchanges.some((exchange) => exchange.lineGid === lineGid)) return [];
  const own = quote.parts.filter((part) => part.lineGid === lineGid);
  const costs = (kind: QuotePartKind) => own.filter((part) => part.kind === kind).map(({ amount }) => negatePair(amount));
  const tax = sumPairs(costs("exchange_tax"), order.total);
  const goods = sumPairs(costs("exchange_goods"), order.total);
  return [
    { ...line, gid: LINE_NOT_YET, isSentInExchange: true, paid: order.taxesIncluded ? addPairs(goods, tax) : goods, tax, parcels: [] },
  ];
}

/** Payments are used up in turn, as `allocateToTransactions` uses them. */
function less({ transactions }: ReturnableOrder, paid: MoneyPair): ReturnableOrder["transactions"] {
  let missing = paid;
  return transactions.map((transaction) => {
    const taken = minPair(missing, pairAtLeastZero(transaction.refundable));
    missing = subtractPairs(missing, taken);
    return { ...transaction, refundable: subtractPairs(transaction.refundable, taken) };
  });
}

/** What does not exist yet has no id in Shopify. */
const NOT_YET: Gid<"Refund"> = "gid://shopify/Refund/0";
const LINE_NOT_YET: LineItemGid = "gid://shopify/LineItem/0";
