import type { CustomerGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";
import type { OrderOfCustomer } from "./shopify-return.server.ts";

/** A signed-in customer's newest orders with the returns of each. */
export interface CustomerOrders {
  readonly customerName?: string;
  readonly orders: readonly (OrderOfCustomer & { readonly returns: readonly StoredReturn[] })[];
}

/** Lists the orders of the customer whom Shopify's own signature names; a customer it does not know has none. */
export async function customerOrders(ctx: ShopContext, customerGid: CustomerGid): Promise<CustomerOrders> {
  const { orders, ...customer } = await ctx.shopify.returns.ordersOf(customerGid);
  return ctx.transaction(async (tx) => {
    const withReturns = [];
    for (const order of orders) {
      withReturns.push({ ...order, returns: (await tx.returns.ofOrder(order.gid)).filter(({ giftId }) => !giftId) });
    }
    return { ...customer, orders: withReturns };
  });
}
