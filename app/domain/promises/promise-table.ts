import { z } from "zod";
import { addDays } from "#app/domain/shared/time.ts";
import type { WorkdayCalendar } from "./workdays.ts";
import { addWorkdays } from "./workdays.ts";

/** One line of the shop's delivery promises. "*" means any. */
export interface PromiseRow {
  /** ISO 3166-1 alpha-2 of the destination, or "*". */
  readonly country: string;
  /** Shopify's product type, compared without regard to case, or "*". */
  readonly productType: string;
  readonly days: number;
  /** Workdays of the shop's delivery calendar, or calendar days. */
  readonly unit: "workdays" | "calendar_days";
  /** The day that is counted from: when the parcel was sent, or when the order was placed. */
  readonly from: "shipped" | "ordered";
}

export type PromiseTable = readonly PromiseRow[];

const rowSchema = z.object({
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2}|\*)$/, { error: "country_code" }),
  productType: z.string().trim().min(1).max(255),
  days: z.int().min(0).max(365),
  unit: z.enum(["workdays", "calendar_days"]),
  from: z.enum(["shipped", "ordered"]),
});

/** The table as a merchant enters it; two rows for the same country and product type are refused at the second one. */
export const promiseTableSchema = z
  .array(rowSchema)
  .max(500)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    rows.forEach((row, index) => {
      const key = `${row.country}\n${row.productType.toLowerCase()}`;
      if (seen.has(key)) context.addIssue({ code: "custom", message: "duplicate_row", path: [index, "country"] });
      seen.add(key);
    });
  });

/** The dates that a row counts from, on wall clocks in the shop's zone. */
export interface CountedFrom {
  readonly shippedOn: string;
  readonly orderedOn: string;
}

/**
 * The most specific row for a country and a product type, or null. Country and type together beat country alone, which beats type
 * alone, which beats "*" and "*"; the first of two equal rows wins.
 */
export function rowFor(table: PromiseTable, country: string | null, productType: string): PromiseRow | null {
  const wanted = { country: country?.trim().toUpperCase() ?? "", type: productType.trim().toLowerCase() };
  const fitting = table.filter(
    (row) => fits(row.country.toUpperCase(), wanted.country) && fits(row.productType.trim().toLowerCase(), wanted.type),
  );
  return fitting.reduce<PromiseRow | null>((best, row) => (best === null || specificity(row) > specificity(best) ? row : best), null);
}

/** The date a row promises: shipped Friday 2026-11-20 with 3 workdays is Wednesday 2026-11-25. */
export function dateOf(row: PromiseRow, counted: CountedFrom, calendar: WorkdayCalendar): string {
  const start = row.from === "shipped" ? counted.shippedOn : counted.orderedOn;
  return row.unit === "workdays" ? addWorkdays(start, row.days, calendar) : addDays(start, row.days);
}

function fits(pattern: string, value: string): boolean {
  return pattern === "*" || pattern === value;
}

function specificity(row: PromiseRow): number {
  return (row.country === "*" ? 0 : 2) + (row.productType === "*" ? 0 : 1);
}
