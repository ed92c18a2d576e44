import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecisions } from "#app/domain/policies/compare-decisions.ts";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { reportClashes, reportCountries, reportReasons, reportRules } from "#app/domain/policies/dry-run-report.ts";
import type { TrialCase, TrialTally } from "#app/domain/policies/dry-run.ts";
import { emptyTally, planDryRun, tryCase } from "#app/domain/policies/dry-run.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { money } from "#app/domain/shared/money.ts";
import { aCondition, anEligibleOutcome, anOffer, aPolicy, aRule, someFacts } from "#test/builders/a-policy.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

const USD = (minor: number) => money(minor, "USD");
const sold = (facts: Partial<DecisionFacts> = {}, value = 8_000): TrialCase => caseOf("sold", someFacts(facts), value);
const asked = (facts: Partial<DecisionFacts> = {}, value = 8_000): TrialCase => caseOf("asked", someFacts(facts), value);

function caseOf(basis: "sold" | "asked", facts: DecisionFacts, value: number): TrialCase {
  return { basis, publishedFacts: facts, draftFacts: facts, value: USD(value), resolution: null, takesReturnShippingFee: true };
}

function dryRun(published: Policy, draft: Policy, cases: readonly TrialCase[]) {
  const plan = planDryRun(compilePolicy(published, 1), compilePolicy(draft, 2));
  const tally = emptyTally(plan);
  const changes = cases.map((each) => tryCase(plan, tally, each));
  return { tally, changes, rules: reportRules(draft, tally), clashes: reportClashes(draft, tally) };
}

const refusing = aPolicy({ otherwise: { kind: "ineligible", because: "hygiene", instead: [] } });

describe("a dry run of a draft", () => {
  test("finds nothing when the draft is what is published", () => {
    const { tally, changes } = dryRun(aPolicy(), aPolicy(), [sold(), asked({ reason: "too-small" })]);
    expect(changes).toEqual([undefined, undefined]);
    expect([tally.sold, tally.asked]).toMatchObject([
      { decisions: 1, changed: 0 },
      { decisions: 1, changed: 0 },
    ]);
  });

  test("counts goods that could come back and no longer can, and the other way round", () => {
    expect(dryRun(aPolicy(), refusing, [asked()])).toMatchObject({
      changes: [{ changes: ["refused"], difference: USD(-8_000) }],
      tally: { asked: { changed: 1, refusedMinor: 8_000, allowedMinor: 0, publishedGoodsMinor: 8_000, draftGoodsMinor: 0 } },
    });
    expect(dryRun(refusing, aPolicy(), [asked()])).toMatchObject({
      changes: [{ changes: ["allowed"], difference: USD(8_000) }],
      tally: { asked: { changed: 1, refusedMinor: 0, allowedMinor: 8_000 } },
    });
  });

  test("a 10 % restocking fee, a fee of 4.00 and a 5 % bonus move the money to the cent", () => {
    const offer = anOffer({ kind: "store_credit", bonusBp: 500, restockingFeeBp: 1_000, takesReturnShippingFee: true });
    const fees = [{ countries: [], amount: USD(400) }];
    const draft = aPolicy({ otherwise: anEligibleOutcome({ resolutions: [offer], returnShippingFees: fees }) });
    const { tally, changes } = dryRun(aPolicy(), draft, [asked({}, 10_000)]);
    expect(changes[0]).toMatchObject({ changes: ["offers"], difference: USD(-900) });
    expect(tally.asked).toMatchObject({ publishedFeesMinor: 0, draftFeesMinor: 1_400, publishedBonusMinor: 0, draftBonusMinor: 500 });
  });

  test("fees that are waived because it was the merchant's fault change nothing", () => {
    const draft = aPolicy({ otherwise: anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 5_000 })] }) });
    expect(dryRun(aPolicy(), draft, [asked({ reason: "damaged-or-defective" })]).changes).toEqual([undefined]);
    expect(dryRun(aPolicy(), draft, [asked({ reason: "too-small" })]).changes[0]?.changes).toEqual(["fees"]);
  });

  test("sums up by country and by reason", () => {
    const draft = aPolicy({ rules: [aRule({ conditions: [aCondition({ on: "country", oneOf: ["DE"] })] })] });
    const { tally } = dryRun(aPolicy(), draft, [
      sold({ country: "DE" }),
      sold({ country: "US" }),
      asked({ country: "DE", reason: "too-small" }),
      asked({ country: null, reason: "other-reason" }),
    ]);
    const short = (each: TrialTally | null) => (each ? `${each.changed}/${each.decisions}` : "");
    expect(reportCountries(tally).map(({ key, ...of }) => [key, short(of.sold), short(of.asked)])).toEqual([
      ["DE", "1/1", "1/1"],
      ["US", "0/1", "0/0"],
      ["", "0/0", "0/1"],
    ]);
    expect(reportReasons(tally).map(({ key, ...of }) => [key, short(of.sold), short(of.asked)])).toEqual([
      ["too-small", "", "1/1"],
      ["other-reason", "", "0/1"],
    ]);
  });

  test("tells rules that decide from those that wait for a reason, are blocked by a rule above, or that nothing meets", () => {
    const draft = aPolicy({
      rules: [
        aRule({ id: "types", name: "Shirts", conditions: [aCondition()] }),
        aRule({ id: "shadow", name: "Northwind shirts", conditions: [aCondition(), aCondition({ on: "vendor", oneOf: ["Northwind"] })] }),
        aRule({ id: "hats", name: "Hats", conditions: [aCondition({ oneOf: ["Hats"] })] }),
        aRule({
          id: "fault",
          name: "Broken shoes",
          conditions: [aCondition({ oneOf: ["Shoes"] }), aCondition({ on: "reason", oneOf: ["damaged-or-defective"] })],
        }),
        aRule({
          id: "late",
          name: "Late shoes",
          conditions: [aCondition({ oneOf: ["Shoes"] }), { on: "days_since_delivery", atLeast: 15, atMost: null, isNegated: false }],
        }),
        aRule({ id: "off", name: "Switched off", isEnabled: false }),
      ],
    });
    const { rules } = dryRun(aPolicy(), draft, [sold({ daysSinceDelivery: 0 }), sold({ productType: "Shoes", daysSinceDelivery: 0 })]);
    expect(rules.map(({ rule, state, blockedBy, sold: decided }) => [rule, state, blockedBy, decided])).toEqual([
      ["Shirts", "decides", null, 1],
      ["Northwind shirts", "blocked", "Shirts", 0],
      ["Hats", "unmet", null, 0],
      ["Broken shoes", "waits", null, 0],
      ["Late shoes", "waits", null, 0],
    ]);
  });

  test("names rules that say the opposite about the same items", () => {
    const draft = aPolicy({
      rules: [
        aRule({ name: "Summer is final", conditions: [aCondition({ on: "product_tag", oneOf: ["summer"] })] }),
        aRule({ name: "Shirts come back", conditions: [aCondition()], outcome: anEligibleOutcome() }),
        aRule({ name: "Northwind too is final", conditions: [aCondition({ on: "vendor", oneOf: ["Northwind"] })] }),
      ],
    });
    expect(dryRun(aPolicy(), draft, [sold(), sold(), sold({ productTags: [] })]).clashes).toEqual([
      { upper: "Summer is final", lower: "Shirts come back", isUpperRefusing: true, items: 2 },
      { upper: "Shirts come back", lower: "Northwind too is final", isUpperRefusing: false, items: 1 },
    ]);
  });

  test("stored half-way as JSON and taken up again, it comes to the same", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, fc.array(anyFacts, { maxLength: 12 }), (published, draft, facts) => {
        const cases = facts.map((each, index) => caseOf(index % 2 === 0 ? "sold" : "asked", each, 1_000 + index));
        const plan = planDryRun(compilePolicy(published, 1), compilePolicy(draft, 2));
        const halves = emptyTally(plan);
        for (const each of cases.slice(0, 5)) tryCase(plan, halves, each);
        const later = JSON.parse(JSON.stringify(halves)) as typeof halves;
        for (const each of cases.slice(5)) tryCase(plan, later, each);
        expect(later).toEqual(dryRun(published, draft, cases).tally);
      }),
      { numRuns: 100 },
    );
  });

  test("its sums are those of its parts: countries add up to the whole, and goods − fees + bonus explain every difference", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, fc.array(anyFacts, { maxLength: 12 }), (published, draft, facts) => {
        const { tally, changes } = dryRun(
          published,
          draft,
          facts.map((each, index) => caseOf(index % 2 === 0 ? "sold" : "asked", each, 1_000 + index)),
        );
        const all = [tally.sold, tally.asked];
        const groups = Object.values(tally.byCountry).flatMap((group) => [group.sold, group.asked]);
        for (const figure of Object.keys(tally.sold) as (keyof TrialTally)[]) {
          const total = (of: TrialTally[]) => of.reduce((sum, each) => sum + each[figure], 0);
          expect(total(groups)).toBe(total(all));
        }
        const paid = (of: TrialTally) =>
          of.draftGoodsMinor -
          of.draftFeesMinor +
          of.draftBonusMinor -
          (of.publishedGoodsMinor - of.publishedFeesMinor + of.publishedBonusMinor);
        const explained = changes.reduce((sum, change) => sum + (change?.difference.minor ?? 0), 0);
        expect(paid(tally.sold) + paid(tally.asked)).toBe(explained);
      }),
      { numRuns: 100 },
    );
  });
});

describe("two decisions about one item", () => {
  test("are the same exactly when the shopper is told the same", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, facts) => {
        const decision = decide(compilePolicy(policy, 1), facts);
        expect(compareDecisions(decision, decide(compilePolicy(policy, 2), facts))).toEqual([]);
      }),
    );
  });

  test("differ in their window, review, photo and label", () => {
    const of = (outcome: Partial<Parameters<typeof anEligibleOutcome>[0]>) =>
      decide(compilePolicy(aPolicy({ otherwise: anEligibleOutcome(outcome) }), 1), someFacts());
    const usual = of({});
    expect(compareDecisions(usual, of({ windowDays: 14 }))).toEqual(["shorter_window"]);
    expect(compareDecisions(of({ windowDays: null }), usual)).toEqual(["shorter_window"]);
    expect(compareDecisions(usual, of({ windowDays: null }))).toEqual(["longer_window"]);
    expect(compareDecisions(usual, of({ approval: "review", photo: "required", labelPaidBy: "customer" }))).toEqual([
      "review_added",
      "photo",
      "label",
    ]);
  });
});
