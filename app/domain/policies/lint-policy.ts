import { lintCountries } from "./lint-countries.ts";
import { lintFees } from "./lint-fees.ts";
import type { Finding, LintedShop } from "./lint-finding.ts";
import { lintGrades } from "./lint-grades.ts";
import { lintLaw } from "./lint-law.ts";
import { lintOrder } from "./lint-order.ts";
import { reachOf } from "./lint-reach.ts";
import type { Policy } from "./policy.ts";

/**
 * Reads a policy for what its author will regret: rules that never decide, countries that were forgotten, less than the law of a country
 * grants, fees that leave nothing. Problems come first, each in the order of the rules. What is found holds; a rule that is too manifold
 * to reason about is passed over.
 */
export function lintPolicy(policy: Policy, shop: LintedShop): Finding[] {
  const reaches = reachOf(policy);
  const found = [
    ...lintOrder(reaches),
    ...lintGrades(policy, shop.gradeIds),
    ...lintLaw(policy, reaches, shop.countries),
    ...lintCountries(reaches, shop.countries),
    ...lintFees(policy, reaches, shop),
  ];
  return [...found.filter(({ tone }) => tone === "problem"), ...found.filter(({ tone }) => tone === "advice")];
}
