import { z } from "zod";
import type { WorkdayCalendar } from "./workdays.ts";
import { addWorkdaysToInstant } from "./workdays.ts";

/** How long a parcel on a certain route may say nothing. "*" means any country. */
export interface SilenceRoute {
  readonly fromCountry: string;
  readonly toCountry: string;
  readonly workdays: number;
}

export interface SilenceSettings {
  readonly isEnabled: boolean;
  /** Workdays without a carrier scan after which a parcel counts as stuck. */
  readonly workdays: number;
  /** Further workdays for the time between handing over and the first scan. */
  readonly firstScanWorkdays: number;
  readonly routes: readonly SilenceRoute[];
}

const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{2}|\*)$/, { error: "country_code" });

export const silenceSettingsSchema = z.object({
  isEnabled: z.boolean().default(true),
  workdays: z.int().min(1).max(60).default(3),
  firstScanWorkdays: z.int().min(0).max(60).default(2),
  routes: z
    .array(z.object({ fromCountry: country.default("*"), toCountry: country, workdays: z.int().min(1).max(60) }))
    .max(500)
    .default([]),
});

/** A parcel as far as its silence is concerned. */
export interface SilentParcel {
  readonly shippedAt: Date;
  /** Whether the carrier can be asked at all; an untracked parcel that was never scanned is never silent. */
  readonly hasTracking: boolean;
  /** The carrier's last scan by the carrier's own time, or null before the first one. */
  readonly lastScanAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly fromCountry: string | null;
  readonly toCountry: string | null;
}

/**
 * The moment from which a parcel counts as stuck: so many workdays after the carrier's last scan, at the same time of day; before the
 * first scan the first-scan allowance comes on top, counted from handing over. Null when it was delivered or cancelled, or when the
 * merchant switched this off. Last scan Tuesday 15:00, 3 workdays: Friday 15:00; every new scan moves it on.
 */
export function silentAt(parcel: SilentParcel, settings: SilenceSettings, calendar: WorkdayCalendar): Date | null {
  if (!settings.isEnabled || parcel.deliveredAt !== null || parcel.cancelledAt !== null) return null;
  const allowed = allowedWorkdays(parcel, settings);
  if (parcel.lastScanAt !== null) return addWorkdaysToInstant(parcel.lastScanAt, allowed, calendar);
  if (!parcel.hasTracking) return null;
  return addWorkdaysToInstant(parcel.shippedAt, allowed + settings.firstScanWorkdays, calendar);
}

/** Whether a parcel counts as stuck now. */
export function isSilent(at: Date | null, now: Date): boolean {
  return at !== null && now >= at;
}

/** The workdays of the most specific route: both countries beat the destination alone, which beats the origin alone, which beats the setting. */
export function allowedWorkdays(parcel: Pick<SilentParcel, "fromCountry" | "toCountry">, settings: SilenceSettings): number {
  const fits = (pattern: string, value: string | null) => pattern === "*" || pattern === value?.trim().toUpperCase();
  const specificity = (route: SilenceRoute) => (route.toCountry === "*" ? 0 : 2) + (route.fromCountry === "*" ? 0 : 1);
  return settings.routes
    .filter((route) => fits(route.fromCountry, parcel.fromCountry) && fits(route.toCountry, parcel.toCountry))
    .reduce<{ rank: number; workdays: number }>(
      (best, route) => (specificity(route) > best.rank ? { rank: specificity(route), workdays: route.workdays } : best),
      { rank: -1, workdays: settings.workdays },
    ).workdays;
}
