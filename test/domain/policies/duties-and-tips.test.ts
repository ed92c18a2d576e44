import { describe, expect, test } from "vitest";
import { comparePolicies } from "#app/domain/policies/compare-policies.ts";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { gatherFacts } from "#app/domain/policies/decision-facts.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import type { Policy, ResolutionKind } from "#app/domain/policies/policy.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { documentOf } from "#app/ui/policies/policy-document.ts";
import { formOf } from "#app/ui/policies/policy-form.ts";
import { anEligibleOutcome, anOffer, aPolicy, someFacts } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const decideFor = (policy: Partial<Policy>, facts: Partial<DecisionFacts> = {}) =>
  decide(compilePolicy(aPolicy({ rules: [], ...policy }), 1), someFacts(facts));
const offering = (...kinds: ResolutionKind[]) => ({
  otherwise: anEligibleOutcome({ resolutions: kinds.map((kind) => anOffer({ kind })) }),
});

describe("what a policy says of duties and tips", () => {
  test("a policy from before there was a choice gives neither back; a new shop's gives duties back and keeps tips", () => {
    expect(decideFor(offering("refund")).terms).not.toHaveProperty("refundsDuties");
    expect(decideFor(offering("refund")).terms).not.toHaveProperty("refundsTip");
    expect(defaultPolicy("USD")).toMatchObject({ duties: "with_goods" });
    expect(defaultPolicy("USD")).not.toHaveProperty("tips");
    const terms = decideFor({ ...offering("refund"), duties: "with_goods", tips: "with_whole_order" }).terms;
    expect(terms).toMatchObject({ refundsDuties: true, refundsTip: true });
  });

  test("the receiver of a gift, who paid neither, is given neither", () => {
    const policy = { ...offering("store_credit"), duties: "with_goods", tips: "with_whole_order" } as const;
    const { terms } = decideFor(policy, { giftDays: 10 });
    expect(terms).not.toHaveProperty("refundsDuties");
    expect(terms).not.toHaveProperty("refundsTip");
  });

  test("the editor keeps what was chosen, the page says it, and a change of it has a name", () => {
    const policy = aPolicy({ duties: "with_goods", tips: "with_whole_order" });
    expect(parsePolicy(documentOf(formOf(policy)))).toEqual({ ok: true, value: policy });
    expect(policyPageText(policy)).toMatchObject({ duties: "with_goods", tips: "with_whole_order" });
    expect(policyPageText(aPolicy())).toMatchObject({ duties: "never", tips: "never" });
    expect(comparePolicies(aPolicy(), policy)).toEqual([{ kind: "refunds_changed" }]);
    expect(comparePolicies(aPolicy(), aPolicy({ duties: "never" }))).toEqual([]);
  });
});

describe("an order with import duties", () => {
  test("is known by the duties on its lines", () => {
    const duties = [{ gid: gid("Duty", 1), paid: samePair(100, "USD") }];
    const line = anOrderLine({ duties });
    const context = {
      now: new Date("2026-03-15T12:00:00Z"),
      zone: "UTC",
      transit: { days: 5, byCountry: [] },
      reason: null,
      quantity: null,
    };
    expect(gatherFacts(anOrder({ lines: [line] }), line, context)).toMatchObject({ hasDuties: true });
    expect(gatherFacts(anOrder(), anOrderLine(), context)).not.toHaveProperty("hasDuties");
  });

  test("is offered neither exchange nor replacement, and the reason stands in the explanation", () => {
    const decision = decideFor(offering("exchange", "refund", "replacement"), { hasDuties: true });
    expect(decision.terms?.resolutions.map(({ kind }) => kind)).toEqual(["refund"]);
    expect(decision.outcome).toBe("eligible");
    expect(decision.explanation).toContainEqual({ code: "goods_not_sent_for_duties", params: {} });
    expect(decideFor(offering("exchange", "refund")).terms?.resolutions).toHaveLength(2);
  });

  test("where a rule offers goods alone, staff decide on the money back instead", () => {
    const decision = decideFor(offering("exchange"), { hasDuties: true });
    expect(decision).toMatchObject({ outcome: "review", terms: { approval: "review", resolutions: [{ kind: "refund", bonusBp: 0 }] } });
    expect(decision.explanation.map(({ code }) => code)).toContain("refund_instead_for_duties");
  });
});
