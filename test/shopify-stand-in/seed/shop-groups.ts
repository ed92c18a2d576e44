/** Markets and customer segments that every shop has; Shopify makes such ones for a new store. */
export interface MarketEntry {
  id: string;
  name: string;
  handle: string;
  countries: readonly string[];
}

export interface SegmentEntry {
  id: string;
  name: string;
  /** In Shopify's segment language; only what `isInSegment` reads. */
  query: string;
}

export const MARKETS: readonly MarketEntry[] = [
  { id: "gid://shopify/Market/5100000001", name: "United States", handle: "us", countries: ["US"] },
  {
    id: "gid://shopify/Market/5100000002",
    name: "European Union",
    handle: "eu",
    countries: [
      ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
      ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
    ],
  },
  { id: "gid://shopify/Market/5100000003", name: "East Asia", handle: "east-asia", countries: ["CN", "JP"] },
];

export const SEGMENTS: readonly SegmentEntry[] = [
  { id: "gid://shopify/Segment/6100000001", name: "VIP customers", query: "customer_tags CONTAINS 'vip'" },
  { id: "gid://shopify/Segment/6100000002", name: "Customers who have purchased more than once", query: "number_of_orders > 1" },
  { id: "gid://shopify/Segment/6100000003", name: "First-time customers", query: "number_of_orders = 1" },
];

/** Whether a customer meets a segment's query. */
export function isInSegment({ query }: SegmentEntry, customer: { tags: readonly string[]; orders: number }): boolean {
  const tag = /^customer_tags CONTAINS '(.+)'$/.exec(query)?.[1];
  if (tag !== undefined) return customer.tags.includes(tag);
  const [, comparison, text] = /^number_of_orders ([>=]) (\d+)$/.exec(query) ?? [];
  if (comparison === undefined) throw new Error(`Segment query is not read: ${query}`);
  return comparison === ">" ? customer.orders > Number(text) : customer.orders === Number(text);
}
