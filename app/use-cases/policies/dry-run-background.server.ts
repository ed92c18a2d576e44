import type { BackgroundNeeds, OrderBackground } from "#app/domain/policies/order-background.ts";
import type { CustomerGid, ProductGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { TriedOrder } from "./dry-run-records.server.ts";

/** What was found out already in this job: products, countries and customers come again and again. */
export interface BackgroundsFound {
  readonly collections: Map<string, readonly string[]>;
  readonly productsAsked: Set<ProductGid>;
  readonly markets: Map<string, string | null>;
  readonly segments: Map<CustomerGid, readonly string[] | null>;
}

/** Questions to Shopify that are on their way at the same time. */
const AT_ONCE = 8;

/** Nothing was looked up yet. */
export function noBackgrounds(): BackgroundsFound {
  return { collections: new Map(), productsAsked: new Set(), markets: new Map(), segments: new Map() };
}

/**
 * Finds out what two policies ask about past orders beyond the orders themselves, as it is today, each thing once. Answers the
 * background of each order, in their order.
 */
export async function backgroundsOf(
  ctx: ShopContext,
  needs: BackgroundNeeds,
  { orders, found }: { readonly orders: readonly TriedOrder[]; readonly found: BackgroundsFound },
): Promise<OrderBackground[]> {
  if (needs.collections) await findCollections(ctx, orders, found);
  if (needs.market) await findMarkets(ctx, orders, found);
  if (needs.segments.length > 0) await findSegments(ctx, needs.segments, { orders, found });
  return ctx.transaction(async (tx) => {
    const backgrounds: OrderBackground[] = [];
    for (const { order } of orders) {
      const { customerGid, countryCode, gid } = order;
      backgrounds.push({
        collections: found.collections,
        market: needs.market && countryCode ? (found.markets.get(countryCode) ?? null) : null,
        segments: needs.segments.length === 0 ? null : customerGid ? (found.segments.get(customerGid) ?? null) : [],
        pastReturns: needs.pastReturns && customerGid ? await tx.returns.pastReturnsOf(customerGid, gid) : null,
      });
    }
    return backgrounds;
  });
}

async function findCollections({ shopify }: ShopContext, orders: readonly TriedOrder[], found: BackgroundsFound): Promise<void> {
  const products = orders.flatMap(({ order }) => order.lines.flatMap(({ productGid }) => productGid ?? []));
  const wanted = [...new Set(products)].filter((gid) => !found.productsAsked.has(gid));
  if (wanted.length === 0) return;
  for (const [gid, collections] of await shopify.policyFacts.collectionsOf(wanted)) found.collections.set(gid, collections);
  for (const gid of wanted) found.productsAsked.add(gid);
}

async function findMarkets({ shopify }: ShopContext, orders: readonly TriedOrder[], { markets }: BackgroundsFound): Promise<void> {
  const countries = new Set(orders.flatMap(({ order }) => order.countryCode ?? []));
  for (const country of countries) if (!markets.has(country)) markets.set(country, await shopify.policyFacts.marketOf(country));
}

interface Search {
  readonly orders: readonly TriedOrder[];
  readonly found: BackgroundsFound;
}

async function findSegments({ shopify }: ShopContext, wanted: readonly string[], { orders, found: { segments } }: Search): Promise<void> {
  const customers = [...new Set(orders.flatMap(({ order }) => order.customerGid ?? []))].filter((gid) => !segments.has(gid));
  for (let start = 0; start < customers.length; start += AT_ONCE) {
    const some = customers.slice(start, start + AT_ONCE);
    const answers = await Promise.all(some.map((gid) => shopify.policyFacts.segmentsOf(gid, wanted)));
    some.forEach((gid, index) => segments.set(gid, answers[index] ?? null));
  }
}
