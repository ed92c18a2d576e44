import { nearestLanguage, SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import { translatorOf } from "#app/ui/translator.ts";
import type { Translator } from "#app/ui/translator.ts";
import de from "../../locales/de/macro.json" with { type: "json" };
import en from "../../locales/en/macro.json" with { type: "json" };
import es from "../../locales/es/macro.json" with { type: "json" };
import fr from "../../locales/fr/macro.json" with { type: "json" };
import ja from "../../locales/ja/macro.json" with { type: "json" };
import zh from "../../locales/zh-CN/macro.json" with { type: "json" };

const RESOURCES = {
  en: { macro: en },
  "zh-CN": { macro: zh },
  de: { macro: de },
  fr: { macro: fr },
  es: { macro: es },
  ja: { macro: ja },
};

/** What a macro writes to the customer, in the customer's language; small enough for staff's browsers. */
export function macroTranslator(tag: string): Translator<ShopperLanguage> {
  const locale = nearestLanguage(tag, SHOPPER_LANGUAGES) ?? SHOPPER_LANGUAGES[0];
  return translatorOf({ locale, fallback: SHOPPER_LANGUAGES[0], namespaces: ["macro"], resources: RESOURCES }, {});
}
