import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import type { Delivery, DeliveryRepository } from "#app/use-cases/promises/ports.ts";
import { toCompensation } from "./compensations.server.ts";
import { readOrders } from "./orders.server.ts";
import { toPromise } from "./promises.server.ts";
import { toEvent, toShipment } from "./shipments.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** Parcels with everything around them, many at once with the same few queries. */
export function deliveryRepository(tx: TenantTransaction, shopId: string): DeliveryRepository {
  return { read: (gids) => readDeliveries(tx, shopId, gids) };
}

async function readDeliveries(tx: TenantTransaction, shopId: string, gids: readonly FulfillmentGid[]): Promise<Map<string, Delivery>> {
  const wanted = { in: [...gids] };
  const shipments = (await tx.fulfillment.findMany({ where: { shopId, gid: wanted } })).map(toShipment);
  if (shipments.length === 0) return new Map();
  const events = await tx.fulfillmentEvent.findMany({
    where: { shopId, fulfillmentGid: wanted },
    orderBy: [{ happenedAt: "asc" }, { gid: "asc" }],
  });
  const promises = await tx.promise.findMany({ where: { shopId, kind: "delivered_by", subject: wanted } });
  const compensations = await tx.compensation.findMany({ where: { shopId, fulfillmentGid: wanted }, orderBy: { id: "asc" } });
  const orders = await readOrders(tx, shopId, [...new Set(shipments.map(({ orderGid }) => orderGid))]);
  const types = await productTypes(
    tx,
    shopId,
    [...orders.values()].flatMap(({ lines }) => lines.flatMap(({ productGid }) => productGid ?? [])),
  );
  const eventsOf = Map.groupBy(events.map(toEvent), ({ fulfillmentGid }) => fulfillmentGid);
  const promiseOf = new Map(promises.map((row) => [row.subject, toPromise(row)]));
  const compensationsOf = Map.groupBy(compensations.map(toCompensation), ({ fulfillmentGid }) => fulfillmentGid);
  return new Map(
    shipments.map((shipment): [string, Delivery] => {
      const order = orders.get(shipment.orderGid);
      const carried = new Set(shipment.lines.map(({ lineGid }) => lineGid));
      const products = (order?.lines ?? []).filter(({ gid }) => carried.has(gid)).flatMap(({ productGid }) => productGid ?? []);
      return [
        shipment.gid,
        {
          shipment,
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
  if (gids.length === 0) return new Map();
  const rows = await tx.product.findMany({ where: { shopId, gid: { in: [...new Set(gids)] } }, select: { gid: true, productType: true } });
  return new Map(rows.map((row) => [row.gid, row.productType]));
}
