import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";
import { offeredToShopper, termsAfterRepair } from "#app/domain/returns/after-repair.ts";
import { quoteChoices, quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import { isZeroPair } from "#app/domain/shared/money-pair.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anyOrder } from "#test/builders/any-order.ts";

const AT = new Date("2026-03-20T12:00:00Z");
const kindsOf = (kinds: readonly ResolutionKind[]) => someTerms({ resolutions: kinds.map((kind) => anOffer({ kind })) });

describe("a repair", () => {
  test("brings and costs nothing, whatever its order and its rule are", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const terms = someTerms({ resolutions: [anOffer({ kind: "repair", expectedDays: 10 })], refundsShipping: true });
        const items = order.lines.map((line) => ({ lineGid: line.gid, quantity: line.quantity, terms, exchange: null }));
        const quote = quoteResolution({ order, items, requestedAt: AT }, "repair");
        if (!quote.ok) throw new Error(quote.error.code);
        expect(quote.value).toMatchObject({ resolution: "repair", parts: [], exchanges: [], expectedDays: 10 });
        expect(isZeroPair(quote.value.total) && isZeroPair(quote.value.owed)).toBe(true);
      }),
    );
  });

  test("takes nothing from what is refunded beside it", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const terms = kindsOf(["repair", "refund"]);
        const items = order.lines.map((line) => ({ lineGid: line.gid, quantity: line.quantity, terms, exchange: null }));
        const [mended, ...refunded] = items;
        if (!mended || refunded.length === 0) return;
        const both = quoteChoices({ order, items, requestedAt: AT }, (item) => (item === mended ? "repair" : "refund"));
        const alone = quoteResolution({ order, items: refunded, requestedAt: AT }, "refund");
        if (!both.ok || !alone.ok) throw new Error("Both can be priced");
        expect(both.value.total).toEqual(alone.value.total);
      }),
    );
  });

  test("that asks for a fee cannot be saved", () => {
    const policy = defaultPolicy("USD");
    if (policy.otherwise.kind === "ineligible") throw new Error("The starter policy takes things back");
    const repair = anOffer({ kind: "repair", restockingFeeBp: 100, takesReturnShippingFee: true });
    const parsed = parsePolicy({ ...policy, otherwise: { ...policy.otherwise, resolutions: [repair] } });
    expect(parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "otherwise.resolutions.0.restockingFeeBp repair_is_free",
      "otherwise.resolutions.0.takesReturnShippingFee repair_is_free",
    ]);
  });
});

describe("a repair that failed", () => {
  test("can always become a refund, free of fees, and keeps the bonus of the credit that its rule offered", () => {
    const terms = {
      ...kindsOf(["repair", "exchange"]),
      resolutions: [anOffer({ kind: "repair" }), anOffer({ kind: "store_credit", bonusBp: 1_000 })],
    };
    const after = termsAfterRepair({ ...terms, paysAtFirstScan: true });
    expect(after.resolutions.map(({ kind, bonusBp }) => [kind, bonusBp])).toEqual([
      ["store_credit", 1_000],
      ["refund", 0],
    ]);
    expect(after).toMatchObject({ areFeesWaived: true, returnShippingFee: null });
    expect(after.paysAtFirstScan).toBeUndefined();
  });

  test("offers the shopper what their rule offered, and the money back where that is nothing", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...RESOLUTION_KINDS), { minLength: 1 }), (kinds) => {
        const granted = kindsOf(kinds);
        const possible = termsAfterRepair(granted).resolutions.map(({ kind }) => kind);
        const offered = offeredToShopper(possible, [granted]);
        const own = kinds.filter((kind) => kind === "refund" || kind === "store_credit" || kind === "gift_card");
        expect(offered.toSorted()).toEqual((own.length > 0 ? own : ["refund"]).toSorted());
      }),
    );
  });
});
