import { TEMPLATE_KEYS, TEMPLATES, variablesOf } from "#app/domain/messages/template.ts";
import type { MessageKind, TemplateKey } from "#app/domain/messages/template.ts";
import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import { SCORES } from "#app/domain/surveys/survey.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { noteOnboarding } from "#app/use-cases/shops/onboarding.server.ts";
import { readLanguages } from "#app/use-cases/shops/languages.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { MailTexts, RenderedMail, TemplateInvalid } from "./ports.ts";

/** One line of the list of templates. */
export interface TemplateSummary {
  readonly key: TemplateKey;
  readonly kind: MessageKind;
  /** The languages in which the merchant has a text of their own. */
  readonly changedIn: readonly string[];
}

/** A text as its page edits it. */
export interface TemplateDocument extends MailTexts {
  readonly key: TemplateKey;
  readonly locale: string;
  /** 0 while the text that comes with the app is used. */
  readonly version: number;
  readonly variables: readonly string[];
  readonly defaults: MailTexts;
}

export interface TemplateAt {
  readonly key: TemplateKey;
  readonly locale: string;
}

/** The languages that templates can be edited in: those that the shop offers. */
export async function templateLocales(ctx: ShopContext): Promise<readonly [string, ...string[]]> {
  return readLanguages(ctx);
}

/** Every template with the languages that the merchant has changed it in. */
export async function listTemplates(ctx: ShopContext): Promise<TemplateSummary[]> {
  const stored = await ctx.transaction((tx) => tx.templates.all());
  return TEMPLATE_KEYS.map((key) => ({
    key,
    kind: TEMPLATES[key].kind,
    changedIn: stored.filter((one) => one.key === key).map(({ locale }) => locale),
  }));
}

/** One template in one language: the merchant's text, or the app's own. */
export async function readTemplate(ctx: ShopContext, { key, locale }: TemplateAt): Promise<TemplateDocument> {
  const stored = await ctx.transaction((tx) => tx.templates.find(key, locale));
  const defaults = ctx.mail.defaults(key, locale);
  const { subject, body } = stored ?? defaults;
  return { key, locale, subject, body, version: stored?.version ?? 0, variables: variablesOf(key), defaults };
}

/** What a text looks like with example values, in the shop's brand. Refuses `template_invalid` with the field and what is wrong in it. */
export async function previewTemplate(ctx: ShopContext, at: TemplateAt & MailTexts): Promise<Result<RenderedMail, TemplateInvalid>> {
  const brand = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "brand"));
  const { currency, timezone: zone, storefrontUrl } = ctx.shop;
  const { locale, subject, body } = at;
  const sample = ctx.mail.sample(at.key, { locale, currency, zone, now: ctx.clock.now() });
  const choices =
    sample.choices !== null && typeof sample.choices === "object" && "choices" in sample.choices ? sample.choices.choices : [];
  return ctx.mail.render({
    texts: { subject, body },
    locale,
    brand,
    shopUrl: storefrontUrl,
    variables: { ...sample, shop_name: brand.name, shop_url: storefrontUrl, status_url: storefrontUrl, unsubscribe_url: storefrontUrl },
    choices: choices.map((choice) => ({ choice, url: storefrontUrl })),
    scores: SCORES.map((score) => ({ score, url: storefrontUrl })),
    ...(TEMPLATES[at.key].kind === "transactional" ? {} : { unsubscribeUrl: storefrontUrl }),
  });
}

export interface TemplateSave extends TemplateAt, MailTexts {
  /** The version that the text was made from. */
  readonly version: number;
  readonly actor: string;
}

/** Longer texts are refused. */
export const LONGEST_SUBJECT = 200;
export const LONGEST_BODY = 10_000;

/**
 * Saves the merchant's own text after trying it with example values. Refuses `template_invalid`, `text_too_long`, and `stale` when somebody
 * else saved it since it was read.
 */
export async function saveTemplate(
  ctx: ShopContext,
  { version, actor, ...given }: TemplateSave,
): Promise<Result<null, TemplateInvalid | { readonly code: "stale" } | { readonly code: "text_too_long" }>> {
  if (given.subject.length > LONGEST_SUBJECT || given.body.length > LONGEST_BODY) return refuse({ code: "text_too_long" });
  const tried = await previewTemplate(ctx, given);
  if (!tried.ok) return tried;
  const at = ctx.clock.now();
  return ctx.transaction(async (tx) => {
    if (!(await tx.templates.save({ ...given, updatedAt: at, updatedBy: actor }, version))) return refuse({ code: "stale" });
    await tx.shop.audit({ at, actor, action: "template.change", subject: `template:${given.key}:${given.locale}`, detail: { version } });
    return ok(null);
  });
}

/** Goes back to the text that comes with the app. */
export async function resetTemplate(ctx: ShopContext, { key, locale, actor }: TemplateAt & { readonly actor: string }): Promise<void> {
  const at = ctx.clock.now();
  await ctx.transaction(async (tx) => {
    await tx.templates.remove(key, locale);
    await tx.shop.audit({ at, actor, action: "template.reset", subject: `template:${key}:${locale}`, detail: {} });
  });
}

/**
 * Sends a text with example values to one address, now and outside all sending rules; it is no message to a customer and is not kept.
 * Refuses `template_invalid`, `invalid_address`, `too_many` (20 in an hour) and `not_taken` when the mail server refuses it.
 */
export async function sendTest(
  ctx: ShopContext,
  { to, ...given }: TemplateAt & MailTexts & { readonly to: string },
): Promise<Result<null, TemplateInvalid | { readonly code: "invalid_address" | "too_many" | "not_taken" }>> {
  const address = normalizeEmail(to);
  if (address === null) return refuse({ code: "invalid_address" });
  if (!(await ctx.throttle.take(`test-mail:${ctx.shop.shopId}`, 20, 3_600)).allowed) return refuse({ code: "too_many" });
  const mail = await previewTemplate(ctx, given);
  if (!mail.ok) return mail;
  const brand = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "brand"));
  try {
    await ctx.mailer.send({ messageId: ctx.ids.next(), to: address, fromName: brand.name, ...mail.value });
  } catch (error) {
    ctx.log.warn({ error }, "A test mail was not taken");
    return refuse({ code: "not_taken" });
  }
  await ctx.transaction((tx) => noteOnboarding(tx, { step: "mail", at: ctx.clock.now(), by: "system" }));
  return ok(null);
}
