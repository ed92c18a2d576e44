import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import de from "#app/locales/de/mail.json" with { type: "json" };
import en from "#app/locales/en/mail.json" with { type: "json" };
import es from "#app/locales/es/mail.json" with { type: "json" };
import fr from "#app/locales/fr/mail.json" with { type: "json" };
import ja from "#app/locales/ja/mail.json" with { type: "json" };
import zhCN from "#app/locales/zh-CN/mail.json" with { type: "json" };
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailTexts } from "#app/use-cases/messages/ports.ts";

/** The languages that every mail exists in; the first one is the fallback. */
export const MAIL_LOCALES: readonly [string, ...string[]] = SHOPPER_LANGUAGES;

type Texts = typeof en;
type Words = { readonly [Group in Exclude<keyof Texts, "pages">]?: Partial<Texts[Group]> };
const WORDS: Readonly<Record<string, Words>> = { en, "zh-CN": zhCN, de, fr, es, ja };

/** Everything that mails say in one language; what it has no words for is said in English. */
export function textsIn(locale: string): Omit<Texts, "pages"> {
  const own = WORDS[locale] ?? en;
  return {
    layout: { ...en.layout, ...own.layout },
    choices: { ...en.choices, ...own.choices },
    scores: { ...en.scores, ...own.scores },
    terms: { ...en.terms, ...own.terms },
    samples: { ...en.samples, ...own.samples },
    templates: { ...en.templates, ...own.templates },
  };
}

/** The text that comes with the app: a body is kept as paragraphs. */
export function defaultTexts(key: TemplateKey, locale: string): MailTexts {
  const { subject, body } = textsIn(locale).templates[key];
  return { subject, body: body.join("\n\n") };
}

/** A text by name in one of the flat groups, or the name itself when there is none. */
export function termIn(group: "terms" | "choices" | "scores" | "samples" | "layout", name: string, locale: string): string {
  const texts: Readonly<Record<string, string>> = textsIn(locale)[group];
  return texts[name] ?? name;
}

/** What stands on a button. */
export function choiceLabel(choice: string, locale: string): string {
  return termIn("choices", choice, locale);
}
