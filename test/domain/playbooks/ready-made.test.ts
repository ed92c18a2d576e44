import { describe, expect, test } from "vitest";
import type { Facts } from "#app/domain/playbooks/condition.ts";
import { definitionSchema } from "#app/domain/playbooks/definition.ts";
import type { EventName } from "#app/domain/playbooks/definition.ts";
import { advance, cancelOn, startRun } from "#app/domain/playbooks/engine.ts";
import { READY_MADE_PLAYBOOKS } from "#app/domain/playbooks/ready-made.ts";
import type { PlaybookRun } from "#app/domain/playbooks/run.ts";
import { aPlaybookEvent, around, readyMade, SUBJECT } from "#test/builders/a-playbook.ts";

/** Plays a ready-made playbook: what it does at each moment with the facts known then. */
function play(
  id: string,
  event: { name: EventName; facts: Facts },
  moments: readonly (readonly [now: string, facts: Facts])[],
): string[][] {
  const definition = readyMade(id);
  const first = moments[0]?.[0] ?? "2026-11-21T05:00:00Z";
  let run: PlaybookRun | null = startRun(definition, aPlaybookEvent(event), new Date(first));
  return moments.map(([now, facts]) => {
    if (run === null) return [];
    const answer = advance(run, definition, around(now, facts));
    run = answer.run;
    return answer.effects.map((effect) => (effect.kind === "send_message" ? effect.template : effect.kind));
  });
}

test("what is shipped is well formed, and no two share a name", () => {
  for (const definition of READY_MADE_PLAYBOOKS) expect(definitionSchema.parse(definition)).toEqual(definition);
  expect(new Set(READY_MADE_PLAYBOOKS.map(({ id }) => id)).size).toBe(READY_MADE_PLAYBOOKS.length);
});

describe("a late parcel", () => {
  const breach = { name: "promise_breached", facts: { promiseKind: "delivered_by" } } as const;

  test("is announced at the breach, paid at delivery, and the credit told once it is there", () => {
    const cap = { settlesAt: "2026-11-23T17:00:00Z", owedMinor: 0 };
    const arrived = { deliveredAt: "2026-11-22T18:00:00Z", settlesAt: "2026-11-22T18:00:00Z", owedMinor: 480 };
    const effects = play("late_delivery", breach, [
      ["2026-11-21T05:00:00Z", cap],
      ["2026-11-21T17:00:00Z", { ...cap, owedMinor: 160 }],
      ["2026-11-22T18:05:00Z", arrived],
      ["2026-11-22T18:05:01Z", arrived],
      ["2026-11-22T18:06:00Z", { ...arrived, compensationPaidAt: "2026-11-22T18:05:30Z" }],
      ["2026-11-22T18:06:00Z", { ...arrived, compensationPaidAt: "2026-11-22T18:05:30Z" }],
    ]);
    expect(effects).toEqual([["late_delivery"], [], ["compensate"], [], ["compensation_issued"], []]);
  });

  test("that never arrives is paid when the cap is reached", () => {
    const facts = { settlesAt: "2026-11-23T17:00:00Z", owedMinor: 800 };
    const effects = play("late_delivery", breach, [
      ["2026-11-21T05:00:00Z", facts],
      ["2026-11-23T17:00:00Z", facts],
    ]);
    expect(effects).toEqual([["late_delivery"], ["compensate"]]);
  });

  test("that arrives within the first block is announced and not paid", () => {
    const effects = play("late_delivery", breach, [
      ["2026-11-21T05:00:00Z", { settlesAt: "2026-11-23T17:00:00Z", owedMinor: 0 }],
      ["2026-11-21T09:00:00Z", { settlesAt: "2026-11-21T08:00:00Z", owedMinor: 0, deliveredAt: "2026-11-21T08:00:00Z" }],
      ["2026-11-24T09:00:00Z", { settlesAt: "2026-11-21T08:00:00Z", owedMinor: 900, deliveredAt: "2026-11-21T08:00:00Z" }],
    ]);
    expect(effects).toEqual([["late_delivery"], [], []]);
  });

  test("that is known to be late only when it is there gets no announcement, only what is owed", () => {
    const arrived = { deliveredAt: "2026-11-22T18:00:00Z", settlesAt: "2026-11-22T18:00:00Z", owedMinor: 480 };
    expect(play("late_delivery", breach, [["2026-11-25T05:00:00Z", arrived]])).toEqual([["compensate"]]);
  });

  test("is about deliveries, not about other promises or cancelled parcels", () => {
    const now: [string, Facts][] = [["2026-11-21T05:00:00Z", {}]];
    expect(play("late_delivery", { name: "promise_breached", facts: { promiseKind: "first_reply_by" } }, now)).toEqual([[]]);
    const cancelled = { name: "promise_breached", facts: { promiseKind: "delivered_by", cancelledAt: "2026-11-20T05:00:00Z" } } as const;
    expect(play("late_delivery", cancelled, now)).toEqual([[]]);
  });
});

describe("a silent parcel", () => {
  const scan = { name: "shipment_scanned", facts: {} } as const;

  test("is asked about once, and every scan pushes that out", () => {
    const effects = play("tracking_silence", scan, [
      ["2026-11-17T20:00:00Z", { silentAt: "2026-11-20T20:00:00Z" }],
      ["2026-11-20T20:00:00Z", { silentAt: "2026-11-24T09:00:00Z" }],
      ["2026-11-24T09:00:00Z", { silentAt: "2026-11-24T09:00:00Z" }],
      ["2026-11-30T09:00:00Z", { silentAt: "2026-11-24T09:00:00Z" }],
    ]);
    expect(effects).toEqual([[], [], ["tracking_silence"], []]);
  });

  test("is left alone when it arrives, whichever is heard of first", () => {
    const arrived = { silentAt: null, deliveredAt: "2026-11-19T20:00:00Z" };
    expect(
      play("tracking_silence", scan, [
        ["2026-11-17T20:00:00Z", { silentAt: "2026-11-20T20:00:00Z" }],
        ["2026-12-20T20:00:00Z", arrived],
      ]),
    ).toEqual([[], []]);
    expect(play("tracking_silence", { name: "shipment_scanned", facts: arrived }, [["2026-12-20T20:00:00Z", arrived]])).toEqual([[]]);
    const definition = readyMade("tracking_silence");
    const run = startRun(definition, aPlaybookEvent(), new Date("2026-11-17T20:00:00Z"));
    const delivered = { name: "shipment_delivered", subject: SUBJECT, now: new Date("2026-11-19T20:00:00Z") } as const;
    expect(run === null ? null : cancelOn(run, definition, delivered).status).toBe("cancelled");
  });
});

test.each([
  ["refund_paid", "refund"],
  ["case_closed", "case_closed"],
] as const)("%s is told at once, with the question how it went", (id, survey) => {
  const definition = readyMade(id);
  const run = startRun(definition, aPlaybookEvent({ name: definition.on }), new Date(0));
  expect(run === null ? [] : advance(run, definition, around("2026-11-21T05:00:00Z")).effects).toMatchObject([{ template: id, survey }]);
});
