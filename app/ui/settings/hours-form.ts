import { businessHoursSchema, WEEKDAYS, type BusinessHours, type Shift, type Weekday } from "#app/domain/promises/business-time.ts";
import type { CaseSettings } from "#app/domain/shops/shop-settings.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** When staff works and how soon somebody answers. A shift that ends at midnight ends at "00:00", as clocks show it. */
export interface HoursForm {
  readonly week: Readonly<Record<Weekday, readonly Shift[]>>;
  readonly holidays: readonly string[];
  readonly firstReplyMinutes: string;
}

export function hoursForm({ hours, firstReplyMinutes }: CaseSettings): HoursForm {
  return { week: mapWeek(hours.week, "24:00", "00:00"), holidays: hours.holidays, firstReplyMinutes: String(firstReplyMinutes) };
}

/** What the form says, in the shape of the stored document; `zone` is that of the shop's clocks. */
export function hoursDocument(form: HoursForm, zone: string): object {
  return {
    hours: { zone, week: mapWeek(form.week, "00:00", "24:00"), holidays: form.holidays },
    firstReplyMinutes: typedNumber(form.firstReplyMinutes),
  };
}

/** The hours as the domain computes with them, or null while they are not complete. */
export function usableHours(form: HoursForm, zone: string): BusinessHours | null {
  const parsed = businessHoursSchema.safeParse({ zone, week: mapWeek(form.week, "00:00", "24:00"), holidays: form.holidays });
  return parsed.success ? parsed.data : null;
}

function mapWeek(week: HoursForm["week"], midnight: string, shown: string): HoursForm["week"] {
  const entries = WEEKDAYS.map((day) => [day, week[day].map(({ from, to }) => ({ from, to: to === midnight ? shown : to }))]);
  return Object.fromEntries(entries) as HoursForm["week"];
}
