import { ok } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { labelLink } from "./label-links.server.ts";
import type { LabelHead, ReverseDelivery } from "./ports.ts";

/**
 * Tells Shopify of a labelled parcel, as a reverse delivery of the return. Shopify has no key for it, so it first looks whether an earlier
 * try arrived. What Shopify refuses is logged: the label works for the shopper all the same.
 */
export async function attachLabel(ctx: ShopContext, labelId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`attach-label:${labelId}`, () => attach(ctx, labelId));
  if (outcome === "busy") throw new Error("Another worker attaches this label; look again later");
}

async function attach(ctx: ShopContext, labelId: string): Promise<void> {
  const { label, record } = await ctx.transaction(async (tx) => {
    const found = await tx.labels.find(labelId);
    return { label: found, record: found && (await tx.returns.find(found.returnId)) };
  });
  if (!label || label.deliveryGid || !record || record.status === "cancelled" || record.status === "closed") return;
  if (!record.shopifyGid) throw new Error("The return is not open in Shopify yet; look again later");
  const known = (await ctx.shopify.returns.deliveriesOf(record.shopifyGid)).find((delivery) => isOf(delivery, label));
  const { trackingNumber, trackingUrl } = label;
  const tracking = { ...(trackingNumber ? { trackingNumber } : {}), ...(trackingUrl ? { trackingUrl } : {}) };
  const added = known
    ? ok(known.gid)
    : await ctx.shopify.returns.addDelivery(record.shopifyGid, { labelUrl: await labelLink(ctx, label.id), ...tracking });
  if (!added.ok) {
    ctx.log.warn(
      { labelId, returnId: record.id, reason: added.error.reason, message: added.error.message },
      "Shopify refused a return label",
    );
    return;
  }
  const deliveryGid = added.value;
  await ctx.transaction((tx) => tx.labels.noteDelivery(label.id, deliveryGid));
}

/** Every label has an address of its own. */
function isOf({ labelUrl }: ReverseDelivery, { id }: LabelHead): boolean {
  return labelUrl?.includes(`/label/${id}`) ?? false;
}
