import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { decideItems, decideLine, needsReview, photosMissing } from "#app/domain/returns/decide-items.ts";
import { returnName } from "#app/domain/returns/return.ts";
import type { SelectedItem } from "#app/domain/returns/select-items.ts";
import { aCondition, anEligibleOutcome, aPolicy, aRule } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const [shirt, gift] = [anOrderLine(), anOrderLine({ productType: "Gifts" })];
const order = anOrder({ lines: [shirt, gift] });
const context = (policy: Policy) => ({
  order,
  compiled: compilePolicy(policy, 4),
  now: new Date("2026-03-15T12:00:00Z"),
  zone: "Europe/Berlin",
});
const selected = (line = shirt, reason = "too-small"): SelectedItem => ({
  line,
  quantity: 1,
  reason: { code: reason, fault: "customer", isNoteRequired: false },
  note: "",
  answers: {},
  exchange: null,
});
const noGifts = aRule({ conditions: [aCondition({ oneOf: ["Gifts"] })] });
const photoIfDamaged = aRule({
  conditions: [aCondition({ on: "reason", oneOf: ["damaged-or-defective"] })],
  outcome: anEligibleOutcome({ photo: "required", approval: "review" }),
});

describe("deciding a selection", () => {
  test("gives each item its terms, ready to be priced, with the chosen reason and quantity among the facts", () => {
    const result = decideItems(context(aPolicy()), [selected()]);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value).toMatchObject([
      { quoted: { lineGid: shirt.gid, quantity: 1 }, decision: { policyVersion: 4, factsUsed: { reason: "too-small", quantity: 1 } } },
    ]);
  });

  test("one item that cannot come back refuses the selection, with the decision that says why", () => {
    const result = decideItems(context(aPolicy({ rules: [noGifts] })), [selected(), selected(gift)]);
    expect(result).toMatchObject({
      ok: false,
      error: { code: "not_eligible", decisions: [{ because: "not_returnable", ruleId: noGifts.id }] },
    });
  });

  test("before anything is chosen, a line is decided for all its units and no reason", () => {
    expect(decideLine(context(aPolicy()), shirt)).toMatchObject({ outcome: "eligible", factsUsed: { reason: null, quantity: 2 } });
  });
});

describe("what is still needed", () => {
  const decided = decideItems(context(aPolicy({ rules: [photoIfDamaged] })), [selected(shirt, "damaged-or-defective"), selected(gift)]);
  const items = decided.ok ? decided.value : [];

  test("a photo of each item whose rule asks for one", () => {
    expect(photosMissing(items, new Set())).toEqual([shirt.gid]);
    expect(photosMissing(items, new Set([shirt.gid]))).toEqual([]);
  });

  test("staff's agreement when any item needs it", () => {
    expect(needsReview(items.map(({ decision }) => decision))).toBe(true);
    expect(needsReview(items.slice(1).map(({ decision }) => decision))).toBe(false);
  });
});

test("returns are numbered within their order", () => {
  expect([returnName("#1001", 0), returnName("#1001", 2)]).toEqual(["#1001-R1", "#1001-R3"]);
});

describe("a rule that wants a photo as a condition", () => {
  const withPhoto = aRule({
    conditions: [{ on: "has_evidence", isNegated: false }],
    outcome: anEligibleOutcome({ approval: "review" }),
  });
  const policy = aPolicy({ rules: [withPhoto], otherwise: { kind: "ineligible", because: "not_returnable", instead: [] } });

  test("asks for the photo instead of turning the shopper away", () => {
    const result = decideItems(context(policy), [selected()]);
    if (!result.ok) throw new Error(result.error.code);
    expect(photosMissing(result.value, new Set())).toEqual([shirt.gid]);
  });

  test("decides by it once the photo is there", () => {
    const result = decideItems(context(policy), [selected()], new Set([shirt.gid]));
    expect(result).toMatchObject({ ok: true, value: [{ decision: { outcome: "review", factsUsed: { hasEvidence: true } } }] });
  });
});
