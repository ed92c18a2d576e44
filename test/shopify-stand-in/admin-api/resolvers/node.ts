import { kindOf } from "../../state/gids.ts";
import { fulfillmentLine } from "../../returns/returnable.ts";
import { reasonById } from "../../returns/reasons.ts";
import type { ApiContext } from "../context.ts";
import { invalidId, notImplemented } from "../errors.ts";
import { collectionById } from "./collection.ts";

type Finder = (id: string, ctx: ApiContext) => unknown;

function inOrder<Part extends { id: string }>(parts: (order: NonNullable<ReturnType<ApiContext["shop"]["orderOf"]>>) => Part[]): Finder {
  return (id, ctx) => {
    const order = ctx.shop.orderOf(id);
    const part = order && parts(order).find((one) => one.id === id);
    return part && order ? { ...part, order } : null;
  };
}

function inReturn<Part extends { id: string }>(parts: (record: NonNullable<ReturnType<ApiContext["shop"]["returnOf"]>>) => Part[]): Finder {
  return (id, ctx) => {
    const record = ctx.shop.returnOf(id);
    const part = record && parts(record).find((one) => one.id === id);
    return part && record ? { ...part, record } : null;
  };
}

const FINDERS: Readonly<Record<string, Finder>> = {
  Order: (id, ctx) => ctx.shop.orders.get(id),
  LineItem: inOrder((order) => order.lines),
  OrderTransaction: inOrder((order) => order.transactions),
  Refund: inOrder((order) => order.refunds),
  Fulfillment: inOrder((order) => order.fulfillments),
  FulfillmentEvent: inOrder((order) => order.fulfillments.flatMap((fulfillment) => fulfillment.events)),
  FulfillmentLineItem: (id, ctx) => {
    const order = ctx.shop.orderOf(id);
    return order && fulfillmentLine(order, id);
  },
  Collection: (id) => collectionById(id),
  Customer: (id, ctx) => ctx.shop.customers.get(id),
  Product: (id, ctx) => ctx.shop.products.get(id),
  ProductVariant: (id, ctx) => ctx.shop.productOf(id)?.variants.find((variant) => variant.id === id),
  InventoryItem: (id, ctx) => {
    const variant = ctx.shop.productOf(id)?.variants.find((one) => one.inventoryItemId === id);
    return variant && { id, variant };
  },
  Location: (id, ctx) => ctx.shop.locations.get(id),
  Return: (id, ctx) => ctx.shop.returns.get(id),
  ReturnLineItem: inReturn((record) => record.lines),
  ExchangeLineItem: inReturn((record) => record.exchangeLines),
  ReverseFulfillmentOrder: inReturn((record) => record.reverseOrders),
  StoreCreditAccount: (id, ctx) => ctx.shop.credits.get(id),
  DraftOrder: (id, ctx) => ctx.shop.draftOrders.get(id),
  GiftCard: (id, ctx) => ctx.shop.giftCards.get(id),
  Page: (id, ctx) => ctx.shop.pages.get(id),
  DiscountCodeNode: (id, ctx) => ctx.shop.discounts.get(id),
  BulkOperation: (id, ctx) => ctx.shop.bulkOperations.get(id),
  ReturnReasonDefinition: (id) => reasonById(id),
  Shop: (id, ctx) => (id === ctx.shop.shop.id ? ctx.shop.shop : null),
  AppInstallation: (id, ctx) => (id === ctx.shop.installation.id ? ctx.shop.installation : null),
};

/** A gid of another shop is as unknown as one that never existed; text that is no gid is an error. */
export function findNode(id: string, ctx: ApiContext): unknown {
  const kind = kindOf(id);
  if (!kind) throw invalidId(id);
  const find = FINDERS[kind];
  if (!find) throw notImplemented(`node(id:) for ${kind}`);
  return find(id, ctx) ?? null;
}

/** As `order(id:)` and its like do: a gid of another kind is refused. */
export function findOfKind(kind: string): (source: unknown, args: Readonly<Record<string, unknown>>, ctx: ApiContext) => unknown {
  return (_source, args, ctx) => {
    const id = String(args["id"]);
    if (kindOf(id) !== kind) throw invalidId(id);
    return findNode(id, ctx);
  };
}
