import { findSlot } from "#app/domain/labels/pickup-slots.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import { sentTogether } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { bookPickup } from "./book-pickup.server.ts";
import type { ParcelPickup } from "./carrier-ports.server.ts";
import type { LabelHead } from "./ports.ts";

export interface PickupWish {
  readonly returnId: string;
  readonly labelId: string;
  /** "2026-03-16" and "9-12". */
  readonly date: string;
  readonly window: string;
  /** The parcel is where the order was sent. */
  readonly isAddressRight: boolean;
  /** "shopper" or "staff:{id}". */
  readonly actor: string;
}

export interface PickupRefused extends Refusal {
  /**
   * `not_offered`: the shop offers none, or none for this parcel; `slot_gone`: the time is not offered (any more); `address_unconfirmed`;
   * `refused`: the carrier does not come then, or asks nobody's money for it.
   */
  readonly code: "not_offered" | "slot_gone" | "address_unconfirmed" | "refused";
}

/**
 * Has a parcel collected at the shopper's door and books it at once, as far as the seller can be reached; else a job goes on. The same form
 * again finds what is booked. Refuses with `return_unknown` or one of `PickupRefused`.
 */
export async function askForPickup(ctx: ShopContext, wish: PickupWish): Promise<Result<ParcelPickup, ReturnUnknown | PickupRefused>> {
  const slot = findSlot(wish, ctx.clock.now(), ctx.shop.timezone);
  const wanted = await ctx.transaction(async (tx): Promise<Result<ParcelPickup, ReturnUnknown | PickupRefused>> => {
    const record = await tx.returns.find(wish.returnId);
    if (!record) return refuse({ code: "return_unknown" });
    const open = (await tx.pickups.ofReturn(record.id)).find((one) => one.labelId === wish.labelId && isOpen(one));
    if (open) return ok(open);
    if (!(await pickupLabels(tx, ctx, record)).some(({ id }) => id === wish.labelId)) return refuse({ code: "not_offered" });
    if (!slot) return refuse({ code: "slot_gone" });
    if (!wish.isAddressRight) return refuse({ code: "address_unconfirmed" });
    const at = ctx.clock.now();
    const pickup: ParcelPickup = {
      ...{ id: ctx.ids.next(), returnId: record.id, orderGid: record.orderGid, labelId: wish.labelId, actor: wish.actor, ...slot },
      ...{ status: "wanted", createdAt: at, updatedAt: at },
    };
    if (!(await tx.pickups.add(pickup))) throw new Error("The parcel's collection was asked for twice at once; send it again");
    return ok(pickup);
  });
  if (!wanted.ok || wanted.value.status !== "wanted") return wanted;
  return bookNow(ctx, wanted.value);
}

async function bookNow(ctx: ShopContext, wanted: ParcelPickup): Promise<Result<ParcelPickup, PickupRefused>> {
  const tried = await bookPickup(ctx, wanted.id).catch((error: unknown) => {
    ctx.log.warn({ error, pickupId: wanted.id }, "A collection could not be booked at once");
    return undefined;
  });
  // What nobody came to in this request is gone on with; should the process die before this, the hourly round finds it.
  if (!tried) await ctx.transaction((tx) => tx.outbox.send("book-pickup", { pickupId: wanted.id }));
  return tried?.status === "failed" ? refuse({ code: "refused" }) : ok(tried ?? wanted);
}

/** Whether a parcel still waits for this collection. */
export function isOpen({ status }: Pick<ParcelPickup, "status">): boolean {
  return status === "wanted" || status === "booked";
}

/** The parcels of a return that may be collected: bought, not seen by the carrier yet, and with no collection waiting. */
export async function pickupLabels(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<LabelHead[]> {
  const { buying } = await readSetting(tx, ctx.shop, "labels");
  if (!buying.offersPickup || (await sentTogether(tx, record)).length === 0 || !(await tx.carrierAccount.read())) return [];
  const waiting = (await tx.pickups.ofReturn(record.id)).filter(isOpen);
  return (await tx.labels.ofReturn(record.id)).filter(
    ({ id, shipmentRef, firstScanAt }) => shipmentRef && !firstScanAt && !waiting.some(({ labelId }) => labelId === id),
  );
}
