import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import type { JointOrder } from "#app/domain/returns/joint-return.ts";
import { JOINT_ORDERS_MAX, nextOrder, withDraft } from "#app/domain/returns/joint-return.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { carriedOn } from "./portal-access.server.ts";
import type { Confirmation } from "./show-confirmation.server.ts";
import type { OrderGone } from "./show-items.server.ts";
import { bearsShipping } from "./show-joint-confirmation.server.ts";
import type { OrderOfCustomer, OrderToReturn } from "./shopify-return.server.ts";

/** Who asks: somebody on the page of an order, or a customer whom Shopify has signed in, or both. */
export interface JoinAsked {
  readonly access: PortalAccess | undefined;
  readonly customerGid: CustomerGid | undefined;
}

/** The orders that may come back together. */
export interface OrdersToJoin {
  /** The one that the visitor came from; it stays. */
  readonly base: { readonly orderGid: OrderGid; readonly name: string; readonly placedAt: Date } | undefined;
  /** Others of the same person of which something was sent, newest first. */
  readonly others: readonly OrderOfCustomer[];
}

/**
 * Other orders of the same person, as they have shown who they are: a signed-in customer's own, and for who reads the mail of the order's
 * address, those placed with that address. Signing in proves no address, and an address no customer. Refuses with `order_gone`, also to the
 * receiver of a gift, whose order it is not.
 */
export async function ordersToJoin(ctx: ShopContext, { access, customerGid }: JoinAsked): Promise<Result<OrdersToJoin, OrderGone>> {
  if (!access) return ok({ base: undefined, others: customerGid ? await sentOrders(ctx, customerGid) : [] });
  const found = access.isFollowOnly || access.gift ? undefined : await ctx.shopify.returns.readOrder(access.orderGid);
  if (!found) return refuse({ code: "order_gone" });
  const isTheirs = customerGid !== undefined && found.order.customer?.gid === customerGid;
  const own = isTheirs ? await sentOrders(ctx, customerGid) : [];
  const mailed = readsMailOf(ctx, access, found) ? await ctx.shopify.returns.ordersWith(found.email ?? "") : [];
  const known = new Set<string>([access.orderGid, ...own.map(({ gid }) => gid)]);
  const others = [...own, ...mailed.filter(({ gid, wasSent }) => wasSent && !known.has(gid))].filter(({ gid }) => gid !== access.orderGid);
  const base = { orderGid: access.orderGid, name: found.order.name, placedAt: found.order.processedAt };
  return ok({ base, others: others.toSorted((a, b) => b.processedAt.getTime() - a.processedAt.getTime()) });
}

async function sentOrders(ctx: ShopContext, customerGid: CustomerGid): Promise<OrderOfCustomer[]> {
  const { orders } = await ctx.shopify.returns.ordersOf(customerGid);
  return orders.filter(({ wasSent }) => wasSent);
}

function readsMailOf({ secrets }: ShopContext, { mailKey }: PortalAccess, { email }: OrderToReturn): boolean {
  const address = normalizeEmail(email ?? "");
  return mailKey !== undefined && address !== null && secrets.digest("email", address) === mailKey;
}

export interface JoinRefused extends Refusal {
  /** `order_not_theirs`: one that was not offered; `orders_required`: none; `too_many_orders`: more than five with the one they came from. */
  readonly code: "order_not_theirs" | "orders_required" | "too_many_orders";
}

/**
 * Puts orders together in one return and answers with the access that goes on with the first whose items are not chosen yet. What was chosen of
 * an order before stays, an order that is not named any more is left out. Names come from a form and count only if they were offered.
 * Refuses with `order_gone` or one of `JoinRefused`.
 */
export async function joinOrders(
  ctx: ShopContext,
  { access, customerGid, locale, chosen }: JoinAsked & { readonly locale: string; readonly chosen: readonly string[] },
): Promise<Result<PortalAccess, OrderGone | JoinRefused>> {
  const offered = await ordersToJoin(ctx, { access, customerGid });
  if (!offered.ok) return offered;
  const { base, others } = offered.value;
  if (chosen.some((gid) => gid !== base?.orderGid && !others.some((order) => order.gid === gid)))
    return refuse({ code: "order_not_theirs" });
  const earlier = (access?.joint ?? []).filter(({ orderGid }) => orderGid === base?.orderGid || chosen.includes(orderGid));
  const isBegun = base && !earlier.some(({ orderGid }) => orderGid === base.orderGid);
  const known: JointOrder[] = [...(isBegun ? [{ orderGid: base.orderGid, name: base.name }] : []), ...earlier];
  const added = others.filter(({ gid }) => chosen.includes(gid) && !known.some(({ orderGid }) => orderGid === gid));
  const joint = [...known, ...added.map(({ gid: orderGid, name }): JointOrder => ({ orderGid, name }))];
  if (joint.length === 0) return refuse({ code: "orders_required" });
  if (joint.length > JOINT_ORDERS_MAX) return refuse({ code: "too_many_orders" });
  return ok(accessTo({ ...(access ? carriedOn(access) : { locale }), joint }));
}

/** An order whose items and solution are chosen. */
export function readyOrder({ read, draft, parts }: Confirmation): JointOrder {
  const { gid, name } = read.context.order;
  return { orderGid: gid, name, draftId: draft.id, ...(bearsShipping({ parts }) ? { bearsShipping: true } : {}) };
}

/** The access that goes on once an order of several is ready: to the next, or to all of them. */
export function accessAfter(access: PortalAccess, confirmation: Confirmation): PortalAccess {
  return accessTo({ ...carriedOn(access), joint: withDraft(access.joint ?? [], readyOrder(confirmation)) });
}

/** The access that goes on with the next order, or with the last of them when all are chosen. */
export function accessTo(carried: Pick<PortalAccess, "locale" | "mailKey"> & { readonly joint: readonly JointOrder[] }): PortalAccess {
  const next = nextOrder(carried.joint) ?? carried.joint.at(-1);
  if (!next) throw new Error("A joint return has orders");
  return { ...carried, orderGid: next.orderGid, ...(next.draftId ? { draftId: next.draftId } : {}) };
}
