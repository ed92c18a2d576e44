import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { describeCondition, describePolicy } from "#app/domain/policies/describe-policy.ts";
import { CONDITION_CODES, OUTCOME_CODES } from "#app/domain/policies/explanation.ts";
import { aCondition, anEligibleOutcome, anOffer, aPolicy, aRule } from "#test/builders/a-policy.ts";
import { anyCondition, anyPolicy } from "#test/builders/any-policy.ts";

test("each rule is said in order, and what happens otherwise comes last", () => {
  const described = describePolicy(defaultPolicy("USD"));
  expect(described.map(({ ruleId }) => ruleId)).toEqual(["gift-cards", "our-fault", "downloads", "final-sale", null]);
  expect(described.at(-1)?.when).toEqual([]);
});

test("a rule says when it applies and everything it grants", () => {
  const outcome = anEligibleOutcome({
    windowDays: 14,
    resolutions: [anOffer({ kind: "store_credit", bonusBp: 500, expectedDays: 1 })],
    approval: "review",
    photo: "required",
    labelPaidBy: "customer",
    returnShippingFees: [{ countries: ["DE"], amount: { minor: 700, currency: "USD" } }],
  });
  const [rule] = describePolicy(aPolicy({ rules: [aRule({ conditions: [aCondition({ isNegated: true })], outcome })] }));
  expect(rule?.when).toEqual([{ code: "product_type_is_not", params: { oneOf: ["Shirts"] } }]);
  expect(rule?.then).toEqual([
    { code: "within_days", params: { days: 14 } },
    {
      code: "offers",
      params: {
        resolution: "store_credit",
        bonusBp: 500,
        restockingFeeBp: 0,
        takesReturnShippingFee: false,
        expectedDays: 1,
        creditExpiresAfterDays: 0,
      },
    },
    { code: "needs_review", params: {} },
    { code: "photo_required", params: {} },
    { code: "label_paid_by_customer", params: {} },
    { code: "return_shipping_costs", params: { amount: { minor: 700, currency: "USD" }, countries: ["DE"] } },
  ]);
});

test("a range says only the bounds it has", () => {
  const range = { on: "days_since_delivery", atLeast: null, atMost: 14, isNegated: false } as const;
  expect(describeCondition(range)).toEqual({ code: "days_since_delivery_at_most", params: { atMost: 14 } });
  expect(describeCondition({ ...range, atLeast: 3 })).toEqual({ code: "days_since_delivery_between", params: { atLeast: 3, atMost: 14 } });
});

test("every policy is said with codes that locale files know, and every condition code is used by some condition", () => {
  const used = new Set<string>();
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      for (const { when, then } of describePolicy(policy)) {
        for (const { code } of when) expect(CONDITION_CODES).toContain(code);
        for (const { code } of then) expect(OUTCOME_CODES).toContain(code);
      }
    }),
  );
  for (const condition of fc.sample(anyCondition, { numRuns: 5000, seed: 1 })) used.add(describeCondition(condition).code);
  expect([...used].sort()).toEqual([...CONDITION_CODES].sort());
});
