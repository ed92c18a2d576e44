import type { MailRenderer } from "#app/use-cases/messages/ports.ts";
import { sampleOf } from "./mail-samples.server.ts";
import { choiceLabel, defaultTexts, MAIL_LOCALES } from "./mail-texts.server.ts";

/** Mails in every language. What draws them is large, and is loaded with the first one. */
export function createMailRenderer(): MailRenderer {
  const render: MailRenderer["render"] = async (mail) => (await import("./render-mail.server.ts")).renderMail(mail);
  return { locales: MAIL_LOCALES, defaults: defaultTexts, sample: sampleOf, choiceLabel, render };
}
