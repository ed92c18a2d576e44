import en from "#app/locales/en/mail.json" with { type: "json" };
import zhCN from "#app/locales/zh-CN/mail.json" with { type: "json" };
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { MailTexts } from "#app/use-cases/messages/ports.ts";

/** The languages that every mail exists in; the first one is the fallback. */
export const MAIL_LOCALES: readonly [string, ...string[]] = ["en", "zh-CN"];

type Texts = typeof en;
const TEXTS: Readonly<Record<string, Texts>> = { en, "zh-CN": zhCN };

/** Everything that mails say in one language. */
export function textsIn(locale: string): Texts {
  return TEXTS[locale] ?? en;
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
