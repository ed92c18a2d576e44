import { render } from "@react-email/render";
import { convert, type FormatCallback } from "html-to-text";
import type { ReactElement } from "react";
import { ok } from "#app/domain/shared/result.ts";
import type { MailRenderer, MailToRender, MailVariables } from "#app/use-cases/messages/ports.ts";
import { letterElement, type DrawnBlock } from "./layout.server.ts";
import { fill, invalid, uncarried } from "./liquid.server.ts";
import { choiceLabel, termIn, textsIn } from "./mail-texts.server.ts";
import { scopeOf } from "./mail-values.server.ts";
import { partsOf } from "./markup.server.ts";

/** One mail from its Liquid texts: HTML in the shop's layout, and the same as plain text. */
export const renderMail: MailRenderer["render"] = async (mail) => {
  const scope = scopeOf(mail.variables, mail.locale);
  let subject: string;
  let body: string;
  try {
    subject = uncarried(await fill(mail.texts.subject, scope))
      .replace(/\s+/g, " ")
      .trim();
  } catch (error) {
    return invalid("subject", error);
  }
  try {
    body = await fill(mail.texts.body, scope);
  } catch (error) {
    return invalid("body", error);
  }
  const sender = uncarried(await fill(textsIn(mail.locale).layout.sender, scope));
  const footer = [sender, ...mail.brand.address.split("\n")].map((line) => line.trim()).filter((line) => line !== "");
  const unsubscribe = mail.unsubscribeUrl
    ? { unsubscribe: { label: termIn("layout", "unsubscribe", mail.locale), url: mail.unsubscribeUrl } }
    : {};
  const letter = letterElement({ ...mail, subject, parts: partsOf(body), blocks: blocksOf(mail), footer, ...unsubscribe });
  const html = await render(letter as ReactElement);
  return ok({ subject, html, text: toPlainText(html) });
};

/** What stands in the place of each variable that is drawn. */
function blocksOf({ variables, choices, scores, locale }: MailToRender): Record<string, DrawnBlock> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]): [string, DrawnBlock][] => {
      if (typeof value !== "object" || value === null) return [];
      if ("choices" in value) {
        return [[name, { kind: "buttons", buttons: choices.map(({ choice, url }) => ({ label: choiceLabel(choice, locale), url })) }]];
      }
      if ("survey" in value) {
        const buttons = scores.map(({ score, url }) => ({ label: String(score), url }));
        return [[name, { kind: "scores", buttons, low: termIn("scores", "low", locale), high: termIn("scores", "high", locale) }]];
      }
      return "items" in value ? [[name, { kind: "items", lines: itemLines(value, locale) }]] : [];
    }),
  );
}

function itemLines({ items }: Extract<MailVariables[string], { items: unknown }>, locale: string): string[] {
  return items.map(({ title, quantity, term }) => {
    const counted = quantity === 1 ? title : `${quantity} × ${title}`;
    return term ? `${counted} – ${termIn("terms", term, locale)}` : counted;
  });
}

function toPlainText(html: string): string {
  return convert(html, {
    wordwrap: 76,
    formatters: { ownLine },
    selectors: [
      { selector: "a.own-line", format: "ownLine" },
      { selector: "img", format: "skip" },
      { selector: "[data-skip-in-text=true]", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["", ""] } },
      { selector: "ul", options: { itemPrefix: "- " } },
    ],
  });
}

/** A button: its label, and its address on a line of its own, which no wrapping breaks. */
const ownLine: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.addLineBreak();
  builder.addInline(String((element.attribs as Record<string, string>).href), { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};
