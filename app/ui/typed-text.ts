import { fractionDigitsOf } from "#app/domain/shared/currency.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { parseMoney, toDecimal } from "#app/domain/shared/money.ts";

/**
 * What people type into fields, read without floats. Text that is no figure comes back as it is, so that the check of the document
 * names the field.
 */
export function typedNumber(text: string): number | string {
  const typed = text.trim();
  return /^\d{1,9}$/.test(typed) ? Number(typed) : text;
}

/** "2.5" and "2,5" are 250 basis points. */
export function typedPercent(text: string): number | string {
  const typed = text.trim().replace(",", ".");
  return /^\d{1,6}(\.\d{1,2}0*)?$/.test(typed) ? parseMoney(typed, "USD").minor : text;
}

/** "12,50" and "12.5" are 1250 minor units of a currency with two decimals; an empty field is null. */
export function typedAmount(text: string, currency: string): { readonly minor: number | string; readonly currency: string } | null {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return null;
  const match = /^\d{1,12}(?:\.(\d+))?$/.exec(typed);
  const fits = match !== null && (match[1] ?? "").replace(/0+$/, "").length <= fractionDigitsOf(currency);
  return { minor: fits ? parseMoney(typed, currency).minor : text, currency };
}

/** 250 basis points as they are typed: "2.5". */
export function percentText(basisPoints: number): string {
  return toDecimal({ minor: basisPoints, currency: "USD" }).replace(/\.?0+$/, "") || "0";
}

/** An amount as it is typed, or an empty field. */
export function amountText(amount: Money | null): string {
  return amount === null ? "" : toDecimal(amount);
}
