/** Where Shopify's admin shows an order; App Bridge opens it in the same window. */
export function orderAddress(orderGid: string): string {
  return `shopify://admin/orders/${orderGid.slice(orderGid.lastIndexOf("/") + 1)}`;
}
