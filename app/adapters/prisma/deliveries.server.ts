import type { Prisma } from "@prisma/client";
import { carriedLines } from "#app/domain/orders/carried-lines.ts";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import type { Delivery, DeliveryRepository } from "#app/use-cases/promises/ports.ts";
import { toCompensation } from "./compensations.server.ts";
import { readOrders } from "./orders.server.ts";
import { promisesAbout } from "./promises.server.ts";
import { readRows } from "./read-rows.server.ts";
import { saidBy, toEvent, toShipment } from "./shipments.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

type ShipmentRow = Prisma.FulfillmentGetPayload<object>;
type EventRow = Prisma.FulfillmentEventGetPayload<object>;
type CompensationRow = Prisma.CompensationGetPayload<object>;
type ProductRow = Prisma.ProductGetPayload<object>;

/** Parcels with everything around them, many at once with the same few queries. */
export function deliveryRepository(tx: TenantTransaction, shopId: string): DeliveryRepository {
  return { read: (gids) => readDeliveries(tx, shopId, gids) };
}

async function readDeliveries(tx: TenantTransaction, shopId: string, gids: readonly FulfillmentGid[]): Promise<Map<string, Delivery>> {
  const ofParcels = { shopId, column: "fulfillment_gid", values: gids };
  const found = await readRows<ShipmentRow>(tx, { shopId, table: "fulfillment", column: "gid", values: gids });
  if (found.length === 0) return new Map();
  const shipments = found.map(toShipment);
  const events = await readRows<EventRow>(tx, { ...ofParcels, table: "fulfillment_event", orderBy: "happened_at, gid" });
  const promises = await promisesAbout(tx, shopId, gids);
  const compensations = await readRows<CompensationRow>(tx, { ...ofParcels, table: "compensation", orderBy: "id" });
  const orders = await readOrders(tx, shopId, [...new Set(shipments.map(({ orderGid }) => orderGid))]);
  const types = await productTypes(
    tx,
    shopId,
    [...orders.values()].flatMap(({ lines }) => lines.flatMap(({ productGid }) => productGid ?? [])),
  );
  const eventsOf = Map.groupBy(events.map(toEvent), ({ fulfillmentGid }) => fulfillmentGid);
  const promiseOf = new Map(promises.map((promise) => [promise.subject, promise]));
  const compensationsOf = Map.groupBy(compensations.map(toCompensation), ({ fulfillmentGid }) => fulfillmentGid);
  return new Map(
    shipments.map((shipment): [string, Delivery] => {
      const order = orders.get(shipment.orderGid);
      const products = carriedLines(shipment, order?.lines ?? []).flatMap(({ productGid }) => productGid ?? []);
      return [
        shipment.gid,
        {
          shipment: { ...shipment, ...saidBy(eventsOf.get(shipment.gid) ?? []) },
          events: eventsOf.get(shipment.gid) ?? [],
          order,
          productTypes: [...new Set(products.flatMap((gid) => types.get(gid) ?? []))],
          promise: promiseOf.get(shipment.gid),
          compensations: compensationsOf.get(shipment.gid) ?? [],
        },
      ];
    }),
  );
}

async function productTypes(tx: TenantTransaction, shopId: string, gids: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<ProductRow>(tx, { shopId, table: "product", column: "gid", values: [...new Set(gids)] });
  return new Map(rows.map((row) => [row.gid, row.productType]));
}
