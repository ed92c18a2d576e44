import type { SendDecision } from "#app/domain/messages/may-send.ts";
import { maySend } from "#app/domain/messages/may-send.ts";
import { TEMPLATES } from "#app/domain/messages/template.ts";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { handOver } from "./hand-over.server.ts";
import type { MessageRecord } from "./ports.ts";
import { addressHash } from "./unsubscribe.server.ts";

/**
 * Sends a message that is due, unless the rules say later or not at all. Runs twice, late and beside itself without anybody getting it
 * twice: one worker at a time holds it, and one that was being sent when a worker died is not sent again, because nobody knows whether it
 * went out; it stays as failed with the reason `outcome_unknown` for a person to look at.
 */
export async function deliverMessage(ctx: ShopContext, messageId: string): Promise<void> {
  await ctx.locks.hold(`message:${messageId}`, () => deliver(ctx, messageId));
}

async function deliver(ctx: ShopContext, messageId: string): Promise<void> {
  const hasMarketingConsent = await readConsent(ctx, messageId);
  const message = await ctx.transaction((tx) => decide(tx, ctx, { messageId, hasMarketingConsent }));
  if (message) await handOver(ctx, message);
}

/** Shopify knows who agreed to marketing, and is asked right before such a message goes out. */
async function readConsent(ctx: ShopContext, messageId: string): Promise<boolean> {
  const message = await ctx.transaction((tx) => tx.messages.find(messageId));
  if (!message?.customerGid || TEMPLATES[message.template].kind !== "marketing") return false;
  return ctx.shopify.orders.hasMarketingConsent(message.customerGid, message.address);
}

/** Decides what becomes of the message now, and answers it when it is to be written and sent. */
async function decide(
  tx: Repositories,
  ctx: ShopContext,
  { messageId, hasMarketingConsent }: { readonly messageId: string; readonly hasMarketingConsent: boolean },
): Promise<MessageRecord | undefined> {
  const message = await tx.messages.find(messageId);
  if (!message?.dueAt) return undefined;
  if (message.status === "sending") {
    await tx.messages.change(messageId, "sending", { status: "failed", reason: "outcome_unknown", dueAt: null });
    return undefined;
  }
  const decision = await decisionFor(tx, ctx, { message, hasMarketingConsent });
  switch (decision.kind) {
    case "suppress":
      await tx.messages.change(messageId, message.status, { status: "suppressed", reason: decision.reason, dueAt: null });
      return undefined;
    case "defer":
      await tx.messages.change(messageId, message.status, { status: "deferred", dueAt: decision.until });
      return undefined;
    case "send":
      return message;
  }
}

async function decisionFor(
  tx: Repositories,
  ctx: ShopContext,
  { message, hasMarketingConsent }: { readonly message: MessageRecord; readonly hasMarketingConsent: boolean },
): Promise<SendDecision> {
  const settings = await readSetting(tx, ctx.shop, "sending");
  const now = ctx.clock.now();
  const { kind, urgency } = TEMPLATES[message.template];
  const isAsked = kind !== "transactional";
  const since = after(now, -(settings.frequencyCap?.days ?? 0) * DAY);
  return maySend(
    {
      message: { kind, urgency, isOutdated: await isOutdated(tx, message) },
      recipient: {
        hasAddress: message.address !== "",
        zone: message.about.zone ?? null,
        hasMarketingConsent,
        hasUnsubscribed: isAsked && (await tx.messages.hasUnsubscribed(addressHash(ctx, message.address))),
        hasOpenCase: isAsked && (await tx.messages.hasOpenCase(message)),
        recentlySentAt: isAsked && settings.frequencyCap ? await tx.messages.sentSince(message.address, since) : [],
      },
      now,
      shopZone: ctx.shop.timezone,
    },
    settings,
  );
}

/** A parcel that arrived, or is not coming any more, is neither late nor silent. */
async function isOutdated(tx: Repositories, message: MessageRecord): Promise<boolean> {
  if (message.template !== "late_delivery" && message.template !== "tracking_silence") return false;
  const gid: FulfillmentGid | undefined = parseGid("Fulfillment", message.about.subject ?? "");
  const delivery = gid && (await tx.deliveries.read([gid])).get(gid);
  return delivery !== undefined && (delivery.shipment.deliveredAt !== undefined || delivery.order?.cancelledAt !== undefined);
}
