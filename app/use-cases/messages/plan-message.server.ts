import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import { TEMPLATES } from "#app/domain/messages/template.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import { after, MINUTE } from "#app/domain/shared/time.ts";
import { chooseLanguage } from "#app/domain/shops/languages.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { languagesOf } from "#app/use-cases/shops/languages.server.ts";
import type { MailVariables, MessageRecord } from "./ports.ts";

/** Whom a message goes to; what is not known is left out. */
export interface Addressee {
  readonly address?: string | null;
  readonly customerGid?: CustomerGid | null;
  readonly name?: string | null;
  /** The language to write in, as Shopify names it. */
  readonly locale?: string | null;
  /** The customer's IANA zone, for quiet hours. */
  readonly zone?: string | null;
}

/** A message to be sent. */
export interface MessagePlan {
  /** What it is sent for, unique per shop, such as `case-reply:{id}`: the same thing is never said twice. */
  readonly key: string;
  readonly template: TemplateKey;
  readonly to: Addressee;
  readonly orderGid?: OrderGid | null;
  readonly orderName?: string | null;
  readonly caseId?: string | null;
  readonly returnId?: string | null;
  /** What the answer of a button is about: a fulfillment gid. */
  readonly subject?: string;
  /** By the Liquid names of the template; `customer_name`, `order_name` and the shop's own are filled in. */
  readonly variables: MailVariables;
}

/** Jobs that fail for good are taken up again by the sweep after this long. */
export const LOOK_AGAIN = 10 * MINUTE;

/**
 * Plans a message in the caller's own transaction: it is stored under its key, and the job that sends it exists if and only if the
 * transaction commits. Answers the message's id, or undefined when that key was planned before. Without an address it is kept as suppressed.
 */
export async function planMessage(tx: Repositories, ctx: ShopContext, plan: MessagePlan): Promise<string | undefined> {
  const [id] = await planMessages(tx, ctx, [plan]);
  return id;
}

/** Plans many messages at once; answers the ids of those whose keys are new. */
export async function planMessages(tx: Repositories, ctx: ShopContext, plans: readonly MessagePlan[]): Promise<string[]> {
  if (plans.length === 0) return [];
  const languages = await languagesOf(tx, ctx.shop);
  const gifts = await tx.returns.giftsAmong(plans.flatMap(({ returnId }) => returnId ?? []));
  const records = plans.map((plan) => messageOf(ctx, gifts.has(plan.returnId ?? "") ? toReceiver(plan) : plan, languages));
  const added = await tx.messages.addAll(records);
  const toSend = records.filter(({ id, status }) => added.has(id) && status === "planned");
  await tx.outbox.sendAll(
    "send-message",
    toSend.map(({ id }) => ({ messageId: id })),
  );
  return [...added];
}

/** The receiver of a gift is never told whose order it was: neither its name goes into the mail, nor does the mail hang on it. */
function toReceiver({ orderGid: _order, ...plan }: MessagePlan): MessagePlan {
  return { ...plan, orderName: null, variables: { ...plan.variables, order_name: { term: "gift" } } };
}

/** The message as it is stored before anything has happened to it, in the customer's language where the shop offers it. */
export function messageOf(
  ctx: ShopContext,
  plan: MessagePlan,
  languages: readonly [string, ...string[]] = ctx.mail.locales,
): MessageRecord {
  const { key, template, to, subject, returnId } = plan;
  const address = normalizeEmail(to.address ?? "") ?? "";
  const now = ctx.clock.now();
  return {
    id: ctx.ids.next(),
    key,
    direction: "out",
    channel: "email",
    kind: TEMPLATES[template].kind,
    template,
    ...(to.customerGid ? { customerGid: to.customerGid } : {}),
    ...(plan.orderGid ? { orderGid: plan.orderGid } : {}),
    ...(plan.caseId ? { caseId: plan.caseId } : {}),
    address,
    locale: chooseLanguage(to.locale, ctx.shop.locale, languages),
    variables: { customer_name: to.name ?? null, order_name: plan.orderName ?? null, status_url: null, ...plan.variables },
    about: { ...(subject ? { subject } : {}), ...(to.zone ? { zone: to.zone } : {}), ...(returnId ? { returnId } : {}) },
    ...(address === "" ? { status: "suppressed", reason: "no_address" } : { status: "planned", dueAt: after(now, LOOK_AGAIN) }),
    attempts: 0,
    createdAt: now,
  };
}
