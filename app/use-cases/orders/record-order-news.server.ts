import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { noteOrderCancelled } from "#app/use-cases/order-changes/continue-order-change.server.ts";
import { parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";
import { wantFollowing } from "#app/use-cases/returns/follow-order.server.ts";
import { noteBalancePaid } from "#app/use-cases/returns/note-balance-paid.server.ts";
import { customerPayload, toCustomer } from "./customer-payload.server.ts";
import { fulfillmentEventPayload, fulfillmentPayload, toFulfillment, toFulfillmentEvent } from "./fulfillment-payload.server.ts";
import { readOrderPayload } from "./order-payload.server.ts";
import type { OrderSnapshot } from "./ports.ts";
import { productPayload, toProduct } from "./product-payload.server.ts";
import { recordSnapshot, unknownProducts } from "./record-snapshot.server.ts";
import { refundPayload, toRefund } from "./refund-payload.server.ts";

/** Records an orders/* payload and has its shipments reviewed; older news than what is stored changes nothing. */
export async function recordOrder(ctx: ShopContext, payload: string): Promise<void> {
  const snapshot = readOrderPayload(parseShopifyJson(payload));
  const unknown = await ctx.transaction(async (tx) => {
    const missing = await unknownProducts(tx, snapshot.lines);
    if (missing.length === 0) await recordNews(tx, ctx, snapshot);
    return missing;
  });
  if (unknown.length === 0) return;
  // Their type and tags are in no order payload.
  const products = await ctx.shopify.orders.readProducts(unknown);
  await ctx.transaction((tx) => recordNews(tx, ctx, { ...snapshot, products }));
}

type OrderNews = ReturnType<typeof readOrderPayload> & Partial<Pick<OrderSnapshot, "products">>;

/** What was news is sent on in the same transaction, so what changed nothing was sent on before. */
async function recordNews(tx: Repositories, ctx: ShopContext, snapshot: OrderNews): Promise<void> {
  const { isNewer, newShipments } = await recordSnapshot(tx, snapshot);
  const { order, outstanding } = snapshot;
  if (outstanding && outstanding.minor <= 0) await noteBalancePaid(tx, ctx, order);
  if (isNewer && order.cancelledAt) await noteOrderCancelled(tx, order.gid);
  if (!isNewer && newShipments.length === 0) return;
  await wantFollowing(tx, order.gid);
  const stored = await tx.orders.find(snapshot.order.gid);
  const shipments = stored?.shipments ?? [];
  await tx.outbox.sendAll(
    "review-shipment",
    shipments.map(({ gid }) => ({ fulfillmentGid: gid })),
  );
}

/** Records a fulfillments/* payload and has the shipment reviewed. The order may come later. */
export async function recordFulfillment(ctx: ShopContext, payload: string): Promise<void> {
  const fulfillment = toFulfillment(fulfillmentPayload.parse(parseShopifyJson(payload)));
  await ctx.transaction(async (tx) => {
    if (await tx.orders.saveFulfillment(fulfillment)) await tx.outbox.send("review-shipment", { fulfillmentGid: fulfillment.gid });
  });
}

/** Records one carrier event, once, and has its shipment reviewed. The shipment may come later. */
export async function recordFulfillmentEvent(ctx: ShopContext, payload: string): Promise<void> {
  const event = toFulfillmentEvent(fulfillmentEventPayload.parse(parseShopifyJson(payload)));
  await ctx.transaction(async (tx) => {
    if (await tx.orders.addFulfillmentEvent(event)) await tx.outbox.send("review-shipment", { fulfillmentGid: event.fulfillmentGid });
  });
}

/** Records a refund, made by the app or by hand in Shopify, once. */
export async function recordRefund(ctx: ShopContext, payload: string): Promise<void> {
  const refund = toRefund(refundPayload.parse(parseShopifyJson(payload)), ctx.shop.currency);
  await ctx.transaction(async (tx) => {
    await tx.orders.addRefund(refund);
    if (refund.returnGid) await tx.outbox.send("review-return", { returnGid: refund.returnGid });
    else await wantFollowing(tx, refund.orderGid);
  });
}

/** Records a customers/* payload. */
export async function recordCustomer(ctx: ShopContext, payload: string, triggeredAt: Date): Promise<void> {
  const customer = toCustomer(customerPayload.parse(parseShopifyJson(payload)), { fallbackAt: triggeredAt });
  await ctx.transaction((tx) => tx.orders.saveCustomer(customer));
}

/** Records a products/* payload: type, vendor and tags are what policies ask for. */
export async function recordProduct(ctx: ShopContext, payload: string, triggeredAt: Date): Promise<void> {
  const product = toProduct(productPayload.parse(parseShopifyJson(payload)), triggeredAt);
  await ctx.transaction((tx) => tx.orders.saveProduct(product));
}
