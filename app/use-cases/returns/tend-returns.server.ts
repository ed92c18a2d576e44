import { DAY, HOUR, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { findReopened } from "./find-reopened.server.ts";

/** A job that has not come to its end after this long may have been given up by the queue. */
const GIVEN_UP_AFTER = HOUR;
/** Carriers send news; this is for what got lost. */
const TRACKED_EVERY = 6 * HOUR;
/** Carriers take days to weeks until they pay for a label that was not used. */
const REFUND_ASKED_EVERY = DAY;
const AT_ONCE = 100;

/**
 * Once an hour: removes photos, drafts and one-time codes whose time is over, takes up again returns, labels and changed orders that wait for a job that
 * nobody runs any more, lets go goods that were kept long enough, asks where parcels are, and finds what staff
 * opened again in Shopify. Doing so twice is harmless, because every job looks what is left to do.
 */
export async function tendReturns(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  const removed = await ctx.transaction(async (tx) => {
    const returns = await tx.returns.waitingForJob(after(now, -GIVEN_UP_AFTER), AT_ONCE);
    for (const { id, status } of returns) await tx.outbox.send(status === "approved" ? "open-return" : "process-return", { returnId: id });
    const unbought = await tx.labelPurchases.waiting(after(now, -GIVEN_UP_AFTER), AT_ONCE);
    for (const { id: purchaseId } of unbought) await tx.outbox.send("buy-label", { purchaseId });
    const unpaid = await tx.labelPurchases.toRefund(
      { tried: after(now, -GIVEN_UP_AFTER), asked: after(now, -REFUND_ASKED_EVERY) },
      AT_ONCE,
    );
    for (const { id: purchaseId } of unpaid) await tx.outbox.send("refund-label", { purchaseId });
    const unbooked = await tx.pickups.waiting(after(now, -GIVEN_UP_AFTER), AT_ONCE);
    for (const { id: pickupId } of unbooked) await tx.outbox.send("book-pickup", { pickupId });
    const unchanged = await tx.orderChanges.waiting(after(now, -GIVEN_UP_AFTER), AT_ONCE);
    for (const { id: changeId } of unchanged) await tx.outbox.send("change-order", { changeId });
    const kept = await tx.stockReservations.due({ now, since: after(now, -GIVEN_UP_AFTER) }, AT_ONCE);
    for (const { returnId } of kept) await tx.outbox.send("reserve-stock", { returnId });
    const away = await tx.labels.toTrack(after(now, -TRACKED_EVERY), AT_ONCE);
    for (const { id: labelId } of away) await tx.outbox.send("track-label", { labelId });
    return {
      photos: await tx.evidence.removeExpired(now),
      labels: await tx.labels.removeExpired(now),
      drafts: await tx.drafts.removeExpired(now),
      codes: await tx.loginCodes.removeExpired(now),
      takenUp: returns.length,
    };
  });
  ctx.log.info({ ...removed, reopened: await findReopened(ctx) }, "Returns tended");
}
