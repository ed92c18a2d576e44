import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DAY } from "#app/domain/shared/time.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import type { BuiltWorld } from "#test/support/built-world.ts";
import { seededRandom } from "#test/support/seeded-random.ts";
import { NOTHING_WRONG, answeredAndForgotten, findingsOf } from "./chaos-checks.ts";
import { chaosParcels } from "./chaos-parcels.ts";
import { letFlow, letSettle, openChaosWorld, readStored, report, withStored } from "./chaos-world.ts";

const PARCELS = 24;
const EVENTS = PARCELS * 13;
const LONGEST_MS = 600_000;
const PATIENCE_MS = 240_000;
const ALLOWED_MS = 2_000;
const LOOK_EVERY_MS = 5;

const isServer = inject("databaseServer") !== "";
const ROUNDS = isServer ? 2 : 3;
let world: BuiltWorld;

beforeAll(async () => {
  world = await openChaosWorld();
}, 240_000);

afterAll(() => world.close(), 60_000);

describe("SIGTERM in the middle of the work", () => {
  test(
    "ends web and worker within two seconds and with 0; whatever was answered is kept, worked after the next start, and paid once",
    { timeout: LONGEST_MS },
    async () => {
      const { standIn } = world;
      const from = standIn.now();
      await standIn.control.clock({ at: new Date(from.getTime() + 10 * DAY).toISOString() });
      const parcels = chaosParcels(PARCELS, from, seededRandom(7));
      const { deliveries } = standIn.world.webhooks;
      const before = deliveries.length;
      const [ends] = await Promise.all([
        stopInTurn(() => deliveries.slice(before).filter(({ status }) => status === "delivered").length / EVENTS),
        letFlow(world, parcels, PATIENCE_MS),
      ]);
      const { jobs } = await letSettle(world, PATIENCE_MS);
      const findings = await withStored(world, (ctx, app) => findingsOf(world, parcels, { ctx, app }));
      report(`sigterm-${isServer ? "postgres" : "pglite"}`, { ends, failedJobs: jobs.failed, findings });
      expect(ends.map(({ exitCode, forgotten }) => ({ exitCode, forgotten }))).toEqual(ends.map(() => ({ exitCode: 0, forgotten: [] })));
      expect(ends.some(({ onTheirWay }) => onTheirWay > 0)).toBe(true);
      expect(findings).toEqual(NOTHING_WRONG);
      expect(jobs.failed).toBe(0);
      // Other work on the machine may hold one of them up, but not each time.
      for (const own of Map.groupBy(ends, ({ process }) => process).values()) {
        expect(Math.min(...own.map(({ milliseconds }) => milliseconds))).toBeLessThanOrEqual(ALLOWED_MS);
      }
    },
  );
});

interface End {
  readonly process: string;
  readonly milliseconds: number;
  readonly exitCode: number | null;
  /** Webhooks that Shopify was still to deliver when it was told to end. */
  readonly onTheirWay: number;
  /** Webhooks that were answered before it ended and that nobody finds afterwards. */
  readonly forgotten: readonly string[];
}

/** Ends each process while the events flow, looks at what it leaves behind, and starts it again. */
async function stopInTurn(flowed: () => number): Promise<End[]> {
  const processes: readonly AppProcess[] = isServer ? [world.web, ...world.workers] : [world.web];
  const turns = Array.from({ length: ROUNDS }, () => processes).flat();
  const ends: End[] = [];
  for (const [turn, process] of turns.entries()) {
    while (flowed() < (turn + 0.5) / (turns.length + 0.5)) await sleep(LOOK_EVERY_MS);
    const onTheirWay = world.standIn.world.webhooks.busy;
    const began = performance.now();
    const exitCode = await process.stop();
    const milliseconds = Math.round(performance.now() - began);
    const forgotten = await readStored(world, (ctx, app) => answeredAndForgotten(world, ctx, app));
    ends.push({ process: process.kind, milliseconds, exitCode, onTheirWay, forgotten });
    await process.start();
  }
  return ends;
}
