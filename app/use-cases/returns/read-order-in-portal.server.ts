import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecideContext } from "#app/domain/returns/decide-items.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { giftBounds } from "#app/use-cases/gifts/gift-bounds.server.ts";
import type { PinnedPolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import { readBackground } from "#app/use-cases/policies/read-background.server.ts";
import { pinnedPolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { GiftVisitor } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { OrderToReturn } from "./shopify-return.server.ts";

/** An order with everything a decision about it needs. */
export interface OrderInPortal {
  /** As Shopify has it now. */
  readonly found: OrderToReturn;
  /** The policy version it was bought under. */
  readonly pinned: PinnedPolicy;
  /** Our own returns of it, oldest first. */
  readonly own: readonly StoredReturn[];
  /** For decisions and quotes; its order counts the returns that only Amends knows of. */
  readonly context: DecideContext;
}

/**
 * Reads an order afresh: nothing of it is ever taken from a browser or from what is stored. Undefined when Shopify has none, and for the
 * receiver of a gift when its code is of no use any more: they see it as a guest of their own name, without anything of whoever bought it.
 */
export async function readOrderInPortal(ctx: ShopContext, orderGid: OrderGid, receiver?: GiftVisitor): Promise<OrderInPortal | undefined> {
  const inShopify = await ctx.shopify.returns.readOrder(orderGid);
  if (!inShopify) return undefined;
  const { pinned, own, gift } = await ctx.transaction(async (tx) => ({
    pinned: await pinnedPolicy(tx, ctx, inShopify.order.processedAt),
    own: await tx.returns.ofOrder(orderGid),
    gift: receiver && (await giftBounds(tx, ctx, { giftId: receiver.id, orderGid })),
  }));
  if (receiver && !gift) return undefined;
  const found = receiver ? asReceivers(inShopify, receiver) : inShopify;
  const order = withOwnReturns(found.order, own);
  const background = await readBackground(ctx, order, pinned.compiled.needs);
  const context = { order, compiled: pinned.compiled, now: ctx.clock.now(), zone: ctx.shop.timezone, background };
  return { found, pinned, own, context: { ...context, ...(gift ? { gift } : {}) } };
}

function asReceivers({ order, returnAddress }: OrderToReturn, { name, email }: GiftVisitor): OrderToReturn {
  return { order: { ...order, customer: null }, email, customerName: name, ...(returnAddress ? { returnAddress } : {}) };
}

/**
 * Adds the returns that Shopify does not know of yet, which hold units too; and for those that it knows, takes the moment the shopper
 * asked for them instead of the moment they were opened there.
 */
export function withOwnReturns(order: ReturnableOrder, own: readonly StoredReturn[]): ReturnableOrder {
  const requestedAt = new Map(own.flatMap((one) => (one.shopifyGid ? [[one.shopifyGid, one.requestedAt]] : [])));
  const known = order.returns.map((one) => ({ ...one, requestedAt: (one.gid && requestedAt.get(one.gid)) ?? one.requestedAt }));
  const waiting = waitingReturns(own).map((one) => ({
    gid: null,
    state: "requested" as const,
    requestedAt: one.requestedAt,
    lines: one.lines.map(({ lineGid, quantity }) => ({ lineGid, quantity, unpaidQuantity: quantity })),
  }));
  return { ...order, returns: [...known, ...waiting] };
}

/** Returns that hold units without Shopify knowing. */
export function waitingReturns(own: readonly StoredReturn[]): StoredReturn[] {
  return own.filter(({ shopifyGid, status }) => shopifyGid === null && (status === "requested" || status === "approved"));
}
