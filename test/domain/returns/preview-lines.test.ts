import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { previewLines } from "#app/domain/returns/preview-lines.ts";
import { anEligibleOutcome, anOffer, aPolicy, aRule } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const now = new Date("2026-03-15T12:00:00Z");
const offers = [anOffer({ restockingFeeBp: 1000 }), anOffer({ kind: "store_credit", bonusBp: 500 }), anOffer({ kind: "exchange" })];
const policy = aPolicy({
  rules: [aRule({ id: "final", conditions: [{ on: "product_tag", oneOf: ["final-sale"], isNegated: false }] })],
  otherwise: anEligibleOutcome({ resolutions: offers }),
});
const order = anOrder({ lines: [anOrderLine(), anOrderLine({ productTags: ["Final-Sale"] })] });
const context = { order, compiled: compilePolicy(policy, 3), now, zone: "UTC" };

describe("trying a policy on an order", () => {
  test("shows for each line what would be decided and every amount", () => {
    const [shirt, final] = previewLines(context, "too-small");
    expect(shirt?.decision).toMatchObject({ outcome: "eligible", decidedBy: "otherwise", policyVersion: 3 });
    expect(shirt?.quotes.map(({ resolution, total }) => [resolution, total.shop.minor])).toEqual([
      ["refund", 3600],
      ["store_credit", 4200],
    ]);
    expect(shirt?.isExchangeOffered).toBe(true);
    expect(final).toMatchObject({ decision: { outcome: "ineligible", ruleId: "final" }, quotes: [], isExchangeOffered: false });
  });

  test("waives the fee for a reason that is the merchant's fault", () => {
    const refunds = (reason: string | null) => previewLines(context, reason)[0]?.quotes[0]?.total.shop.minor;
    expect([refunds(null), refunds("damaged-or-defective")]).toEqual([3600, 4000]);
  });
});
