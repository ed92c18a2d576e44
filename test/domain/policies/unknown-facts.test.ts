import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { aPolicy, aRule, anEligibleOutcome, someFacts } from "#test/builders/a-policy.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

const inSale: PolicyCondition = { on: "collection", oneOf: [{ gid: "gid://shopify/Collection/1", name: "Sale" }], isNegated: false };
const patient = aRule({ id: "patient", name: "Sale, 90 days", conditions: [inSale], outcome: anEligibleOutcome({ windowDays: 90 }) });
const refusing = aRule({ id: "refusing", name: "No sale goods", conditions: [inSale] });
const decideWith = (rules: readonly PolicyRule[], facts: Partial<DecisionFacts>) =>
  decide(compilePolicy(aPolicy({ rules }), 1), someFacts(facts));

describe("a fact that could not be found out", () => {
  test("passes over the rule that asks for it, and says so", () => {
    const decision = decideWith([refusing], { collections: null });
    expect(decision).toMatchObject({ outcome: "eligible", decidedBy: "otherwise" });
    expect(decision.explanation[0]).toEqual({ code: "fact_unknown", params: { rule: "No sale goods", facts: ["collection"] } });
  });

  test("does not refuse what the rule would have granted: staff look at it on that rule's terms", () => {
    const late = { daysSinceDelivery: 45, deliveredOn: "2026-01-29" };
    expect(decideWith([patient], { ...late, collections: [] })).toMatchObject({ outcome: "ineligible", because: "window_closed" });
    const decision = decideWith([patient], { ...late, collections: null });
    expect(decision).toMatchObject({ outcome: "review", ruleId: "patient", terms: { approval: "review", eligibleUntilOn: "2026-04-29" } });
    expect(decision.explanation.map(({ code }) => code)).toEqual([
      "fact_unknown",
      "review_for_unknown",
      "rule_matched",
      "collection_is",
      "delivered_on",
      "window_open_until",
    ]);
  });

  test("does not matter where another condition settles the rule", () => {
    const abroad = { ...refusing, conditions: [inSale, { on: "country" as const, oneOf: ["DE"], isNegated: false }] };
    expect(decideWith([abroad], { collections: null }).explanation.map(({ code }) => code)).not.toContain("fact_unknown");
  });

  test("a deleted product is not taken for one that may come back, nor for final sale", () => {
    const finalSale: PolicyCondition = { on: "is_final_sale", isNegated: false };
    const rule = aRule({ name: "Final sale", conditions: [finalSale] });
    expect(decideWith([rule], { isFinalSale: null }).explanation[0]).toMatchObject({
      code: "fact_unknown",
      params: { facts: ["is_final_sale"] },
    });
  });

  test("never refuses an item that every possible value of the fact would let come back", () => {
    const THINGS = ["gid://shopify/Thing/1", "gid://shopify/Thing/2", "gid://shopify/Thing/3"];
    const subsets = THINGS.reduce<string[][]>((all, thing) => [...all, ...all.map((one) => [...one, thing])], [[]]);
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, facts) => {
        const compiled = compilePolicy(policy, 1);
        const known = subsets.map((collections) => decide(compiled, { ...facts, collections }));
        const decision = decide(compiled, { ...facts, collections: null });
        if (known.every(({ outcome }) => outcome !== "ineligible")) expect(decision.outcome).not.toBe("ineligible");
      }),
      { numRuns: 300 },
    );
  });
});
