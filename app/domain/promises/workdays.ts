import { DateTime } from "luxon";
import { z } from "zod";
import { addDays, isTimeZone } from "#app/domain/shared/time.ts";

/** A calendar date as text: "2026-03-29". */
export const calendarDateSchema = z.iso.date();

/** An IANA zone that this machine knows. */
export const zoneSchema = z.string().refine(isTimeZone, { error: "unknown_zone" });

/** The days on which parcels move: ISO weekdays (1 Monday … 7 Sunday) less holidays, on wall clocks in `zone`. */
export interface WorkdayCalendar {
  readonly zone: string;
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
}

export const workdayCalendarSchema = z.object({
  zone: zoneSchema,
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  holidays: z.array(calendarDateSchema),
});

/** Monday to Friday without holidays. */
export function mondayToFriday(zone: string): z.infer<typeof workdayCalendarSchema> {
  return { zone, weekdays: [1, 2, 3, 4, 5], holidays: [] };
}

/** Whether parcels move on that date. */
export function isWorkday(date: string, calendar: Pick<WorkdayCalendar, "weekdays" | "holidays">): boolean {
  const weekday = ((new Date(Date.parse(date)).getUTCDay() + 6) % 7) + 1;
  return calendar.weekdays.includes(weekday) && !calendar.holidays.includes(date);
}

/**
 * The `days`-th workday after a date; the date itself does not count. Zero days is the date itself, or the next workday when it
 * is none. Friday + 3 in a Monday-to-Friday week is Wednesday; Saturday + 1 is Monday. Throws on a calendar without weekdays.
 */
export function addWorkdays(date: string, days: number, calendar: Pick<WorkdayCalendar, "weekdays" | "holidays">): string {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`Workdays are a whole number from 0 up, got ${days}`);
  if (!calendar.weekdays.some((weekday) => weekday >= 1 && weekday <= 7))
    throw new RangeError("A calendar without workdays never moves on");
  let current = date;
  let passed = days === 0 && !isWorkday(date, calendar) ? -1 : 0;
  while (passed < days) {
    current = addDays(current, 1);
    if (isWorkday(current, calendar)) passed += 1;
  }
  return current;
}

/**
 * The moment `days` workdays after an instant, at the same time of day on wall clocks in the calendar's zone.
 * Tuesday 15:00 + 3 is Friday 15:00, whatever daylight saving does in between.
 */
export function addWorkdaysToInstant(instant: Date, days: number, calendar: WorkdayCalendar): Date {
  const local = DateTime.fromJSDate(instant, { zone: calendar.zone });
  const [year, month, day] = addWorkdays(local.toFormat("yyyy-MM-dd"), days, calendar).split("-").map(Number);
  return local.set({ year, month, day }).toJSDate();
}
