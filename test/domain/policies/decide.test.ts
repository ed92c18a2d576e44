import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide, reasonsThatAllow } from "#app/domain/policies/decide.ts";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { aCondition, anEligibleOutcome, anOffer, aPolicy, aRule, someFacts } from "#test/builders/a-policy.ts";

const fee = (minor: number) => ({ minor, currency: "USD" });
const isMet = (condition: PolicyCondition, facts = someFacts()) =>
  decide(compilePolicy(aPolicy({ rules: [aRule({ conditions: [condition] })] }), 1), facts).decidedBy === "rule";

describe("which rule decides", () => {
  test("the first enabled rule whose conditions all hold decides, in the merchant's order", () => {
    const rules = [
      aRule({ name: "Off", isEnabled: false }),
      aRule({ name: "Shoes only", conditions: [aCondition({ oneOf: ["Shoes"] })] }),
      aRule({ name: "Shirts from Northwind", conditions: [aCondition(), aCondition({ on: "vendor", oneOf: ["Northwind"] })] }),
      aRule({ name: "Everything" }),
    ];
    const decision = decide(compilePolicy(aPolicy({ rules }), 7), someFacts());
    expect(decision).toMatchObject({ outcome: "ineligible", decidedBy: "rule", ruleName: "Shirts from Northwind", policyVersion: 7 });
    expect(decision.ruleId).toBe(rules[2]?.id);
  });

  test("when no rule matches, the policy's default decides, so there is always an answer", () => {
    const decision = decide(compilePolicy(aPolicy({ rules: [aRule({ conditions: [aCondition({ oneOf: ["Shoes"] })] })] }), 1), someFacts());
    expect(decision).toMatchObject({ outcome: "eligible", decidedBy: "otherwise", ruleId: null, because: null, instead: [] });
  });

  test("what was never sent, or is all in other returns, cannot come back whatever the rules say", () => {
    const compiled = compilePolicy(aPolicy(), 1);
    const notSent = decide(compiled, someFacts({ deliveryBasis: "not_sent", deliveredOn: null, daysSinceDelivery: null }));
    expect(notSent).toMatchObject({
      outcome: "ineligible",
      decidedBy: "order",
      because: "not_sent",
      instead: ["ask_to_cancel", "ask_question"],
    });
    expect(decide(compiled, someFacts({ quantityLeft: 0 }))).toMatchObject({ decidedBy: "order", because: "nothing_left" });
  });
});

describe("what a condition looks at", () => {
  test.each<[string, PolicyCondition, boolean]>([
    ["product type, whatever its case", aCondition({ oneOf: [" shirts "] }), true],
    ["another product type", aCondition({ oneOf: ["Shoes", "Hats"] }), false],
    ["one of several product types", aCondition({ oneOf: ["Shoes", "Shirts"] }), true],
    ["a tag of the product", aCondition({ on: "product_tag", oneOf: ["SUMMER", "winter"] }), true],
    ["a tag it does not have", aCondition({ on: "product_tag", oneOf: ["winter"] }), false],
    ["the vendor", aCondition({ on: "vendor", oneOf: ["Northwind"] }), true],
    ["the country", aCondition({ on: "country", oneOf: ["US", "CA"] }), true],
    ["a reason while none is chosen", aCondition({ on: "reason", oneOf: ["too-small"] }), false],
    ["a tag of a customer who has none", aCondition({ on: "customer_tag", oneOf: ["vip"] }), false],
    ["a price at its lower bound", { on: "unit_price", atLeast: fee(2000), atMost: null, isNegated: false }, true],
    ["a price at its upper bound", { on: "unit_price", atLeast: null, atMost: fee(2000), isNegated: false }, true],
    ["a price above", { on: "unit_price", atLeast: fee(2001), atMost: fee(9000), isNegated: false }, false],
    ["a price in another currency", { on: "unit_price", atLeast: { minor: 1, currency: "EUR" }, atMost: null, isNegated: false }, false],
    ["days since delivery", { on: "days_since_delivery", atLeast: 8, atMost: 14, isNegated: false }, true],
    ["too many days since delivery", { on: "days_since_delivery", atLeast: null, atMost: 9, isNegated: false }, false],
    ["discount share", { on: "discount_share_bp", atLeast: 1, atMost: null, isNegated: false }, false],
    ["quantity", { on: "quantity", atLeast: 1, atMost: 1, isNegated: false }, true],
    ["gift cards", { on: "is_gift_card", isNegated: false }, false],
    ["downloads", { on: "is_digital", isNegated: false }, false],
  ])("%s", (_title, condition, expected) => {
    expect(isMet(condition)).toBe(expected);
    expect(isMet({ ...condition, isNegated: true })).toBe(!expected);
  });

  test("a chosen reason and a customer's tag count once they are known", () => {
    expect(isMet(aCondition({ on: "reason", oneOf: ["too-small"] }), someFacts({ reason: "too-small" }))).toBe(true);
    expect(isMet(aCondition({ on: "customer_tag", oneOf: ["VIP"] }), someFacts({ customerTags: ["vip", "eu"] }))).toBe(true);
  });
});

describe("what follows", () => {
  test("the last day of the window is delivery day plus the days; the next day it is closed, and the rule is still named", () => {
    const compiled = compilePolicy(aPolicy({ rules: [aRule({ outcome: anEligibleOutcome({ windowDays: 30 }) })] }), 1);
    const lastDay = decide(compiled, someFacts({ deliveredOn: "2026-03-01", daysSinceDelivery: 30 }));
    expect(lastDay.terms?.eligibleUntilOn).toBe("2026-03-31");
    expect(lastDay.outcome).toBe("eligible");
    const dayAfter = decide(compiled, someFacts({ deliveredOn: "2026-03-01", daysSinceDelivery: 31 }));
    expect(dayAfter).toMatchObject({
      outcome: "ineligible",
      decidedBy: "rule",
      because: "window_closed",
      terms: null,
      instead: ["ask_question"],
    });
    expect(dayAfter.explanation).toContainEqual({ code: "window_closed_on", params: { date: "2026-03-31", days: 30 } });
  });

  test("a window without limit never closes", () => {
    const decision = decide(
      compilePolicy(aPolicy({ otherwise: anEligibleOutcome({ windowDays: null }) }), 1),
      someFacts({ daysSinceDelivery: 4000 }),
    );
    expect(decision).toMatchObject({ outcome: "eligible", terms: { eligibleUntilOn: null } });
  });

  test("an estimated delivery day is said to be one", () => {
    const codes = decide(compilePolicy(aPolicy(), 1), someFacts({ deliveryBasis: "estimated" })).explanation.map(({ code }) => code);
    expect(codes).toContain("delivery_estimated");
    expect(codes).not.toContain("delivered_on");
  });

  test("a rule that asks for review makes an eligible item wait for staff", () => {
    const decision = decide(compilePolicy(aPolicy({ otherwise: anEligibleOutcome({ approval: "review" }) }), 1), someFacts());
    expect(decision.outcome).toBe("review");
    expect(decision.explanation).toContainEqual({ code: "needs_review", params: {} });
  });

  test("return shipping costs what the first fitting region says, and nothing where none fits", () => {
    const returnShippingFees = [
      { countries: ["DE", "FR"], amount: fee(700) },
      { countries: [], amount: fee(1500) },
    ];
    const everywhere = compilePolicy(aPolicy({ otherwise: anEligibleOutcome({ returnShippingFees }) }), 1);
    expect(decide(everywhere, someFacts({ country: "FR" })).terms?.returnShippingFee).toEqual(fee(700));
    expect(decide(everywhere, someFacts({ country: null })).terms?.returnShippingFee).toEqual(fee(1500));
    const two = compilePolicy(aPolicy({ otherwise: anEligibleOutcome({ returnShippingFees: returnShippingFees.slice(0, 1) }) }), 1);
    expect(decide(two, someFacts({ country: "US" })).terms?.returnShippingFee).toBeNull();
  });

  test("the merchant's fault waives the fees and may bring back the outbound shipping", () => {
    const otherwise = anEligibleOutcome({ returnShippingFees: [{ countries: [], amount: fee(700) }], refundsShippingAtFault: true });
    const compiled = compilePolicy(aPolicy({ otherwise }), 1);
    expect(decide(compiled, someFacts({ reason: "damaged-or-defective" })).terms).toMatchObject({
      areFeesWaived: true,
      returnShippingFee: null,
      refundsShipping: true,
    });
    expect(decide(compiled, someFacts({ reason: "too-small" })).terms).toMatchObject({ areFeesWaived: false, refundsShipping: false });
  });

  test("the explanation names the rule, each of its conditions, the delivery day and the last day, as codes without words", () => {
    const rule = aRule({ name: "Shirts", conditions: [aCondition()], outcome: anEligibleOutcome({ resolutions: [anOffer()] }) });
    expect(decide(compilePolicy(aPolicy({ rules: [rule] }), 1), someFacts()).explanation).toEqual([
      { code: "rule_matched", params: { rule: "Shirts" } },
      { code: "product_type_is", params: { oneOf: ["Shirts"] } },
      { code: "delivered_on", params: { date: "2026-03-05", days: 10 } },
      { code: "window_open_until", params: { date: "2026-04-04" } },
    ]);
  });

  test("an item refused without a reason may be let in by one: those reasons are known", () => {
    const rules = [
      aRule({ conditions: [aCondition({ on: "reason", oneOf: ["damaged-or-defective"] })], outcome: anEligibleOutcome() }),
      aRule({ conditions: [aCondition()] }),
    ];
    expect(reasonsThatAllow(compilePolicy(aPolicy({ rules }), 1), someFacts())).toEqual(["damaged-or-defective"]);
  });
});
