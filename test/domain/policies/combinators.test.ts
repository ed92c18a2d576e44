import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCondition } from "#app/domain/policies/compile-condition.ts";
import { probeOf } from "#app/domain/policies/probe.ts";
import { describeCondition } from "#app/domain/policies/describe-policy.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { aPolicy, aRule, someFacts } from "#test/builders/a-policy.ts";
import { anyCondition, anyFacts } from "#test/builders/any-policy.ts";

const shirts: PolicyCondition = { on: "product_type", oneOf: ["Shirts"], isNegated: false };
const vip: PolicyCondition = { on: "customer_tag", oneOf: ["vip"], isNegated: false };
const abroad: PolicyCondition = { on: "country", oneOf: ["US"], isNegated: true };
const inSale: PolicyCondition = { on: "collection", oneOf: [{ gid: "gid://shopify/Collection/1", name: "Sale" }], isNegated: false };

const group = (on: "all" | "any", conditions: readonly PolicyCondition[], isNegated = false): PolicyCondition => ({
  on,
  conditions,
  isNegated,
});
const holds = (condition: PolicyCondition, facts = someFacts()) => compileCondition(condition)(probeOf(facts));

describe("conditions joined in groups", () => {
  test("any holds when one of them does", () => {
    expect(holds(group("any", [vip, shirts]))).toBe(true);
    expect(holds(group("any", [vip, abroad]))).toBe(false);
  });

  test("all holds when every one of them does", () => {
    expect(holds(group("all", [shirts, abroad]))).toBe(false);
    expect(holds(group("all", [shirts, abroad]), someFacts({ country: "DE" }))).toBe(true);
  });

  test("turned round they are none of these, and not all of these", () => {
    expect(holds(group("any", [vip, abroad], true))).toBe(true);
    expect(holds(group("all", [shirts, abroad], true))).toBe(true);
    expect(holds(group("all", [shirts], true))).toBe(false);
  });

  test("stand inside one another", () => {
    const condition = group("all", [shirts, group("any", [vip, group("all", [abroad], true)])]);
    expect(holds(condition)).toBe(true);
    expect(holds(condition, someFacts({ country: "DE" }))).toBe(false);
    expect(holds(condition, someFacts({ country: "DE", customerTags: ["VIP"] }))).toBe(true);
  });

  test("not of any is all of not, and the other way round, whatever is known", () => {
    const turned = (condition: PolicyCondition): PolicyCondition => ({ ...condition, isNegated: !condition.isNegated });
    fc.assert(
      fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), anyFacts, (conditions, facts) => {
        expect(holds(group("any", conditions, true), facts)).toBe(holds(group("all", conditions.map(turned)), facts));
        expect(holds(group("all", conditions, true), facts)).toBe(holds(group("any", conditions.map(turned)), facts));
      }),
    );
  });

  test("a condition that settles the group counts even when another cannot be told", () => {
    const unknown = someFacts({ collections: null });
    expect(holds(inSale, unknown)).toBe(undefined);
    expect(holds({ ...inSale, isNegated: true }, unknown)).toBe(undefined);
    expect(holds(group("any", [inSale, shirts]), unknown)).toBe(true);
    expect(holds(group("all", [inSale, vip]), unknown)).toBe(false);
    expect(holds(group("any", [inSale, vip]), unknown)).toBe(undefined);
  });

  test("are said with what they join", () => {
    expect(describeCondition(group("any", [vip, abroad], true))).toEqual({
      code: "any_of_not",
      params: {},
      parts: [
        { code: "customer_tag_is", params: { oneOf: ["vip"] } },
        { code: "country_is_not", params: { oneOf: ["US"] } },
      ],
    });
  });
});

describe("groups in a policy", () => {
  const problemsOf = (condition: unknown) => {
    const parsed = parsePolicy({ ...aPolicy(), rules: [{ ...aRule(), conditions: [condition] }] });
    return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`);
  };

  test("may not be empty", () => {
    expect(problemsOf(group("any", []))).toEqual(["rules.0.conditions.0.conditions condition_needed"]);
  });

  test("may be four deep and not five", () => {
    const four = group("any", [group("all", [group("any", [group("all", [shirts])])])]);
    expect(problemsOf(four)).toEqual([]);
    expect(problemsOf(group("any", [four]))).toEqual([
      "rules.0.conditions.0.conditions.0.conditions.0.conditions.0.conditions.0 groups_too_deep",
    ]);
  });

  test("name the field inside them that is wrong", () => {
    expect(problemsOf(group("any", [shirts, { on: "reason", oneOf: ["bored"], isNegated: false }]))).toEqual([
      "rules.0.conditions.0.conditions.1.oneOf reason_not_offered",
    ]);
    expect(
      problemsOf(group("any", [{ on: "order_value", atLeast: { minor: 1, currency: "EUR" }, atMost: null, isNegated: false }])),
    ).toEqual(["rules.0.conditions.0.conditions.0.atLeast amount_in_other_currency"]);
  });
});
