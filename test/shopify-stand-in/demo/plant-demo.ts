import type { StandIn } from "../create-stand-in.ts";
import type { Faces } from "../faces/demo-faces.ts";
import { DEMO_DOMAIN } from "../seed/demo-shop.ts";
import { plantDemoShop } from "../seed/plant.ts";

/** Fills the shop with the demo's products, customers and orders, and lets the carriers go on with the parcels on their way. */
export function plantDemo(standIn: StandIn, { carrier }: Faces): void {
  const shop = standIn.world.firstShop;
  plantDemoShop(shop, { now: standIn.now(), imageBase: `https://${DEMO_DOMAIN}`, onAhead: (id, steps) => carrier.expect(id, steps) });
  for (const order of shop.orders.values()) if (order.fulfillments.length === 0) carrier.packLater(order);
  carrier.save();
  standIn.world.save();
}
