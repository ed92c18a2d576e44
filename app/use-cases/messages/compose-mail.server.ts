import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import { variablesOf } from "#app/domain/messages/template.ts";
import type { Brand } from "#app/domain/shops/brand.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { surveyLinks } from "#app/use-cases/surveys/survey-links.server.ts";
import type { ChoiceLink, MailTexts, MailToRender, MailValue, MailVariables, MessageRecord, RenderedMail, ScoreLink } from "./ports.ts";
import { unsubscribeLink } from "./unsubscribe.server.ts";

/** Buttons go on working this long after the mail. */
const BUTTON_DAYS = 90;

/** The purpose that the token of a button is signed for. */
export const REPLY_PURPOSE = "reply";

/** What a mail is written from, beside the message itself. */
export interface Stationery {
  readonly brand: Brand;
  readonly texts: MailTexts;
}

/**
 * Writes a message: every variable of its template, buttons and scores with their signed links, and the unsubscribe link of what is not
 * transactional. A merchant's text that cannot be filled in does not keep the message from the customer: the app's own is taken then.
 */
export async function composeMail(
  ctx: ShopContext,
  message: MessageRecord,
  { brand, texts }: Stationery,
): Promise<RenderedMail & { readonly unsubscribeUrl?: string }> {
  const unsubscribe =
    message.kind === "transactional" || message.address === "" ? {} : { unsubscribeUrl: await unsubscribeLink(ctx, message.address) };
  const mail: MailToRender = {
    texts,
    locale: message.locale,
    brand,
    shopUrl: ctx.shop.storefrontUrl,
    variables: allVariables(ctx, message, { brand, unsubscribeUrl: unsubscribe.unsubscribeUrl ?? null }),
    choices: await choiceLinks(ctx, message),
    scores: await scoreLinks(ctx, message.variables),
    ...unsubscribe,
  };
  const written = await ctx.mail.render(mail);
  if (written.ok) return { ...written.value, ...unsubscribe };
  ctx.log.warn({ template: message.template, problem: written.error }, "A shop's own text could not be filled in");
  const own = await ctx.mail.render({ ...mail, texts: ctx.mail.defaults(message.template, message.locale) });
  if (!own.ok) throw new Error(`The text of ${message.template} cannot be filled in: ${own.error.message}`);
  return { ...own.value, ...unsubscribe };
}

/** Every variable that the template may use; what nobody told is null, so that a text can ask for it. */
function allVariables(
  ctx: ShopContext,
  message: MessageRecord,
  { brand, unsubscribeUrl }: { brand: Brand; unsubscribeUrl: string | null },
): MailVariables {
  const nothing = Object.fromEntries(variablesOf(message.template).map((name): [string, MailValue] => [name, null]));
  return { ...nothing, ...message.variables, shop_name: brand.name, shop_url: ctx.shop.storefrontUrl, unsubscribe_url: unsubscribeUrl };
}

async function choiceLinks(ctx: ShopContext, message: MessageRecord): Promise<ChoiceLink[]> {
  const choices = Object.values(message.variables).flatMap((value) => (isObject(value) && "choices" in value ? value.choices : []));
  return Promise.all(choices.map(async (choice) => ({ choice, url: await replyLink(ctx, message, choice) })));
}

async function replyLink(ctx: ShopContext, message: MessageRecord, choice: ReplyChoice): Promise<string> {
  const claims = { message: message.id, choice };
  const token = await ctx.tokens.sign(REPLY_PURPOSE, claims, after(ctx.clock.now(), BUTTON_DAYS * DAY));
  return ctx.links.app(`/reply/${token}`);
}

async function scoreLinks(ctx: ShopContext, variables: MailVariables): Promise<ScoreLink[]> {
  const [survey] = Object.values(variables).flatMap((value) => (isObject(value) && "survey" in value ? [value.survey] : []));
  return survey === undefined ? [] : surveyLinks(ctx, survey);
}

function isObject(value: MailValue): value is Exclude<MailValue, string | number | null> {
  return typeof value === "object" && value !== null;
}
