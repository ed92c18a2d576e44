import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { describeOutcome } from "#app/domain/policies/describe-policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { OfferedResolution } from "#app/domain/policies/policy.ts";
import { anEligibleOutcome, anOffer, aPolicy, someFacts } from "#test/builders/a-policy.ts";

const usd = (minor: number) => ({ minor, currency: "USD" });
const keep = anOffer({ kind: "keep_it", onlyUpTo: usd(3_000), asksToDonate: true });
const policyOf = (resolutions: readonly OfferedResolution[]) => aPolicy({ otherwise: anEligibleOutcome({ resolutions }) });
const decideFor = (facts: Partial<DecisionFacts>) => decide(compilePolicy(policyOf([anOffer(), keep]), 1), someFacts(facts));
const problemsOf = (resolutions: readonly OfferedResolution[]) => {
  const parsed = parsePolicy(policyOf(resolutions));
  return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`);
};

describe("what may be kept below a value", () => {
  test("is offered up to that value, the limit included, for all units together", () => {
    expect(decideFor({ quantity: 1 }).terms?.resolutions).toEqual([anOffer(), keep]);
    expect(decideFor({ unitPrice: usd(3_000), quantity: 1 }).terms?.resolutions).toHaveLength(2);
    expect(decideFor({ quantity: 2 }).terms?.resolutions).toEqual([anOffer()]);
  });

  test("says why it is left out", () => {
    expect(decideFor({ quantity: 2 }).explanation).toContainEqual({
      code: "offer_left_out",
      params: { resolution: "keep_it", upTo: usd(3_000) },
    });
    expect(decideFor({ quantity: 1 }).explanation.map(({ code }) => code)).not.toContain("offer_left_out");
  });

  test("is not offered for a price in another currency, which nobody can compare", () => {
    expect(decideFor({ unitPrice: { minor: 100, currency: "EUR" } }).terms?.resolutions).toEqual([anOffer()]);
  });

  test("is read back with its limit and whether it is to be donated", () => {
    expect(describeOutcome(anEligibleOutcome({ resolutions: [anOffer(), keep] }))).toContainEqual({
      code: "offers",
      params: expect.objectContaining({ resolution: "keep_it", onlyUpTo: usd(3_000), asksToDonate: true }) as never,
    });
  });

  test("needs something beside it for what is worth more, and belongs to nothing else", () => {
    expect(problemsOf([anOffer(), keep])).toEqual([]);
    expect(problemsOf([keep])).toEqual(["otherwise.resolutions limited_offer_alone"]);
    expect(problemsOf([anOffer({ onlyUpTo: usd(1) }), anOffer({ kind: "exchange", asksToDonate: true })])).toEqual([
      "otherwise.resolutions.0.onlyUpTo only_for_keep_it",
      "otherwise.resolutions.1.asksToDonate only_for_keep_it",
    ]);
    expect(problemsOf([anOffer(), { ...keep, onlyUpTo: { minor: 1, currency: "EUR" } }])).toEqual([
      "otherwise.resolutions.1.onlyUpTo amount_in_other_currency",
    ]);
  });

  test("money at the carrier's first scan is kept with the rule and told with its terms", () => {
    const outcome = anEligibleOutcome({ paysAtFirstScan: true });
    expect(decide(compilePolicy(aPolicy({ otherwise: outcome }), 1), someFacts()).terms?.paysAtFirstScan).toBe(true);
    expect(describeOutcome(outcome)).toContainEqual({ code: "paid_at_first_scan", params: {} });
  });
});
