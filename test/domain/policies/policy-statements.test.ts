import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import { aCondition, anEligibleOutcome, aPolicy, aRule } from "#test/builders/a-policy.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";
import { readPolicyPage } from "#test/support/policy-page-reader.ts";

/** All that can be found out was found out; what is unknown is decided by people and not by the page. */
const allKnown = (facts: DecisionFacts): DecisionFacts => ({
  ...facts,
  collections: facts.collections ?? [],
  isFinalSale: facts.isFinalSale ?? false,
  market: facts.market ?? "",
  customerSegments: facts.customerSegments ?? [],
  pastReturnShareBp: facts.pastReturnShareBp ?? 0,
  inspectedCondition: facts.inspectedCondition ?? "as-new",
});

describe("the policy page", () => {
  test("promises exactly what the engine decides, for any policy and any item that was sent", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, anyOfThem) => {
        const facts = allKnown(anyOfThem);
        fc.pre(facts.deliveryBasis !== "not_sent" && facts.quantityLeft > 0);
        const decision = decide(compilePolicy(policy, 1), facts);
        const { terms } = decision;
        const read = readPolicyPage(policyPageText(policy), facts);
        expect(read).toEqual({
          canComeBack: terms !== null,
          isReviewed: decision.outcome === "review",
          because: decision.because,
          until: terms?.eligibleUntilOn ?? null,
          offers: terms?.resolutions ?? [],
          fee: terms?.returnShippingFee ?? null,
          isFree: terms?.areFeesWaived ?? false,
          photo: terms?.photo ?? null,
          label: terms?.labelPaidBy ?? null,
          isShippingRefunded: terms?.refundsShipping ?? false,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test("leaves out rules that are switched off and everything below a rule that applies to all", () => {
    const rules = [
      aRule({ isEnabled: false }),
      aRule({ conditions: [aCondition()] }),
      aRule({ conditions: [] }),
      aRule({ conditions: [aCondition({ oneOf: ["Hats"] })] }),
    ];
    expect(policyPageText(aPolicy({ rules })).statements.map(({ when }) => when.map(({ params }) => params.oneOf))).toEqual([
      [["Shirts"]],
      [],
    ]);
  });

  test("does not tell the world which customers are treated differently", () => {
    const tagged = aRule({ conditions: [aCondition({ on: "customer_tag", oneOf: ["vip"] })], outcome: anEligibleOutcome() });
    const { statements } = policyPageText(aPolicy({ rules: [tagged] }));
    expect(statements.map(({ isPersonal }) => isPersonal)).toEqual([true, false]);
  });

  test("names the reasons that cost nothing and the days in transit", () => {
    const transit = { days: 4, byCountry: [{ country: "JP", days: 9 }] };
    expect(policyPageText(aPolicy({ transit }))).toMatchObject({
      freeReasons: ["damaged-or-defective"],
      transitDays: 4,
      transitByCountry: [{ country: "JP", days: 9 }],
    });
  });
});
