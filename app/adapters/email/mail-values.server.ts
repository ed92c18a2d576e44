import { fractionDigitsOf } from "#app/domain/shared/currency.ts";
import { toDecimal, type Money } from "#app/domain/shared/money.ts";
import type { MailValue, MailVariables } from "#app/use-cases/messages/ports.ts";
import { MailBlock } from "./liquid.server.ts";
import { termIn } from "./mail-texts.server.ts";

/** The variables as a template sees them: words of the language, and blocks that are drawn in their place. */
export function scopeOf(variables: MailVariables, locale: string): Record<string, string | number | MailBlock | null> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, inWords(name, value, locale)]));
}

function inWords(name: string, value: MailValue, locale: string): string | number | MailBlock | null {
  if (value === null || typeof value === "number") return value;
  // An empty text counts as none, so that `{% if … %}` asks what a reader would ask.
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if ("money" in value) return moneyInWords(value.money, locale);
  if ("sums" in value)
    return listInWords(
      value.sums.map((amount) => moneyInWords(amount, locale)),
      locale,
    );
  if ("date" in value) return dateInWords(new Date(`${value.date}T00:00:00Z`), "UTC", locale);
  if ("moment" in value) return momentInWords(new Date(value.moment.at), value.moment.zone, locale);
  if ("basisPoints" in value) return percentInWords(value.basisPoints, locale);
  if ("term" in value) return termIn("terms", value.term, locale);
  if ("items" in value) return value.items.length > 0 ? new MailBlock(name) : null;
  if ("choices" in value) return value.choices.length > 0 ? new MailBlock(name) : null;
  return new MailBlock(name);
}

function moneyInWords(amount: Money, locale: string): string {
  const digits = fractionDigitsOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toDecimal(amount) as Intl.StringNumericLiteral);
}

function listInWords(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}

function percentInWords(points: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(points / 10_000);
}

function dateInWords(instant: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(instant);
}

function momentInWords(instant: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone }).format(instant);
}
