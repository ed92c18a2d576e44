import { unreachable } from "#app/domain/shared/result.ts";
import type {
  FlagCondition,
  GroupCondition,
  InspectedCondition,
  ListCondition,
  NamedCondition,
  PolicyCondition,
} from "./policy-condition.ts";
import { isPriced, isInRange } from "./compile-range.ts";
import { plain, plainSet } from "./plain.ts";
import type { Predicate } from "./probe.ts";

/** Turns one condition into a predicate once, so that deciding needs no look at the condition again. */
export function compileCondition(condition: PolicyCondition): Predicate {
  const holds = compilePositive(condition);
  return condition.isNegated ? not(holds) : holds;
}

/** All of them; none is always true. One that does not hold settles it, whatever is unknown about the others. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  const [first, second] = predicates;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (probe) => {
    let answer: boolean | undefined = true;
    for (const holds of predicates) {
      const one = holds(probe);
      if (one === false) return false;
      if (one === undefined) answer = undefined;
    }
    return answer;
  };
}

/** At least one of them. One that holds settles it, whatever is unknown about the others. */
function anyOf(predicates: readonly Predicate[]): Predicate {
  return not(allOf(predicates.map(not)));
}

function not(holds: Predicate): Predicate {
  return (probe) => {
    const answer = holds(probe);
    return answer === undefined ? undefined : !answer;
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
    case "product":
    case "collection":
    case "market":
    case "customer_segment":
      return belongsTo(condition);
    case "inspected_condition":
      return isGraded(condition);
    case "answer":
      return isAnswered(condition.question, condition.oneOf);
    case "unit_price":
    case "order_value":
      return isPriced(condition);
    case "discount_share_bp":
    case "days_since_delivery":
    case "quantity":
    case "past_return_share_bp":
      return isInRange(condition);
    case "is_gift_card":
    case "is_digital":
    case "is_final_sale":
    case "has_evidence":
      return isFlagged(condition.on);
    case "all":
    case "any":
      return compileGroup(condition);
    default:
      return unreachable(condition);
  }
}

function compileGroup({ on, conditions }: GroupCondition): Predicate {
  const predicates = conditions.map(compileCondition);
  return on === "all" ? allOf(predicates) : anyOf(predicates);
}

const TEXT_FACTS = {
  product_type: "productType",
  vendor: "vendor",
  country: "country",
  reason: "reason",
} as const;

function isOneOf(subject: Exclude<ListCondition["on"], "product_tag" | "customer_tag">, oneOf: readonly string[]): Predicate {
  const wanted = plainSet(oneOf);
  const [only] = wanted;
  const fact = TEXT_FACTS[subject];
  return wanted.size === 1 ? (probe) => probe[fact] === only : (probe) => wanted.has(probe[fact]);
}

function hasOneOf(fact: "productTags" | "customerTags", oneOf: readonly string[]): Predicate {
  const wanted = [...plainSet(oneOf)];
  return (probe) => {
    for (const tag of wanted) if (probe[fact].has(tag)) return true;
    return false;
  };
}

function belongsTo({ on, oneOf }: NamedCondition): Predicate {
  const wanted = new Set(oneOf.map(({ gid }) => gid));
  const isIn = (gids: readonly string[] | null | undefined) => gids?.some((gid) => wanted.has(gid));
  switch (on) {
    case "product":
      return ({ facts }) => wanted.has(facts.productGid ?? "");
    case "market":
      return ({ facts: { market } }) => (market === null || market === undefined ? undefined : wanted.has(market));
    case "collection":
      return ({ facts }) => isIn(facts.collections);
    case "customer_segment":
      return ({ facts }) => isIn(facts.customerSegments);
    default:
      return unreachable(on);
  }
}

function isGraded({ oneOf }: InspectedCondition): Predicate {
  const wanted = new Set(oneOf.map(({ id }) => id));
  return ({ facts: { inspectedCondition: grade } }) => (grade === null || grade === undefined ? undefined : wanted.has(grade));
}

function isAnswered(question: string, oneOf: readonly string[]): Predicate {
  const wanted = plainSet(oneOf);
  return ({ facts }) => wanted.has(plain(facts.answers?.[question] ?? ""));
}

function isFlagged(on: FlagCondition["on"]): Predicate {
  switch (on) {
    case "is_gift_card":
      return ({ facts }) => facts.isGiftCard;
    case "is_digital":
      return ({ facts }) => facts.isDigital;
    case "is_final_sale":
      return ({ facts }) => facts.isFinalSale ?? undefined;
    case "has_evidence":
      return ({ facts }) => facts.hasEvidence === true;
    default:
      return unreachable(on);
  }
}
