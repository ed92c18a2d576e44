import { dateIn, endOfDate, startOfDate } from "#app/domain/shared/time.ts";
import type { Destination } from "./destination-zone.ts";
import { destinationZoneOr } from "./destination-zone.ts";
import type { PromiseRow, PromiseTable } from "./promise-table.ts";
import { dateOf, rowFor } from "./promise-table.ts";
import type { WorkdayCalendar } from "./workdays.ts";

/** An estimate that Shopify or a carrier gave, and when. */
export interface DeliveryEstimate {
  readonly estimatedAt: Date;
  /**
   * When it was stated: the carrier event's own time, or for the fulfillment's own estimate the fulfillment's time of change at which it
   * was first seen with this value, because Shopify overwrites it with each newer estimate.
   */
  readonly statedAt: Date;
  /** True when it came with news of trouble (a delayed, failed or attempted delivery). */
  readonly isWithTrouble: boolean;
}

/** Everything a delivery promise follows from. */
export interface PromiseSources {
  readonly estimates: readonly DeliveryEstimate[];
  readonly destination: Destination;
  readonly productTypes: readonly string[];
  readonly orderedAt: Date;
  readonly shippedAt: Date;
}

/** The shop's side of it. */
export interface PromiseRules {
  readonly table: PromiseTable;
  readonly calendar: WorkdayCalendar;
  readonly shopZone: string;
}

/** What a customer was promised about one fulfillment. */
export interface DeliveryPromise {
  /** The date, on wall clocks in `zone`. */
  readonly promisedOn: string;
  /** The destination's zone, or the shop's where that is unknown. */
  readonly zone: string;
  readonly source: "estimate" | "table";
  /** The row of the shop's table that was used. */
  readonly row: PromiseRow | null;
}

/**
 * What was first promised: the earliest estimate that Shopify gave for the fulfillment, else the shop's own table, else nothing (null).
 * A later estimate is a new expectation, never a new promise: a carrier that announces its own delay must not wipe out what is owed.
 * So an estimate that comes with trouble counts only where there is no other estimate and no row. Of several product types in one
 * parcel the slowest decides. The answer depends on the facts alone, not on the order in which they arrived.
 */
export function deriveDeliveryPromise(sources: PromiseSources, rules: PromiseRules): DeliveryPromise | null {
  const zone = destinationZoneOr(sources.destination, rules.shopZone);
  const calm = firstEstimate(sources.estimates.filter((one) => !one.isWithTrouble));
  if (calm !== null) return { promisedOn: dateIn(zone, calm.estimatedAt), zone, source: "estimate", row: null };
  const fromTable = tablePromise(sources, rules);
  if (fromTable !== null) return { ...fromTable, zone, source: "table" };
  const troubled = firstEstimate(sources.estimates);
  return troubled === null ? null : { promisedOn: dateIn(zone, troubled.estimatedAt), zone, source: "estimate", row: null };
}

/** What the customer may expect now: the date of the estimate that was stated last, or null without any. */
export function latestExpectation(sources: Pick<PromiseSources, "estimates" | "destination">, shopZone: string): string | null {
  const last = [...sources.estimates].sort(byStatement).at(-1);
  return last === undefined ? null : dateIn(destinationZoneOr(sources.destination, shopZone), last.estimatedAt);
}

/** Whether the clock of lateness starts at the end of the promised day (so the whole day is in time) or at its start. */
export type ClockStart = "end_of_day" | "start_of_day";

/** The first moment at which the promise is broken: promised for 2026-11-20, it is 2026-11-21 00:00 in the zone ("end_of_day"). */
export function deliveryDueAt(promise: Pick<DeliveryPromise, "promisedOn" | "zone">, start: ClockStart): Date {
  return start === "end_of_day" ? endOfDate(promise.promisedOn, promise.zone) : startOfDate(promise.promisedOn, promise.zone);
}

/** Estimates stated at the same moment: the earlier date counts. */
function firstEstimate(estimates: readonly DeliveryEstimate[]): DeliveryEstimate | null {
  return [...estimates].sort(byStatement)[0] ?? null;
}

function byStatement(a: DeliveryEstimate, b: DeliveryEstimate): number {
  return a.statedAt.getTime() - b.statedAt.getTime() || a.estimatedAt.getTime() - b.estimatedAt.getTime();
}

function tablePromise(sources: PromiseSources, rules: PromiseRules): { promisedOn: string; row: PromiseRow } | null {
  const counted = { shippedOn: dateIn(rules.shopZone, sources.shippedAt), orderedOn: dateIn(rules.shopZone, sources.orderedAt) };
  const types = sources.productTypes.length === 0 ? [""] : sources.productTypes;
  return types
    .map((type) => rowFor(rules.table, sources.destination.countryCode, type))
    .filter((row) => row !== null)
    .map((row) => ({ row, promisedOn: dateOf(row, counted, rules.calendar) }))
    .reduce<{ promisedOn: string; row: PromiseRow } | null>(
      (slowest, one) => (slowest === null || one.promisedOn > slowest.promisedOn ? one : slowest),
      null,
    );
}
