import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseChange } from "#app/domain/cases/case.ts";
import { applyCaseEvent } from "#app/domain/cases/case.ts";
import { compareCases, priorityOf, raised } from "#app/domain/cases/case-priority.ts";
import type { CaseEvent } from "#app/domain/cases/case-status.ts";
import { CASE_EVENTS, CASE_STATUSES, CASE_TRANSITIONS } from "#app/domain/cases/case-status.ts";
import type { FirstReply } from "#app/domain/cases/first-reply-clock.ts";
import { firstReplyDueAt, firstReplyState } from "#app/domain/cases/first-reply-clock.ts";
import { officeHours } from "#app/domain/promises/business-time.ts";
import { isPaused } from "#app/domain/promises/paused-clock.ts";
import { mergeTimeline, type TimelineEntry } from "#app/domain/cases/timeline.ts";
import { money } from "#app/domain/shared/money.ts";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";
import { aCase } from "#test/builders/a-case.ts";
import { walkMatrix } from "#test/support/status-matrix.ts";

const OPENED = aCase().openedAt;
const minute = (minutes: number) => new Date(OPENED.getTime() + minutes * MINUTE);
const RULES = { targetMinutes: 60, hours: officeHours("America/New_York") };

/** The case after these events, one each ten minutes. */
function after(...events: CaseEvent[]): CaseChange {
  return events.reduce<CaseChange>((one, event, index) => {
    const answer = applyCaseEvent(one, event, minute((index + 1) * 10));
    if (!answer.ok) throw new Error(`${one.status} refuses ${event}`);
    return answer.value;
  }, aCase());
}

test("every status and event of a case does what the table says", () => {
  walkMatrix({ table: CASE_TRANSITIONS, statuses: CASE_STATUSES, events: CASE_EVENTS, start: "open", terminal: [] });
});

describe("a case", () => {
  test("waits for the customer after a reply, its clock standing still", () => {
    expect(after("reply")).toEqual({
      status: "waiting_for_customer",
      firstRepliedAt: minute(10),
      closedAt: null,
      pauses: [{ pausedAt: minute(10), resumedAt: null }],
    });
  });

  test("keeps the time of its first reply, and runs again when the customer writes", () => {
    expect(after("reply", "customer_wrote", "reply")).toMatchObject({
      firstRepliedAt: minute(10),
      pauses: [
        { pausedAt: minute(10), resumedAt: minute(20) },
        { pausedAt: minute(30), resumedAt: null },
      ],
    });
  });

  test("is closed, reopened by staff or by the customer writing again, and closed anew", () => {
    expect(after("close")).toMatchObject({ status: "closed", closedAt: minute(10), firstRepliedAt: null });
    expect(after("reply", "close", "reopen")).toMatchObject({ status: "open", closedAt: null });
    expect(after("close", "customer_wrote", "close")).toMatchObject({ status: "closed", closedAt: minute(30) });
  });

  test("waits for a customer that staff spoke to elsewhere, without counting that as a reply", () => {
    expect(after("wait")).toMatchObject({ status: "waiting_for_customer", firstRepliedAt: null });
    expect(after("wait", "customer_wrote").pauses).toEqual([{ pausedAt: minute(10), resumedAt: minute(20) }]);
  });

  test("that is closed takes no reply", () => {
    expect(applyCaseEvent(aCase({ status: "closed" }), "reply", minute(5))).toEqual({
      ok: false,
      error: { code: "illegal_transition", status: "closed", event: "reply" },
    });
  });

  test("has its clock stand still exactly while it is not open, and a closing time exactly while it is closed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_EVENTS), { maxLength: 20 }), (events) => {
        let one: CaseChange = aCase();
        events.forEach((event, index) => {
          const answer = applyCaseEvent(one, event, minute(index + 1));
          if (answer.ok) one = answer.value;
          expect(isPaused(one.pauses)).toBe(one.status !== "open");
          expect(one.closedAt !== null).toBe(one.status === "closed");
        });
      }),
    );
  });
});

describe("the first reply", () => {
  const state = (minutes: number, overrides: Partial<FirstReply> = {}) =>
    firstReplyState({ openedAt: OPENED, repliedAt: null, pauses: [], ...overrides }, RULES, minute(minutes));

  test("is due an hour of work after opening, over the weekend too", () => {
    expect(firstReplyDueAt(aCase(), RULES)).toEqual(minute(60));
    const friday = aCase({ openedAt: new Date("2026-11-20T22:30:00Z") });
    expect(firstReplyDueAt(friday, RULES)).toEqual(new Date("2026-11-23T14:30:00Z"));
  });

  test("is running until then, and late from that moment on", () => {
    expect(state(30)).toEqual({ kind: "running", dueAt: minute(60), elapsedMs: 30 * MINUTE, remainingMs: 30 * MINUTE });
    expect(state(59).kind).toBe("running");
    expect(state(60).kind).toBe("breached");
    expect(state(61)).toMatchObject({ kind: "breached", remainingMs: -1 * MINUTE });
  });

  test("given before the due moment is in time, from then on late for ever", () => {
    expect(state(500, { repliedAt: minute(59) })).toMatchObject({ kind: "met", elapsedMs: HOUR - MINUTE });
    expect(state(500, { repliedAt: minute(60) })).toMatchObject({ kind: "answered_late", elapsedMs: HOUR });
    expect(state(500, { repliedAt: minute(61) })).toMatchObject({ kind: "answered_late", elapsedMs: 61 * MINUTE });
  });

  test("is not due while the case waits for the customer", () => {
    const pauses = [{ pausedAt: minute(20), resumedAt: null }];
    expect(state(500, { pauses })).toMatchObject({ kind: "paused", dueAt: null, remainingMs: 40 * MINUTE });
    expect(state(130, { pauses: [{ pausedAt: minute(20), resumedAt: minute(100) }] })).toMatchObject({
      kind: "running",
      dueAt: minute(140),
    });
    expect(state(500, { pauses: [{ pausedAt: minute(70), resumedAt: null }] }).kind).toBe("breached");
    expect(state(500, { pauses, repliedAt: minute(400) }).kind).toBe("met");
  });
});

describe("what comes first", () => {
  const facts = { type: "question", score: null, isVip: false, hasBrokenPromise: false } as const;

  test("is money that does not add up, the lowest score, and a VIP with a broken promise", () => {
    expect(priorityOf(facts)).toBe("normal");
    expect(priorityOf({ ...facts, type: "disagreement" })).toBe("urgent");
    expect(priorityOf({ ...facts, type: "low_score", score: 1 })).toBe("urgent");
    expect(priorityOf({ ...facts, isVip: true, hasBrokenPromise: true })).toBe("urgent");
    expect(priorityOf({ ...facts, type: "low_score", score: 2 })).toBe("high");
    expect(priorityOf({ ...facts, isVip: true })).toBe("high");
    expect(priorityOf({ ...facts, hasBrokenPromise: true })).toBe("high");
  });

  test("is raised one step by a late first reply, up to urgent", () => {
    expect((["normal", "high", "urgent"] as const).map(raised)).toEqual(["high", "urgent", "urgent"]);
  });

  test("in the inbox goes by priority, then by the nearest first reply, then by age", () => {
    const row = (priority: "urgent" | "high" | "normal", due: number | null, opened: number) => ({
      priority,
      firstReplyDueAt: due === null ? null : minute(due),
      openedAt: minute(opened),
    });
    const sorted = [
      row("urgent", 90, 9),
      row("high", 10, 8),
      row("normal", 20, 7),
      row("normal", 30, 1),
      row("normal", null, 2),
      row("normal", null, 3),
    ];
    expect([...sorted].reverse().sort(compareCases)).toEqual(sorted);
  });
});

test("everything about an order is one list, newest first, effect above cause", () => {
  const entry = (id: string, minutes: number, fact: TimelineEntry["fact"]): TimelineEntry => ({ id, at: minute(minutes), fact });
  const placed = entry("a", 0, { kind: "order_placed", orderName: "#1", total: money(100, "USD") });
  const asked = entry("b", 5, { kind: "survey_asked", touchpoint: "refund" });
  const refunded = entry("c", 5, { kind: "refund_in_shopify", amount: money(100, "USD") });
  expect(mergeTimeline([placed, refunded, asked]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(mergeTimeline([asked, refunded, placed]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
});
