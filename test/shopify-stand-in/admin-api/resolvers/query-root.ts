import { returnableFulfillments, type ReturnableSource } from "../../returns/returnable.ts";
import { calculateReturn, type CalculateInput } from "../../returns/calculate.ts";
import { kindOf } from "../../state/gids.ts";
import { connection } from "../connection.ts";
import { input, type Fields } from "../context.ts";
import { invalidId, notImplemented } from "../errors.ts";
import { findOrders } from "../order-search.ts";
import { collectionsOfShop } from "./collection.ts";
import { groupQueries } from "./customer-groups.ts";
import { findCustomers } from "./customer.ts";
import { discountByCode } from "./discount.ts";
import { findDraftOrders } from "./draft-order.ts";
import { findGiftCards } from "./gift-card.ts";
import { findNode, findOfKind } from "./node.ts";
import { findProducts } from "./product.ts";
import { search } from "../search.ts";
import { findReasons } from "./return.ts";

const byId = (a: { id: string }, b: { id: string }): number =>
  Number(BigInt(/(\d+)$/.exec(a.id)?.[1] ?? 0) - BigInt(/(\d+)$/.exec(b.id)?.[1] ?? 0));

const SORTED_BY_ID = new Set<unknown>([undefined, null, "ID", "RELEVANCE", "NAME", "POSITION"]);

function sorted<T extends { id: string; createdAt?: string; updatedAt?: string }>(all: T[], sortKey: unknown): T[] {
  if (SORTED_BY_ID.has(sortKey)) return all.sort(byId);
  if (sortKey === "CREATED_AT") return all.sort((a, b) => ((a.createdAt ?? "") < (b.createdAt ?? "") ? -1 : 1));
  if (sortKey === "UPDATED_AT") return all.sort((a, b) => ((a.updatedAt ?? "") < (b.updatedAt ?? "") ? -1 : 1));
  throw notImplemented(`the sort key ${String(sortKey)}`);
}

const count = (found: unknown[]): { count: number; precision: string } => ({ count: found.length, precision: "EXACT" });

export const QueryRoot: Fields<unknown> = {
  shop: (_root, _args, ctx) => ctx.shop.shop,
  shopLocales: (_root, args, ctx) =>
    ctx.shop.shop.locales
      .filter((locale) => args["published"] !== true || locale.published)
      .map((locale) => ({ ...locale, primary: locale.locale === ctx.shop.shop.primaryLocale })),
  storeCreditConfiguration: (_root, _args, ctx) => ({ storeCreditEnabled: ctx.shop.shop.storeCreditEnabled }),
  currentAppInstallation: (_root, _args, ctx) => ctx.shop.installation,
  appInstallation: (_root, _args, ctx) => ctx.shop.installation,
  app: (_root, _args, ctx) => ctx.shop.installation,
  node: (_root, args, ctx) => findNode(String(args["id"]), ctx),
  nodes: (_root, args, ctx) => input<string[]>(args, "ids").map((id) => findNode(id, ctx)),
  order: findOfKind("Order"),
  // Whatever a job does here is done by the time anybody asks.
  job: (_root, args) => ({ id: String(args["id"]), done: true }),
  orderByIdentifier: (_root, args, ctx) => {
    const { id } = input<{ id?: string }>(args, "identifier");
    if (id === undefined) throw notImplemented("orderByIdentifier by a custom id");
    return findNode(id, ctx);
  },
  orders: (_root, args, ctx) => connection(findOrders(ctx.shop.orders.values(), args, ctx), { ...args, reverse: false }, ctx),
  ordersCount: (_root, args, ctx) => count(findOrders(ctx.shop.orders.values(), { query: args["query"] }, ctx)),
  customer: findOfKind("Customer"),
  customers: (_root, args, ctx) =>
    connection(sorted(findCustomers(ctx.shop.customers.values(), args["query"]), args["sortKey"]), args, ctx),
  customersCount: (_root, args, ctx) => count(findCustomers(ctx.shop.customers.values(), args["query"])),
  customerByIdentifier: (_root, args, ctx) => {
    const { id, emailAddress, phoneNumber } = input<{ id?: string; emailAddress?: string; phoneNumber?: string }>(args, "identifier");
    if (id !== undefined) return findNode(id, ctx);
    if (emailAddress !== undefined) return ctx.shop.customerByEmail(emailAddress) ?? null;
    if (phoneNumber !== undefined) return [...ctx.shop.customers.values()].find((customer) => customer.phone === phoneNumber) ?? null;
    throw notImplemented("customerByIdentifier by a custom id");
  },
  product: findOfKind("Product"),
  productByHandle: (_root, args, ctx) => [...ctx.shop.products.values()].find((product) => product.handle === args["handle"]) ?? null,
  products: (_root, args, ctx) => connection(sorted(findProducts(ctx.shop.products.values(), args["query"]), args["sortKey"]), args, ctx),
  productsCount: (_root, args, ctx) => count(findProducts(ctx.shop.products.values(), args["query"])),
  collection: findOfKind("Collection"),
  collections: (_root, args, ctx) => connection(collectionsOfShop(ctx), args, ctx),
  ...groupQueries,
  productTags: (_root, args, ctx) =>
    connection([...new Set([...ctx.shop.products.values()].flatMap((product) => product.tags))].sort(), args, ctx),
  productTypes: (_root, args, ctx) =>
    connection([...new Set([...ctx.shop.products.values()].map((product) => product.productType))].sort(), args, ctx),
  productVendors: (_root, args, ctx) =>
    connection([...new Set([...ctx.shop.products.values()].map((product) => product.vendor))].sort(), args, ctx),
  productVariant: findOfKind("ProductVariant"),
  inventoryItem: findOfKind("InventoryItem"),
  location: (_root, args, ctx) =>
    typeof args["id"] === "string" ? findNode(args["id"], ctx) : ([...ctx.shop.locations.values()][0] ?? null),
  locations: (_root, args, ctx) =>
    connection(
      [...ctx.shop.locations.values()].filter((location) => location.isActive || args["includeInactive"] === true),
      args,
      ctx,
    ),
  fulfillment: findOfKind("Fulfillment"),
  refund: findOfKind("Refund"),
  return: findOfKind("Return"),
  reverseFulfillmentOrder: findOfKind("ReverseFulfillmentOrder"),
  returnReasonDefinitions: (_root, args, ctx) => connection(findReasons(args["handles"], args["ids"]), args, ctx),
  returnCalculate: (_root, args, ctx) => calculateReturn(input<CalculateInput>(args, "input"), ctx),
  returnableFulfillments: (_root, args, ctx) => {
    const order = ctx.shop.orders.get(String(args["orderId"]));
    if (!order) throw invalidId(String(args["orderId"]));
    return connection(returnableFulfillments(ctx.shop, order), args, ctx);
  },
  storeCreditAccount: findOfKind("StoreCreditAccount"),
  page: findOfKind("Page"),
  translatableResource: (_root, args, ctx) => {
    const id = String(args["resourceId"]);
    if (kindOf(id) !== "Page") throw notImplemented(`translatableResource for ${id}`);
    return findNode(id, ctx);
  },
  pages: (_root, args, ctx) =>
    connection(
      search([...ctx.shop.pages.values()], args["query"], (page, term) => term.field === "handle" && page.handle === term.value),
      args,
      ctx,
    ),
  draftOrder: findOfKind("DraftOrder"),
  draftOrders: (_root, args, ctx) => connection(findDraftOrders(ctx.shop.draftOrders.values(), args["query"]), args, ctx),
  giftCard: findOfKind("GiftCard"),
  giftCards: (_root, args, ctx) => connection(findGiftCards(ctx.shop.giftCards.values(), args["query"]), args, ctx),
  codeDiscountNode: findOfKind("DiscountCodeNode"),
  codeDiscountNodeByCode: (_root, args, ctx) => discountByCode(String(args["code"]), ctx) ?? null,
  bulkOperation: findOfKind("BulkOperation"),
};

export const ReturnableFulfillment: Fields<ReturnableSource> = {
  id: (returnable) => returnable.id,
  fulfillment: (returnable) => returnable.fulfillment,
  returnableFulfillmentLineItems: (returnable, args, ctx) => connection(returnable.lines, args, ctx),
};
