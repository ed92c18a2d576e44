import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";
import type { LineItemGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { UnitDeduction } from "./grade-deduction.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { sumPairs } from "#app/domain/shared/money-pair.ts";
import type { UnitGroup } from "./refund-quote.ts";

/** One line item of a return, ready to be priced: the selection passed its checks and the policy granted these terms. */
export interface QuotedItem {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  readonly terms: DecisionTerms;
  /** What the goods' condition costs, once they were looked at; absent before. */
  readonly deductions?: readonly UnitDeduction[];
  /** Absent: all that comes back of the line at once. */
  readonly group?: UnitGroup;
  /** The variant wanted instead; null when none was chosen. */
  readonly exchange: ExchangeVariant | null;
}

export interface ExchangeVariant {
  readonly variantGid: VariantGid;
  readonly title: string;
  /** Today's price of one unit before any discount, as Shopify gives it. */
  readonly unitPrice: MoneyPair;
}

/** One resolution for all items of a return, or "mixed": each item has its own, which are then in `choices`. */
export const RETURN_RESOLUTIONS = [...RESOLUTION_KINDS, "mixed"] as const;
export type ReturnResolution = (typeof RETURN_RESOLUTIONS)[number];

/** What one item of a return becomes. */
export interface ItemChoice {
  readonly lineGid: LineItemGid;
  /** The name of its group, where the line has several. */
  readonly group?: string;
  readonly kind: ResolutionKind;
}

/** What one resolution comes to, exactly, before the shopper commits. Parts add up to `total` less `owed`. */
export interface ResolutionQuote {
  readonly resolution: ReturnResolution;
  /** Of a mixed return, one for each item; absent when one resolution is for all of them. */
  readonly choices?: readonly ItemChoice[];
  /** Positive parts go to the customer, negative ones are kept or charged; parts of nothing are left out. */
  readonly parts: readonly QuotePart[];
  /** What the customer gets, as money or credit; never negative. */
  readonly total: MoneyPair;
  /** What the customer pays on top for an exchange; never negative, and nothing whenever `total` is something. */
  readonly owed: MoneyPair;
  /** Whether the goods' prices contained the tax; then shops show goods and tax as one figure "of which tax". */
  readonly taxesIncluded: boolean;
  readonly expectedDays: number;
  readonly creditExpiresAfterDays: number | null;
  readonly exchanges: readonly ExchangeLine[];
  /** It is paid as soon as the carrier has scanned the parcel; absent: after the goods were looked at. */
  readonly paysAtFirstScan?: true;
}

export interface QuotePart {
  readonly kind: QuotePartKind;
  /** Null for parts of the whole return. */
  readonly lineGid: LineItemGid | null;
  /** The name of the group of units that it is for, where the line has several. */
  readonly group?: string;
  readonly amount: MoneyPair;
}

/** In the order they are shown: locale files hold a text for each. */
export const QUOTE_PART_KINDS = [
  "goods",
  "tax",
  "duties",
  "shipping",
  "tip",
  "restocking_fee",
  "return_shipping_fee",
  "already_refunded",
  "grade_deduction",
  "bonus",
  "exchange_goods",
  "exchange_tax",
] as const;
export type QuotePartKind = (typeof QUOTE_PART_KINDS)[number];

/** How Shopify has to be told about one exchanged item. */
export interface ExchangeLine {
  readonly lineGid: LineItemGid;
  readonly variantGid: VariantGid;
  readonly quantity: number;
  /** Taken off the list price of all units, so that the exchanged item keeps the discount of the one that comes back. */
  readonly appliedDiscount: MoneyPair;
}

/** What one item becomes. A mixed return that knows nothing of a line refunds it. */
export function kindOfLine(
  { resolution, choices }: Pick<ResolutionQuote, "resolution" | "choices">,
  lineGid: string,
  group?: string,
): ResolutionKind {
  if (resolution !== "mixed") return resolution;
  return choices?.find((choice) => choice.lineGid === lineGid && choice.group === group)?.kind ?? "refund";
}

/**
 * What the parts of some kinds add up to, in both currencies. Store credit of 78.75 with a bonus of 3.75: all but "bonus" is
 * the 75.00 that is owed and that Shopify refunds as credit, the bonus is given on top.
 */
export function sumOfParts(quote: ResolutionQuote, kinds: readonly QuotePartKind[]): MoneyPair {
  const amounts = quote.parts.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount);
  return sumPairs(amounts, quote.total);
}
