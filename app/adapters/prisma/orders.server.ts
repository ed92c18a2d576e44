import type { Prisma } from "@prisma/client";
import type { CustomerGid, LineItemGid, OrderGid, ProductGid } from "#app/domain/shared/gid.ts";
import type { OrderLineProjection, OrderProjection, OrderRepository, StoredOrder } from "#app/use-cases/orders/ports.ts";
import { readRows } from "./read-rows.server.ts";
import { addFulfillmentEvent, saveFulfillment, toEvent, toShipment } from "./shipments.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toMoney } from "./values.server.ts";

type OrderRow = Prisma.OrderGetPayload<object>;
type LineRow = Prisma.OrderLineGetPayload<object>;
type ShipmentRow = Prisma.FulfillmentGetPayload<object>;

/** Projections of one shop's orders, shipments, customers and products. */
export function orderRepository(tx: TenantTransaction, shopId: string): OrderRepository {
  return {
    saveOrder: (order, lines) => saveOrder(tx, shopId, { order, lines }),
    saveFulfillment: (fulfillment) => saveFulfillment(tx, shopId, fulfillment),
    addFulfillmentEvent: (event) => addFulfillmentEvent(tx, shopId, event),
    ...peopleAndProducts(tx, shopId),
    addRefund: async ({ amount, ...refund }) => {
      const data = { shopId, ...refund, amountMinor: BigInt(amount.minor), currency: amount.currency };
      const { count } = await tx.refund.createMany({ data, skipDuplicates: true });
      return count === 1;
    },
    find: async (gid) => (await readOrders(tx, shopId, [gid])).get(gid),
    findShipment: async (gid) => {
      const row = await tx.fulfillment.findUnique({ where: { shopId_gid: { shopId, gid } } });
      return row ? toShipment(row) : undefined;
    },
    shipmentEvents: async (gid) => {
      const rows = await tx.fulfillmentEvent.findMany({ where: { shopId, fulfillmentGid: gid }, orderBy: { happenedAt: "asc" } });
      return rows.map(toEvent);
    },
    refundsOf: async (gid) => {
      const rows = await tx.refund.findMany({ where: { shopId, orderGid: gid }, orderBy: { createdAt: "asc" } });
      return rows.map(({ amountMinor, currency, shopId: _i, ...row }) => ({
        ...present(row),
        orderGid: gid,
        amount: toMoney(amountMinor, currency),
      }));
    },
    search: async ({ text, limit }) => {
      const like = text?.trim();
      const where = like
        ? { OR: [{ name: { contains: like, mode: "insensitive" as const } }, { email: { contains: like, mode: "insensitive" as const } }] }
        : {};
      const rows = await tx.order.findMany({ where: { shopId, ...where }, orderBy: { processedAt: "desc" }, take: limit });
      return rows.map(toOrder);
    },
    newestUpdate: async () =>
      (await tx.order.aggregate({ where: { shopId }, _max: { sourceUpdatedAt: true } }))._max.sourceUpdatedAt ?? undefined,
    counts: async () => ({
      orders: await tx.order.count({ where: { shopId } }),
      shipments: await tx.fulfillment.count({ where: { shopId } }),
      customers: await tx.customer.count({ where: { shopId } }),
    }),
  };
}

function peopleAndProducts(
  tx: TenantTransaction,
  shopId: string,
): Pick<OrderRepository, "saveCustomer" | "saveProduct" | "findCustomer" | "products"> {
  return {
    saveCustomer: async ({ gid, tags, ...customer }) => {
      const stored = await tx.customer.findUnique({ where: { shopId_gid: { shopId, gid } }, select: { sourceUpdatedAt: true } });
      if (stored && stored.sourceUpdatedAt > customer.sourceUpdatedAt) return false;
      const data = { ...customer, ...(tags ? { tags: [...tags] } : {}) };
      await tx.customer.upsert({ where: { shopId_gid: { shopId, gid } }, create: { shopId, gid, ...data }, update: data });
      return true;
    },
    saveProduct: async ({ gid, tags, ...product }) => {
      const data = { ...product, tags: [...tags] };
      await tx.product.upsert({ where: { shopId_gid: { shopId, gid } }, create: { shopId, gid, ...data }, update: data });
    },
    findCustomer: async (gid) => {
      const row = await tx.customer.findUnique({ where: { shopId_gid: { shopId, gid } } });
      return row ? { ...present(row), gid: row.gid as CustomerGid } : undefined;
    },
    products: async (gids) => {
      const rows = await tx.product.findMany({ where: { shopId, gid: { in: [...gids] } } });
      return new Map(rows.map((row) => [row.gid as ProductGid, { ...row, gid: row.gid as ProductGid }]));
    },
  };
}

async function saveOrder(
  tx: TenantTransaction,
  shopId: string,
  { order, lines }: { order: OrderProjection; lines: readonly OrderLineProjection[] },
): Promise<boolean> {
  const where = { shopId_gid: { shopId, gid: order.gid } };
  const stored = await tx.order.findUnique({ where, select: { sourceUpdatedAt: true } });
  if (stored && stored.sourceUpdatedAt >= order.sourceUpdatedAt) return false;
  const { gid, subtotal, total, shipping, totalPresentment, tags, ...rest } = order;
  const data = {
    ...rest,
    tags: [...tags],
    currency: total.currency,
    presentmentCurrency: totalPresentment.currency,
    subtotalMinor: BigInt(subtotal.minor),
    totalMinor: BigInt(total.minor),
    shippingMinor: BigInt(shipping.minor),
    totalPresentmentMinor: BigInt(totalPresentment.minor),
  };
  await tx.order.upsert({ where, create: { shopId, gid, ...data }, update: data });
  await tx.orderLine.deleteMany({ where: { shopId, orderGid: gid } });
  await tx.orderLine.createMany({ data: lines.map((line, position) => lineData(line, { shopId, orderGid: gid, position })) });
  return true;
}

function lineData(
  { unitPrice, discountedTotal, duties, ...line }: OrderLineProjection,
  place: { shopId: string; orderGid: string; position: number },
): Prisma.OrderLineCreateManyInput {
  return {
    ...place,
    ...line,
    unitPriceMinor: BigInt(unitPrice.minor),
    discountedTotalMinor: BigInt(discountedTotal.minor),
    dutiesMinor: BigInt(duties?.minor ?? 0),
    currency: unitPrice.currency,
  };
}

/** Orders by gid with their lines and shipments, many at once with the same three queries; what is not known is left out. */
export async function readOrders(tx: TenantTransaction, shopId: string, gids: readonly OrderGid[]): Promise<Map<OrderGid, StoredOrder>> {
  const ofOrders = { shopId, column: "order_gid", values: gids };
  const rows = await readRows<OrderRow>(tx, { shopId, table: `"order"`, column: "gid", values: gids });
  const lines = await readRows<LineRow>(tx, { ...ofOrders, table: "order_line", orderBy: "position" });
  const shipments = await readRows<ShipmentRow>(tx, { ...ofOrders, table: "fulfillment", orderBy: "shipped_at, gid" });
  const linesOf = Map.groupBy(lines, (line) => line.orderGid);
  const shipmentsOf = Map.groupBy(shipments, (shipment) => shipment.orderGid);
  return new Map(
    rows.map((row): [OrderGid, StoredOrder] => {
      const order = toOrder(row);
      const own = { lines: linesOf.get(row.gid) ?? [], shipments: shipmentsOf.get(row.gid) ?? [] };
      return [order.gid, { ...order, lines: own.lines.map(toLine), shipments: own.shipments.map(toShipment) }];
    }),
  );
}

function toOrder(row: OrderRow): OrderProjection {
  const { subtotalMinor: _s, totalMinor: _t, shippingMinor: _h, totalPresentmentMinor: _p, shopId: _i, ...order } = present(row);
  return {
    ...order,
    gid: row.gid as OrderGid,
    customerGid: (row.customerGid ?? undefined) as CustomerGid | undefined,
    subtotal: toMoney(row.subtotalMinor, row.currency),
    total: toMoney(row.totalMinor, row.currency),
    shipping: toMoney(row.shippingMinor, row.currency),
    totalPresentment: toMoney(row.totalPresentmentMinor, row.presentmentCurrency),
  };
}

function toLine(row: LineRow): OrderLineProjection {
  const { productGid, variantGid, unitPriceMinor: _u, discountedTotalMinor: _d, dutiesMinor, shopId: _i, ...line } = present(row);
  return {
    ...line,
    gid: row.gid as LineItemGid,
    ...(productGid ? { productGid: productGid as ProductGid } : {}),
    ...(variantGid ? { variantGid: variantGid as `gid://shopify/ProductVariant/${string}` } : {}),
    unitPrice: toMoney(row.unitPriceMinor, row.currency),
    discountedTotal: toMoney(row.discountedTotalMinor, row.currency),
    ...(dutiesMinor > 0n ? { duties: toMoney(dutiesMinor, row.currency) } : {}),
  };
}
