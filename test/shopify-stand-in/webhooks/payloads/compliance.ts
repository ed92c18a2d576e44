import { restId } from "../../state/gids.ts";
import type { CustomerRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";

export type ComplianceTopic = "customers/data_request" | "customers/redact" | "shop/redact";

export function compliancePayload(
  state: ShopState,
  topic: ComplianceTopic,
  about: { customer: CustomerRecord | undefined; requestId: number },
): Record<string, unknown> {
  const { customer, requestId } = about;
  const frame = { shop_id: restId(state.shop.id), shop_domain: state.shop.domain };
  if (topic === "shop/redact" || !customer) return frame;
  const person = { id: restId(customer.id), email: customer.email, phone: customer.phone };
  const orders = state.ordersOf(customer.id).map((order) => restId(order.id));
  if (topic === "customers/redact") return { ...frame, customer: person, orders_to_redact: orders };
  return { ...frame, customer: person, orders_requested: orders, data_request: { id: requestId } };
}
