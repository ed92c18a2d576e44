import { describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { POLICY_PROBLEM_CODES } from "#app/domain/policies/policy-problems.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { aCondition, anEligibleOutcome, anOffer, aPolicy, aRule } from "#test/builders/a-policy.ts";

const problemsOf = (input: unknown) => {
  const parsed = parsePolicy(input);
  return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path}: ${code}`);
};

describe("a policy is read", () => {
  test.each(["USD", "JPY", "KWD"])("the starter policy of a shop in %s is valid as it is", (currency) => {
    const starter = defaultPolicy(currency);
    expect(parsePolicy(JSON.parse(JSON.stringify(starter)))).toEqual({ ok: true, value: starter });
  });

  test("names lose the blanks around them", () => {
    const parsed = parsePolicy(aPolicy({ rules: [aRule({ name: "  Sale  " })] }));
    expect(parsed.ok && parsed.value.rules[0]?.name).toBe("Sale");
  });
});

describe("a policy that cannot be saved names each field and what to do", () => {
  test.each<[string, unknown, string]>([
    ["a rule without a name", aPolicy({ rules: [aRule({ name: " " })] }), "rules.0.name: name_needed"],
    ["two rules with one id", aPolicy({ rules: [aRule({ id: "a" }), aRule({ id: "a" })] }), "rules.1.id: rule_id_twice"],
    ["half a day", aPolicy({ otherwise: anEligibleOutcome({ windowDays: 1.5 }) }), "otherwise.windowDays: days_range"],
    ["a hundred years", aPolicy({ otherwise: anEligibleOutcome({ windowDays: 36_500 }) }), "otherwise.windowDays: days_range"],
    ["no resolution", aPolicy({ otherwise: anEligibleOutcome({ resolutions: [] }) }), "otherwise.resolutions: resolution_needed"],
    [
      "one resolution twice",
      aPolicy({ otherwise: anEligibleOutcome({ resolutions: [anOffer(), anOffer()] }) }),
      "otherwise.resolutions.1.kind: resolution_twice",
    ],
    [
      "a bonus on a refund",
      aPolicy({ otherwise: anEligibleOutcome({ resolutions: [anOffer({ bonusBp: 1 })] }) }),
      "otherwise.resolutions.0.bonusBp: bonus_only_for_credit",
    ],
    [
      "a fee above the price",
      aPolicy({ otherwise: anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 10_001 })] }) }),
      "otherwise.resolutions.0.restockingFeeBp: basis_points_range",
    ],
    [
      "a fee in another currency",
      aPolicy({ otherwise: anEligibleOutcome({ returnShippingFees: [{ countries: [], amount: { minor: 1, currency: "EUR" } }] }) }),
      "otherwise.returnShippingFees.0.amount: amount_in_other_currency",
    ],
    [
      "a condition without a value",
      aPolicy({ rules: [aRule({ conditions: [aCondition({ oneOf: [] })] })] }),
      "rules.0.conditions.0.oneOf: value_needed",
    ],
    [
      "a reason that is not in the list",
      aPolicy({ rules: [aRule({ conditions: [aCondition({ on: "reason", oneOf: ["pilling"] })] })] }),
      "rules.0.conditions.0.oneOf: reason_not_offered",
    ],
    [
      "a country in words",
      aPolicy({ rules: [aRule({ conditions: [aCondition({ on: "country", oneOf: ["Germany"] })] })] }),
      "rules.0.conditions.0.oneOf.0: country_invalid",
    ],
    [
      "a range upside down",
      aPolicy({ rules: [aRule({ conditions: [{ on: "quantity", atLeast: 3, atMost: 2, isNegated: false }] })] }),
      "rules.0.conditions.0.atMost: range_upside_down",
    ],
    [
      "a range without bounds",
      aPolicy({ rules: [aRule({ conditions: [{ on: "unit_price", atLeast: null, atMost: null, isNegated: false }] })] }),
      "rules.0.conditions.0.atLeast: range_needs_a_bound",
    ],
    ["a field nobody knows", { ...aPolicy(), surprise: 1 }, ": field_unknown"],
    [
      "a condition nobody knows",
      aPolicy({ rules: [{ ...aRule(), conditions: [{ on: "moon" } as never] }] }),
      "rules.0.conditions.0.on: choice_unknown",
    ],
    ["no reasons at all", aPolicy({ reasons: [] }), "reasons: reason_needed"],
  ])("%s", (_title, input, expected) => {
    expect(problemsOf(input)).toContain(expected);
  });

  test("all problems are told at once", () => {
    const input = aPolicy({ rules: [aRule({ name: "" })], otherwise: anEligibleOutcome({ windowDays: -1, resolutions: [] }) });
    expect(problemsOf(input)).toHaveLength(3);
  });

  test("anything at all that is not a policy is refused with known codes, never thrown", () => {
    for (const junk of [null, undefined, 7, "policy", [], {}, { rules: 5 }, { ...aPolicy(), otherwise: { kind: "maybe" } }]) {
      const parsed = parsePolicy(junk);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) for (const { code } of parsed.error.problems) expect(POLICY_PROBLEM_CODES).toContain(code);
    }
  });
});
