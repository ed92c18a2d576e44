import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import { CONDITION_CODES, DECISION_CODES, OUTCOME_CODES } from "#app/domain/policies/explanation.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import { anyFacts, anyPolicy } from "#test/builders/any-policy.ts";

/** Asked by whoever bought it, or by the receiver of a gift. */
const anyonesFacts = fc
  .tuple(anyFacts, fc.option(fc.nat(90)))
  .map(([facts, days]) => (days === null ? facts : { ...facts, giftDays: days }));

const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test("stored facts given to the stored version yield the same decision, after both were written to and read from JSON", () => {
  fc.assert(
    fc.property(anyPolicy, anyonesFacts, (policy, facts) => {
      const decision: Decision = decide(compilePolicy(policy, 3), facts);
      const kept = asStored(decision);
      expect(kept).toEqual(decision);
      expect(decide(compilePolicy(asStored<Policy>(policy), kept.policyVersion), kept.factsUsed)).toEqual(kept);
    }),
    { numRuns: 300 },
  );
});

test("deciding twice, or other items in between, changes nothing", () => {
  fc.assert(
    fc.property(anyPolicy, anyFacts, anyFacts, (policy, facts, others) => {
      const compiled = compilePolicy(policy, 1);
      const first = decide(compiled, facts);
      decide(compiled, others);
      expect(decide(compiled, facts)).toEqual(first);
    }),
  );
});

test("every decision is complete: terms when it can come back, a reason when not, and only codes that locale files know", () => {
  const known = new Set<string>([...CONDITION_CODES, ...DECISION_CODES, ...OUTCOME_CODES]);
  fc.assert(
    fc.property(anyPolicy, anyonesFacts, (policy, facts) => {
      const decision = decide(compilePolicy(policy, 1), facts);
      expect(decision.terms === null).toBe(decision.outcome === "ineligible");
      expect(decision.because === null).toBe(decision.outcome !== "ineligible");
      expect((decision.ruleId !== null) === (decision.decidedBy === "rule")).toBe(true);
      expect(decision.explanation.length).toBeGreaterThan(0);
      for (const { code } of decision.explanation) expect(known).toContain(code);
    }),
  );
});

test("every policy the generator makes is one the editor accepts, unchanged", () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(parsePolicy(asStored(policy))).toEqual({ ok: true, value: policy });
    }),
  );
});
