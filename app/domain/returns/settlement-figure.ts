import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { addPairs, negatePair, pairOf, subtractPairs, sumPairs } from "#app/domain/shared/money-pair.ts";
import { fraction } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { UnitDeduction } from "./grade-deduction.ts";
import type { NotQuotable } from "./quote-resolutions.ts";
import { quoteChoices, sendsGoods } from "./quote-resolutions.ts";
import type { UnitGroup } from "./refund-quote.ts";
import type { ExchangeLine, ExchangeVariant, ResolutionQuote } from "./resolution-quote.ts";
import { kindOfLine, sumOfParts } from "./resolution-quote.ts";

/** Units of one line that really came back, with the terms they were granted. */
export interface SettledItem {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  readonly terms: DecisionTerms;
  /** What their condition costs, as it was found at the inspection. */
  readonly deductions?: readonly UnitDeduction[];
  /** Absent: all units of the line that came back. */
  readonly group?: UnitGroup;
  /** Units whose condition gave them other terms than they were agreed with. */
  readonly regraded?: {
    /** The terms that the return was opened with in Shopify. */
    readonly opened: DecisionTerms;
    readonly kind: ResolutionKind;
    /** A fee for the way back is taken though none was agreed: the rule about the condition asks for it. */
    readonly takesNewFee: boolean;
  };
}

/** What is to be settled now, of a return that was quoted when it was asked for. */
export interface SettlementRequest {
  /** As Shopify has it now. */
  readonly order: ReturnableOrder;
  readonly items: readonly SettledItem[];
  /** What the shopper agreed to. */
  readonly agreed: ResolutionQuote;
  readonly requestedAt: Date;
}

/**
 * What a return comes to when it is settled: the same arithmetic as when it was quoted, over the units that came back and the order as it
 * is now. Exchanged goods keep the price they were opened with, and a fee for the way back that was not agreed is not taken, because another
 * order of the same parcel bears it, unless their condition brought it. Units whose condition gave them other terms are settled by those. Refuses as `quoteResolution` does.
 *
 * Agreed 2 shirts for 44.00, 1 came back: 22.00.
 */
export function settlementFigure({ order, items, agreed, requestedAt }: SettlementRequest): Result<ResolutionQuote, NotQuotable> {
  const takesFee = agreed.parts.some(({ kind }) => kind === "return_shipping_fee");
  const quoted = items.map((item) => ({
    ...item,
    terms: takesFee || item.regraded?.takesNewFee ? item.terms : { ...item.terms, returnShippingFee: null },
    exchange: wantedVariant(agreed, item.lineGid),
  }));
  const found = (lineGid: string, group: UnitGroup | undefined) =>
    items.find((item) => item.lineGid === lineGid && item.group?.name === group?.name)?.regraded?.kind;
  return quoteChoices({ order, items: quoted, requestedAt }, ({ lineGid, group }) => found(lineGid, group) ?? kindOfLine(agreed, lineGid));
}

/**
 * The same units as Shopify knows them: by the terms that the return was opened with, whatever their condition changed. Only where goods
 * are not sent any more is what comes back for them reckoned as money, because Shopify then reckons so too.
 */
export function asOpened(items: readonly SettledItem[], agreed: ResolutionQuote): SettledItem[] {
  return [...Map.groupBy(items, ({ lineGid }) => lineGid)].flatMap(([lineGid, own]) => {
    const [first] = own;
    if (!first || own.every(({ regraded }) => !regraded)) return own;
    const agreedKind = kindOfLine(agreed, lineGid);
    const isSwapped = ({ regraded }: SettledItem) => regraded !== undefined && sendsGoods(agreedKind) && !sendsGoods(regraded.kind);
    const openedTerms = ({ terms, regraded }: SettledItem) => regraded?.opened ?? terms;
    if (!own.some(isSwapped)) {
      return [{ lineGid, quantity: own.reduce((all, { quantity }) => all + quantity, 0), terms: openedTerms(first) }];
    }
    return own.map((item): SettledItem => {
      const { quantity, group } = item;
      const opened = openedTerms(item);
      const units = { lineGid, quantity, ...(group ? { group } : {}) };
      if (!isSwapped(item)) return { ...units, terms: opened };
      const terms = asMoney(opened, agreedKind);
      return { ...units, terms, regraded: { opened: terms, kind: "refund", takesNewFee: false } };
    });
  });
}

/** Terms of an exchange for units that are paid for instead: the fees stay. */
export function asMoney(terms: DecisionTerms, kind: ResolutionKind): DecisionTerms {
  return { ...terms, resolutions: terms.resolutions.filter((offer) => offer.kind === kind).map((offer) => ({ ...offer, kind: "refund" })) };
}

/**
 * What Shopify reckons it is to pay (positive) or to charge (negative): everything but the bonus, which is given on top, and without what
 * the goods' condition costs, of which Shopify knows nothing.
 */
export function dueThroughShopify(quote: ResolutionQuote): MoneyPair {
  return subtractPairs(paidThroughShopify(quote), sumOfParts(quote, ["grade_deduction"]));
}

/** What it really is to pay or to charge once the condition of the goods is counted: everything but the bonus. */
export function paidThroughShopify(quote: ResolutionQuote): MoneyPair {
  return subtractPairs(subtractPairs(quote.total, sumOfParts(quote, ["bonus"])), quote.owed);
}

/** The variant as it was priced when the shopper agreed: its list price follows from what it costs and the discount it was given. */
function wantedVariant(agreed: ResolutionQuote, lineGid: LineItemGid): ExchangeVariant | null {
  const line = agreed.exchanges.find((one) => one.lineGid === lineGid);
  return line ? { variantGid: line.variantGid, title: "", unitPrice: unitPriceOf(agreed, line) } : null;
}

function unitPriceOf(agreed: ResolutionQuote, { lineGid, quantity, appliedDiscount }: ExchangeLine): MoneyPair {
  const kinds = agreed.taxesIncluded ? ["exchange_goods", "exchange_tax"] : ["exchange_goods"];
  const costs = agreed.parts.filter((part) => part.lineGid === lineGid && kinds.includes(part.kind)).map(({ amount }) => amount);
  const listed = addPairs(appliedDiscount, negatePair(sumPairs(costs, agreed.total)));
  return pairOf((side) => fraction(listed[side], [1, quantity]));
}
