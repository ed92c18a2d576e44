import { v7 } from "uuid";
import type { Clock, Ids } from "#app/use-cases/ports.ts";

/** The machine's clock: the only place where the app reads the time. */
export const systemClock: Clock = { now: () => new Date() };

/** UUIDv7 from the machine's clock and chance. */
export const systemIds: Ids = { next: () => v7() };
