import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { ListCondition, PriceCondition } from "#app/domain/policies/policy-condition.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { aRule, anEligibleOutcome, anOffer, someFacts } from "#test/builders/a-policy.ts";

const TYPES = ["Shirts", "Shoes", "Coats", "Bags", "Lamps", "Rugs", "Mugs", "Socks"];
export const BENCH_COUNTRIES = ["US", "DE", "GB", "JP"];

/** A condition of a kind that both engines know; tags are the only list among the facts. */
export type PlainCondition = (ListCondition | PriceCondition) & { readonly isNegated: boolean };

/** As merchants write them: for some types of goods with a certain tag, unless they went far away or were cheap. */
export function benchRule(index: number): Omit<PolicyRule, "conditions"> & { readonly conditions: readonly PlainCondition[] } {
  const conditions: PlainCondition[] = [
    { on: "product_type", oneOf: [index, index + 1, index + 3].map((number) => TYPES[number % TYPES.length] ?? ""), isNegated: false },
    { on: "product_tag", oneOf: [`season-${index}`, `outlet-${index}`], isNegated: false },
    { on: "country", oneOf: ["NO", "CH"], isNegated: true },
    { on: "unit_price", atLeast: { minor: 300 + index, currency: "USD" }, atMost: null, isNegated: false },
  ];
  const offers = [anOffer(), anOffer({ kind: "store_credit", bonusBp: 500 }), anOffer({ kind: "exchange" })];
  const outcome = index % 5 === 0 ? {} : { outcome: anEligibleOutcome({ resolutions: offers, windowDays: 14 + (index % 30) }) };
  return { ...aRule({ id: `bench-${index}`, ...outcome }), conditions };
}

/** Items whose deciding rule is spread over `rules` of them; some meet none. */
export function benchFacts(index: number, rules: number): DecisionFacts {
  return someFacts({
    productType: TYPES[index % TYPES.length] ?? "Shirts",
    productTags: ["new", "cotton", `season-${index % (rules + 10)}`],
    country: BENCH_COUNTRIES[index % BENCH_COUNTRIES.length] ?? "US",
    unitPrice: { minor: 1_500 + index * 37, currency: "USD" },
    daysSinceDelivery: index % 60,
    reason: index % 7 === 0 ? "damaged-or-defective" : "too-small",
  });
}
