import { setTimeout as sleep } from "node:timers/promises";
import type { AppProcess } from "#test/support/app-process.ts";

/** A process that was killed, and when in the course of the flow. */
export interface Kill {
  readonly process: string;
  /** How many webhooks were on their way or through by then. */
  readonly atEvent: number;
  readonly atSeconds: number;
  readonly downSeconds: number;
}

export interface Plan {
  readonly victims: readonly AppProcess[];
  readonly random: () => number;
  readonly kills: number;
  /** How many events the whole flow has at least; the kills are spread over them at random. */
  readonly events: number;
  /** How many have begun so far. */
  readonly begun: () => number;
}

const LOOK_EVERY_MS = 10;
const LONGEST_AIM_MS = 400;

/** Kills one process at a time and starts it again, at moments in the flow that the seed decides, however fast the machine is. */
export async function killAtRandom({ victims, random, kills, events, begun }: Plan): Promise<Kill[]> {
  const since = performance.now();
  const seconds = (from: number, to: number): number => Number(((to - from) / 1_000).toFixed(2));
  const moments = Array.from({ length: kills }, (_, index) => Math.floor(((index + random()) / kills) * events * 0.95));
  const done: Kill[] = [];
  for (const moment of moments) {
    while (begun() < moment) await sleep(LOOK_EVERY_MS);
    await sleep(random() * LONGEST_AIM_MS);
    const victim = victims[Math.floor(random() * victims.length)];
    if (!victim) throw new Error("Nobody to kill");
    const [at, atEvent] = [performance.now(), begun()];
    await victim.kill();
    await victim.start();
    done.push({ process: victim.kind, atEvent, atSeconds: seconds(since, at), downSeconds: seconds(at, performance.now()) });
  }
  return done;
}
