import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { documentOf, offerIndex } from "#app/ui/policies/policy-document.ts";
import type { PolicyForm } from "#app/ui/policies/policy-form.ts";
import { formOf, newCondition, newRule } from "#app/ui/policies/policy-form.ts";
import { anyPolicy } from "#test/builders/any-policy.ts";

const form = formOf(defaultPolicy("USD"));
const problemsOf = (changed: PolicyForm) => {
  const parsed = parsePolicy(documentOf(changed));
  return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path} ${code}`);
};

describe("the editor's form of a policy", () => {
  test("gives back exactly the policy it was made from", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(documentOf(formOf(policy))).toEqual(JSON.parse(JSON.stringify(policy)));
      }),
    );
  });

  test("a new rule needs nothing more to be saved", () => {
    expect(problemsOf({ ...form, rules: [newRule("new", "New rule"), ...form.rules] })).toEqual([]);
  });

  test("a rule that refused can be turned into one that lets things come back without filling in more", () => {
    const rules = form.rules.map((rule) => ({ ...rule, outcome: { ...rule.outcome, kind: "eligible" as const } }));
    expect(problemsOf({ ...form, rules })).toEqual([]);
  });

  test("names the field of everything that is no figure", () => {
    const rule = newRule("new", " ");
    const offers = rule.outcome.offers.map((offer) => ({ ...offer, isOffered: true, bonus: "much", restockingFee: "101" }));
    const conditions = [newCondition("vendor"), newCondition("unit_price"), { ...newCondition("discount_share_bp"), atLeast: "1.234" }];
    const outcome = { ...rule.outcome, windowDays: "a month", offers, fees: [{ countries: [], amount: "" }] };
    expect(problemsOf({ ...form, rules: [{ ...rule, conditions, outcome }] })).toEqual([
      "rules.0.name name_needed",
      "rules.0.conditions.0.oneOf value_needed",
      "rules.0.conditions.1.atLeast range_needs_a_bound",
      "rules.0.conditions.2.atLeast whole_number_needed",
      "rules.0.outcome.windowDays days_range",
      "rules.0.outcome.resolutions.0.restockingFeeBp basis_points_range",
      "rules.0.outcome.resolutions.1.bonusBp basis_points_range",
      "rules.0.outcome.resolutions.1.restockingFeeBp basis_points_range",
      "rules.0.outcome.resolutions.2.restockingFeeBp basis_points_range",
      "rules.0.outcome.resolutions.3.bonusBp basis_points_range",
      "rules.0.outcome.resolutions.3.restockingFeeBp basis_points_range",
      "rules.0.outcome.resolutions.4.restockingFeeBp basis_points_range",
      "rules.0.outcome.resolutions.6.restockingFeeBp basis_points_range",
      "rules.0.outcome.returnShippingFees.0.amount.minor amount_invalid",
    ]);
  });

  test("knows where an offer stands in the document, which holds only what is offered", () => {
    const [refund, credit, exchange] = newRule("new", "New rule").outcome.offers;
    if (!refund || !credit || !exchange) throw new Error("Three kinds");
    const offers = [refund, { ...credit, isOffered: false }, { ...exchange, isOffered: true }];
    expect(offers.map(({ kind }) => offerIndex(offers, kind))).toEqual([0, -1, 1]);
  });
});
