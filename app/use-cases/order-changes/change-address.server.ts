import type { AddressField, DeliveryAddress, InvalidAddress, TypedAddress } from "#app/domain/orders/delivery-address.ts";
import { ADDRESS_FIELDS, isSameAddress, readdress } from "#app/domain/orders/delivery-address.ts";
import type { ChangeNotPossible, OrderNow } from "#app/domain/orders/order-change.ts";
import { mayChange } from "#app/domain/orders/order-change.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { OrderGone } from "#app/use-cases/returns/show-items.server.ts";
import type { TooManyTries } from "#app/use-cases/returns/start-login.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { failChange, finishAddress } from "./finish-change.server.ts";
import type { ChangeUnderWay } from "./order-lock.server.ts";
import { changeAlone } from "./order-lock.server.ts";
import type { OrderChangeRecord } from "./ports.ts";

/** Shopify does not take the address; `field` is what it names. */
export interface AddressNotTaken extends Refusal {
  readonly code: "address_not_taken";
  readonly field: AddressField;
}

export type ReaddressRefused = OrderGone | TooManyTries | ChangeUnderWay | ChangeNotPossible | InvalidAddress | AddressNotTaken;

/** What came of it: a record, or none when the order has that address already. */
export type Readdressed = OrderChangeRecord | null;

/**
 * Sends an order that has not left to another address in the same country and province, which is all that shipping, duties and taxes were
 * paid for. Setting an address twice sets it once, so a lost answer is followed by a look at the order and, if need be, the same request.
 * Answers the record, `refused` when the parcel left or was taken in hand meanwhile. Refuses with `order_gone`, `not_possible`,
 * `invalid_address`, `address_not_taken`, `too_many_tries` or `under_way`.
 */
export async function changeAddress(
  ctx: ShopContext,
  access: PortalAccess,
  typed: TypedAddress,
): Promise<Result<Readdressed, ReaddressRefused>> {
  return changeAlone(ctx, access, () => changeHeld(ctx, access, typed));
}

async function changeHeld(
  ctx: ShopContext,
  access: PortalAccess,
  typed: TypedAddress,
): Promise<Result<Readdressed, OrderGone | ChangeNotPossible | InvalidAddress | AddressNotTaken>> {
  const { open, rule } = await ctx.transaction(async (tx) => ({
    open: (await tx.orderChanges.ofOrder(access.orderGid)).filter(({ status }) => status === "sending"),
    rule: (await readSetting(tx, ctx.shop, "orderChanges")).address,
  }));
  if (open.some(({ kind }) => kind === "cancel")) return refuse({ code: "not_possible", because: "cancelled" });
  for (const one of open) await carryOutAddress(ctx, one);
  const order = await ctx.shopify.orderChanges.readOrder(access.orderGid);
  if (!order) return refuse({ code: "order_gone" });
  const allowed = mayChange("address", { order, rule, now: ctx.clock.now() });
  if (!allowed.ok) return allowed;
  if (!order.address) return refuse({ code: "not_possible", because: "no_address" });
  const made = readdress(order.address, typed);
  if (!made.ok) return made;
  if (isSameAddress(order.address, made.value)) return ok(null);
  return carryOutAddress(ctx, await intend(ctx, { access, order, before: order.address, after: made.value }));
}

interface Intended {
  readonly access: PortalAccess;
  readonly order: OrderNow;
  readonly before: DeliveryAddress;
  readonly after: DeliveryAddress;
}

async function intend(ctx: ShopContext, { access, order, before, after }: Intended): Promise<OrderChangeRecord> {
  const at = ctx.clock.now();
  const id = ctx.ids.next();
  const record: OrderChangeRecord = {
    id,
    key: `address:${id}`,
    orderGid: order.gid,
    orderName: order.name,
    kind: "address",
    status: "sending",
    locale: access.locale,
    attempts: 0,
    detail: { before, after },
    createdAt: at,
    updatedAt: at,
  };
  await ctx.transaction((tx) => tx.orderChanges.add(record));
  return record;
}

/**
 * Takes a change of address as far as it goes; the caller holds the order. Refuses with `address_not_taken` when Shopify names a field that
 * its shopper can put right; everything else is in the record.
 */
export async function carryOutAddress(ctx: ShopContext, record: OrderChangeRecord): Promise<Result<OrderChangeRecord, AddressNotTaken>> {
  const order = await ctx.shopify.orderChanges.readOrder(record.orderGid);
  const wanted = record.detail.after;
  if (!order || !wanted) return ok(await failChange(ctx, record, { problem: "gone", order }));
  if (order.address && isSameAddress(order.address, wanted)) return ok(await finishAddress(ctx, record, order));
  if (order.isCancelled) return ok(await failChange(ctx, record, { problem: "cancelled", order }));
  if (order.progress !== "waiting") return ok(await failChange(ctx, record, { problem: order.progress, order }));
  const asked = { ...record, attempts: record.attempts + 1, updatedAt: ctx.clock.now() };
  await ctx.transaction((tx) => tx.orderChanges.save(asked));
  const answer = await ctx.shopify.orderChanges.changeAddress(record.orderGid, wanted);
  if (answer.ok) return ok(await finishAddress(ctx, asked, (await ctx.shopify.orderChanges.readOrder(record.orderGid)) ?? order));
  const field = ADDRESS_FIELDS.find((one) => one === answer.error.field);
  if (!field) return ok(await failChange(ctx, asked, { problem: "refused", message: answer.error.message, order }));
  // Whoever typed it is there to put it right: no mail, no case.
  await ctx.transaction((tx) => tx.orderChanges.save({ ...asked, status: "refused", problem: "address_not_taken" }));
  return refuse({ code: "address_not_taken", field });
}
