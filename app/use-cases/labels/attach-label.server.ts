import type { ReturnGid } from "#app/domain/shared/gid.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { isCalledOff, jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
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
  const { label, together } = await ctx.transaction(async (tx) => {
    const found = await tx.labels.find(labelId);
    const record = found && (await tx.returns.find(found.returnId));
    return { label: found, together: record ? await jointReturns(tx, record) : [] };
  });
  if (!label || (label.deliveryGid && together.length === 1)) return;
  const expected = together.filter((one) => !isCalledOff([one]) && one.status !== "closed");
  if (expected.length === 0) return;
  const open = expected.flatMap(({ id, shopifyGid }) => (shopifyGid ? [{ id, shopifyGid }] : []));
  if (open.length === 0) throw new Error("The return is not open in Shopify yet; look again later");
  for (const one of open) await tellShopify(ctx, label, one);
}

/** The parcel is known in Shopify with every return that is in it. */
async function tellShopify(ctx: ShopContext, label: LabelHead, { id, shopifyGid }: { id: string; shopifyGid: ReturnGid }): Promise<void> {
  const known = (await ctx.shopify.returns.deliveriesOf(shopifyGid)).find((delivery) => isOf(delivery, label));
  const { trackingNumber, trackingUrl } = label;
  const tracking = { ...(trackingNumber ? { trackingNumber } : {}), ...(trackingUrl ? { trackingUrl } : {}) };
  const added = known
    ? ok(known.gid)
    : await ctx.shopify.returns.addDelivery(shopifyGid, { labelUrl: await labelLink(ctx, label.id), ...tracking });
  if (!added.ok) {
    const { reason, message } = added.error;
    ctx.log.warn({ labelId: label.id, returnId: id, reason, message }, "Shopify refused a return label");
    return;
  }
  const deliveryGid = added.value;
  if (!label.deliveryGid) await ctx.transaction((tx) => tx.labels.noteDelivery(label.id, deliveryGid));
}

/** Every label has an address of its own. */
function isOf({ labelUrl }: ReverseDelivery, { id }: LabelHead): boolean {
  return labelUrl?.includes(`/label/${id}`) ?? false;
}
