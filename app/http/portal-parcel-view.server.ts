import { PICKUP_WINDOWS, pickupDates, windowKey } from "#app/domain/labels/pickup-slots.ts";
import type { ParcelsView, PickupOffer } from "#app/ui/portal/parcel-views.ts";
import { isOpen } from "#app/use-cases/labels/ask-for-pickup.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";

/** What there is to say and to choose about the parcels of a return; undefined when it is nothing. */
export async function parcelsView(ctx: ShopContext, followed: ReturnFollowed): Promise<ParcelsView | undefined> {
  const { purchases, canAskForLabel, pickups } = followed;
  const underWay = purchases.filter(({ status }) => status === "wanted").length;
  const offer = await offerOf(ctx, followed);
  const shown = pickups.filter(isOpen).map(({ id, status, date, fromHour, toHour, confirmation }) => ({
    ...{ id, date, fromHour, toHour },
    state: status === "booked" ? ("booked" as const) : ("wanted" as const),
    ...(confirmation ? { confirmation } : {}),
  }));
  if (underWay === 0 && !canAskForLabel && !offer && shown.length === 0) return undefined;
  return {
    underWay,
    pickups: shown,
    ...(canAskForLabel ? { moreKey: `parcel-${purchases.length + 1}` } : {}),
    ...(offer ? { pickupOffer: offer } : {}),
  };
}

/** Where the parcel is, Shopify knows; while it does not answer, nothing is offered and the page is there. */
async function offerOf(ctx: ShopContext, { record, pickupLabels }: ReturnFollowed): Promise<PickupOffer | undefined> {
  if (pickupLabels.length === 0) return undefined;
  const address = await ctx.shopify.returns.parcelAddressOf(record.orderGid).catch((error: unknown) => {
    ctx.log.warn({ error, returnId: record.id }, "Collections are not offered: the address could not be read");
    return undefined;
  });
  if (!address) return undefined;
  const { name, street1, street2, city, state, zip } = address;
  return {
    parcels: pickupLabels.map(({ id, parcel }) => ({ labelId: id, parcel })),
    dates: pickupDates(ctx.clock.now(), ctx.shop.timezone),
    windows: PICKUP_WINDOWS.map((window) => ({ ...window, key: windowKey(window) })),
    addressLines: [name, street1, street2, [zip, city, state].filter(Boolean).join(" ")].filter(Boolean),
  };
}
