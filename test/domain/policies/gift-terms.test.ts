import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import { giftTerms } from "#app/domain/policies/gift-terms.ts";
import { aPolicy, anEligibleOutcome, anOffer, someFacts, someTerms } from "#test/builders/a-policy.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

describe("what the receiver of a gift is granted", () => {
  test("is store credit or a gift card, each as the policy offers it, else as it offers a refund; never with a bonus", () => {
    const resolutions = [anOffer({ restockingFeeBp: 1000 }), anOffer({ kind: "store_credit", bonusBp: 500, creditExpiresAfterDays: 90 })];
    expect(giftTerms(someTerms({ resolutions, paysAtFirstScan: true }))).toEqual(
      someTerms({
        resolutions: [anOffer({ kind: "store_credit", creditExpiresAfterDays: 90 }), anOffer({ kind: "gift_card", restockingFeeBp: 1000 })],
      }),
    );
  });

  test("is nothing where the policy gives no money back", () => {
    const outcome = anEligibleOutcome({ resolutions: [anOffer({ kind: "exchange" }), anOffer({ kind: "keep_it" })] });
    expect(giftTerms(someTerms({ resolutions: outcome.resolutions }))).toBeNull();
    const compiled = compilePolicy(aPolicy({ otherwise: outcome }), 1);
    expect(decide(compiled, someFacts())).toMatchObject({ outcome: "eligible" });
    expect(decide(compiled, someFacts({ giftDays: 0 }))).toMatchObject({ outcome: "ineligible", because: "not_returnable", terms: null });
  });

  test("lasts longer than the window by the gift's days, to the day", () => {
    const compiled = compilePolicy(aPolicy(), 1);
    const on = (daysSinceDelivery: number, giftDays?: number) =>
      decide(compiled, someFacts({ daysSinceDelivery, ...(giftDays === undefined ? {} : { giftDays }) }));
    expect([on(30).outcome, on(31).outcome]).toEqual(["eligible", "ineligible"]);
    expect([on(44, 14).outcome, on(45, 14).outcome]).toEqual(["eligible", "ineligible"]);
    expect(on(44, 14).terms?.eligibleUntilOn).toBe("2026-04-18");
  });

  test("never reaches the giver's payment, and never asks the goods to stay, whatever the policy", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, fc.nat(90), (policy, facts, giftDays) => {
        const { terms } = decide(compilePolicy(policy, 1), { ...facts, giftDays });
        for (const { kind, bonusBp } of terms?.resolutions ?? []) {
          expect(["store_credit", "gift_card"]).toContain(kind);
          expect(bonusBp).toBe(0);
        }
        expect(terms?.paysAtFirstScan).toBeUndefined();
      }),
    );
  });
});
