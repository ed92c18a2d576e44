import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../json.ts";
import { share, type Amount, type Bag } from "../money/amount.ts";
import { addBags, emptyBag, sumBags } from "../money/bag.ts";
import { digitsOfGid } from "../state/gids.ts";
import { totalDuties } from "../returns/duties.ts";
import { allocatedDiscounts, discountedTotal, originalTotal, taxTotal } from "../state/line-value.ts";
import type { OrderRecord, ShippingLineRecord, TransactionRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { Desk } from "../state/desk.ts";
import type { World } from "../world.ts";
import { readAddress } from "./read-address.ts";
import { BadInput, type Currencies, type Reading } from "./reading.ts";
import { readLine, readTaxLines } from "./read-line.ts";
import { readCustomer, readEmail } from "./read-customer.ts";

const FINANCIAL_STATUSES = [
  ...["authorized", "expired", "paid", "partially_paid", "partially_refunded", "pending", "refunded", "unpaid", "voided"],
];
const CANCEL_REASONS = ["customer", "declined", "fraud", "inventory", "other", "staff"];
const TRANSACTION_KINDS = ["authorization", "capture", "change", "refund", "sale", "void"];
const TRANSACTION_STATUSES = ["success", "failure", "pending", "error", "awaiting_response", "unknown"];

/** Payload fields that the record rebuilds; everything else is repeated in webhooks as it came. */
const REBUILT =
  /^(id|admin_graphql_api_id|.*(_set|price|tax|discounts|outstanding|weight|tip_received)|line_items|fulfillments|refunds|returns|customer|events|fulfillment_events)$/;

function currencies(order: Reading, shop: ShopState): Currencies {
  const own = order.currency("currency") ?? shop.shop.currency;
  const presentment = order.currency("presentment_currency") ?? own;
  const rate = rateOf(order, own, presentment);
  return {
    shop: own,
    presentment,
    convert: (value) => ({
      minor: own === presentment || !rate ? value.minor : share(value.minor, rate.presentment.minor, rate.shop.minor),
      currency: presentment,
    }),
  };
}

/** The rate of an order in two currencies is what its total, or its first line, was charged in both. */
function rateOf(order: Reading, own: string, presentment: string): { shop: Amount; presentment: Amount } | null {
  if (own === presentment) return null;
  const plain: Currencies = { shop: own, presentment, convert: (value) => value };
  const candidates = [
    order.has("total_price_set") ? order.bag("total_price", plain) : null,
    ...order.readings("line_items").map((line) => (line.has("price_set") ? line.bag("price", plain) : null)),
  ];
  const found = candidates.find((candidate) => candidate !== null && candidate.shop.minor > 0);
  if (!found) throw new BadInput(`${order.where}.total_price_set`, `is needed to know the rate between ${own} and ${presentment}`);
  return found;
}

function readShippingLine(line: Reading, money: Currencies, world: World): ShippingLineRecord {
  const price = line.bag("price", money) ?? emptyBag(money.shop, money.presentment);
  return {
    id: line.gid("ShippingLine") ?? world.ids.gid("ShippingLine"),
    title: line.text("title") ?? "Shipping",
    code: line.text("code"),
    price,
    discountedPrice: line.bag("discounted_price", money) ?? price,
    taxLines: readTaxLines(line, money),
    source: line.text("source"),
  };
}

/** Totals as given; what is missing is added up from the lines. */
function readTotals(order: Reading, record: Omit<OrderRecord, "totals">, money: Currencies): OrderRecord["totals"] {
  const none = emptyBag(money.shop, money.presentment);
  const goods = record.lines.filter(({ isTip }) => isTip !== true);
  const over = (figure: (line: OrderRecord["lines"][number]) => Bag): Bag => sumBags(goods.map(figure), none);
  const tips = sumBags(record.lines.filter(({ isTip }) => isTip === true).map(originalTotal), none);
  const lineItems = order.bag("total_line_items_price", money) ?? over(originalTotal);
  const discounts = order.bag("total_discounts", money) ?? over(allocatedDiscounts);
  const subtotal = order.bag("subtotal_price", money) ?? over(discountedTotal);
  const shippingTax = sumBags(
    record.shippingLines.flatMap((line) => line.taxLines.map((tax) => tax.price)),
    none,
  );
  const tax = order.bag("total_tax", money) ?? addBags(over(taxTotal), shippingTax);
  const shipping =
    order.bag("total_shipping_price", money) ??
    sumBags(
      record.shippingLines.map((line) => line.price),
      none,
    );
  const charged = sumBags(
    record.shippingLines.map((line) => line.discountedPrice),
    none,
  );
  const besides = [tips, totalDuties(record)];
  const net = [record.shippingLines.length > 0 ? charged : shipping, ...besides].reduce(addBags, subtotal);
  const price = order.bag("total_price", money) ?? (record.taxesIncluded ? net : addBags(net, tax));
  return { lineItems, discounts, subtotal, tax, shipping, price };
}

function readTransactions(order: Reading, record: OrderRecord, of: { money: Currencies; world: World }): TransactionRecord[] {
  const { money, world } = of;
  const given = order.readings("transactions");
  if (given.length > 0) {
    return given.map((transaction) => ({
      id: transaction.gid("OrderTransaction") ?? world.ids.gid("OrderTransaction"),
      kind: (transaction.word("kind", TRANSACTION_KINDS) ?? "sale").toUpperCase(),
      status: (transaction.word("status", TRANSACTION_STATUSES) ?? "success").toUpperCase(),
      gateway: transaction.text("gateway") ?? "bogus",
      amount: transaction.bag("amount", money) ?? record.totals.price,
      parentId: transaction.gid("OrderTransaction", "parent_id"),
      refundId: null,
      createdAt: transaction.instant("created_at") ?? record.processedAt,
      paymentId: transaction.text("payment_id"),
    }));
  }
  const isUnpaid = ["pending", "voided", "authorized", "expired"].includes(record.financialStatus ?? "");
  if (isUnpaid || record.totals.price.presentment.minor === 0) return [];
  const gateway = record.paymentGatewayNames[0] ?? "bogus";
  return [
    {
      id: world.ids.gid("OrderTransaction"),
      kind: "SALE",
      status: "SUCCESS",
      gateway,
      amount: record.totals.price,
      parentId: null,
      refundId: null,
      createdAt: record.processedAt,
      paymentId: `${record.name}.1`,
    },
  ];
}

function objects(order: Reading, name: string): JsonObject[] {
  return order.list(name).filter(isObject);
}

/** Text that looks made up by Shopify and is the same in every run. */
function derived(from: string): string {
  return createHash("sha256").update(from).digest("hex");
}

function demandDistinctLines(payload: Reading): void {
  const lines = payload.readings("line_items");
  if (lines.length === 0) throw new BadInput(`${payload.where}.line_items`, "must have at least one entry");
  const seen = new Set<string>();
  for (const line of lines) {
    const id = line.gid("LineItem");
    if (id !== null && seen.has(id)) throw new BadInput(`${line.where}.id`, "is used by two lines");
    if (id !== null) seen.add(id);
  }
}

/** Turns an `orders/create` payload, complete or sparse, into an order of the shop. */
export function readOrder(desk: Desk, payload: Reading): OrderRecord {
  const { world, shop } = desk;
  const id = payload.gid("Order") ?? world.ids.gid("Order");
  if (shop.orders.has(id)) throw new BadInput(`${payload.where}.id`, `is already an order of ${shop.shop.domain}`, 409);
  demandDistinctLines(payload);
  const money = currencies(payload, shop);
  const now = world.nowIso();
  const createdAt = payload.instant("created_at") ?? now;
  const number = payload.whole("order_number", 1) ?? shop.nextOrderNumber;
  const customer = readCustomer(desk, payload, createdAt);
  const shippingAddress = readAddress(payload.inner("shipping_address"), world.ids.gid("MailingAddress"));
  const partial: Omit<OrderRecord, "totals"> = {
    id,
    name: payload.text("name") ?? `#${number}`,
    number,
    email: readEmail(payload) ?? payload.text("contact_email") ?? customer?.email ?? null,
    phone: payload.text("phone"),
    note: payload.text("note"),
    tags: payload.words("tags"),
    test: payload.flag("test", false),
    currency: money.shop,
    presentmentCurrency: money.presentment,
    taxesIncluded: payload.flag("taxes_included", shop.shop.taxesIncluded),
    ...(payload.flag("duties_included", false) ? { dutiesIncluded: true } : {}),
    customerId: customer?.id ?? null,
    customerLocale: payload.text("customer_locale") ?? shop.shop.primaryLocale,
    confirmationNumber: payload.text("confirmation_number") ?? derived(id).slice(0, 9).toUpperCase(),
    sourceName: payload.text("source_name") ?? "web",
    financialStatus: payload.word("financial_status", FINANCIAL_STATUSES),
    cancelReason: payload.word("cancel_reason", CANCEL_REASONS),
    cancelledAt: payload.instant("cancelled_at"),
    closedAt: payload.instant("closed_at"),
    createdAt,
    processedAt: payload.instant("processed_at") ?? createdAt,
    updatedAt: payload.instant("updated_at") ?? now,
    token: payload.text("token") ?? derived(`token ${digitsOfGid(id)}`).slice(0, 32),
    shippingAddress,
    billingAddress: readAddress(payload.inner("billing_address"), world.ids.gid("MailingAddress")) ?? shippingAddress,
    lines: payload.readings("line_items").map((line) => readLine(desk, line, money)),
    shippingLines: payload.readings("shipping_lines").map((line) => readShippingLine(line, money, world)),
    discountApplications: objects(payload, "discount_applications"),
    discountCodes: objects(payload, "discount_codes"),
    noteAttributes: payload.readings("note_attributes").map((one) => ({ name: one.text("name") ?? "", value: one.text("value") ?? "" })),
    paymentGatewayNames: payload.texts("payment_gateway_names"),
    transactions: [],
    fulfillments: [],
    refunds: [],
    extra: Object.fromEntries(Object.entries(payload.object).filter(([key]) => !REBUILT.test(key))),
  };
  const order: OrderRecord = { ...partial, totals: readTotals(payload, partial, money) };
  order.transactions = readTransactions(payload, order, { money, world });
  if (order.paymentGatewayNames.length === 0) order.paymentGatewayNames = [...new Set(order.transactions.map((one) => one.gateway))];
  return shop.putOrder(order);
}
