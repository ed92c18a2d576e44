/** A Shopify global id of one kind, such as `gid://shopify/Order/1001`. */
export type Gid<Kind extends string = string> = `gid://shopify/${Kind}/${string}`;

export type OrderGid = Gid<"Order">;
export type LineItemGid = Gid<"LineItem">;
export type FulfillmentGid = Gid<"Fulfillment">;
export type FulfillmentLineItemGid = Gid<"FulfillmentLineItem">;
export type CustomerGid = Gid<"Customer">;
export type ProductGid = Gid<"Product">;
export type VariantGid = Gid<"ProductVariant">;
export type ReturnGid = Gid<"Return">;

/** Builds a gid from Shopify's numeric id, as webhook payloads and the app proxy give it. */
export function gid<Kind extends string>(kind: Kind, id: string | number | bigint): Gid<Kind> {
  const digits = String(id);
  if (!/^\d+$/.test(digits)) throw new RangeError(`Not a numeric ${kind} id: ${JSON.stringify(digits.slice(0, 40))}`);
  return `gid://shopify/${kind}/${digits}`;
}

/** Reads a gid of the expected kind, or answers undefined for anything else. */
export function parseGid<Kind extends string>(kind: Kind, text: string): Gid<Kind> | undefined {
  return new RegExp(`^gid://shopify/${kind}/\\d+$`).test(text) ? (text as Gid<Kind>) : undefined;
}

/** The numeric part, for links into Shopify admin. */
export function legacyId(id: Gid): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
