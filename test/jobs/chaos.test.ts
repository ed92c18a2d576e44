import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DAY } from "#app/domain/shared/time.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import type { BuiltWorld } from "#test/support/built-world.ts";
import { seededRandom } from "#test/support/seeded-random.ts";
import { NOTHING_WRONG, findingsOf } from "./chaos-checks.ts";
import { chaosParcels } from "./chaos-parcels.ts";
import { letFlow, letSettle, openChaosWorld, report, withStored } from "./chaos-world.ts";
import { killAtRandom } from "./killer.ts";

/** CHAOS_SEED repeats a run: the same parcels, faults and moments. */
const SEED = Number(process.env["CHAOS_SEED"] ?? 20_261_122);
const EVENTS = 2_000;
/** Each has 13 events. */
const PARCELS = 154;
const KILLS = 6;
const LONGEST_MS = 900_000;
const PATIENCE_MS = 300_000;

const isServer = inject("databaseServer") !== "";
let world: BuiltWorld;

beforeAll(async () => {
  world = await openChaosWorld();
}, 240_000);

afterAll(() => world.close(), 60_000);

/** The embedded database has one process, which is killed; on a server it is mostly a worker. */
function victims(): AppProcess[] {
  return isServer ? [...world.workers, world.web] : [world.web];
}

/** About one webhook in seven comes twice, one in seven is overtaken; Shopify does what it was asked for and the answer is lost. */
function switchFaultsOn(): void {
  const { faults } = world.standIn.world;
  faults.reseed(SEED);
  faults.set("duplicate", { rate: 0.15 });
  faults.set("reorder", { rate: 0.15 });
  faults.set("delay", { rate: 0.02, by: "PT10M" });
  faults.set("errors", { rate: 0.05, status: 502, after: true });
}

describe(`processes killed at random (seed ${SEED})`, () => {
  test(
    `${EVENTS} events, many twice and out of order: none is lost, no money moves twice, both ledgers agree`,
    { timeout: LONGEST_MS },
    async () => {
      const { standIn } = world;
      const random = seededRandom(SEED);
      const from = standIn.now();
      await standIn.control.clock({ at: new Date(from.getTime() + 10 * DAY).toISOString() });
      const parcels = chaosParcels(PARCELS, from, random);
      const { deliveries } = standIn.world.webhooks;
      const before = deliveries.length;
      const began = performance.now();
      switchFaultsOn();
      const [kills] = await Promise.all([
        killAtRandom({ victims: victims(), random, kills: KILLS, events: EVENTS, begun: () => deliveries.length - before }),
        letFlow(world, parcels, PATIENCE_MS),
      ]);
      const flowed = performance.now();
      const { jobs } = await letSettle(world, PATIENCE_MS);

      const events = deliveries.slice(before);
      const attempts = events.flatMap((delivery) => delivery.attempts);
      const findings = await withStored(world, (ctx, app) => findingsOf(world, parcels, { ctx, app }));
      const seconds = (to: number) => Number(((to - began) / 1_000).toFixed(1));
      report(`chaos-${isServer ? "postgres" : "pglite"}`, {
        seed: SEED,
        events: events.length,
        attempts: attempts.length,
        unanswered: attempts.filter(({ status }) => status !== 200).length,
        owed: parcels.filter(({ owed }) => owed > 0).length,
        kills,
        flowSeconds: seconds(flowed),
        allSeconds: seconds(performance.now()),
        failedJobs: jobs.failed,
        findings,
      });
      expect(events.length).toBeGreaterThanOrEqual(EVENTS);
      expect(kills).toHaveLength(KILLS);
      expect(jobs.failed).toBe(0);
      expect(findings).toEqual(NOTHING_WRONG);
    },
  );
});
