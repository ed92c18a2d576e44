import { nearestLanguage } from "#app/domain/shops/languages.ts";
import { translatorOf } from "./translator.ts";
import type { Translator, TranslatorOptions } from "./translator.ts";
import enAdmin from "../locales/en/admin.json" with { type: "json" };
import enAdminCases from "../locales/en/admin-cases.json" with { type: "json" };
import enAdminPolicy from "../locales/en/admin-policy.json" with { type: "json" };
import enAdminPromises from "../locales/en/admin-promises.json" with { type: "json" };
import enAdminReturns from "../locales/en/admin-returns.json" with { type: "json" };
import zhAdmin from "../locales/zh-CN/admin.json" with { type: "json" };
import zhAdminCases from "../locales/zh-CN/admin-cases.json" with { type: "json" };
import zhAdminPolicy from "../locales/zh-CN/admin-policy.json" with { type: "json" };
import zhAdminPromises from "../locales/zh-CN/admin-promises.json" with { type: "json" };
import zhAdminReturns from "../locales/zh-CN/admin-returns.json" with { type: "json" };

/** The languages of staff's pages; the first one is the fallback. Shoppers' texts exist in more: `shopper-texts.ts`. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** One file per area of staff's pages in `app/locales/<locale>/`, so that none grows past reading. */
export type AdminNamespace = "admin" | "admin-returns" | "admin-policy" | "admin-promises" | "admin-cases";
export const ADMIN_NAMESPACES: readonly AdminNamespace[] = ["admin", "admin-returns", "admin-policy", "admin-promises", "admin-cases"];

const RESOURCES: Readonly<Record<Locale, Readonly<Record<AdminNamespace, object>>>> = {
  en: {
    admin: enAdmin,
    "admin-returns": enAdminReturns,
    "admin-policy": enAdminPolicy,
    "admin-promises": enAdminPromises,
    "admin-cases": enAdminCases,
  },
  "zh-CN": {
    admin: zhAdmin,
    "admin-returns": zhAdminReturns,
    "admin-policy": zhAdminPolicy,
    "admin-promises": zhAdminPromises,
    "admin-cases": zhAdminCases,
  },
};

/**
 * The language of staff's pages nearest to what Shopify or a browser calls it: "zh", "zh-Hans", "zh_CN" and "zh-TW" are all "zh-CN",
 * "en-GB" is "en", everything else is "en".
 */
export function normalizeLocale(tag: string | null | undefined): Locale {
  return nearestLanguage(tag, LOCALES) ?? LOCALES[0];
}

/** Texts of staff's pages in one language; the first namespace is the one that bare keys are looked up in. */
export function createTranslator(
  tag: string | null | undefined,
  namespaces: readonly AdminNamespace[],
  options: TranslatorOptions = {},
): Translator<Locale> {
  return translatorOf({ locale: normalizeLocale(tag), fallback: LOCALES[0], namespaces, resources: RESOURCES }, options);
}
