import i18next from "i18next";
import type { i18n as I18n } from "i18next";

import enAdmin from "../locales/en/admin.json" with { type: "json" };
import enAdminCases from "../locales/en/admin-cases.json" with { type: "json" };
import enAdminPolicy from "../locales/en/admin-policy.json" with { type: "json" };
import enAdminPromises from "../locales/en/admin-promises.json" with { type: "json" };
import enAdminReturns from "../locales/en/admin-returns.json" with { type: "json" };
import enMail from "../locales/en/mail.json" with { type: "json" };
import enPortal from "../locales/en/portal.json" with { type: "json" };
import enSurvey from "../locales/en/survey.json" with { type: "json" };
import zhAdmin from "../locales/zh-CN/admin.json" with { type: "json" };
import zhAdminCases from "../locales/zh-CN/admin-cases.json" with { type: "json" };
import zhAdminPolicy from "../locales/zh-CN/admin-policy.json" with { type: "json" };
import zhAdminPromises from "../locales/zh-CN/admin-promises.json" with { type: "json" };
import zhAdminReturns from "../locales/zh-CN/admin-returns.json" with { type: "json" };
import zhMail from "../locales/zh-CN/mail.json" with { type: "json" };
import zhPortal from "../locales/zh-CN/portal.json" with { type: "json" };
import zhSurvey from "../locales/zh-CN/survey.json" with { type: "json" };

/** The languages that every text exists in; the first one is the fallback. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** One file per audience in `app/locales/<locale>/`; staff's pages have one per area, so that none grows past reading. */
export type Namespace = "portal" | "mail" | "survey" | AdminNamespace;
export type AdminNamespace = "admin" | "admin-returns" | "admin-policy" | "admin-promises" | "admin-cases";
export const ADMIN_NAMESPACES: readonly AdminNamespace[] = ["admin", "admin-returns", "admin-policy", "admin-promises", "admin-cases"];

/** Looks a text up by its dotted key and fills in `{{values}}`; `count` chooses the plural form. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface Translator {
  readonly locale: Locale;
  readonly t: Translate;
  /** The i18next instance itself, for `I18nextProvider` of react-i18next. */
  readonly i18n: I18n;
}

export interface TranslatorOptions {
  /** Called when a key has no text, not even in English; the key itself is shown then. */
  readonly onMissingKey?: (key: string) => void;
}

const RESOURCES: Readonly<Record<Locale, Readonly<Record<Namespace, object>>>> = {
  en: {
    portal: enPortal,
    mail: enMail,
    survey: enSurvey,
    admin: enAdmin,
    "admin-returns": enAdminReturns,
    "admin-policy": enAdminPolicy,
    "admin-promises": enAdminPromises,
    "admin-cases": enAdminCases,
  },
  "zh-CN": {
    portal: zhPortal,
    mail: zhMail,
    survey: zhSurvey,
    admin: zhAdmin,
    "admin-returns": zhAdminReturns,
    "admin-policy": zhAdminPolicy,
    "admin-promises": zhAdminPromises,
    "admin-cases": zhAdminCases,
  },
};

/**
 * The supported language nearest to what Shopify, a browser or a customer record calls it: "zh", "zh-Hans", "zh_CN" and "zh-TW"
 * are all "zh-CN", "en-GB" is "en", everything unknown is "en".
 */
export function normalizeLocale(tag: string | null | undefined): Locale {
  const language = (tag ?? "").trim().toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale.toLowerCase().split("-")[0] === language) ?? LOCALES[0];
}

/** By language and namespaces. Nobody ever changes the language of an instance, so that requests may share them. */
const translators = new Map<string, Translator>();

/**
 * Texts of one language, synchronously: every language has an own instance, so two requests in two languages never meet. The first
 * namespace is the one that bare keys are looked up in; others are reached as "mail:subject".
 * Values are put in as they are: React and Liquid templates do the escaping.
 */
export function createTranslator(
  tag: string | null | undefined,
  namespaces: readonly Namespace[],
  options: TranslatorOptions = {},
): Translator {
  const locale = normalizeLocale(tag);
  if (options.onMissingKey) return makeTranslator(locale, namespaces, options);
  const key = [locale, ...namespaces].join(" ");
  const translator = translators.get(key) ?? makeTranslator(locale, namespaces, options);
  translators.set(key, translator);
  return translator;
}

function makeTranslator(locale: Locale, namespaces: readonly Namespace[], { onMissingKey }: TranslatorOptions): Translator {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: locale,
    fallbackLng: LOCALES[0],
    ns: [...namespaces],
    defaultNS: namespaces[0],
    resources: RESOURCES,
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    saveMissing: onMissingKey !== undefined,
    missingKeyHandler:
      onMissingKey && ((_languages: readonly string[], namespace: string, key: string) => onMissingKey(`${namespace}:${key}`)),
  });
  return { locale, i18n, t: (key, values) => i18n.t(key, { ...values }) };
}
