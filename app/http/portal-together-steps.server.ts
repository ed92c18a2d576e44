import { JOINT_ORDERS_MAX, nextOrder } from "#app/domain/returns/joint-return.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { joinOrders, ordersToJoin } from "#app/use-cases/returns/join-orders.server.ts";
import { togetherPage } from "./portal-joint-view.server.ts";
import { showItemsStep } from "./portal-items-page.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { showConfirmStep } from "./portal-solution-steps.server.ts";

/** The visitor's other orders, to be put into the same return. */
export function showTogetherStep(call: PortalCall): Promise<PortalAnswer> {
  return together(call, {});
}

/** Goes on with the first order whose items are not chosen yet. */
export async function postTogetherStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, identity, locale, form } = call;
  if (!mayJoin(call)) return message("link-expired", 403);
  const chosen = form.getAll("with").filter((value): value is string => typeof value === "string");
  const joined = await joinOrders(ctx, { access, customerGid: identity.customerGid, locale, chosen });
  if (joined.ok) {
    const next = { ...call, access: joined.value };
    return nextOrder(joined.value.joint ?? []) ? showItemsStep(next) : showConfirmStep(next);
  }
  switch (joined.error.code) {
    case "order_gone":
    case "order_not_theirs":
      return message("not-found", 404);
    case "orders_required":
      return together(call, { chosen, errors: [{ field: "with", code: "orders-required" }] });
    case "too_many_orders":
      return together(call, { chosen, errors: [{ field: "with", code: "orders-too-many", values: { max: JOINT_ORDERS_MAX } }] });
  }
}

/** Who has shown to be somebody: signed in, or on the page of an order that is theirs. */
function mayJoin({ access, identity }: PortalCall): boolean {
  return access ? access.isFollowOnly !== true && !access.gift : identity.customerGid !== undefined;
}

async function together(
  call: PortalCall,
  { chosen, errors }: { readonly chosen?: readonly string[]; readonly errors?: readonly FieldError[] },
): Promise<PortalAnswer> {
  const { ctx, access, identity } = call;
  if (!mayJoin(call)) return message("link-expired", 403);
  const offered = await ordersToJoin(ctx, { access, customerGid: identity.customerGid });
  if (!offered.ok) return message("not-found", 404);
  const page = togetherPage(ctx, { offered: offered.value, access, ...(chosen ? { chosen } : {}), ...(errors ? { errors } : {}) });
  return { page, ...(access ? { access } : {}), ...(errors ? { status: 422 } : {}), at: "together" };
}
