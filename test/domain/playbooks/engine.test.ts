import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition } from "#app/domain/playbooks/condition.ts";
import type { PlaybookDefinition, Step } from "#app/domain/playbooks/definition.ts";
import { advance, cancelOn, startRun } from "#app/domain/playbooks/engine.ts";
import type { PlaybookRun } from "#app/domain/playbooks/run.ts";
import { isFinished } from "#app/domain/playbooks/run.ts";
import { aPlaybook, aPlaybookEvent, around, SUBJECT } from "#test/builders/a-playbook.ts";

const MESSAGE: Step = { do: "send_message", template: "tracking_silence", choices: ["have_it"], survey: null, onlyIf: [] };
const CASE: Step = { do: "open_case", caseType: "delivery", onlyIf: [] };
const waitHours = (amount: number): Step => ({ do: "wait", for: { unit: "hours", amount } });

/** Starts a run that the test knows to start. */
function started(definition: PlaybookDefinition, at = "2026-11-16T12:00:00Z"): PlaybookRun {
  const run = startRun(definition, aPlaybookEvent({ name: definition.on }), new Date(at));
  if (run === null) throw new Error("It did not start");
  return run;
}

describe("a playbook starts", () => {
  test("for its event, when its conditions hold, once per subject", () => {
    const definition = aPlaybook({ conditions: [{ field: "country", op: "eq", value: "DE" }] });
    const start = (facts: object, event = {}) => startRun(definition, aPlaybookEvent({ facts: { ...facts }, ...event }), new Date(0));
    expect(start({ country: "DE" })).toMatchObject({ key: `test_playbook:${SUBJECT}`, status: "waiting", stepIndex: 0 });
    expect(start({ country: "FR" })).toBeNull();
    expect(start({ country: "DE" }, { name: "refund_paid" })).toBeNull();
    expect(startRun({ ...definition, isEnabled: false }, aPlaybookEvent({ facts: { country: "DE" } }), new Date(0))).toBeNull();
  });
});

describe("a run", () => {
  test("does one step after another, each under its own key", () => {
    const definition = aPlaybook({ steps: [MESSAGE, CASE] });
    const answer = advance(started(definition), definition, around("2026-11-16T12:00:00Z"));
    expect(answer.effects).toEqual([
      { kind: "send_message", key: `test_playbook:${SUBJECT}:0`, template: "tracking_silence", choices: ["have_it"], survey: null },
      { kind: "open_case", key: `test_playbook:${SUBJECT}:1`, caseType: "delivery" },
    ]);
    expect(answer).toMatchObject({ isDone: true, dueAt: null, run: { status: "done" } });
    expect(answer.run.history.map(({ what, step }) => [what, step])).toEqual([
      ["started", 0],
      ["acted", 0],
      ["acted", 1],
      ["finished", 2],
    ]);
  });

  test("waits as long as it should, and says when to look again", () => {
    const definition = aPlaybook({ steps: [waitHours(5), MESSAGE] });
    const early = advance(started(definition), definition, around("2026-11-16T16:59:59.999Z"));
    expect(early).toMatchObject({ effects: [], dueAt: new Date("2026-11-16T17:00:00Z"), isDone: false });
    expect(advance(early.run, definition, around("2026-11-16T17:00:00Z")).effects).toHaveLength(1);
  });

  test("looked at late, waits after the late step and not in a burst", () => {
    const definition = aPlaybook({ steps: [waitHours(5), MESSAGE, waitHours(5), CASE] });
    const late = advance(started(definition), definition, around("2026-11-18T12:00:00Z"));
    expect(late.effects.map(({ kind }) => kind)).toEqual(["send_message"]);
    expect(late.dueAt).toEqual(new Date("2026-11-18T17:00:00Z"));
  });

  test("waits workdays since a fact, and a newer fact moves the wait on", () => {
    const definition = aPlaybook({ steps: [{ do: "wait", for: { unit: "workdays", amount: 3, since: "lastScanAt" } }, MESSAGE] });
    const run = started(definition);
    expect(advance(run, definition, around("2026-11-17T00:00:00Z", { lastScanAt: "2026-11-16T12:00:00Z" })).dueAt).toEqual(
      new Date("2026-11-19T12:00:00Z"),
    );
    expect(advance(run, definition, around("2026-11-19T12:00:00Z", { lastScanAt: "2026-11-18T09:00:00Z" }))).toMatchObject({
      effects: [],
      dueAt: new Date("2026-11-23T09:00:00Z"),
    });
    expect(advance(run, definition, around("2026-11-17T00:00:00Z")).dueAt).toEqual(new Date("2026-11-19T12:00:00Z"));
  });

  test("waits until the first of several facts, and for news while none is known", () => {
    const definition = aPlaybook({ steps: [{ do: "wait", for: { unit: "until", facts: ["deliveredAt", "capReachedAt"] } }, MESSAGE] });
    const run = started(definition);
    expect(advance(run, definition, around("2026-11-17T00:00:00Z"))).toMatchObject({ dueAt: null, isDone: false, effects: [] });
    const known = { capReachedAt: "2026-11-20T00:00:00Z" };
    expect(advance(run, definition, around("2026-11-17T00:00:00Z", known)).dueAt).toEqual(new Date("2026-11-20T00:00:00Z"));
    const delivered = { ...known, deliveredAt: "2026-11-16T23:00:00Z" };
    expect(advance(run, definition, around("2026-11-17T00:00:00Z", delivered)).effects).toHaveLength(1);
  });

  test("passes over a step whose own conditions do not hold", () => {
    const onlyIf: Condition[] = [{ field: "deliveredAt", op: "missing" }];
    const definition = aPlaybook({ steps: [{ ...MESSAGE, onlyIf }, CASE] });
    const answer = advance(started(definition), definition, around("2026-11-17T00:00:00Z", { deliveredAt: "2026-11-16T23:00:00Z" }));
    expect(answer.effects.map(({ kind }) => kind)).toEqual(["open_case"]);
  });

  test("stops at a condition that does not hold, for good", () => {
    const definition = aPlaybook({ steps: [{ do: "stop_unless", conditions: [{ field: "owedMinor", op: "gt", value: 0 }] }, MESSAGE] });
    const stopped = advance(started(definition), definition, around("2026-11-17T00:00:00Z", { owedMinor: 0 }));
    expect(stopped).toMatchObject({ effects: [], isDone: true, run: { status: "stopped" } });
    expect(advance(stopped.run, definition, around("2026-11-17T00:00:00Z", { owedMinor: 5 }))).toMatchObject({
      effects: [],
      run: stopped.run,
    });
  });

  test("is ended by the events that cancel it, for its own subject only", () => {
    const definition = aPlaybook({ cancelOn: ["shipment_delivered"], steps: [waitHours(5), MESSAGE] });
    const run = started(definition);
    const now = new Date("2026-11-16T13:00:00Z");
    const cancelled = cancelOn(run, definition, { name: "shipment_delivered", subject: SUBJECT, now });
    expect(cancelled).toMatchObject({ status: "cancelled", dueAt: null });
    expect(advance(cancelled, definition, around("2026-11-20T00:00:00Z"))).toMatchObject({ effects: [], isDone: true });
    expect(cancelOn(run, definition, { name: "shipment_delivered", subject: "another", now })).toBe(run);
    expect(cancelOn(run, definition, { name: "shipment_scanned", subject: SUBJECT, now })).toBe(run);
    expect(cancelOn(cancelled, definition, { name: "shipment_delivered", subject: SUBJECT, now })).toBe(cancelled);
  });

  test("stops when the merchant switches its playbook off", () => {
    const definition = aPlaybook({ steps: [waitHours(5), MESSAGE] });
    const answer = advance(started(definition), { ...definition, isEnabled: false }, around("2026-11-20T00:00:00Z"));
    expect(answer).toMatchObject({ effects: [], run: { status: "stopped" } });
  });

  test("belongs to the version it started with", () => {
    const definition = aPlaybook();
    expect(() => advance(started(definition), { ...definition, version: 2 }, around("2026-11-16T12:00:00Z"))).toThrow(/version 1/);
  });

  test("survives being stored as JSON", () => {
    const definition = aPlaybook({ steps: [waitHours(1), MESSAGE] });
    const { run } = advance(started(definition), definition, around("2026-11-16T12:30:00Z"));
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(48).map(waitHours),
  fc.constant<Step>({ do: "wait", for: { unit: "until", facts: ["deliveredAt", "capReachedAt"] } }),
  fc.constant<Step>({ do: "wait", for: { unit: "workdays", amount: 2, since: "lastScanAt" } }),
  fc.constant<Step>(MESSAGE),
  fc.constant<Step>({ ...MESSAGE, onlyIf: [{ field: "isGood", op: "eq", value: true }] }),
  fc.constant<Step>(CASE),
  fc.constant<Step>({ do: "compensate", compensation: "late_delivery", onlyIf: [] }),
  fc.constant<Step>({ do: "stop_unless", conditions: [{ field: "isGood", op: "eq", value: true }] }),
);
const anyMoment = fc.nat(20 * 24 * 60).map((minutes) => new Date(Date.UTC(2026, 10, 16, 12) + minutes * 60_000).toISOString());
const anyLook = fc.record({
  now: anyMoment,
  deliveredAt: fc.option(anyMoment),
  lastScanAt: fc.option(anyMoment),
  isGood: fc.boolean(),
  isCancelled: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
  isLost: fc.boolean(),
});

test("looked at twice, late, early or with events again, a run repeats no effect except one that could not be saved, and does nothing after its end", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), fc.array(anyLook, { maxLength: 30 }), (steps, looks) => {
      const definition = aPlaybook({ steps, cancelOn: ["shipment_delivered"] });
      let run = started(definition);
      const saved: string[] = [];
      for (const { isCancelled, isLost, now, ...facts } of looks) {
        const wasFinished = isFinished(run);
        const before = isCancelled ? cancelOn(run, definition, { name: "shipment_delivered", subject: SUBJECT, now: new Date(now) }) : run;
        const answer = advance(before, definition, around(now, facts));
        expect(advance(before, definition, around(now, facts))).toEqual(answer);
        expect(advance(answer.run, definition, around(now, facts)).effects).toEqual([]);
        const keys = answer.effects.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => saved.includes(key))).toEqual([]);
        if (wasFinished || isCancelled) expect(keys).toEqual([]);
        expect(answer.isDone).toBe(isFinished(answer.run));
        if (isLost) continue;
        run = answer.run;
        saved.push(...keys);
      }
      expect(run.history.filter(({ what }) => what === "acted")).toHaveLength(saved.length);
    }),
  );
});
