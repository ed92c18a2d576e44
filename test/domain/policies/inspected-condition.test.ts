import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { emptyTally, planDryRun, tryCase } from "#app/domain/policies/dry-run.ts";
import { lintPolicy } from "#app/domain/policies/lint-policy.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { flattened } from "#app/domain/policies/policy-condition.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { aPolicy, aRule, anEligibleOutcome, anOffer, someFacts } from "#test/builders/a-policy.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

const USED = { id: "used", name: "Worn", condition: "used" } as const;
const AS_NEW = { id: "as-new", name: "", condition: "as_new" } as const;
const graded = (...oneOf: readonly (typeof USED | typeof AS_NEW)[]): PolicyCondition => ({
  on: "inspected_condition",
  oneOf,
  isNegated: false,
});
const fee = (restockingFeeBp: number) => anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp })] });
const worn = aRule({ id: "worn", name: "Worn goods", conditions: [graded(USED)], outcome: fee(2_000) });
const decideWith = (rules: readonly PolicyRule[], facts: Partial<DecisionFacts>) =>
  decide(compilePolicy(aPolicy({ rules }), 1), someFacts(facts));
const lint = (rules: readonly PolicyRule[], gradeIds = ["as-new", "used"]) =>
  lintPolicy(aPolicy({ rules }), { countries: ["DE"], cheapest: null, gradeIds }).map(({ code, params }) => ({ code, ...params }));

describe("a rule about the condition of the goods", () => {
  test("is passed over until they were inspected, and says that the answer can change", () => {
    const decision = decideWith([worn], { inspectedCondition: null });
    expect(decision).toMatchObject({ outcome: "eligible", decidedBy: "otherwise" });
    expect(decision.explanation[0]).toEqual({ code: "depends_on_condition", params: { rule: "Worn goods" } });
    expect(decision.explanation.map(({ code }) => code)).not.toContain("fact_unknown");
  });

  test("says nothing where it cannot apply any more", () => {
    const abroad = { ...worn, conditions: [graded(USED), { on: "country" as const, oneOf: ["JP"], isNegated: false }] };
    expect(decideWith([abroad], { country: "DE" }).explanation.map(({ code }) => code)).not.toContain("depends_on_condition");
  });

  test("decides once they were", () => {
    expect(decideWith([worn], { inspectedCondition: "used" }).ruleId).toBe("worn");
    expect(decideWith([worn], { inspectedCondition: "as-new" }).ruleId).toBeNull();
  });

  test("its opposite is no more certain before: neither used nor not used", () => {
    const notUsed = aRule({ conditions: [{ ...graded(USED), isNegated: true }], outcome: fee(0) });
    expect(decideWith([notUsed], { inspectedCondition: null }).decidedBy).toBe("otherwise");
    expect(decideWith([notUsed], { inspectedCondition: "as-new" }).ruleId).toBe(notUsed.id);
  });

  test("whatever combines it: what is decided for every grade alike is decided before, and only what hangs on it says so", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, facts) => {
        const compiled = compilePolicy(policy, 1);
        const before = decide(compiled, { ...facts, inspectedCondition: null });
        const grades = ["as-new", "used", "damaged"].map((inspectedCondition) => decide(compiled, { ...facts, inspectedCondition }));
        if (grades.every(({ outcome }) => outcome !== "ineligible")) expect(before.outcome).not.toBe("ineligible");
        const says = before.explanation.some(({ code }) => code === "depends_on_condition");
        const rules = new Set(grades.map(({ ruleId, decidedBy }) => ruleId ?? decidedBy));
        if (!says) expect(rules).toEqual(new Set([before.ruleId ?? before.decidedBy]));
        const looks = flattened(policy.rules.flatMap(({ conditions }) => conditions)).some(({ on }) => on === "inspected_condition");
        if (!looks) expect(says).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test("names grades by their id, with at least one", () => {
    const read = (oneOf: readonly unknown[]) => {
      const rule = { ...worn, conditions: [{ on: "inspected_condition", oneOf, isNegated: false }] };
      const parsed = parsePolicy({ ...aPolicy(), rules: [rule] });
      return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`);
    };
    expect(read([USED, AS_NEW])).toEqual([]);
    expect(read([])).toEqual(["rules.0.conditions.0.oneOf value_needed"]);
    expect(read(["used"])).not.toEqual([]);
  });
});

describe("the linter", () => {
  test("does not call a rule unreachable that only an inspection reaches, but one that no grade can reach", () => {
    expect(lint([worn])).toEqual([]);
    const both = { ...worn, conditions: [graded(USED), graded(AS_NEW)] };
    expect(lint([both])).toMatchObject([{ code: "conditions_contradict" }]);
    expect(lint([worn, { ...worn, id: "again", name: "Again" }])).toMatchObject([{ code: "rule_taken", rule: "Again" }]);
  });

  test("names a grade that was deleted", () => {
    expect(lint([worn], ["as-new"])).toEqual([{ code: "grade_gone", rule: "Worn goods", grades: ["Worn"] }]);
  });

  test("goods that lost value may be paid less for, goods as new may not, and neither may be refused", () => {
    const asNew = { ...worn, conditions: [graded(AS_NEW)] };
    expect(lint([asNew])).toMatchObject([{ code: "restocking_on_withdrawal", countries: ["DE"] }]);
    const refusing = aRule({ name: "No worn goods", conditions: [graded(USED)] });
    expect(lint([refusing])).toMatchObject([{ code: "withdrawal_refused", countries: ["DE"] }]);
  });
});

describe("a dry run", () => {
  test("knows no grade of past returns, and does not take the rule for one that is never reached", () => {
    const plan = planDryRun(compilePolicy(aPolicy(), 1), compilePolicy(aPolicy({ rules: [worn] }), 2));
    const tally = emptyTally(plan);
    const facts = someFacts({ inspectedCondition: null });
    const value = { minor: 2_000, currency: "USD" };
    const wish = { value, resolution: null, takesReturnShippingFee: true };
    expect(tryCase(plan, tally, { ...wish, basis: "asked", publishedFacts: facts, draftFacts: facts })).toBeUndefined();
    expect(tally.rules["worn"]).toMatchObject({ sold: 0, asked: 0, isReachable: true });
  });
});
