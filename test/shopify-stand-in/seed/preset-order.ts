import type { Carrier } from "./carrier.ts";
import { shipment, type Step } from "./journeys.ts";
import type { Preset } from "./presets.ts";
import { chanceFrom } from "./random.ts";
import { buy } from "../faces/storefront/place-order.ts";
import type { CustomerRecord, FulfillmentRecord, OrderRecord, ProductRecord, VariantRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";

const HOUR = 3_600_000;

/** Makes the order of a preset for a customer: with its past, and with what the carrier is going to do. */
export function presetOrder(
  of: { world: World; shop: ShopState; carrier: Carrier },
  preset: Preset,
  customer: CustomerRecord,
): OrderRecord {
  const { world, shop, carrier } = of;
  const now = world.clock.now();
  const ago = (hours: number): Date => new Date(Math.floor((now.getTime() - hours * HOUR) / 1000) * 1000);
  const ahead: [string, Step[]][] = [];
  const [locationId = ""] = shop.locations.keys();
  const parcels = ({ name, lines }: { name: string; lines: OrderRecord["lines"] }): FulfillmentRecord[] => {
    if (preset.shippedHoursAgo === undefined) return [];
    const chance = chanceFrom(Number(name.slice(1)));
    const parcel = shipment({
      orderName: name,
      index: 1,
      lines: lines.map((line) => ({ lineItemId: line.id, quantity: line.quantity })),
      country: customer.address?.countryCode ?? "US",
      city: customer.address?.city ?? null,
      shippedAt: ago(preset.shippedHoursAgo),
      fate: preset.fate ?? "on-time",
      now,
      ...(preset.promisedInHours === undefined ? {} : { promisedAt: ago(-preset.promisedInHours) }),
      ...arrival(preset, ago),
      locationId,
      chance,
      ids: (kind) => world.ids.gid(kind),
      onAhead: (id, steps) => ahead.push([id, steps]),
    });
    return [silenced(parcel, preset, ago)];
  };
  const order = buy(world, shop, {
    customer,
    items: preset.items.map((item) => itemOf(shop, item)),
    code: preset.code ?? null,
    abroad: preset.abroad ?? null,
    at: ago(preset.orderedHoursAgo),
    parcels,
  });
  for (const [id, steps] of ahead) carrier.expect(id, steps);
  if (preset.shippedHoursAgo === undefined) carrier.packLater(order);
  carrier.save();
  return order;
}

function arrival(preset: Preset, ago: (hours: number) => Date): { arrivesAt?: Date } {
  if (preset.deliveredHoursAgo !== undefined) return { arrivesAt: ago(preset.deliveredHoursAgo) };
  if (preset.promisedInHours === undefined || preset.fate === "stuck") return {};
  // A late one arrives two and a half days after the promise, or that long from now; the others six hours before it.
  if (preset.fate === "late") return { arrivesAt: ago(-Math.max(preset.promisedInHours, 0) - 60) };
  return { arrivesAt: ago(-preset.promisedInHours + 6) };
}

/** Nothing was heard for the preset's time: the last event lies that far back. */
function silenced(parcel: FulfillmentRecord, preset: Preset, ago: (hours: number) => Date): FulfillmentRecord {
  if (preset.silentHours === undefined) return parcel;
  const last = ago(preset.silentHours).getTime();
  return { ...parcel, events: parcel.events.filter((event) => new Date(event.happenedAt).getTime() <= last) };
}

function itemOf(shop: ShopState, wish: Preset["items"][number]): { product: ProductRecord; variant: VariantRecord; quantity: number } {
  const product = [...shop.products.values()].find(({ title }) => title === wish.title);
  const variant =
    product?.variants.find(({ title }) => title === wish.variant) ??
    product?.variants.find(({ stock }) => Object.values(stock).some((pieces) => pieces > 3)) ??
    product?.variants[0];
  if (!product || !variant) throw new Error(`The shop does not sell ${wish.title}`);
  return { product, variant, quantity: wish.quantity ?? 1 };
}
