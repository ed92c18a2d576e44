import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyVersion } from "#app/domain/policies/policy-versions.ts";
import { draftOf, publishDraft, publishedOf, rollBack, saveDraft, versionFor } from "#app/domain/policies/policy-versions.ts";
import { aPolicy, anEligibleOutcome } from "#test/builders/a-policy.ts";

const days = (windowDays: number) => aPolicy({ otherwise: anEligibleOutcome({ windowDays }) });
const on = (day: number) => new Date(Date.UTC(2026, 0, day));

function published(versions: readonly PolicyVersion[], policy = days(30), at = on(1)): PolicyVersion[] {
  const result = publishDraft(saveDraft(versions, policy), at);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("draft and publish", () => {
  test("editing starts the next version as a draft and then changes that draft, never a published version", () => {
    const live = published([], days(30));
    const edited = saveDraft(saveDraft(live, days(14)), days(21));
    expect(edited.map(({ version, status }) => `${version} ${status}`)).toEqual(["1 published", "2 draft"]);
    expect(draftOf(edited)).toMatchObject({ policy: days(21), copiedFrom: 1, publishedAt: null });
    expect(publishedOf(edited)?.policy).toEqual(days(30));
  });

  test("publishing supersedes what was published; without a draft there is nothing to publish", () => {
    const two = published(published([], days(30), on(1)), days(14), on(5));
    expect(two.map(({ version, status }) => `${version} ${status}`)).toEqual(["1 superseded", "2 published"]);
    expect(publishDraft(two, on(6))).toEqual({ ok: false, error: { code: "no_draft" } });
  });
});

describe("roll back", () => {
  test("an earlier version comes back as a copy with a new number, and a draft in progress stays", () => {
    const two = saveDraft(published(published([], days(30), on(1)), days(14), on(5)), days(7));
    const back = rollBack(two, 1, on(9));
    if (!back.ok) throw new Error(back.error.code);
    expect(back.value.map(({ version, status }) => `${version} ${status}`)).toEqual([
      "1 superseded",
      "2 superseded",
      "3 draft",
      "4 published",
    ]);
    expect(publishedOf(back.value)).toMatchObject({ policy: days(30), copiedFrom: 1, publishedAt: on(9) });
  });

  test("only a version that was published, and is not the current one, can come back", () => {
    const one = saveDraft(published([]), days(7));
    expect(rollBack(one, 1, on(2))).toMatchObject({ ok: false, error: { code: "already_published" } });
    expect(rollBack(one, 2, on(2))).toMatchObject({ ok: false, error: { code: "unknown_version" } });
    expect(rollBack(one, 9, on(2))).toMatchObject({ ok: false, error: { code: "unknown_version" } });
  });
});

describe("which version applies to an order", () => {
  const three = published(published(published([], days(30), on(1)), days(14), on(10)), days(60), on(20));
  test.each([
    ["bought before any policy", on(0), 1],
    ["bought the moment one was published", on(10), 2],
    ["bought between two", on(19), 2],
    ["bought after the last", on(30), 3],
  ])("%s", (_title, processedAt, expected) => {
    const version = versionFor(three, processedAt);
    expect(version.ok && version.value.version).toBe(expected);
  });

  test("a shop that never published has none", () => {
    expect(versionFor(saveDraft([], days(1)), on(1))).toEqual({ ok: false, error: { code: "no_policy" } });
  });

  test("whatever a merchant does later, an order keeps the version it was bought under", () => {
    const step = fc.constantFrom("save", "publish", "back" as const);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat(20), (steps, boughtAfter) => {
        let versions = published([]);
        let pinned: PolicyVersion | undefined;
        steps.forEach((what, index) => {
          if (index === boughtAfter % (steps.length || 1)) pinned = pin(versions, on(index + 2));
          versions = apply(versions, what, on(index + 3));
        });
        if (!pinned) return;
        expect(pin(versions, on((boughtAfter % steps.length) + 2))).toMatchObject({ version: pinned.version, policy: pinned.policy });
        expect(versions.filter(({ status }) => status === "published")).toHaveLength(1);
        expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
      }),
    );
  });
});

function pin(versions: readonly PolicyVersion[], at: Date): PolicyVersion | undefined {
  const version = versionFor(versions, at);
  return version.ok ? version.value : undefined;
}

function apply(versions: PolicyVersion[], what: "save" | "publish" | "back", at: Date): PolicyVersion[] {
  if (what === "save") return saveDraft(versions, days(versions.length));
  const result = what === "publish" ? publishDraft(versions, at) : rollBack(versions, 1, at);
  return result.ok ? result.value : versions;
}
