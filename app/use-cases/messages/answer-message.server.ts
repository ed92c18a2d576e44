import { effectOfChoice, parseChoice, type ChoiceEffect, type ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { REPLY_PURPOSE } from "./compose-mail.server.ts";
import type { MessageRecord } from "./ports.ts";
import type { LinkInvalid } from "./unsubscribe.server.ts";
import type { Brand } from "#app/domain/shops/brand.ts";

/** What the page behind a button shows. */
export interface ReplyPage {
  readonly choice: ReplyChoice;
  readonly locale: string;
  readonly orderName: string | null;
  readonly brand: Brand;
}

interface Opened {
  readonly message: MessageRecord;
  readonly choice: ReplyChoice;
}

/** Reads a button's link without doing anything, because mail scanners open every link. Refuses `link_invalid`. */
export async function readReply(ctx: ShopContext, token: string): Promise<Result<ReplyPage, LinkInvalid>> {
  const opened = await openLink(ctx, token);
  return opened ? ok(await pageOf(ctx, opened)) : refuse({ code: "link_invalid" });
}

/**
 * Does what the customer chose and confirmed: opens a case for chasing the carrier or talking to a person, keeps that the parcel is there,
 * or notes that they wait. Each is done once per parcel however often it is pressed. Refuses `link_invalid`.
 */
export async function answerMessage(ctx: ShopContext, token: string): Promise<Result<ReplyPage, LinkInvalid>> {
  const opened = await openLink(ctx, token);
  if (!opened) return refuse({ code: "link_invalid" });
  const { message, choice } = opened;
  await ctx.transaction(async (tx) => {
    await tx.messages.addReply({ messageId: message.id, choice, at: ctx.clock.now() });
    await carryOut(tx, ctx, { ...opened, effect: effectOfChoice(choice, message.about.subject ?? message.id) });
  });
  return ok(await pageOf(ctx, opened));
}

async function openLink(ctx: ShopContext, token: string): Promise<Opened | undefined> {
  const claims = await ctx.tokens.verify(REPLY_PURPOSE, token);
  const choice = parseChoice(claims?.choice ?? "");
  const id = claims?.message;
  const message = id === undefined ? undefined : await ctx.transaction((tx) => tx.messages.find(id));
  return message && choice ? { message, choice } : undefined;
}

async function pageOf(ctx: ShopContext, { message, choice }: Opened): Promise<ReplyPage> {
  const brand = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "brand"));
  const orderName = message.variables.order_name;
  return { choice, locale: message.locale, orderName: typeof orderName === "string" ? orderName : null, brand };
}

async function carryOut(tx: Repositories, ctx: ShopContext, given: Opened & { readonly effect: ChoiceEffect }): Promise<void> {
  const { message, choice, effect } = given;
  switch (effect.kind) {
    case "open_case": {
      const order = message.orderGid ? await tx.orders.find(message.orderGid) : undefined;
      const words = ctx.mail.choiceLabel(choice, message.locale);
      await openCase(tx, ctx, {
        key: effect.key,
        type: effect.caseType,
        subject: words,
        body: words,
        orderGid: message.orderGid,
        orderName: order?.name,
        returnId: message.about.returnId,
        customerGid: message.customerGid,
        customerName: order?.customerName,
        email: message.address,
        locale: message.locale,
        detail: { choice: effect.topic, messageId: message.id, template: message.template },
      });
      return;
    }
    case "mark_delivered":
      return markDelivered(tx, ctx, message);
    case "note":
      return;
  }
}

/** The customer's word stands among the carrier's: of several deliveries the earliest counts. */
async function markDelivered(tx: Repositories, ctx: ShopContext, message: MessageRecord): Promise<void> {
  const fulfillmentGid: FulfillmentGid | undefined = parseGid("Fulfillment", message.about.subject ?? "");
  if (!fulfillmentGid || !message.orderGid) return;
  const told = {
    gid: `amends:have-it:${message.id}`,
    fulfillmentGid,
    orderGid: message.orderGid,
    status: "delivered",
    message: "customer",
  };
  if (await tx.orders.addFulfillmentEvent({ ...told, happenedAt: ctx.clock.now() })) {
    await tx.outbox.send("review-shipment", { fulfillmentGid });
  }
}
