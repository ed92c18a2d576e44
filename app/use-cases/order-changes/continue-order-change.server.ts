import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { carryOutCancel } from "./carry-out-cancel.server.ts";
import { carryOutAddress } from "./change-address.server.ts";
import { holdOrder } from "./order-lock.server.ts";

/**
 * Takes up a change that Shopify had not finished, or whose process died. Run twice or late it changes nothing that is done; as long as
 * Shopify is still at it, it throws so that the queue looks again.
 */
export async function continueOrderChange(ctx: ShopContext, changeId: string): Promise<void> {
  const found = await ctx.transaction((tx) => tx.orderChanges.find(changeId));
  if (found?.status !== "sending") return;
  await holdOrder(ctx, found.orderGid, async () => {
    const record = await ctx.transaction((tx) => tx.orderChanges.find(changeId));
    if (record?.status !== "sending") return;
    if (record.kind === "address") return void (await carryOutAddress(ctx, record));
    const now = await carryOutCancel(ctx, record);
    if (now.status === "sending") throw new Error(`Shopify has not cancelled ${record.orderName} yet`);
  });
}

/** The order's own news say that it is cancelled: whoever waits for that looks at once. */
export async function noteOrderCancelled(tx: Repositories, orderGid: OrderGid): Promise<void> {
  const waiting = (await tx.orderChanges.ofOrder(orderGid)).filter(({ kind, status }) => kind === "cancel" && status === "sending");
  await tx.outbox.sendAll(
    "change-order",
    waiting.map(({ id }) => ({ changeId: id })),
  );
}
