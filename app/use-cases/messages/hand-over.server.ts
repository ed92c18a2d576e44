import { after, HOUR, MINUTE } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readLanguages } from "#app/use-cases/shops/languages.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { composeMail } from "./compose-mail.server.ts";
import { LOOK_AGAIN, messageOf, type MessagePlan } from "./plan-message.server.ts";
import type { MessageChange, MessageRecord, RenderedMail } from "./ports.ts";

/** Waits between the tries of a message that the mail server did not take; after the last one it stays failed. */
const RETRY_AFTER = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR];

/** What the mail server did not take, and whether asking again can help. Anything else that goes wrong leaves the outcome open. */
export interface NotTaken {
  readonly isNotTaken: true;
  readonly isFinal: boolean;
  readonly reason: string;
}

/**
 * Writes a message, marks it as being sent, hands it to the mail server, and keeps what it said. A worker that dies before the mark has done
 * nothing; one that dies after it leaves a message whose outcome nobody knows.
 */
export async function handOver(ctx: ShopContext, message: MessageRecord): Promise<void> {
  const envelope = await write(ctx, message);
  const attempts = message.attempts + 1;
  const mark = { status: "sending", attempts, dueAt: after(ctx.clock.now(), LOOK_AGAIN), ...pick(envelope.mail) } as const;
  if (!(await ctx.transaction((tx) => tx.messages.change(message.id, message.status, mark)))) return;
  const change = await send(ctx, { ...message, attempts }, envelope);
  await ctx.transaction((tx) => tx.messages.change(message.id, "sending", change));
}

function pick({ subject, html, text }: RenderedMail): Pick<MessageChange, "subject" | "html" | "text"> {
  return { subject, html, text };
}

interface Envelope {
  readonly mail: RenderedMail & { readonly unsubscribeUrl?: string };
  readonly fromName: string;
  readonly replyTo: string | undefined;
}

async function write(ctx: ShopContext, message: MessageRecord): Promise<Envelope> {
  const { brand, stored } = await ctx.transaction(async (tx) => ({
    brand: await readSetting(tx, ctx.shop, "brand"),
    stored: await tx.templates.find(message.template, message.locale),
  }));
  const mail = await composeMail(ctx, message, { brand, texts: stored ?? ctx.mail.defaults(message.template, message.locale) });
  return { mail, fromName: brand.name, replyTo: brand.replyTo ?? ctx.shop.email };
}

async function send(ctx: ShopContext, message: MessageRecord, { mail, fromName, replyTo }: Envelope): Promise<MessageChange> {
  try {
    const { providerId } = await ctx.mailer.send({
      messageId: message.id,
      to: message.address,
      fromName,
      ...(replyTo ? { replyTo } : {}),
      ...mail,
    });
    return { status: "sent", sentAt: ctx.clock.now(), providerId, dueAt: null };
  } catch (error) {
    if (!isNotTaken(error)) {
      ctx.log.error({ error, messageId: message.id }, "Nobody knows whether a message went out");
      return { status: "failed", reason: "outcome_unknown", dueAt: null };
    }
    const wait = error.isFinal ? undefined : RETRY_AFTER[message.attempts - 1];
    return { status: "failed", reason: error.reason, dueAt: wait === undefined ? null : after(ctx.clock.now(), wait) };
  }
}

function isNotTaken(error: unknown): error is NotTaken {
  return typeof error === "object" && error !== null && "isNotTaken" in error;
}

/**
 * Sends a message at once and keeps none of its content: for one-time codes, which rest nowhere but in the customer's mailbox. Answers
 * whether the mail server took it; a key that was sent before is not sent again.
 */
export async function sendAtOnce(ctx: ShopContext, plan: MessagePlan): Promise<boolean> {
  const message = messageOf(ctx, plan, await readLanguages(ctx));
  if (message.address === "") return false;
  const envelope = await write(ctx, message);
  const { dueAt: _dueAt, ...rest } = message;
  const added = await ctx.transaction((tx) => tx.messages.addAll([{ ...rest, variables: {}, status: "sending", attempts: 1 }]));
  if (!added.has(message.id)) return false;
  const change = await send(ctx, message, envelope);
  await ctx.transaction((tx) => tx.messages.change(message.id, "sending", { ...change, dueAt: null }));
  return change.status === "sent";
}
