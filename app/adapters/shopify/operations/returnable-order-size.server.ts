import type { OrderToReturnQuery } from "../generated/admin.generated.d.ts";

/** Most orders have few lines; larger ones are read again with room for Shopify's most. */
export const SIZES = [
  { lines: 20, parcels: 5 },
  { lines: 100, parcels: 12 },
] as const;
export type Size = (typeof SIZES)[number];

/** A list that is as long as was asked for may have gone on. */
export function isComplete({ order }: OrderToReturnQuery, { lines, parcels }: Size): boolean {
  if (!order) return true;
  const { lineItems, fulfillments, refunds, returns } = order;
  const parts = [
    ...fulfillments.map(({ fulfillmentLineItems }) => fulfillmentLineItems.nodes),
    ...refunds.map(({ refundLineItems }) => refundLineItems.nodes),
    ...returns.nodes.flatMap(({ returnLineItems, exchangeLineItems }) => [returnLineItems.nodes, exchangeLineItems.nodes]),
  ];
  const isShort = [fulfillments, refunds, returns.nodes].every((list) => list.length < parcels);
  return isShort && !lineItems.pageInfo.hasNextPage && parts.every((list) => list.length < lines);
}
