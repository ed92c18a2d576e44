import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "#app/domain/inspection/findings.ts";
import type { OfferedResolution } from "#app/domain/policies/policy.ts";
import { promisedBy } from "#app/domain/returns/payouts.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import { splitByGrade } from "#app/domain/returns/regraded-items.ts";
import type { Agreement, RegradedUnits } from "#app/domain/returns/regrade.ts";
import { awaitsChoice, canApplyRule, countingUnits, regradedTo } from "#app/domain/returns/regrade.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { asOpened, dueThroughShopify, settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const requestedAt = new Date("2026-03-15T12:00:00Z");
const offering = (...resolutions: readonly Partial<OfferedResolution>[]) =>
  someTerms({ resolutions: resolutions.map((one) => anOffer(one)) });
const agreement = (overrides: Partial<Agreement> = {}): Agreement => ({
  agreed: offering({ restockingFeeBp: 1_000 }),
  kind: "refund",
  possible: ["refund", "store_credit"],
  isFeeElsewhere: false,
  ...overrides,
});

describe("what the condition changes for the shopper", () => {
  test.each([
    ["a lower fee is better", offering({ restockingFeeBp: 0 }), { effect: "better", becomes: "refund", lossBp: -1_000 }],
    ["a higher fee is worse", offering({ restockingFeeBp: 3_000 }), { effect: "worse", becomes: "refund", lossBp: 2_000 }],
    ["a refusal is worse and pays nothing", null, { effect: "worse", becomes: "nothing", lossBp: 10_000 }],
    [
      "what is not granted becomes what is",
      offering({ kind: "store_credit", restockingFeeBp: 1_000 }),
      { effect: "worse", becomes: "store_credit" },
    ],
    ["a repair takes a return of its own", offering({ kind: "repair" }), { effect: "worse", becomes: "not_possible" }],
  ])("%s", (_what, terms, change) => {
    expect(regradedTo({ terms }, agreement())).toMatchObject(change);
  });

  test("the same terms change nothing", () => {
    expect(regradedTo({ terms: offering({ restockingFeeBp: 1_000 }) }, agreement())).toBeUndefined();
  });

  test("a label that is free now is better, unless another order bears its fee anyway", () => {
    const paying = someTerms({ resolutions: [anOffer({ takesReturnShippingFee: true })], returnShippingFee: money(500, "USD") });
    const free = { terms: { ...paying, returnShippingFee: null } };
    expect(regradedTo(free, agreement({ agreed: paying }))).toMatchObject({ effect: "better" });
    expect(regradedTo(free, agreement({ agreed: paying, isFeeElsewhere: true }))).toBeUndefined();
  });

  test("shipping, duties and tip that were agreed stay so, and no others are added", () => {
    const agreed = someTerms({ resolutions: [anOffer()], refundsShipping: true, refundsDuties: true });
    const { refundsTip: _none, ...fee } = offering({ restockingFeeBp: 500 });
    const change = regradedTo({ terms: { ...fee, refundsTip: true } }, agreement({ agreed }));
    expect(change?.terms).toMatchObject({ refundsShipping: true, refundsDuties: true });
    expect(change?.terms).not.toHaveProperty("refundsTip");
  });

  test("one thing worse makes it worse, however much else is better", () => {
    const agreed = offering({ kind: "store_credit", restockingFeeBp: 2_000, bonusBp: 1_000 });
    const terms = offering({ kind: "store_credit", restockingFeeBp: 0, bonusBp: 500 });
    expect(regradedTo({ terms }, agreement({ agreed, kind: "store_credit" }))).toMatchObject({ effect: "worse", lossBp: -1_500 });
  });

  test("the worse counts only once staff applied the rule, the better always, nothing of what was paid before", () => {
    const units = [aRegrade({ effect: "better" }), aRegrade({ effect: "worse" })];
    const counted = (["waiting", "kept", "ruled", "told"] as const).map((state) => countingUnits({ state, units }).length);
    expect(counted).toEqual([1, 1, 2, 0]);
    expect(canApplyRule({ units: [aRegrade({ becomes: "not_possible" })] })).toBe(false);
  });

  test("a return that ended while staff had not chosen waits for nothing", () => {
    const regrade = { state: "waiting", units: [aRegrade()] } as const;
    expect((["inspected", "closed", "refunded"] as const).map((status) => awaitsChoice({ status, regrade }))).toEqual([true, false, false]);
    expect(awaitsChoice({ status: "inspected", regrade: { ...regrade, state: "kept" } })).toBe(false);
  });
});

const line = anOrderLine({ quantity: 3, paid: samePair(6_000, "USD"), tax: samePair(600, "USD"), listUnitPrice: samePair(2_000, "USD") });
const order = anOrder({ lines: [line] });
const agreedTerms = offering({ restockingFeeBp: 1_000 }, { kind: "store_credit" }, { kind: "exchange" });
const aRegrade = (overrides: Partial<RegradedUnits> = {}): RegradedUnits => ({
  ...{ lineGid: line.gid, gradeId: "used", decisionId: "d", effect: "worse", lossBp: 0, becomes: "refund" },
  terms: offering({ restockingFeeBp: 2_000 }),
  ...overrides,
});
const found = (gradeId: string, quantity: number, deductionBp = 0): Finding => ({
  ...{ quantity, gradeId, gradeName: "", condition: "used", deductionBp, fate: "restock" },
});

function agreedOn(kind: "refund" | "exchange"): ResolutionQuote {
  const variant = { variantGid: "gid://shopify/ProductVariant/9" as const, title: "XL", unitPrice: samePair(2_000, "USD") };
  const quote = quoteResolution(
    { order, items: [{ lineGid: line.gid, quantity: 3, terms: agreedTerms, exchange: variant }], requestedAt },
    kind,
  );
  if (!quote.ok) throw new Error(quote.error.code);
  return quote.value;
}

function settle(findings: readonly Finding[], counting: readonly RegradedUnits[], kind: "refund" | "exchange" = "refund") {
  const agreed = agreedOn(kind);
  const deductions = findings.map(({ quantity, deductionBp: bp }) => ({ quantity, bp }));
  const item = { lineGid: line.gid, quantity: 3, terms: agreedTerms, deductions };
  const items = splitByGrade(item, { findings, counting, kind, isFeeElsewhere: false });
  const [figure, opened] = [items, asOpened(items, agreed)].map((some) => settlementFigure({ order, items: some, agreed, requestedAt }));
  if (!figure?.ok || !opened?.ok) throw new Error("It can be settled");
  return { agreed, figure: figure.value, opened: opened.value };
}

describe("units of one line in several conditions", () => {
  test("each by its own terms: one as agreed with 10 %, two with 20 %", () => {
    const { agreed, figure, opened } = settle([found("as-new", 1), found("used", 2)], [aRegrade()]);
    // 3 x 22.00; the fee counts on 20.00: 2.00 + 2 x 4.00.
    expect(figure.total.presentment.minor).toBe(6_600 - 200 - 800);
    // Shopify knows the return as it was opened.
    expect(dueThroughShopify(opened)).toEqual(dueThroughShopify(agreed));
  });

  test("nothing is paid for refused units, and no fee of theirs falls on the others", () => {
    const { figure } = settle([found("as-new", 1), found("used", 2)], [aRegrade({ terms: null, becomes: "nothing" })]);
    expect(figure.total.presentment.minor).toBe(2_200 - 200);
  });

  test("part as credit: each way pays its own", () => {
    const credit = aRegrade({ becomes: "store_credit", terms: offering({ kind: "store_credit", bonusBp: 1_000 }) });
    const { figure } = settle([found("as-new", 1), found("used", 2)], [credit]);
    expect(promisedBy(figure)).toMatchObject({ payment: { minor: 2_000 }, store_credit: { minor: 4_840 } });
  });

  test("an exchange that is not granted any more is paid, and Shopify reckons it without the goods that are not sent", () => {
    const { figure, opened } = settle([found("as-new", 1), found("used", 2)], [aRegrade()], "exchange");
    expect(figure.exchanges).toMatchObject([{ quantity: 1 }]);
    expect(figure.total.presentment.minor).toBe(4_400 - 800);
    expect(dueThroughShopify(opened).presentment.minor).toBe(4_400);
  });

  test("whatever the fees and shares, nobody gets less than nothing or more than was paid, and one group is as good as none", () => {
    // Up to 90 %, so that with the agreed fee no grade keeps more than there is.
    const share = fc.nat(9_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.nat(10_000), fc.tuple(share, share), (used, fee, [kept, keptOfNew]) => {
        const findings = [found("as-new", 3 - used, keptOfNew), found("used", used, kept)].filter(({ quantity }) => quantity > 0);
        const { figure } = settle(findings, [aRegrade({ terms: offering({ restockingFeeBp: fee }) })]);
        expect(figure.total.presentment.minor).toBeGreaterThanOrEqual(0);
        expect(figure.total.presentment.minor).toBeLessThanOrEqual(6_600);
        const same = settle(findings, [aRegrade({ terms: agreedTerms })]).figure;
        const none = settle(findings, []).figure;
        expect(Math.abs(same.total.presentment.minor - none.total.presentment.minor)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });

  test("what a fee and a grade keep of one item is never taken from another", () => {
    const units = aRegrade({ terms: offering({ restockingFeeBp: 6_000 }) });
    const { figure } = settle([found("as-new", 1), found("used", 2, 9_000)], [units]);
    expect(figure.total.presentment.minor).toBe(2_000);
  });
});
