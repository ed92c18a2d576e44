import {
  formatBasisPoints,
  formatCalendarDate,
  formatCalendarRange,
  formatDate,
  formatDateTime,
  formatFileSize,
  formatMoney,
} from "#app/ui/format.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { Translate, TranslatorOptions } from "#app/ui/translator.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { TimeExpectation } from "./solution-views.ts";
import type { PortalFrame } from "./view-models.ts";

/** What every component of the portal is given besides its own data: the frame, the texts and the formats of one language. */
export interface Portal {
  readonly frame: PortalFrame;
  readonly locale: ShopperLanguage;
  readonly t: Translate;
  readonly money: (amount: Money) => string;
  readonly percent: (basisPoints: number) => string;
  readonly date: (moment: Moment) => string;
  readonly dateTime: (moment: Moment) => string;
  readonly day: (calendarDate: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly fileSize: (bytes: number) => string;
}

/** Prepares texts and formats for one page. Amounts and dates keep the visitor's region: "en-GB", "de-AT", "fr-CA". */
export function createPortal(frame: PortalFrame, options: TranslatorOptions = {}): Portal {
  const { locale, t } = shopperTranslator(frame.locale, ["portal"], options);
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

/** Chinese of another region is written with other characters, which would stand out among the texts. */
function formattingLocale(asked: string, spoken: ShopperLanguage): string {
  const tag = asked.replaceAll("_", "-");
  if (spoken === "zh-CN" || tag.split("-")[0]?.toLowerCase() !== spoken) return spoken;
  return Intl.DateTimeFormat.supportedLocalesOf([wellFormed(tag)])[0] ?? spoken;
}

function wellFormed(tag: string): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : "en";
}
