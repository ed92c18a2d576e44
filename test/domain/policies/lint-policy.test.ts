import { describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { lintPolicy } from "#app/domain/policies/lint-policy.ts";
import type { LintedShop } from "#app/domain/policies/lint-finding.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { aPolicy, aRule, anEligibleOutcome, anOffer } from "#test/builders/a-policy.ts";

const usd = (minor: number) => ({ minor, currency: "USD" });
const sells = (countries: string[], cheapest: LintedShop["cheapest"] = null): LintedShop => ({
  countries,
  cheapest,
  gradeIds: ["as-new", "used", "damaged"],
});
const find = (policy: Policy, shop: LintedShop) => lintPolicy(policy, shop).map(({ code, params }) => ({ code, ...params }));

describe("the law of the countries that a shop sells to", () => {
  const short = aPolicy({ otherwise: anEligibleOutcome({ windowDays: 7 }) });

  test("a week is too short for Germany and Britain, long enough for China and not asked about in America", () => {
    expect(find(short, sells(["US", "DE", "CN", "GB"]))).toEqual([
      { code: "window_too_short", rule: "", countries: ["DE"], days: 7, minimum: 14 },
      { code: "window_too_short", rule: "", countries: ["GB"], days: 7, minimum: 14 },
    ]);
    expect(find(aPolicy({ otherwise: anEligibleOutcome({ windowDays: 6 }) }), sells(["CN"]))).toMatchObject([
      { countries: ["CN"], minimum: 7 },
    ]);
    expect(find(aPolicy({ otherwise: anEligibleOutcome({ windowDays: 14 }) }), sells(["DE"]))).toEqual([]);
  });

  test("a rule of its own for the country puts it right", () => {
    const german = aRule({
      conditions: [{ on: "country", oneOf: ["DE"], isNegated: false }],
      outcome: anEligibleOutcome({ windowDays: 14 }),
    });
    expect(find({ ...short, rules: [german] }, sells(["DE"]))).toEqual([]);
  });

  test("final sale is no exception, hygiene and goods made to order are", () => {
    const refuse = (because: "final_sale" | "hygiene" | "made_to_order") =>
      aRule({
        id: because,
        name: because,
        conditions: [{ on: "product_tag", oneOf: [because], isNegated: false }],
        outcome: { kind: "ineligible", because, instead: [] },
      });
    const policy = aPolicy({ rules: [refuse("final_sale"), refuse("hygiene"), refuse("made_to_order")] });
    expect(
      find(policy, sells(["FR", "CN"])).map(({ code, ...params }) => `${code} ${"countries" in params ? String(params.countries) : ""}`),
    ).toEqual(["withdrawal_refused FR", "withdrawal_refused CN"]);
  });

  test("a rule for the merchant's own faults, for late returns or for downloads is not about withdrawal", () => {
    const refusal = { kind: "ineligible" as const, because: "not_returnable" as const, instead: [] };
    const rules = [
      aRule({
        conditions: [{ on: "reason", oneOf: ["damaged-or-defective"], isNegated: false }],
        outcome: anEligibleOutcome({ windowDays: 3 }),
      }),
      aRule({ conditions: [{ on: "days_since_delivery", atLeast: 15, atMost: null, isNegated: false }], outcome: refusal }),
      aRule({ conditions: [{ on: "is_digital", isNegated: false }], outcome: refusal }),
    ];
    expect(find(aPolicy({ rules }), sells(["DE"]))).toEqual([]);
  });

  test("a restocking fee on a refund is not allowed on withdrawal in Europe; on store credit, which nobody has to take, it is", () => {
    const policy = aPolicy({ otherwise: anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 1_000 })] }) });
    expect(find(policy, sells(["DE", "US"]))).toEqual([{ code: "restocking_on_withdrawal", rule: "", countries: ["DE"], minimum: 14 }]);
    const credit = anEligibleOutcome({ resolutions: [anOffer(), anOffer({ kind: "store_credit", restockingFeeBp: 1_000 })] });
    expect(find(aPolicy({ otherwise: credit }), sells(["DE"]))).toEqual([]);
  });

  test("store credit alone is not what the law gives on withdrawal; for the merchant's own faults and outside its countries nobody asks", () => {
    const credit = anEligibleOutcome({ resolutions: [anOffer({ kind: "store_credit" }), anOffer({ kind: "exchange" })] });
    expect(find(aPolicy({ otherwise: credit }), sells(["DE", "CN", "US"]))).toEqual([
      { code: "withdrawal_without_refund", rule: "", countries: ["DE"], minimum: 14 },
      { code: "withdrawal_without_refund", rule: "", countries: ["CN"], minimum: 7 },
    ]);
    const broken = aRule({ conditions: [{ on: "reason", oneOf: ["damaged-or-defective"], isNegated: false }], outcome: credit });
    const american = aRule({ id: "us", conditions: [{ on: "country", oneOf: ["US"], isNegated: false }], outcome: credit });
    expect(find(aPolicy({ rules: [broken, american] }), sells(["DE", "US"]))).toEqual([]);
  });

  test("the starter policy's final sale is found for a shop that sells to Europe", () => {
    expect(find(defaultPolicy("USD"), sells(["US"]))).toEqual([]);
    expect(find(defaultPolicy("EUR"), sells(["DE"]))).toMatchObject([
      { code: "withdrawal_refused", rule: "Final sale", because: "final_sale" },
    ]);
  });
});

describe("countries that the policy forgot", () => {
  test("where nothing can come back", () => {
    const home = aRule({ conditions: [{ on: "country", oneOf: ["US"], isNegated: false }], outcome: anEligibleOutcome() });
    const policy = aPolicy({ rules: [home], otherwise: { kind: "ineligible", because: "not_returnable", instead: [] } });
    expect(find(policy, sells(["US", "JP", "BR"]))).toEqual([{ code: "country_without_returns", countries: ["JP", "BR"] }]);
  });

  test("where no fee is named though others pay one", () => {
    const fees = [{ countries: ["DE"], amount: usd(900) }];
    const resolutions = [anOffer({ takesReturnShippingFee: true })];
    const policy = aPolicy({ otherwise: anEligibleOutcome({ returnShippingFees: fees, resolutions }) });
    expect(find(policy, sells(["DE", "JP"]))).toEqual([{ code: "country_without_fee", rule: "", countries: ["JP"] }]);
    const everywhere = [...fees, { countries: [], amount: usd(1_500) }];
    expect(find(aPolicy({ otherwise: anEligibleOutcome({ returnShippingFees: everywhere, resolutions }) }), sells(["DE", "JP"]))).toEqual(
      [],
    );
  });
});

describe("fees that leave nothing", () => {
  const resolutions = [anOffer({ takesReturnShippingFee: true, restockingFeeBp: 1_000 })];
  const outcome = anEligibleOutcome({ resolutions, returnShippingFees: [{ countries: [], amount: usd(900) }] });

  test("always, when the rule is only for cheap goods: 10 % of 10.00 and 9.00 for shipping", () => {
    const rule = aRule({ name: "Cheap", conditions: [{ on: "unit_price", atLeast: null, atMost: usd(1_000), isNegated: false }], outcome });
    expect(find(aPolicy({ rules: [rule] }), sells([]))).toEqual([
      { code: "fee_takes_all", rule: "Cheap", resolution: "refund", fee: usd(900) },
    ]);
    const dearer = { ...rule, conditions: [{ on: "unit_price" as const, atLeast: null, atMost: usd(1_001), isNegated: false }] };
    expect(find(aPolicy({ rules: [dearer] }), sells([]))).toEqual([]);
  });

  test("sometimes, when the shop sells things that cheap", () => {
    expect(find(aPolicy({ otherwise: outcome }), sells([], usd(800)))).toEqual([
      { code: "fee_may_take_all", rule: "", resolution: "refund", fee: usd(900), cheapest: usd(800) },
    ]);
    expect(find(aPolicy({ otherwise: outcome }), sells([], usd(2_000)))).toEqual([]);
  });

  test("a restocking fee of everything", () => {
    const all = anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 10_000 })] });
    expect(find(aPolicy({ otherwise: all }), sells([])).map(({ code }) => code)).toEqual(["fee_takes_all"]);
  });
});

test("a policy of the largest size is read quickly", () => {
  const rules = Array.from({ length: 200 }, (_, index) =>
    aRule({
      conditions: [
        { on: "product_type", oneOf: [`type-${index % 40}`, `type-${(index + 7) % 40}`], isNegated: false },
        { on: "product_tag", oneOf: [`tag-${index}`, `tag-${index + 1}`], isNegated: false },
        { on: "country", oneOf: ["NO", "CH"], isNegated: true },
        { on: "unit_price", atLeast: usd(300 + index), atMost: null, isNegated: false },
      ],
      outcome: anEligibleOutcome(),
    }),
  );
  const started = performance.now();
  lintPolicy(aPolicy({ rules }), sells(["US", "DE", "FR", "CN", "GB", "JP"]));
  expect(performance.now() - started).toBeLessThan(5_000);
});
