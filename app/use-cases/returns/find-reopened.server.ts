import { dueInHour } from "#app/domain/returns/look-again.ts";
import type { ReturnGid } from "#app/domain/shared/gid.ts";
import { DAY, HOUR, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** Staff open a return again within days, if at all. */
const LOOKED_AT_FOR = 14 * DAY;
/** What was closed a moment ago may be about to be closed in Shopify, too. */
const SETTLED_AFTER = HOUR;
/** Shopify answers for so many at once. */
const AT_ONCE = 200;

/**
 * Finds returns that staff opened again in Shopify and whose news got lost, among those that were closed here within two weeks, and has
 * each looked at again. Where more were closed than Shopify answers for at once, every hour looks at another part of them, each once a day.
 * Answers how many were found.
 */
export async function findReopened(ctx: ShopContext): Promise<number> {
  const now = ctx.clock.now();
  const closed = await ctx.transaction((tx) => tx.returns.closedBetween(after(now, -LOOKED_AT_FOR), after(now, -SETTLED_AFTER)));
  const gids = dueInHour(closed, now.getUTCHours(), AT_ONCE).flatMap(({ shopifyGid }) => shopifyGid ?? []);
  let found = 0;
  for (let from = 0; from < gids.length; from += AT_ONCE) {
    const open = await ctx.shopify.returns.openAmong(gids.slice(from, from + AT_ONCE));
    for (const returnGid of open) found += (await lookAgain(ctx, returnGid)) ? 1 : 0;
  }
  return found;
}

/**
 * Goods that were paid for before they came are booked in after the return is closed here, and Shopify's is closed only then. Units of a
 * repair are given free then, too: whoever was to do it has given up.
 */
async function lookAgain(ctx: ShopContext, returnGid: ReturnGid): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.findByGid(returnGid);
    if (record?.repair?.stage === "delivered") {
      await tx.outbox.send("release-repaired", { returnId: record.id });
      return false;
    }
    const events = record ? await tx.returns.events(record.id) : [];
    if (events.findLast(({ toStatus }) => toStatus === "closed")?.event === "inspect") return false;
    await tx.outbox.send("review-return", { returnGid, isReopened: true });
    return true;
  });
}
