import { DateTime } from "luxon";

/** Milliseconds in one minute, hour and elapsed (not calendar) day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `milliseconds` after `instant`. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/** The calendar date ("2026-03-29") that a clock on the wall shows at `instant` in the IANA `zone`. */
export function dateIn(zone: string, instant: Date): string {
  let calendar = CALENDARS.get(zone);
  if (!calendar) CALENDARS.set(zone, (calendar = calendarIn(zone)));
  return calendar.format(instant);
}

/** Made once for each zone: policy decisions ask for dates by the hundred thousand. */
const CALENDARS = new Map<string, Intl.DateTimeFormat>();

/** Sweden writes calendar dates as ISO 8601 does. */
function calendarIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE-u-ca-gregory-nu-latn", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

/** The first moment of a calendar date in the IANA `zone`; days of daylight-saving change are 23 or 25 hours long. */
export function startOfDate(date: string, zone: string): Date {
  return midnight(date, zone, 0);
}

/** The first moment after a calendar date in the IANA `zone`: where "by Friday" stops being kept. */
export function endOfDate(date: string, zone: string): Date {
  return midnight(date, zone, 1);
}

/**
 * Asking a zone for its offset costs a tenth of a millisecond, and the parcels of one day share a handful of dates and zones, so the
 * answers are kept: never more than this many.
 */
const MOST_MIDNIGHTS = 5_000;
const midnights = new Map<string, number>();

function midnight(date: string, zone: string, daysLater: 0 | 1): Date {
  const key = `${date} ${daysLater} ${zone}`;
  let known = midnights.get(key);
  if (known === undefined) {
    known = DateTime.fromISO(date, { zone }).startOf("day").plus({ days: daysLater }).toMillis();
    if (midnights.size >= MOST_MIDNIGHTS) midnights.clear();
    midnights.set(key, known);
  }
  return new Date(known);
}

/**
 * The calendar date `days` later (or earlier, when negative); throws on what is not a date. A date alone has no zone and no
 * daylight saving, so every day is 24 hours: this runs in every policy decision and is 20 times faster than a zoned calendar.
 */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whether the text names a time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid;
}
