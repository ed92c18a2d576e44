import { expect, test } from "vitest";
import type { Condition } from "#app/domain/playbooks/condition.ts";
import { conditionSchema, holdAll, holds, instantOf } from "#app/domain/playbooks/condition.ts";

const FACTS = { score: 2, country: "DE", at: "2026-11-20T10:00:00+01:00", tags: ["vip", "b2b"], isFirst: true, none: null };

test.each<[Condition, boolean]>([
  [{ field: "country", op: "eq", value: "DE" }, true],
  [{ field: "country", op: "ne", value: "DE" }, false],
  [{ field: "isFirst", op: "eq", value: true }, true],
  [{ field: "score", op: "eq", value: "2" }, false],
  [{ field: "score", op: "lte", value: 2 }, true],
  [{ field: "score", op: "lt", value: 2 }, false],
  [{ field: "score", op: "gt", value: 1 }, true],
  [{ field: "score", op: "gte", value: 3 }, false],
  [{ field: "score", op: "gt", value: "1" }, false],
  [{ field: "at", op: "eq", value: "2026-11-20T10:00:00+01:00" }, true],
  [{ field: "at", op: "gte", value: "2026-11-20T09:00:00Z" }, true],
  [{ field: "at", op: "gt", value: "2026-11-20T09:00:00Z" }, false],
  [{ field: "country", op: "lt", value: "FR" }, true],
  [{ field: "country", op: "in", value: ["FR", "DE"] }, true],
  [{ field: "country", op: "not_in", value: ["FR", "DE"] }, false],
  [{ field: "tags", op: "contains", value: "vip" }, true],
  [{ field: "tags", op: "contains", value: "vi" }, false],
  [{ field: "country", op: "contains", value: "D" }, true],
  [{ field: "score", op: "contains", value: "2" }, false],
  [{ field: "country", op: "exists" }, true],
  [{ field: "none", op: "missing" }, true],
])("%o is %s", (condition, expected) => {
  expect(holds(condition, FACTS)).toBe(expected);
});

test("a fact that is missing or null meets only what asks for its absence", () => {
  for (const field of ["none", "unheard_of", "constructor"]) {
    expect(holds({ field, op: "missing" }, FACTS)).toBe(true);
    expect(holds({ field, op: "ne", value: "x" }, FACTS)).toBe(true);
    expect(holds({ field, op: "not_in", value: ["x"] }, FACTS)).toBe(true);
    expect(holds({ field, op: "exists" }, FACTS)).toBe(false);
    expect(holds({ field, op: "eq", value: "x" }, FACTS)).toBe(false);
    expect(holds({ field, op: "lt", value: 1 }, FACTS)).toBe(false);
    expect(holds({ field, op: "contains", value: "" }, FACTS)).toBe(false);
  }
});

test("all conditions must hold, and no condition holds", () => {
  expect(holdAll([], {})).toBe(true);
  expect(
    holdAll(
      [
        { field: "score", op: "eq", value: 2 },
        { field: "none", op: "exists" },
      ],
      FACTS,
    ),
  ).toBe(false);
});

test("an instant is a date and time with an offset", () => {
  expect(instantOf("2026-11-20T10:00:00+01:00")).toEqual(new Date("2026-11-20T09:00:00Z"));
  for (const text of ["2026-11-20", "2026-11-20T10:00:00", "2026-13-40T10:00:00Z", "soon", 5, null, undefined])
    expect(instantOf(text)).toBeNull();
});

test("a condition that nobody can evaluate is refused", () => {
  expect(conditionSchema.safeParse({ field: "a", op: "regex", value: ".*" }).success).toBe(false);
  expect(conditionSchema.safeParse({ field: "a", op: "in", value: "DE" }).success).toBe(false);
  expect(conditionSchema.safeParse({ field: "", op: "exists" }).success).toBe(false);
});
