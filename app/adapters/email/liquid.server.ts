import { Liquid } from "liquidjs";
import type { MailTexts, TemplateInvalid } from "#app/use-cases/messages/ports.ts";
import { refuse, type Refused } from "#app/domain/shared/result.ts";

/** Something that is drawn, not written: a template only says where it stands. */
export class MailBlock {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Characters that mean something in a body are carried through as others that nobody types. */
const MEANT = "[]()";
const CARRIED = "\u{E010}\u{E011}\u{E012}\u{E013}";
const PRIVATE_USE = /[\u{E000}-\u{F8FF}]/gu;

/** Where a block stands in a written text: its name between two characters that no value can contain. */
export const BLOCK_MARK = /\u{E000}(\w+)\u{E001}/u;

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  lenientIf: true,
  ownPropertyOnly: true,
  outputEscape: (value: unknown) => (value instanceof MailBlock ? `\u{E000}${value.name}\u{E001}` : carry(value)),
  parseLimit: 50_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
  // Templates stand alone: there is nothing to include.
  templates: {},
});
// Without this a template could have a customer's words read as links.
engine.registerFilter("raw", (value: unknown) => value);

/** Fills a template in; values arrive in it as words and never as markup. */
export async function fill(template: string, scope: Readonly<Record<string, unknown>>): Promise<string> {
  return String(await engine.parseAndRender(template, scope));
}

/** The words of a filled-in text as people read them. */
export function uncarried(text: string): string {
  return exchange(text, CARRIED, MEANT);
}

/** What the template engine has to say about a text, without its frame of source lines. */
export function invalid(field: keyof MailTexts, error: unknown): Refused<TemplateInvalid> {
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return refuse({ code: "template_invalid", field, message });
}

function carry(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
  return exchange(text.replace(PRIVATE_USE, ""), MEANT, CARRIED);
}

function exchange(text: string, from: string, to: string): string {
  return [...text].map((character) => (from.includes(character) ? (to[from.indexOf(character)] ?? character) : character)).join("");
}
