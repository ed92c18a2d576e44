import { DateTime } from "luxon";
import { addDays, dateIn } from "#app/domain/shared/time.ts";

/** When a carrier may come, in the hours of the place where the parcel is. */
export interface PickupSlot {
  /** "2026-03-16". */
  readonly date: string;
  /** Full hours, 9 to 12. */
  readonly fromHour: number;
  readonly toHour: number;
}

/** A morning and an afternoon; no carrier promises less than some hours. */
export const PICKUP_WINDOWS: readonly Omit<PickupSlot, "date">[] = [
  { fromHour: 9, toHour: 12 },
  { fromHour: 12, toHour: 17 },
];

const DAYS_OFFERED = 5;

/**
 * The next five days from Monday to Friday, beginning tomorrow in the shop's zone: carriers want to know the day before. On Sunday 15 March
 * 2026 these are 16 to 20 March. Whether a carrier comes on a holiday it says itself.
 */
export function pickupDates(now: Date, zone: string): string[] {
  const dates: string[] = [];
  for (let date = addDays(dateIn(zone, now), 1); dates.length < DAYS_OFFERED; date = addDays(date, 1)) {
    if (DateTime.fromISO(date).weekday <= 5) dates.push(date);
  }
  return dates;
}

/** The slot that somebody chose; undefined for one that is not offered (any more). */
export function findSlot(asked: { readonly date: string; readonly window: string }, now: Date, zone: string): PickupSlot | undefined {
  const date = pickupDates(now, zone).find((offered) => offered === asked.date);
  const window = PICKUP_WINDOWS.find((offered) => windowKey(offered) === asked.window);
  return date && window ? { date, ...window } : undefined;
}

/** What a form calls a window: "9-12". */
export function windowKey({ fromHour, toHour }: Omit<PickupSlot, "date">): string {
  return `${fromHour}-${toHour}`;
}
