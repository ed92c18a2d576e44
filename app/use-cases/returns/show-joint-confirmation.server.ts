import type { JointOrder } from "#app/domain/returns/joint-return.ts";
import { isSameOwner, nextOrder, sumsByCurrency } from "#app/domain/returns/joint-return.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Confirmation, ConfirmationRefused } from "./show-confirmation.server.ts";
import { showConfirmation } from "./show-confirmation.server.ts";

/** What the shopper is about to confirm, for one order or several at once. */
export interface JointConfirmation {
  /** In the order in which they were chosen. */
  readonly orders: readonly [Confirmation, ...Confirmation[]];
  /** Names this page with all its amounts, as that of one order does. */
  readonly formKey: string;
}

export type JointRefused = (ConfirmationRefused | { readonly code: "order_not_theirs" } | { readonly code: "items_missing" }) & {
  /** The order that it is about. */
  readonly orderGid: OrderGid;
};

/**
 * Everything that is to come back together, exact as of now, each order by its own policy; one of them bears the fee for their parcel. Refuses as
 * the confirmation of one order does, with `items_missing` while nothing is chosen of an order, or `order_not_theirs` when the orders
 * are not one person's.
 */
export async function showJointConfirmation(ctx: ShopContext, access: PortalAccess): Promise<Result<JointConfirmation, JointRefused>> {
  const orders = ordersOf(access);
  const missing = access.joint ? nextOrder(orders) : undefined;
  if (missing) return refuse({ code: "items_missing", orderGid: missing.orderGid });
  const shown: Confirmation[] = [];
  for (const { orderGid, draftId } of orders) {
    const { joint: _joint, draftId: _draft, ...person } = access;
    const one = { ...person, orderGid, ...(draftId ? { draftId } : {}) };
    const before = sumsByCurrency(shown.flatMap(({ parts }) => parts.map(({ quote }) => quote.total.shop)));
    // An order from before the shop changed its currency counts in a currency of its own.
    const besides = before.find(({ currency }) => currency === ctx.shop.currency) ?? money(0, ctx.shop.currency);
    const confirmation = await showConfirmation(ctx, one, { isShippingShared: shown.some(bearsShipping), besides });
    if (!confirmation.ok) return refuse({ ...confirmation.error, orderGid });
    if (shown[0] && !isSameOwner(ownerOf(shown[0]), ownerOf(confirmation.value))) return refuse({ code: "order_not_theirs", orderGid });
    shown.push(confirmation.value);
  }
  const [first, ...others] = shown;
  if (!first) return refuse({ code: "draft_gone", orderGid: access.orderGid });
  return ok({ orders: [first, ...others], formKey: shown.map(({ formKey }) => formKey).join("+") });
}

function ordersOf({ joint, orderGid, draftId }: PortalAccess): readonly JointOrder[] {
  return joint && joint.length > 0 ? joint : [{ orderGid, name: "", ...(draftId ? { draftId } : {}) }];
}

/** Whether the fee for the way back is taken from an order. */
export function bearsShipping({ parts }: Pick<Confirmation, "parts">): boolean {
  return parts.some(({ quote }) => quote.parts.some(({ kind }) => kind === "return_shipping_fee"));
}

function ownerOf({ read: { found } }: Confirmation) {
  return { customerGid: found.order.customer?.gid, email: found.email };
}
