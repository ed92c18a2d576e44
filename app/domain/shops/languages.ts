import { z } from "zod";

/** Every language that shoppers' texts exist in; the first one is the last resort. */
export const SHOPPER_LANGUAGES = ["en", "zh-CN", "de", "fr", "es", "ja"] as const;
export type ShopperLanguage = (typeof SHOPPER_LANGUAGES)[number];

/** Which languages the portal, mails and survey pages speak. */
export interface LanguageSettings {
  readonly offered: readonly ShopperLanguage[];
}

/** The languages as a merchant chooses them; all of them while nothing is chosen, never none. */
export const languageSettingsSchema = z.object({
  offered: z
    .array(z.enum(SHOPPER_LANGUAGES))
    .min(1)
    .default([...SHOPPER_LANGUAGES]),
});

/**
 * The languages that a shop offers, in the order of the list: those chosen, and the shop's own where there are texts in it. A Dutch shop
 * that chose German offers German; a German shop that chose English offers both.
 */
export function offeredLanguages({ offered }: LanguageSettings, shopLocale: string): readonly [ShopperLanguage, ...ShopperLanguage[]] {
  const own = nearestLanguage(shopLocale, SHOPPER_LANGUAGES);
  const [first, ...others] = SHOPPER_LANGUAGES.filter((language) => offered.includes(language) || language === own);
  return first === undefined ? [SHOPPER_LANGUAGES[0]] : [first, ...others];
}

/**
 * The one of several languages that a tag names, in whatever way it is written: "de-AT" and "de_AT" are "de", "zh", "zh-Hans" and "zh-TW" are
 * "zh-CN". Undefined for a language that is not among them.
 */
export function nearestLanguage<Language extends string>(tag: string | null | undefined, among: readonly Language[]): Language | undefined {
  const exact = (tag ?? "").trim().replaceAll("_", "-").toLowerCase();
  const language = exact.split("-")[0];
  return (
    among.find((each) => each.toLowerCase() === exact) ??
    among.find((each) => each.toLowerCase() === language) ??
    among.find((each) => each.toLowerCase().split("-")[0] === language)
  );
}

/**
 * The language to write in: the one wanted, else the shop's, else the first available. A German shop that offers German and English
 * answers "fr" in German.
 */
export function chooseLanguage<Language extends string>(
  wanted: string | null | undefined,
  shopLocale: string,
  available: readonly [Language, ...Language[]],
): Language {
  return nearestLanguage(wanted, available) ?? nearestLanguage(shopLocale, available) ?? available[0];
}
