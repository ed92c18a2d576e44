import { plainText, withoutNul } from "#app/domain/shared/plain-text.ts";
import { json } from "@remix-run/node";
import { z } from "zod";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import { TEMPLATE_KEYS } from "#app/domain/messages/template.ts";
import { chooseLanguage } from "#app/domain/shops/languages.ts";
import type { FieldProblem, SaveAnswer } from "#app/ui/forms/use-edited-form.ts";
import type { PreviewAnswer } from "#app/ui/messages/use-preview.ts";
import type { MailTexts, TemplateInvalid } from "#app/use-cases/messages/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { TemplateAt } from "#app/use-cases/messages/templates.server.ts";
import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  previewTemplate,
  resetTemplate,
  saveTemplate,
  sendTest,
  templateLocales,
} from "#app/use-cases/messages/templates.server.ts";
import { notFound } from "./admin.server.ts";

/** The template and language that an address names; one that does not exist is not found, a missing language is the shop's. */
export async function templateAt(ctx: ShopContext, key: string | undefined, locale: string | null): Promise<TemplateAt> {
  const known: TemplateKey | undefined = TEMPLATE_KEYS.find((each) => each === key);
  const locales = await templateLocales(ctx);
  const language = chooseLanguage(locale, ctx.shop.locale, locales);
  if (known === undefined || (locale !== null && language !== locale)) throw notFound();
  return { key: known, locale: language };
}

const formSchema = z.object({
  key: z.string().default(""),
  locale: z.string().default(""),
  subject: z.string().default("").transform(withoutNul),
  body: z.string().default("").transform(withoutNul),
  version: z.coerce.number().int().min(0).catch(0),
  revision: z.coerce.number().int().catch(0),
  to: z.string().default("").transform(plainText),
});

export interface TemplateForm extends MailTexts {
  readonly key: string;
  readonly locale: string;
  readonly version: number;
  readonly revision: number;
  readonly to: string;
}

/** What the editor sends; browsers end lines with CRLF in forms, templates do not. */
export function readTemplateForm(form: FormData): TemplateForm {
  const read = formSchema.parse(Object.fromEntries([...form].filter(([, value]) => typeof value === "string")));
  return { ...read, body: read.body.replaceAll("\r\n", "\n") };
}

/** The text as it would arrive, or what is wrong with it. */
export async function previewAnswer(ctx: ShopContext, at: TemplateAt & MailTexts): Promise<PreviewAnswer> {
  const preview = await previewTemplate(ctx, at);
  return preview.ok ? { subject: preview.value.subject, html: preview.value.html } : { problem: templateProblem(preview.error) };
}

/** Does what the editor's form asks for. */
export async function answerTemplateForm(ctx: ShopContext, { at, form, actor }: { at: TemplateAt; form: FormData; actor: string }) {
  const read = readTemplateForm(form);
  switch (form.get("intent")) {
    case "save":
      return saved(await saveTemplate(ctx, { ...at, ...texts(read), version: read.version, actor }), read.revision);
    case "reset":
      await resetTemplate(ctx, { ...at, actor });
      return answer({ revision: read.revision });
    case "test":
      return tested(await sendTest(ctx, { ...at, ...texts(read), to: read.to }));
    default:
      throw new Response(null, { status: 400 });
  }
}

function texts({ subject, body }: TemplateForm): MailTexts {
  return { subject, body };
}

function saved(result: Awaited<ReturnType<typeof saveTemplate>>, revision: number) {
  if (result.ok) return answer({ revision });
  const { error } = result;
  if (error.code === "stale") return answer({ revision, error }, 409);
  const problems =
    error.code === "template_invalid"
      ? [templateProblem(error)]
      : [{ path: "body", code: "template_too_long", params: { subject: LONGEST_SUBJECT, body: LONGEST_BODY } }];
  return answer({ revision, error: { code: error.code, problems } }, 422);
}

function tested(result: Awaited<ReturnType<typeof sendTest>>) {
  if (result.ok) return answer({ revision: 0 });
  const { error } = result;
  const problem = error.code === "template_invalid" ? templateProblem(error) : { path: "to", code: `test_${error.code}`, params: {} };
  return answer({ revision: 0, error: { code: error.code, problems: [problem] } }, 422);
}

function answer(value: SaveAnswer, status = 200) {
  return json(value, { status });
}

const KNOWN_PROBLEMS: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^undefined variable: (.+?), line:/, "template_variable"],
  [/^undefined filter: (.+?), line:/, "template_filter"],
  [/^tag "(.+?)" not found/, "template_tag"],
  [/^(?:tag |output )?"?(.+?)"? not closed/, "template_unclosed"],
];

/** What the template engine objects to, as a problem of the field, with the line it stands in. */
function templateProblem({ field, message }: TemplateInvalid): FieldProblem {
  const line = Number(/, line:(\d+)/.exec(message)?.[1] ?? 1);
  for (const [pattern, code] of KNOWN_PROBLEMS) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return { path: field, code, params: { line, name } };
  }
  return { path: field, code: "template_syntax", params: { line, message: message.replace(/, line:.*$/, "") } };
}
