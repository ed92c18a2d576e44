import { unreachable } from "#app/domain/shared/result.ts";
import type { DecisionFacts } from "./decision.ts";
import type { PolicyCondition, PriceCondition, RangeCondition } from "./policy-condition.ts";

/** The facts of one decision, made comparable once so that every condition is a plain comparison. */
export interface Probe {
  readonly facts: DecisionFacts;
  readonly productType: string;
  readonly vendor: string;
  /** Empty when unknown; no condition can name the empty text. */
  readonly country: string;
  readonly reason: string;
  readonly productTags: ReadonlySet<string>;
  readonly customerTags: ReadonlySet<string>;
}

export type Predicate = (probe: Probe) => boolean;

/** Makes facts comparable: texts lose their case and surrounding blanks, as tags have none in Shopify. */
export function probeOf(facts: DecisionFacts): Probe {
  return {
    facts,
    productType: plain(facts.productType),
    vendor: plain(facts.vendor),
    country: plain(facts.country ?? ""),
    reason: plain(facts.reason ?? ""),
    productTags: plainSet(facts.productTags),
    customerTags: plainSet(facts.customerTags),
  };
}

/** Turns one condition into a predicate once, so that deciding needs no look at the condition again. */
export function compileCondition(condition: PolicyCondition): Predicate {
  const holds = compilePositive(condition);
  return condition.isNegated ? (probe) => !holds(probe) : holds;
}

/** All of them; none is always true. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  const [first, second] = predicates;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (predicates.length === 2) return (probe) => first(probe) && second(probe);
  return (probe) => {
    for (const holds of predicates) if (!holds(probe)) return false;
    return true;
  };
}

function compilePositive(condition: PolicyCondition): Predicate {
  switch (condition.on) {
    case "product_type":
    case "vendor":
    case "country":
    case "reason":
      return isOneOf(condition.on, condition.oneOf);
    case "product_tag":
      return hasOneOf("productTags", condition.oneOf);
    case "customer_tag":
      return hasOneOf("customerTags", condition.oneOf);
    case "unit_price":
      return isPriced(condition);
    case "discount_share_bp":
    case "days_since_delivery":
    case "quantity":
      return isInRange(condition);
    case "is_gift_card":
      return ({ facts }) => facts.isGiftCard;
    case "is_digital":
      return ({ facts }) => facts.isDigital;
    default:
      return unreachable(condition);
  }
}

function isOneOf(subject: "product_type" | "vendor" | "country" | "reason", oneOf: readonly string[]): Predicate {
  const wanted = plainSet(oneOf);
  const [only] = wanted;
  const fact = subject === "product_type" ? "productType" : subject;
  return wanted.size === 1 ? (probe) => probe[fact] === only : (probe) => wanted.has(probe[fact]);
}

function hasOneOf(fact: "productTags" | "customerTags", oneOf: readonly string[]): Predicate {
  const wanted = [...plainSet(oneOf)];
  return (probe) => {
    for (const tag of wanted) if (probe[fact].has(tag)) return true;
    return false;
  };
}

/** A price in another currency than the policy's is an unknown fact: it meets no price condition. */
function isPriced({ atLeast, atMost }: PriceCondition): Predicate {
  const from = atLeast?.minor ?? -Infinity;
  const to = atMost?.minor ?? Infinity;
  const currency = (atLeast ?? atMost)?.currency;
  return ({ facts: { unitPrice } }) => unitPrice.minor >= from && unitPrice.minor <= to && unitPrice.currency === currency;
}

function isInRange({ on, atLeast, atMost }: RangeCondition): Predicate {
  const from = atLeast ?? -Infinity;
  const to = atMost ?? Infinity;
  switch (on) {
    case "discount_share_bp":
      return ({ facts }) => facts.discountShareBp >= from && facts.discountShareBp <= to;
    case "quantity":
      return ({ facts }) => facts.quantity >= from && facts.quantity <= to;
    case "days_since_delivery":
      return ({ facts: { daysSinceDelivery: days } }) => days !== null && days >= from && days <= to;
    default:
      return unreachable(on);
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function plainSet(texts: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const text of texts) {
    const key = plain(text);
    if (key !== "") set.add(key);
  }
  return set;
}
