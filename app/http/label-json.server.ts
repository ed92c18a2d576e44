import type { LabelView, PickupView, PurchaseView } from "#app/ui/returns/return-view.ts";
import type { LabelPurchase, ParcelPickup } from "#app/use-cases/labels/carrier-ports.server.ts";
import type { LabelHead } from "#app/use-cases/labels/ports.ts";

/** A label as the return's page shows it to staff. */
export function labelView(label: LabelHead): LabelView {
  const { id, returnId, parcel, carrier, trackingNumber, trackingUrl, deliveryGid, cost, firstScanAt, deliveredAt } = label;
  return {
    ...{ id, parcel },
    carrier: carrier ?? null,
    trackingNumber: trackingNumber ?? null,
    trackingUrl: trackingUrl ?? null,
    isInShopify: deliveryGid !== undefined,
    fileUrl: `/app/returns/${returnId}/labels/${id}`,
    cost: cost ?? null,
    firstScanAt: firstScanAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}

/** A label that is not there (yet), or was given back; nothing for one that is there, or is not wanted any more. */
export function purchaseView({ id, status, problem, message }: LabelPurchase): PurchaseView[] {
  if (status === "bought" || status === "ended") return [];
  const state = status === "unused" ? "refunding" : status;
  return [{ id, state, problem: problem ?? null, message: message || null }];
}

export function pickupView({ id, status, date, fromHour, toHour, confirmation }: ParcelPickup): PickupView {
  return { id, status, date, fromHour, toHour, confirmation: confirmation ?? null };
}
