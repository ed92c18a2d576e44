import { DateTime } from "luxon";
import { addDays, after, HOUR } from "#app/domain/shared/time.ts";

/** A nightly stretch on the customer's wall clock in which nothing is sent: "21:00" to "08:00". The same time twice is never quiet. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/**
 * The end of the quiet hours that `now` falls into on wall clocks in `zone`, or null when it is not quiet. The start is quiet, the end is
 * not. 21:00 to 08:00: at 23:30 the answer is tomorrow 08:00, at 07:59 today 08:00, at 08:00 null.
 */
export function quietUntil(quiet: QuietHours, now: Date, zone: string): Date | null {
  const local = DateTime.fromJSDate(now, { zone });
  const time = local.toFormat("HH:mm");
  const today = local.toFormat("yyyy-MM-dd");
  if (quiet.from === quiet.to) return null;
  if (quiet.from < quiet.to) return time >= quiet.from && time < quiet.to ? endAfter(now, `${today}T${quiet.to}`, zone) : null;
  if (time >= quiet.from) return endAfter(now, `${addDays(today, 1)}T${quiet.to}`, zone);
  return time < quiet.to ? endAfter(now, `${today}T${quiet.to}`, zone) : null;
}

/** Clocks set back show an end twice; the one still to come counts. */
function endAfter(now: Date, wallClock: string, zone: string): Date {
  const end = DateTime.fromISO(wallClock, { zone }).toJSDate();
  return end > now ? end : after(end, HOUR);
}
