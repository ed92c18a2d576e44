import type { ChangeNotPossible, OrderChangeKind, OrderNow } from "#app/domain/orders/order-change.ts";
import { ORDER_CHANGE_KINDS, mayChange } from "#app/domain/orders/order-change.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { OrderChangeRecord } from "./ports.ts";

type Offer = Result<{ readonly until: Date | null }, ChangeNotPossible>;

/** An order that may still be changed, and what was changed already. */
export interface OrderChangesShown {
  readonly order: OrderNow;
  readonly offers: Readonly<Record<OrderChangeKind, Offer>>;
  /** Oldest first. */
  readonly changes: readonly OrderChangeRecord[];
}

/** What may be changed about an order at this moment, read from Shopify; undefined when there is no such order. */
export async function readOrderChanges(ctx: ShopContext, orderGid: OrderGid): Promise<OrderChangesShown | undefined> {
  const order = await ctx.shopify.orderChanges.readOrder(orderGid);
  if (!order) return undefined;
  const { rules, changes } = await ctx.transaction(async (tx) => ({
    rules: await readSetting(tx, ctx.shop, "orderChanges"),
    changes: await tx.orderChanges.ofOrder(orderGid),
  }));
  const now = ctx.clock.now();
  const offer = (kind: OrderChangeKind) => mayChange(kind, { order, rule: rules[kind], now });
  return { order, offers: { cancel: offer("cancel"), address: offer("address") }, changes };
}

/** Whether the shop lets shoppers change anything about an order; without, no order is read for it. */
export async function offersOrderChanges(ctx: ShopContext): Promise<boolean> {
  const rules = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "orderChanges"));
  return ORDER_CHANGE_KINDS.some((kind) => rules[kind].isOn);
}
