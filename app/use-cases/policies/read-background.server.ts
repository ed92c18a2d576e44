import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { BackgroundNeeds, OrderBackground } from "#app/domain/policies/order-background.ts";
import { NOTHING_FOUND_OUT } from "#app/domain/policies/order-background.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/**
 * Finds out what a policy asks about an order beyond the order itself, and nothing that no rule looks at. What Shopify does not let
 * the app read stays unknown, which decisions then say.
 */
export async function readBackground(ctx: ShopContext, order: ReturnableOrder, needs: BackgroundNeeds): Promise<OrderBackground> {
  const { policyFacts } = ctx.shopify;
  const products = [...new Set(order.lines.flatMap(({ productGid }) => productGid ?? []))];
  const [collections, segments, market, pastReturns] = await Promise.all([
    needs.collections && products.length > 0 ? policyFacts.collectionsOf(products) : NOTHING_FOUND_OUT.collections,
    segmentsOf(ctx, order, needs),
    needs.market && order.countryCode !== null ? policyFacts.marketOf(order.countryCode) : null,
    pastReturnsOf(ctx, order, needs),
  ]);
  return { collections, segments, market, pastReturns };
}

/** A guest is in no segment. */
async function segmentsOf({ shopify }: ShopContext, { customer }: ReturnableOrder, { segments }: BackgroundNeeds) {
  if (segments.length === 0) return null;
  return customer === null ? [] : shopify.policyFacts.segmentsOf(customer.gid, segments);
}

/** Unknown for a guest, and while none of the customer's other orders is stored though Shopify counts some. */
async function pastReturnsOf(ctx: ShopContext, { customer, gid }: ReturnableOrder, { pastReturns }: BackgroundNeeds) {
  if (!pastReturns || customer === null) return null;
  const past = await ctx.transaction((tx) => tx.returns.pastReturnsOf(customer.gid, gid));
  return past.bought === 0 && customer.ordersCount > 1 ? null : past;
}
