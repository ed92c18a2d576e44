import type { ShopContext } from "#app/use-cases/ports.ts";
import { sentTogether } from "#app/use-cases/returns/joint-return.server.ts";
import type { BoughtLabel, LabelDesk, Shipment } from "./carrier-ports.server.ts";
import { giveBack } from "./give-back-label.server.ts";
import { labelExpiry } from "./label-links.server.ts";
import type { PaperFile, StoredLabel } from "./ports.ts";
import type { PurchaseWork } from "./purchase-work.server.ts";
import { addLabel, nextParcel } from "./tell-of-label.server.ts";

interface Bought {
  readonly work: PurchaseWork;
  readonly shipment: Shipment;
  readonly bought: BoughtLabel;
}

/**
 * Keeps the papers of a label that was paid; with it Shopify and the shopper are told. Once, however often it runs. One whose return was
 * cancelled while it was paid is given back.
 */
export async function keepBoughtLabel(ctx: ShopContext, desk: LabelDesk, { work, shipment, bought }: Bought): Promise<void> {
  const paper = await desk.download(bought.labelUrl);
  const code = await codeOf(ctx, desk, shipment);
  const { purchase, record } = work;
  await ctx.transaction(async (tx) => {
    const now = await tx.labelPurchases.find(purchase.id);
    if (now?.status !== "wanted") return;
    const current = await tx.returns.find(record.id);
    if (!current || (await sentTogether(tx, current)).length === 0) return giveBack(tx, ctx, { ...now, shipmentRef: shipment.ref });
    const label = labelOf(ctx, { work, shipment, bought }, { paper, code, parcel: nextParcel(await tx.labels.ofReturn(record.id)) });
    if (!(await addLabel(tx, ctx, { record, label }))) throw new Error("Two labels were added at once; look again");
    const { problem: _problem, message: _message, ...rest } = now;
    await tx.labelPurchases.save({ ...rest, status: "bought", shipmentRef: shipment.ref, updatedAt: ctx.clock.now() });
  });
}

function labelOf(
  ctx: ShopContext,
  { work: { purchase, record }, shipment, bought }: Bought,
  { paper, code, parcel }: { readonly paper: PaperFile; readonly code: PaperFile | undefined; readonly parcel: number },
): StoredLabel {
  const createdAt = ctx.clock.now();
  const { carrier, service, cost, trackingNumber, trackingUrl } = bought;
  return {
    ...{ id: purchase.id, returnId: record.id, orderGid: record.orderGid, parcel, kind: "bought", actor: purchase.actor },
    ...{ content: paper.content, mimeType: paper.mimeType, byteLength: paper.content.byteLength },
    ...{ carrier, service, cost, shipmentRef: shipment.ref, createdAt, expiresAt: labelExpiry(createdAt) },
    hasCode: code !== undefined,
    ...(code ? { code } : {}),
    ...(trackingNumber ? { trackingNumber } : {}),
    ...(trackingUrl ? { trackingUrl } : {}),
  };
}

/** The label is good without it. */
async function codeOf(ctx: ShopContext, desk: LabelDesk, shipment: Shipment): Promise<PaperFile | undefined> {
  try {
    const url = await desk.codeOf(shipment);
    return url ? await desk.download(url) : undefined;
  } catch (error) {
    ctx.log.warn({ error, shipmentRef: shipment.ref }, "The code of a label could not be had");
    return undefined;
  }
}
