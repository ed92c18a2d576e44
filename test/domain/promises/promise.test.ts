import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PromiseFacts } from "#app/domain/promises/promise.ts";
import { judgePromise } from "#app/domain/promises/promise.ts";
import type { PromiseStatus } from "#app/domain/promises/promise-status.ts";
import { PROMISE_EVENTS, PROMISE_STATUSES, PROMISE_TRANSITIONS, transitionPromise } from "#app/domain/promises/promise-status.ts";
import { aPromise } from "#test/builders/a-promise.ts";
import { walkMatrix } from "#test/support/status-matrix.ts";

const DUE = aPromise().dueAt;
const at = (hours: number) => new Date(DUE.getTime() + hours * 3_600_000);
const facts = (met: number | null, cancelled: number | null = null): PromiseFacts => ({
  metAt: met === null ? null : at(met),
  cancelledAt: cancelled === null ? null : at(cancelled),
});

test("every status and event of a promise does what the table says", () => {
  walkMatrix({
    table: PROMISE_TRANSITIONS,
    statuses: PROMISE_STATUSES,
    events: PROMISE_EVENTS,
    start: "pending",
    terminal: ["kept", "void"],
  });
});

describe("a pending promise", () => {
  test("is kept by what happens before it is due, and breached from the due moment on", () => {
    expect(judgePromise(aPromise(), facts(-0.001), at(-0.001))).toBe("keep");
    expect(judgePromise(aPromise(), facts(null), at(-0.001))).toBeNull();
    expect(judgePromise(aPromise(), facts(null), at(0))).toBe("breach");
    expect(judgePromise(aPromise(), facts(0), at(0))).toBe("breach");
  });

  test("is breached as soon as a late delivery is known", () => {
    expect(judgePromise(aPromise(), facts(3), at(-1))).toBe("breach");
  });

  test("ends without a verdict when it is cancelled before it is due", () => {
    expect(judgePromise(aPromise(), facts(null, -5), at(99))).toBe("cancel");
    expect(judgePromise(aPromise(), facts(null, 5), at(99))).toBe("breach");
  });
});

describe("a breach", () => {
  const breached = aPromise({ status: "breached" });

  test("is taken back when yesterday's delivery is reported today", () => {
    expect(judgePromise(breached, facts(-1), at(30))).toBe("prove_kept");
    expect(judgePromise(breached, facts(null, -1), at(30))).toBe("cancel");
  });

  test("stays when the parcel arrives or is cancelled afterwards", () => {
    expect(judgePromise(breached, facts(1), at(30))).toBeNull();
    expect(judgePromise(breached, facts(null, 1), at(30))).toBeNull();
  });
});

test("the same facts lead to the same end, however often and late they are looked at", () => {
  const anyFacts = fc.record({
    met: fc.option(fc.integer({ min: -50, max: 50 })),
    cancelled: fc.option(fc.integer({ min: -50, max: 50 })),
  });
  fc.assert(
    fc.property(anyFacts, fc.array(fc.integer({ min: -60, max: 60 })), ({ met, cancelled }, looks) => {
      const judge = (status: PromiseStatus, known: PromiseFacts, hour: number): PromiseStatus => {
        const event = judgePromise(aPromise({ status }), known, at(hour));
        if (event === null) return status;
        const next = transitionPromise(status, event);
        if (!next.ok) throw new Error(`${status} refuses ${event}`);
        return next.value;
      };
      const known = facts(met, cancelled);
      const lookedAtOften = looks.reduce<PromiseStatus>((status, hour) => judge(status, hour < 0 ? facts(null) : known, hour), "pending");
      expect(judge(lookedAtOften, known, 100)).toBe(judge("pending", known, 100));
    }),
  );
});
