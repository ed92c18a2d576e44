import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";

interface Stored {
  readonly policy: unknown;
  readonly decisions: readonly Decision[];
}

/** A version and its decisions as the first release of the policy editor stored them. */
const stored = JSON.parse(readFileSync(new URL("./fixtures/stored-decisions.json", import.meta.url), "utf8")) as Stored;

describe("what shops published and decided before conditions could be grouped", () => {
  const read = parsePolicy(stored.policy);

  test("is still read, unchanged", () => {
    expect(read).toEqual({ ok: true, value: stored.policy });
  });

  test.each(stored.decisions.map((decision) => [`${decision.outcome} by ${decision.ruleId ?? decision.decidedBy}`, decision] as const))(
    "replays to the same decision: %s",
    (_name, decision) => {
      if (!read.ok) throw new Error("The stored policy does not read");
      expect(decide(compilePolicy(read.value, decision.policyVersion), decision.factsUsed)).toEqual(decision);
    },
  );
});
