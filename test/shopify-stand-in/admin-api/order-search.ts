import { currentTotal, financialStatus, fulfillmentStatus, returnStatus } from "../state/derive-order.ts";
import { textOf } from "../json.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { ApiContext, Args } from "./context.ts";
import { notImplemented } from "./errors.ts";
import { search, sameId, sameInstant, sameNumber, sameText, type Term } from "./search.ts";

function status(order: OrderRecord, term: Term): boolean {
  if (term.value === "any") return true;
  if (term.value === "cancelled") return order.cancelledAt !== null;
  if (term.value === "closed") return order.closedAt !== null;
  if (term.value === "open") return order.closedAt === null && order.cancelledAt === null;
  return term.value === "not_closed" && order.closedAt === null;
}

/** The words of the search syntax differ from those of the schema. */
const SENT = { FULFILLED: "shipped", PARTIALLY_FULFILLED: "partial", UNFULFILLED: "unshipped" } as const;

type Matcher = (order: OrderRecord, term: Term, shop: ShopState) => boolean;

const FILTERS: Readonly<Record<string, Matcher>> = {
  id: (order, term) => sameId(order.id, term),
  name: (order, term) => sameText(order.name, term),
  email: (order, term) => sameText(order.email, term),
  confirmation_number: (order, term) => sameText(order.confirmationNumber, term),
  customer_id: (order, term) => sameId(order.customerId, term),
  created_at: (order, term) => sameInstant(order.createdAt, term),
  processed_at: (order, term) => sameInstant(order.processedAt, term),
  updated_at: (order, term) => sameInstant(order.updatedAt, term),
  tag: (order, term) => order.tags.some((tag) => sameText(tag, term)),
  tag_not: (order, term) => !order.tags.some((tag) => sameText(tag, term)),
  test: (order, term) => String(order.test) === term.value,
  sku: (order, term) => order.lines.some((line) => sameText(line.sku, term)),
  status: (order, term) => status(order, term),
  discount_code: (order, term) => order.discountCodes.some((discount) => sameText(textOf(discount["code"]), term)),
  source_name: (order, term) => sameText(order.sourceName, term),
  financial_status: (order, term) => sameText(financialStatus(order), term),
  fulfillment_status: (order, term) => sameText(SENT[fulfillmentStatus(order)], term),
  return_status: (order, term, shop) => sameText(returnStatus(shop.returnsOf(order.id)), term),
  current_total_price: (order, term) => sameNumber(currentTotal(order).shop.minor / 100, term),
};

function matches(order: OrderRecord, term: Term, ctx: ApiContext): boolean {
  if (term.field !== null) {
    const filter = FILTERS[term.field];
    if (!filter) throw notImplemented(`the orders search filter "${term.field}:"`);
    return filter(order, term, ctx.shop);
  }
  const customer = ctx.shop.customers.get(order.customerId ?? "");
  const wanted = term.value.toLowerCase();
  const texts = [
    order.name,
    order.name.replace(/^#/, ""),
    order.email,
    customer?.firstName,
    customer?.lastName,
    ...order.lines.map((line) => line.title),
  ];
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}

const SORTS: Readonly<Record<string, (order: OrderRecord) => string | number>> = {
  ID: (order) => Number(/(\d+)$/.exec(order.id)?.[1] ?? 0),
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: (order) => order.totals.price.shop.minor,
  RELEVANCE: (order) => order.processedAt,
};

/** Filters and sorts as `orders(query:, sortKey:, reverse:)` does; ties go by number. The result is already reversed. */
export function findOrders(all: Iterable<OrderRecord>, args: Args, ctx: ApiContext): OrderRecord[] {
  const found = search(all, args["query"], (order, term) => matches(order, term, ctx));
  const sortKey = textOf(args["sortKey"], "PROCESSED_AT");
  const key = SORTS[sortKey];
  if (!key) throw notImplemented(`the orders sort key ${sortKey}`);
  const sorted = found.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : a.number - b.number;
  });
  return args["reverse"] === true ? sorted.reverse() : sorted;
}
