import { nearestLanguage } from "./languages.ts";

/** What a merchant wrote, by language: `{ en: "How does it fit?", de: "Wie passt es?" }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/**
 * The text for somebody who reads `locale`: in that language, else in the shop's own, else in English, else in any. Empty texts do not
 * count. `{ de: "Wie passt es?" }` read by a French shopper of a German shop is "Wie passt es?".
 */
export function textIn(texts: LocalizedText, locale: string, shopLocale?: string): string {
  const written = Object.keys(texts).filter((language) => texts[language]?.trim());
  const language = nearestLanguage(locale, written) ?? nearestLanguage(shopLocale, written) ?? nearestLanguage("en", written) ?? written[0];
  return (language === undefined ? undefined : texts[language]) ?? "";
}
