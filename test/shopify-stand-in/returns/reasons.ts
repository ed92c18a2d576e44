/** The part of Shopify's library of return reasons (product-taxonomy, data/return_reasons.yml) that the stand-in knows. */
export interface ReturnReason {
  id: string;
  handle: string;
  name: string;
  deleted: boolean;
  /** The old enum's value, which webhooks still send in lower case. */
  legacy: string;
}

const LIBRARY: readonly [number, string, string, string][] = [
  [1, "unknown", "Unknown", "UNKNOWN"],
  [2, "changed-my-mind", "Changed my mind", "UNWANTED"],
  [3, "item-not-as-described", "Item not as described", "NOT_AS_DESCRIBED"],
  [4, "received-the-wrong-item", "Received the wrong item", "WRONG_ITEM"],
  [5, "other-reason", "Other", "OTHER"],
  [6, "damaged-or-defective", "Damaged or defective", "DEFECTIVE"],
  [7, "too-small", "Too small", "SIZE_TOO_SMALL"],
  [8, "too-big", "Too big", "SIZE_TOO_LARGE"],
  [9, "style", "Style", "STYLE"],
  [10, "color", "Color", "COLOR"],
  [24, "arrived-late", "Arrived late", "OTHER"],
  [56, "comfort", "Comfort", "OTHER"],
  [102, "fit", "Fit", "OTHER"],
  [123, "incompatible", "Incompatible", "OTHER"],
  [187, "quantity", "Quantity", "OTHER"],
  [220, "size", "Size", "OTHER"],
  [254, "too-long", "Too long", "OTHER"],
  [261, "too-short", "Too short", "OTHER"],
  [268, "too-thin", "Too thin", "OTHER"],
  [269, "too-tight", "Too tight", "OTHER"],
  [313, "caused-allergic-reaction", "Caused allergic reaction", "OTHER"],
  [326, "damaged-after-use", "Damaged after use", "DEFECTIVE"],
  [327, "damaged-after-washing", "Damaged after washing", "DEFECTIVE"],
  [329, "damaged-packaging", "Damaged packaging", "OTHER"],
  [339, "duplicate-order", "Duplicate order", "OTHER"],
  [387, "ordered-multiple", "Ordered multiple", "OTHER"],
  [389, "ordered-wrong-item", "Ordered wrong item", "OTHER"],
  [399, "product-leaks", "Product leaks", "DEFECTIVE"],
  [402, "quality", "Quality", "OTHER"],
  [423, "stained", "Stained", "DEFECTIVE"],
  [469, "pilling", "Pilling", "OTHER"],
  [470, "delivery-issue", "Delivery issue", "OTHER"],
];

export const RETURN_REASONS: readonly ReturnReason[] = LIBRARY.map(([id, handle, name, legacy]) => ({
  id: `gid://shopify/ReturnReasonDefinition/${id}`,
  handle,
  name,
  legacy,
  deleted: false,
}));

export function reasonById(id: string): ReturnReason | undefined {
  return RETURN_REASONS.find((reason) => reason.id === id);
}

export function reasonByLegacy(legacy: string): ReturnReason | undefined {
  return RETURN_REASONS.find((reason) => reason.legacy === legacy);
}
