import type { CancelReason, ChangeNotPossible, OrderNow } from "#app/domain/orders/order-change.ts";
import { CANCEL_REASONS, mayChange } from "#app/domain/orders/order-change.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { OrderGone } from "#app/use-cases/returns/show-items.server.ts";
import type { TooManyTries } from "#app/use-cases/returns/start-login.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { carryOutCancel } from "./carry-out-cancel.server.ts";
import { cancelKey } from "./finish-change.server.ts";
import type { ChangeUnderWay } from "./order-lock.server.ts";
import { changeAlone } from "./order-lock.server.ts";
import type { OrderChangeRecord } from "./ports.ts";

export interface ReasonNeeded extends Refusal {
  readonly code: "reason_required";
}

export type CancelRefused = OrderGone | TooManyTries | ChangeUnderWay | ReasonNeeded | ChangeNotPossible;

/**
 * Cancels an order for its shopper, as long as the merchant's rules and Shopify, read at this moment, allow it. The wish and the money that
 * is to go back are written down before Shopify is asked, and the order is looked at again before it is asked twice; so sent twice or after
 * a lost answer it is cancelled and paid back once. Answers how far it came: `done`, `sending` (Shopify is at it) or `refused`.
 * Refuses with `order_gone`, `reason_required`, `not_possible`, `too_many_tries` or `under_way`.
 */
export async function cancelOrder(
  ctx: ShopContext,
  access: PortalAccess,
  { reason }: { readonly reason: string },
): Promise<Result<OrderChangeRecord, CancelRefused>> {
  const chosen = CANCEL_REASONS.find((one) => one === reason);
  const done = await changeAlone(ctx, access, () => cancelHeld(ctx, access, chosen));
  // Shopify's own job may take a while: ours looks for its end, now that the order is free.
  if (done.ok && done.value.status === "sending") await lookLater(ctx, done.value.id);
  return done;
}

async function cancelHeld(
  ctx: ShopContext,
  access: PortalAccess,
  reason: CancelReason | undefined,
): Promise<Result<OrderChangeRecord, OrderGone | ReasonNeeded | ChangeNotPossible>> {
  const { known, rule } = await ctx.transaction(async (tx) => ({
    known: (await tx.orderChanges.ofOrder(access.orderGid)).find(({ kind }) => kind === "cancel"),
    rule: (await readSetting(tx, ctx.shop, "orderChanges")).cancel,
  }));
  if (known) return ok(known.status === "sending" ? await carryOutCancel(ctx, known) : known);
  const order = await ctx.shopify.orderChanges.readOrder(access.orderGid);
  if (!order) return refuse({ code: "order_gone" });
  const allowed = mayChange("cancel", { order, rule, now: ctx.clock.now() });
  if (!allowed.ok) return allowed;
  if (!reason) return refuse({ code: "reason_required" });
  const record = await ctx.transaction((tx) => intend(tx, ctx, { access, order, reason }));
  return ok(await carryOutCancel(ctx, record));
}

/** The wish, and the money in the ledger, before Shopify hears of it. */
async function intend(
  tx: Repositories,
  ctx: ShopContext,
  { access, order, reason }: { readonly access: PortalAccess; readonly order: OrderNow; readonly reason: CancelReason },
): Promise<OrderChangeRecord> {
  const at = ctx.clock.now();
  const owed = order.paid.presentment;
  const record: OrderChangeRecord = {
    id: ctx.ids.next(),
    key: `cancel:${order.gid}`,
    orderGid: order.gid,
    orderName: order.name,
    kind: "cancel",
    status: "sending",
    locale: access.locale,
    attempts: 0,
    detail: { reason, refundsBefore: order.refunds.map(({ gid }) => gid), ...(owed.minor > 0 ? { owed } : {}) },
    createdAt: at,
    updatedAt: at,
  };
  await tx.orderChanges.add(record);
  if (owed.minor > 0) {
    const line = { id: ctx.ids.next(), key: cancelKey(record), phase: "intended", kind: "refund", shopifyGid: null } as const;
    await tx.ledger.add({ ...line, amount: owed, orderGid: order.gid, at });
  }
  return record;
}

function lookLater(ctx: ShopContext, changeId: string): Promise<void> {
  return ctx.transaction((tx) => tx.outbox.send("change-order", { changeId }));
}
