import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePolicies } from "#app/domain/policies/compare-policies.ts";
import { aCondition, aPolicy, aRule, anEligibleOutcome } from "#test/builders/a-policy.ts";

const [a, b, c] = ["a", "b", "c"].map((id) => aRule({ id, name: id.toUpperCase() }));
const rules = [a, b, c].filter((rule) => rule !== undefined);

describe("what publishing a draft changes", () => {
  test("is nothing for the same policy, whatever the order of its keys in storage", () => {
    const policy = aPolicy({ rules });
    const stored = JSON.parse(JSON.stringify(policy, Object.keys(policy).toSorted().reverse())) as Partial<typeof policy>;
    expect(comparePolicies(policy, { ...stored, ...policy })).toEqual([]);
  });

  test("names the rules that were added, changed, switched and removed", () => {
    const changed = rules.map((rule) =>
      rule.id === "a" ? { ...rule, conditions: [aCondition()] } : { ...rule, isEnabled: rule.id !== "b" },
    );
    const after = aPolicy({ rules: [...changed.slice(0, 2), aRule({ id: "d", name: "D" })] });
    expect(comparePolicies(aPolicy({ rules }), after)).toEqual([
      { kind: "rule_changed", ruleId: "a", rule: "A" },
      { kind: "rule_switched_off", ruleId: "b", rule: "B" },
      { kind: "rule_added", ruleId: "d", rule: "D" },
      { kind: "rule_removed", ruleId: "c", rule: "C" },
    ]);
  });

  test("counts one move when the last rule becomes the first", () => {
    const after = [c, a, b].filter((rule) => rule !== undefined);
    expect(comparePolicies(aPolicy({ rules }), aPolicy({ rules: after }))).toEqual([{ kind: "rule_moved", ruleId: "c", rule: "C" }]);
  });

  test("names what holds otherwise, the reasons and the transit time", () => {
    const after = aPolicy({ otherwise: anEligibleOutcome({ windowDays: 14 }), reasons: [], transit: { days: 9, byCountry: [] } });
    expect(comparePolicies(aPolicy(), after).map(({ kind }) => kind)).toEqual(["otherwise_changed", "reasons_changed", "transit_changed"]);
  });

  test("never calls a rule moved when only others were added or removed", () => {
    fc.assert(
      fc.property(fc.subarray(["a", "b", "c", "d", "e"]), fc.subarray(["a", "b", "c", "d", "e"]), (before, after) => {
        const policyOf = (ids: string[]) => aPolicy({ rules: ids.map((id) => aRule({ id, name: id })) });
        expect(comparePolicies(policyOf(before), policyOf(after)).filter(({ kind }) => kind === "rule_moved")).toEqual([]);
      }),
    );
  });
});
