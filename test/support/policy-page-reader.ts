import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { Explained, ExplainedParams } from "#app/domain/policies/explanation.ts";
import type { PolicyPageText } from "#app/domain/policies/policy-statements.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** What somebody who reads the page concludes about one item. */
export interface PolicyReading {
  readonly canComeBack: boolean;
  readonly isReviewed: boolean;
  readonly because: string | null;
  readonly until: string | null;
  readonly offers: readonly object[];
  readonly fee: Money | null;
  readonly isFree: boolean;
  readonly photo: string | null;
  readonly label: string | null;
  readonly isShippingRefunded: boolean;
}

const NO = { canComeBack: false, isReviewed: false, until: null, offers: [], fee: null, isFree: false, photo: null, label: null };

/** Reads the page from the top, sentence by sentence, without knowing anything of the engine behind it. */
export function readPolicyPage(
  { statements, freeReasons, photoReasons, photoHelpsReasons }: PolicyPageText,
  facts: DecisionFacts,
): PolicyReading {
  const fitting = statements.find(({ when }) => when.every((sentence) => isTrue(sentence, facts)));
  if (!fitting) throw new Error("The page has no paragraph for this item");
  const said = (code: Explained["code"]) => fitting.then.find((sentence) => sentence.code === code);
  const refusal = said("refuses");
  if (refusal) return { ...NO, because: textOf(refusal.params.because), isShippingRefunded: false };
  const days = said("within_days")?.params.days;
  if (typeof days === "number" && (facts.daysSinceDelivery ?? 0) > days)
    return { ...NO, because: "window_closed", isShippingRefunded: false };
  const isFree = facts.reason !== null && freeReasons.includes(facts.reason);
  return {
    canComeBack: true,
    isReviewed: said("needs_review") !== undefined,
    because: null,
    until: typeof days === "number" && facts.deliveredOn !== null ? plusDays(facts.deliveredOn, days) : null,
    offers: fitting.then
      .filter(({ code, params }) => code === "offers" && isWorthAtMost(params.onlyUpTo, facts))
      .map(({ params }) => offerOf(params)),
    fee: isFree ? null : feeIn(fitting.then, facts.country),
    isFree,
    photo:
      said("photo_required") || photoReasons.includes(facts.reason ?? "")
        ? "required"
        : said("photo_optional") || photoHelpsReasons.includes(facts.reason ?? "")
          ? "optional"
          : "not_needed",
    label: said("label_paid_by_merchant") ? "merchant" : "customer",
    isShippingRefunded: isFree && said("shipping_refunded_at_fault") !== undefined,
  };
}

function offerOf({ resolution, creditExpiresAfterDays, ...terms }: ExplainedParams): object {
  return { kind: resolution, ...terms, creditExpiresAfterDays: creditExpiresAfterDays === 0 ? null : creditExpiresAfterDays };
}

function isWorthAtMost(limit: ExplainedParams[string] | undefined, { unitPrice, quantity }: DecisionFacts): boolean {
  return !isMoney(limit) || (limit.currency === unitPrice.currency && unitPrice.minor * quantity <= limit.minor);
}

function feeIn(then: readonly Explained[], country: string | null): Money | null {
  const fees = then.filter(({ code }) => code === "return_shipping_costs").map(({ params }) => params);
  const fee = fees.find(({ countries }) => Array.isArray(countries) && (countries.length === 0 || countries.includes(country)));
  return fee ? (fee.amount as Money) : null;
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function isTrue({ code, params, parts = [] }: Explained, facts: DecisionFacts): boolean {
  const isNot = code.endsWith("_not");
  const claim = isNot ? code.slice(0, -"_not".length) : code;
  if (claim === "all_of") return parts.every((part) => isTrue(part, facts)) !== isNot;
  if (claim === "any_of") return parts.some((part) => isTrue(part, facts)) !== isNot;
  return holds(claim, params, facts) !== isNot;
}

function holds(claim: string, params: ExplainedParams, facts: DecisionFacts): boolean {
  const range = /^(.*)_(between|at_least|at_most)$/.exec(claim);
  if (range) return isWithin(figureOf(range[1] ?? "", facts), params);
  const list = /^(.*)_is$/.exec(claim);
  if (list) return namedIn(textsOf(list[1] ?? "", params, facts), params.oneOf);
  const flags: Record<string, boolean | null | undefined> = {
    is_gift_card: facts.isGiftCard,
    is_digital: facts.isDigital,
    is_final_sale: facts.isFinalSale,
    has_evidence: facts.hasEvidence,
  };
  if (!(claim in flags)) throw new Error(`The page says something that nobody understands: ${claim}`);
  return flags[claim] === true;
}

function figureOf(subject: string, facts: DecisionFacts): number | Money | null {
  const figures: Record<string, number | Money | null | undefined> = {
    unit_price: facts.unitPrice,
    order_value: facts.orderValue,
    discount_share_bp: facts.discountShareBp,
    days_since_delivery: facts.daysSinceDelivery,
    quantity: facts.quantity,
    past_return_share_bp: facts.pastReturnShareBp,
  };
  if (!(subject in figures)) throw new Error(`No figure is called ${subject}`);
  return figures[subject] ?? null;
}

function isWithin(figure: number | Money | null, { atLeast, atMost }: ExplainedParams): boolean {
  if (figure === null) return false;
  if (typeof figure === "object") {
    const bounds = [atLeast, atMost].filter((bound): bound is Money => typeof bound === "object" && "minor" in bound);
    if (bounds.some(({ currency }) => currency !== figure.currency)) return false;
    return isWithin(figure.minor, {
      ...(isMoney(atLeast) ? { atLeast: atLeast.minor } : {}),
      ...(isMoney(atMost) ? { atMost: atMost.minor } : {}),
    });
  }
  return figure >= (typeof atLeast === "number" ? atLeast : -Infinity) && figure <= (typeof atMost === "number" ? atMost : Infinity);
}

function textOf(value: ExplainedParams[string] | undefined): string {
  if (typeof value !== "string") throw new Error("The page has no text here");
  return value;
}

function isMoney(value: ExplainedParams[string] | undefined): value is Money {
  return typeof value === "object" && "minor" in value;
}

/** Things of the shop are named on the page; the generated ones are called after their ids. */
function textsOf(subject: string, { question }: ExplainedParams, facts: DecisionFacts): readonly string[] {
  const named = (gids: readonly string[] | null | undefined) => (gids ?? []).map((gid) => `Thing ${gid.slice(-1)}`);
  const texts: Record<string, readonly string[]> = {
    product_type: [facts.productType],
    vendor: [facts.vendor],
    product_tag: facts.productTags,
    customer_tag: facts.customerTags,
    country: facts.country === null ? [] : [facts.country],
    reason: facts.reason === null ? [] : [facts.reason],
    inspected_condition: facts.inspectedCondition ? [facts.inspectedCondition.replace("-", "_")] : [],
    answer: typeof question === "string" ? [facts.answers?.[question] ?? ""] : [],
    product: facts.productGid ? named([facts.productGid]) : [],
    collection: named(facts.collections),
    market: facts.market ? named([facts.market]) : [],
    customer_segment: named(facts.customerSegments),
  };
  const found = texts[subject];
  if (!found) throw new Error(`Nothing is called ${subject}`);
  return found;
}

function namedIn(texts: readonly string[], oneOf: ExplainedParams[string] | undefined): boolean {
  const wanted = Array.isArray(oneOf) ? oneOf.map((text: string) => text.toLowerCase()) : [];
  return texts.some((text) => wanted.includes(text.toLowerCase()));
}
