import { nearestLanguage, SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import deMail from "../locales/de/mail.json" with { type: "json" };
import dePolicy from "../locales/de/policy.json" with { type: "json" };
import dePortal from "../locales/de/portal.json" with { type: "json" };
import deSurvey from "../locales/de/survey.json" with { type: "json" };
import enPolicy from "../locales/en/admin-returns.json" with { type: "json" };
import enMail from "../locales/en/mail.json" with { type: "json" };
import enPortal from "../locales/en/portal.json" with { type: "json" };
import enSurvey from "../locales/en/survey.json" with { type: "json" };
import esMail from "../locales/es/mail.json" with { type: "json" };
import esPolicy from "../locales/es/policy.json" with { type: "json" };
import esPortal from "../locales/es/portal.json" with { type: "json" };
import esSurvey from "../locales/es/survey.json" with { type: "json" };
import frMail from "../locales/fr/mail.json" with { type: "json" };
import frPolicy from "../locales/fr/policy.json" with { type: "json" };
import frPortal from "../locales/fr/portal.json" with { type: "json" };
import frSurvey from "../locales/fr/survey.json" with { type: "json" };
import jaMail from "../locales/ja/mail.json" with { type: "json" };
import jaPolicy from "../locales/ja/policy.json" with { type: "json" };
import jaPortal from "../locales/ja/portal.json" with { type: "json" };
import jaSurvey from "../locales/ja/survey.json" with { type: "json" };
import zhPolicy from "../locales/zh-CN/admin-returns.json" with { type: "json" };
import zhMail from "../locales/zh-CN/mail.json" with { type: "json" };
import zhPortal from "../locales/zh-CN/portal.json" with { type: "json" };
import zhSurvey from "../locales/zh-CN/survey.json" with { type: "json" };
import { translatorOf } from "./translator.ts";
import type { Translator, TranslatorOptions } from "./translator.ts";

/**
 * One file per kind of page that shoppers read, in `app/locales/<language>/`. Staff's browsers never load them. What rules say is read by
 * merchants too, so in their languages "policy" is the file of their own pages.
 */
export type ShopperNamespace = "portal" | "mail" | "survey" | "policy";

const RESOURCES: Readonly<Record<ShopperLanguage, Readonly<Record<ShopperNamespace, object>>>> = {
  en: { portal: enPortal, mail: enMail, survey: enSurvey, policy: enPolicy },
  "zh-CN": { portal: zhPortal, mail: zhMail, survey: zhSurvey, policy: zhPolicy },
  de: { portal: dePortal, mail: deMail, survey: deSurvey, policy: { ...dePolicy, reason: dePortal.reason } },
  fr: { portal: frPortal, mail: frMail, survey: frSurvey, policy: { ...frPolicy, reason: frPortal.reason } },
  es: { portal: esPortal, mail: esMail, survey: esSurvey, policy: { ...esPolicy, reason: esPortal.reason } },
  ja: { portal: jaPortal, mail: jaMail, survey: jaSurvey, policy: { ...jaPolicy, reason: jaPortal.reason } },
};

/** The language of shoppers' texts nearest to a tag; everything unknown is English. */
export function shopperLanguage(tag: string | null | undefined): ShopperLanguage {
  return nearestLanguage(tag, SHOPPER_LANGUAGES) ?? SHOPPER_LANGUAGES[0];
}

/** What shoppers read, in one language; the first namespace is the one that bare keys are looked up in. */
export function shopperTranslator(
  tag: string | null | undefined,
  namespaces: readonly ShopperNamespace[],
  options: TranslatorOptions = {},
): Translator<ShopperLanguage> {
  return translatorOf({ locale: shopperLanguage(tag), fallback: SHOPPER_LANGUAGES[0], namespaces, resources: RESOURCES }, options);
}
