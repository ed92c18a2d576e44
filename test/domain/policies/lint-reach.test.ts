import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCondition } from "#app/domain/policies/compile-condition.ts";
import { probeOf } from "#app/domain/policies/probe.ts";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { lintPolicy } from "#app/domain/policies/lint-policy.ts";
import { boxesOf, subtract } from "#app/domain/policies/lint-space.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { aCondition, aPolicy, aRule, anEligibleOutcome } from "#test/builders/a-policy.ts";
import { anyCondition, anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

const NEVER = ["conditions_contradict", "rule_taken", "rule_opposed", "rule_never_reached"];
const shop = { countries: [], cheapest: null, gradeIds: [] };
const found = (rules: readonly PolicyRule[]) =>
  lintPolicy(aPolicy({ rules }), shop).map(({ code, params: { rule: named, by } }) =>
    [code, named, by].filter((part) => typeof part === "string").join(" | "),
  );

const days = (atLeast: number | null, atMost: number | null, isNegated = false): PolicyCondition => ({
  on: "days_since_delivery",
  atLeast,
  atMost,
  isNegated,
});
const country = (oneOf: string[], isNegated = false): PolicyCondition => ({ on: "country", oneOf, isNegated });
const tag = (oneOf: string[], isNegated = false): PolicyCondition => ({ on: "product_tag", oneOf, isNegated });
const rule = (name: string, conditions: PolicyCondition[], isYes = true) =>
  aRule({ name, conditions, ...(isYes ? { outcome: anEligibleOutcome() } : {}) });

describe("rules that never decide anything", () => {
  test("conditions that exclude each other", () => {
    expect(found([rule("A", [aCondition(), aCondition({ isNegated: true })])])).toEqual(["conditions_contradict | A"]);
    expect(found([rule("A", [days(10, null), days(null, 9)])])).toEqual(["conditions_contradict | A"]);
    expect(found([rule("A", [tag(["sale"]), tag(["SALE", "new"], true)])])).toEqual(["conditions_contradict | A"]);
  });

  test("a rule behind a wider one, and whether the two say the opposite", () => {
    expect(found([rule("Wide", [country(["DE", "AT"])]), rule("Narrow", [country(["DE"]), aCondition()])])).toEqual([
      "rule_taken | Narrow | Wide",
    ]);
    expect(found([rule("No", [], false), rule("Yes", [country(["DE"])])])).toEqual(["rule_opposed | Yes | No"]);
  });

  test("a rule that several before it use up together", () => {
    const rules = [rule("Home", [country(["US"])]), rule("Abroad", [country(["US"], true)]), rule("Late", [days(31, null)])];
    expect(found(rules)).toEqual(["rule_never_reached | Late"]);
    expect(found([rule("Early", [days(null, 30)]), rule("Late", [days(31, null)]), rule("Rest", [aCondition()])])).toEqual([]);
    expect(found([rule("Any", [{ on: "any", conditions: [tag(["a"]), tag(["b"])], isNegated: false }]), rule("A", [tag(["a"])])])).toEqual([
      "rule_taken | A | Any",
    ]);
  });

  test("not a rule whose turn comes when a fact is unknown", () => {
    const sale = (isNegated: boolean): PolicyCondition => ({ on: "is_final_sale", isNegated });
    expect(found([rule("Sale", [sale(false)]), rule("No sale", [sale(true)]), rule("Rest", [])])).toEqual([]);
  });

  test("a rule that is switched off takes nothing", () => {
    expect(found([{ ...rule("Off", []), isEnabled: false }, rule("On", [aCondition()])])).toEqual([]);
  });
});

describe("what the linter calls unreachable", () => {
  test("matches nothing, whatever the facts", () => {
    fc.assert(
      fc.property(anyPolicy, fc.array(anyFacts, { minLength: 20, maxLength: 20 }), (policy, items) => {
        const never = lintPolicy(policy, shop).flatMap(({ code, ruleId }) => (NEVER.includes(code) ? [ruleId] : []));
        const compiled = compilePolicy(policy, 1);
        const isDecidedBy = (facts: DecisionFacts) => decide(compiled, facts);
        for (const facts of items) {
          const { ruleId, explanation } = isDecidedBy(facts);
          const isCertain = explanation.every(({ code }) => code !== "review_for_unknown");
          if (isCertain) expect(never).not.toContain(ruleId ?? "none");
        }
      }),
      { numRuns: 400 },
    );
  });

  test("boxes hold exactly the items that the conditions hold for", () => {
    fc.assert(
      fc.property(
        fc.array(anyCondition, { maxLength: 3 }),
        fc.array(anyCondition, { maxLength: 3 }),
        anyFacts,
        (conditions, others, facts) => {
          const [mine, theirs] = [boxesOf(conditions), boxesOf(others)];
          if (mine === null || theirs === null) return;
          const holds = (list: readonly PolicyCondition[]) =>
            list.every((condition) => compileCondition(condition)(probeOf(facts)) === true);
          if (mine.length === 0) expect(holds(conditions)).toBe(false);
          if (subtract(mine, theirs)?.length === 0 && holds(conditions)) expect(holds(others)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
