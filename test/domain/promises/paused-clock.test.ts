import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { officeHours } from "#app/domain/promises/business-time.ts";
import type { Pause } from "#app/domain/promises/paused-clock.ts";
import { dueAtOf, elapsedOn, isPaused, pause, resume } from "#app/domain/promises/paused-clock.ts";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";

const STARTED = new Date("2026-11-16T14:00:00Z");
const minute = (minutes: number) => new Date(STARTED.getTime() + minutes * MINUTE);
const clock = (...pauses: Pause[]) => ({ startedAt: STARTED, pauses, hours: officeHours("America/New_York") });
const pauseFrom = (from: number, to: number | null): Pause => ({ pausedAt: minute(from), resumedAt: to === null ? null : minute(to) });

describe("a clock that can stand still", () => {
  test("is due when the allowance has run outside the pauses", () => {
    expect(dueAtOf(clock(), HOUR)).toEqual(minute(60));
    expect(dueAtOf(clock(pauseFrom(20, 120)), HOUR)).toEqual(minute(160));
    expect(dueAtOf(clock(pauseFrom(20, 120), pauseFrom(130, 140)), HOUR)).toEqual(minute(170));
  });

  test("is never due while it stands still, unless it ran out before", () => {
    expect(dueAtOf(clock(pauseFrom(20, null)), HOUR)).toBeNull();
    expect(dueAtOf(clock(pauseFrom(60, null)), HOUR)).toEqual(minute(60));
  });

  test("adds up only what ran", () => {
    expect(elapsedOn(clock(pauseFrom(20, 120)), minute(10))).toBe(10 * MINUTE);
    expect(elapsedOn(clock(pauseFrom(20, 120)), minute(60))).toBe(20 * MINUTE);
    expect(elapsedOn(clock(pauseFrom(20, 120)), minute(125))).toBe(25 * MINUTE);
    expect(elapsedOn(clock(pauseFrom(20, null)), minute(500))).toBe(20 * MINUTE);
  });

  test("takes overlapping and unsorted pauses as one, and ignores one that ended before it started", () => {
    expect(dueAtOf(clock(pauseFrom(90, 120), pauseFrom(20, 100)), HOUR)).toEqual(minute(160));
    expect(dueAtOf(clock(pauseFrom(-60, -30)), HOUR)).toEqual(minute(60));
    expect(dueAtOf(clock(pauseFrom(-60, 30)), HOUR)).toEqual(minute(90));
  });

  test("can be paused and resumed twice without harm", () => {
    const once = pause([], minute(5));
    expect(pause(once, minute(9))).toEqual(once);
    expect(isPaused(once)).toBe(true);
    expect(resume(resume(once, minute(20)), minute(30))).toEqual([pauseFrom(5, 20)]);
    expect(isPaused(resume(once, minute(20)))).toBe(false);
  });
});

test("at the due moment exactly the allowance has run, whatever the pauses", () => {
  const anyPause = fc.tuple(fc.nat(3000), fc.nat(600)).map(([from, length]) => pauseFrom(from, from + length));
  fc.assert(
    fc.property(fc.array(anyPause, { maxLength: 5 }), fc.integer({ min: 1, max: 1200 }), (pauses, allowed) => {
      const own = clock(...pauses);
      const due = dueAtOf(own, allowed * MINUTE);
      expect(due).not.toBeNull();
      expect(elapsedOn(own, due ?? STARTED)).toBe(allowed * MINUTE);
    }),
    { numRuns: 60 },
  );
});
