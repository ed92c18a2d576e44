import { fractionDigitsOf } from "#app/domain/shared/currency.ts";
import { toDecimal } from "#app/domain/shared/money.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** An instant and the IANA zone whose wall clock it is shown in: `{ at: "2026-11-21T09:30:00Z", zone: "Europe/Berlin" }`. */
export interface Moment {
  readonly at: string;
  readonly zone: string;
}

/** "$12.50", "¥1,250", "KWD 1.250": exact, because the decimal text never becomes a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = fractionDigitsOf(amount.currency);
  const format = { style: "currency", currency: amount.currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return numberFormat(locale, format).format(toDecimal(amount) as Intl.StringNumericLiteral);
}

/** Basis points as a percentage: 250 is "2.5%". */
export function formatBasisPoints(points: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(points / 10_000);
}

/** "21 Nov 2026" in the moment's own zone. */
export function formatDate(moment: Moment, locale: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeZone: moment.zone }).format(new Date(moment.at));
}

/** Date and time of day in the moment's own zone. */
export function formatDateTime(moment: Moment, locale: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: moment.zone }).format(new Date(moment.at));
}

/** Day and time without the year, for lists of what is recent: "Nov 21, 9:30 AM". */
export function formatShortTime(moment: Moment, locale: string): string {
  const parts = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZone: moment.zone } as const;
  return dateFormat(locale, parts).format(new Date(moment.at));
}

/** A calendar date without a time ("2026-11-21"), the same in every zone. */
export function formatCalendarDate(date: string, locale: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** "Nov 21 – 25, 2026"; one date when both are the same. */
export function formatCalendarRange(from: string, to: string, locale: string): string {
  const format = dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** "8 MB" of a million bytes each, as upload limits are told; what is smaller than one in kilobytes, never none: "413 kB". */
export function formatFileSize(bytes: number, locale: string): string {
  if (bytes >= 1_000_000)
    return numberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return numberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1_000));
}

/** Making a format costs some fifty times what using it costs; a page uses the same few again and again, whoever asks for it. */
const MOST_FORMATS = 500;
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, `${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, `${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  // Visitors name the region, so that there is no end of keys.
  if (formats.size >= MOST_FORMATS) formats.clear();
  const format = make();
  formats.set(key, format);
  return format;
}
