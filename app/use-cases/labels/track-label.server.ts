import { hasSlip } from "#app/domain/labels/slip-status.ts";
import type { ParcelJourney } from "#app/domain/labels/parcel-journey.ts";
import { journeyOf } from "#app/domain/labels/parcel-journey.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { noteScan } from "#app/use-cases/returns/note-first-scan.server.ts";
import { isCalledOff, jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { newsSecret, openDesk } from "./carrier-account.server.ts";
import type { LabelHead } from "./ports.ts";

/**
 * Takes news of a parcel from the shop's carrier account: only whose parcel it is, and only when it is signed; what happened is then asked
 * of the seller by a job. The same news again asks again, which changes nothing. Answers whether it was signed.
 */
export async function takeCarrierNews(ctx: ShopContext, { body, signature }: { body: string; signature: string }): Promise<boolean> {
  const secret = await newsSecret(ctx);
  const news = secret ? ctx.labelSeller.readNews(body, signature, secret) : undefined;
  if (!news?.ok) return false;
  const { shipmentRef } = news.value;
  if (!shipmentRef) return true;
  await ctx.transaction(async (tx) => {
    const label = await tx.labels.ofShipment(shipmentRef);
    if (label && !label.deliveredAt) await tx.outbox.send("track-label", { labelId: label.id });
  });
  return true;
}

/** Asks where a parcel is and notes its first scan and its delivery on the return, each once. */
export async function trackLabel(ctx: ShopContext, labelId: string): Promise<void> {
  const label = await ctx.transaction((tx) => tx.labels.find(labelId));
  const desk = label?.shipmentRef && !label.deliveredAt ? await openDesk(ctx) : undefined;
  const shipment = await desk?.findShipment(label?.shipmentRef ?? "");
  if (!shipment) return;
  const journey = journeyOf(shipment.sightings);
  await ctx.transaction(async (tx) => {
    const now = await tx.labels.find(labelId);
    const record = now && (await tx.returns.find(now.returnId));
    if (!record) return;
    await tx.labels.noteJourney(labelId, journey, ctx.clock.now());
    // What comes in one parcel is on its way together.
    for (const one of await jointReturns(tx, record)) {
      if (one.id === record.id || !isCalledOff([one])) await noteNews(tx, ctx, { record: one, label: now, journey });
    }
  });
}

async function noteNews(
  tx: Repositories,
  ctx: ShopContext,
  { record, label, journey }: { readonly record: StoredReturn; readonly label: LabelHead; readonly journey: ParcelJourney },
): Promise<void> {
  const { firstScanAt, deliveredAt } = journey;
  if (firstScanAt && !label.firstScanAt && hasSlip(record)) await noteScan(tx, ctx, { record, at: firstScanAt, actor: "system" });
  if (!deliveredAt || label.deliveredAt) return;
  const event = { id: ctx.ids.next(), returnId: record.id, event: "parcel_delivered", actor: "system", at: deliveredAt };
  await tx.returns.addEvent({ ...event, detail: { labelId: label.id, parcel: label.parcel } });
}
