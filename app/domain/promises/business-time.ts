import { DateTime } from "luxon";
import { z } from "zod";
import { addDays, dateIn, startOfDate } from "#app/domain/shared/time.ts";
import { calendarDateSchema, zoneSchema } from "./workdays.ts";

/** One stretch of work on wall clocks, "09:00" to "12:30". `to` may be "24:00"; a `to` before `from` ends on the next day (a night shift). */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When people work: shifts for each weekday (none means closed), dates on which no shift starts, and the zone of the clocks. */
export interface BusinessHours {
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Shift[]>>;
  readonly holidays: readonly string[];
}

const shiftSchema = z
  .object({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  })
  .refine(({ from, to }) => from !== to, { error: "empty_shift", path: ["to"] });

const shifts = z.array(shiftSchema).max(6);

export const businessHoursSchema = z.object({
  zone: zoneSchema,
  week: z
    .object({ monday: shifts, tuesday: shifts, wednesday: shifts, thursday: shifts, friday: shifts, saturday: shifts, sunday: shifts })
    .refine((week) => WEEKDAYS.some((day) => week[day].length > 0), { error: "never_open" }),
  holidays: z.array(calendarDateSchema),
});

/** Monday to Friday, 09:00 to 18:00. */
export function officeHours(zone: string): z.infer<typeof businessHoursSchema> {
  const day = () => [{ from: "09:00", to: "18:00" }];
  return {
    zone,
    week: { monday: day(), tuesday: day(), wednesday: day(), thursday: day(), friday: day(), saturday: [], sunday: [] },
    holidays: [],
  };
}

/**
 * The first moment at which `milliseconds` of working time have passed since `start`. Real elapsed time inside shifts counts, so an
 * hour is an hour on days of daylight-saving change too. Zero is `start` itself, even at night.
 * Friday 17:30 + 1 h in office hours is Monday 09:30. Throws when the week has no shift at all.
 */
export function addBusinessTime(start: Date, milliseconds: number, hours: BusinessHours): Date {
  if (!(milliseconds >= 0)) throw new RangeError(`Working time goes forward, got ${milliseconds}`);
  if (milliseconds === 0) return start;
  let left = milliseconds;
  for (const open of openStretches(start, hours)) {
    const length = open.end - open.start;
    if (left <= length) return new Date(open.start + left);
    left -= length;
  }
  throw new Error("Working hours never end");
}

/** Milliseconds of working time between two instants; zero when `to` is not after `from`. Friday 17:30 to Monday 09:30 is one hour. */
export function elapsedBusinessTime(from: Date, to: Date, hours: BusinessHours): number {
  let elapsed = 0;
  if (to <= from) return elapsed;
  for (const open of openStretches(from, hours)) {
    if (open.start >= to.getTime()) break;
    elapsed += Math.min(open.end, to.getTime()) - open.start;
  }
  return elapsed;
}

/** Whether somebody works at that moment. The end of a shift is outside it. */
export function isWithinBusinessHours(instant: Date, hours: BusinessHours): boolean {
  return elapsedBusinessTime(instant, new Date(instant.getTime() + 1), hours) > 0;
}

/** Stretch of open time in epoch milliseconds; `end` is the first moment outside it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Every open stretch from `start` on, in order and without overlap, starting with yesterday's night shift. Endless. */
function* openStretches(start: Date, hours: BusinessHours): Generator<Stretch> {
  if (WEEKDAYS.every((day) => hours.week[day].length === 0)) throw new RangeError("Business hours without a shift never pass");
  let cursor = start.getTime();
  let date = addDays(dateIn(hours.zone, start), -1);
  for (;;) {
    for (const stretch of stretchesOn(date, hours)) {
      const from = Math.max(stretch.start, cursor);
      if (from >= stretch.end) continue;
      yield { start: from, end: stretch.end };
      cursor = stretch.end;
    }
    date = addDays(date, 1);
  }
}

function stretchesOn(date: string, hours: BusinessHours): Stretch[] {
  if (hours.holidays.includes(date)) return [];
  const weekday = WEEKDAYS[DateTime.fromISO(date, { zone: "utc" }).weekday - 1] ?? "monday";
  return hours.week[weekday]
    .map((shift) => ({
      start: wallClock(date, shift.from, hours.zone),
      end: wallClock(shift.to <= shift.from ? addDays(date, 1) : date, shift.to, hours.zone),
    }))
    .sort((a, b) => a.start - b.start);
}

/** The instant at which clocks in the zone show that time; a time skipped by daylight saving is as far after the gap as it was into it. */
function wallClock(date: string, time: string, zone: string): number {
  if (time === "24:00") return startOfDate(addDays(date, 1), zone).getTime();
  return DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
}
