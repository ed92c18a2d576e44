import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { previewLines } from "#app/domain/returns/preview-lines.ts";
import { anEligibleOutcome, anOffer, aPolicy, aRule } from "#test/builders/a-policy.ts";
import { aQuestion } from "#test/builders/a-return-question.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const now = new Date("2026-03-15T12:00:00Z");
const offers = [anOffer({ restockingFeeBp: 1000 }), anOffer({ kind: "store_credit", bonusBp: 500 }), anOffer({ kind: "exchange" })];
const policy = aPolicy({
  rules: [aRule({ id: "final", conditions: [{ on: "product_tag", oneOf: ["final-sale"], isNegated: false }] })],
  otherwise: anEligibleOutcome({ resolutions: offers }),
});
const order = anOrder({ lines: [anOrderLine(), anOrderLine({ productTags: ["Final-Sale"] })] });
const context = { order, compiled: compilePolicy(policy, 3), now, zone: "UTC" };

const said = (reason: string | null, answers: Answers = {}, hasPhoto = false) => ({ reason, answers, hasPhoto });

describe("trying a policy on an order", () => {
  test("shows for each line what would be decided and every amount", () => {
    const [shirt, final] = previewLines(context, said("too-small"));
    expect(shirt?.decision).toMatchObject({ outcome: "eligible", decidedBy: "otherwise", policyVersion: 3 });
    expect(shirt?.quotes.map(({ resolution, total }) => [resolution, total.shop.minor])).toEqual([
      ["refund", 3600],
      ["store_credit", 4200],
    ]);
    expect(shirt?.isExchangeOffered).toBe(true);
    expect(final).toMatchObject({ decision: { outcome: "ineligible", ruleId: "final" }, quotes: [], isExchangeOffered: false });
  });

  test("waives the fee for a reason that is the merchant's fault", () => {
    const refunds = (reason: string | null) => previewLines(context, said(reason))[0]?.quotes[0]?.total.shop.minor;
    expect([refunds(null), refunds("damaged-or-defective")]).toEqual([3600, 4000]);
  });

  test("tries rules on answers: only those of questions that the line is asked after the ones before them", () => {
    const questions = [
      aQuestion({ id: "q-broken", asked: { on: "reason", reasons: ["damaged-or-defective"], productTypes: ["Mugs"] } }),
      aQuestion({ id: "q-how", asked: { on: "answer", question: "q-broken", choices: ["yes"] } }),
    ];
    const rules = [
      aRule({ id: "how", conditions: [{ on: "answer", question: "q-how", oneOf: ["yes"], isNegated: false }] }),
      aRule({ id: "broken", conditions: [{ on: "answer", question: "q-broken", oneOf: ["yes"], isNegated: false }] }),
    ];
    const lines = [anOrderLine({ productType: "Mugs" }), anOrderLine({ productType: "Shirts" })];
    const tried = { ...context, order: anOrder({ lines }), compiled: compilePolicy(aPolicy({ rules, questions }), 3) };
    const decidedBy = (reason: string | null, answers: Answers) =>
      previewLines(tried, said(reason, answers)).map(({ decision }) => decision.ruleId ?? decision.decidedBy);
    expect(decidedBy("damaged-or-defective", {})).toEqual(["otherwise", "otherwise"]);
    expect(decidedBy("damaged-or-defective", { "q-broken": "yes" })).toEqual(["broken", "otherwise"]);
    expect(decidedBy("damaged-or-defective", { "q-broken": "yes", "q-how": "yes" })).toEqual(["how", "otherwise"]);
    expect(decidedBy("damaged-or-defective", { "q-broken": "no", "q-how": "yes" }), "not asked any more").toEqual([
      "otherwise",
      "otherwise",
    ]);
    expect(decidedBy("damaged-or-defective", { "q-broken": "gone" }), "no such choice").toEqual(["otherwise", "otherwise"]);
    expect(decidedBy("too-small", { "q-broken": "yes" })).toEqual(["otherwise", "otherwise"]);
    expect(decidedBy(null, { "q-broken": "yes" })).toEqual(["otherwise", "otherwise"]);
  });

  test("tries rules on evidence: with a photo its own terms, without one a yes that asks for it", () => {
    const shown = aRule({ conditions: [{ on: "has_evidence", isNegated: false }], outcome: anEligibleOutcome({ resolutions: offers }) });
    const otherwise = { kind: "ineligible", because: "not_returnable", instead: [] } as const;
    const tried = { ...context, compiled: compilePolicy(aPolicy({ rules: [shown], otherwise }), 3) };
    const photoOf = (hasPhoto: boolean) => previewLines(tried, said("too-small", {}, hasPhoto))[0]?.decision.terms?.photo;
    expect([photoOf(false), photoOf(true)]).toEqual(["required", "not_needed"]);
  });
});
