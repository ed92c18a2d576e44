import {
  formatBasisPoints,
  formatCalendarDate,
  formatCalendarRange,
  formatDate,
  formatDateTime,
  formatFileSize,
  formatMoney,
} from "#app/ui/format.ts";
import { createTranslator } from "#app/ui/i18n.ts";
import type { Locale, Translate, TranslatorOptions } from "#app/ui/i18n.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { TimeExpectation } from "./solution-views.ts";
import type { PortalFrame } from "./view-models.ts";

/** What every component of the portal is given besides its own data: the frame, the texts and the formats of one language. */
export interface Portal {
  readonly frame: PortalFrame;
  readonly locale: Locale;
  readonly t: Translate;
  readonly money: (amount: Money) => string;
  readonly percent: (basisPoints: number) => string;
  readonly date: (moment: Moment) => string;
  readonly dateTime: (moment: Moment) => string;
  readonly day: (calendarDate: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly fileSize: (bytes: number) => string;
}

/** Prepares texts and formats for one page. English amounts and dates keep the visitor's region ("en-GB"). */
export function createPortal(frame: PortalFrame, options: TranslatorOptions = {}): Portal {
  const { locale, t } = createTranslator(frame.locale, ["portal"], options);
  const region = formattingLocale(frame.locale, locale);
  return {
    frame,
    locale,
    t,
    money: (amount) => formatMoney(amount, region),
    percent: (basisPoints) => formatBasisPoints(basisPoints, region),
    date: (moment) => formatDate(moment, region),
    dateTime: (moment) => formatDateTime(moment, region),
    day: (calendarDate) => formatCalendarDate(calendarDate, region),
    days: (from, to) => formatCalendarRange(from, to, region),
    fileSize: (bytes) => formatFileSize(bytes, region),
  };
}

/** "3 to 5 business days after your parcel arrives", or "As soon as you confirm". */
export function timeText({ t }: Portal, time: TimeExpectation): string {
  if (!time.businessDays) return t(`time.now.${time.after}`);
  const [from, to] = time.businessDays;
  const days = from === to ? t("time.days", { count: to }) : t("time.range", { from, to });
  return t(`time.within.${time.after}`, { days });
}

function formattingLocale(asked: string, spoken: Locale): string {
  const tag = asked.replaceAll("_", "-");
  if (spoken !== "en" || !/^en\b/i.test(tag)) return spoken;
  return Intl.DateTimeFormat.supportedLocalesOf([wellFormed(tag)])[0] ?? spoken;
}

function wellFormed(tag: string): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : "en";
}
