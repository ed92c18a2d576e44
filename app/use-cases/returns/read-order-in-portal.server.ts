import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecideContext } from "#app/domain/returns/decide-items.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { PinnedPolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import { readBackground } from "#app/use-cases/policies/read-background.server.ts";
import { pinnedPolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
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

/** Reads an order afresh: nothing of it is ever taken from a browser or from what is stored. Undefined when Shopify has none. */
export async function readOrderInPortal(ctx: ShopContext, orderGid: OrderGid): Promise<OrderInPortal | undefined> {
  const found = await ctx.shopify.returns.readOrder(orderGid);
  if (!found) return undefined;
  const { pinned, own } = await ctx.transaction(async (tx) => ({
    pinned: await pinnedPolicy(tx, ctx, found.order.processedAt),
    own: await tx.returns.ofOrder(orderGid),
  }));
  const order = withOwnReturns(found.order, own);
  const background = await readBackground(ctx, order, pinned.compiled.needs);
  return { found, pinned, own, context: { order, compiled: pinned.compiled, now: ctx.clock.now(), zone: ctx.shop.timezone, background } };
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
