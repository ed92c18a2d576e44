import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OrderGid, ReturnGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import type { ShopifyReturns } from "#app/use-cases/returns/ports.ts";
import type { OrderToReturn } from "#app/use-cases/returns/shopify-return.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let returns: ShopifyReturns;
let orderGid: OrderGid;

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  returns = (await amends.ctx()).shopify.returns;
});
afterAll(() => amends.close());
beforeEach(() => {
  orderGid = seedShirtOrder(amends.standIn, { email: "jane@example.com" }).gid;
});

async function read(): Promise<OrderToReturn> {
  const found = await returns.readOrder(orderGid);
  if (!found) throw new Error("The order is there");
  return found;
}

describe("finding an order", () => {
  test("number and address together find it, whatever case and prefix they are typed in", async () => {
    const { order } = await read();
    const typed = order.name.replace("#", "");
    expect(await returns.findOrder({ orderNumber: ` ${typed} `, email: "JANE@example.com" })).toMatchObject({
      gid: orderGid,
      email: "jane@example.com",
    });
    expect(await returns.findOrder({ orderNumber: typed, email: "john@example.com" })).toBeUndefined();
    expect(await returns.findOrder({ orderNumber: "999999", email: "jane@example.com" })).toBeUndefined();
  });

  test("search language in a field finds nothing that was not asked for", async () => {
    const { order } = await read();
    for (const email of ['x" OR email:"jane@example.com', "*", 'jane@example.com" OR "', "\\"]) {
      expect(await returns.findOrder({ orderNumber: order.name, email })).toBeUndefined();
    }
    expect(await returns.findOrder({ orderNumber: '1 OR name:*"', email: "jane@example.com" })).toBeUndefined();
  });

  test("a signed-in customer's list holds own orders only", async () => {
    const { order } = await read();
    seedShirtOrder(amends.standIn, { email: "other@example.com" });
    if (!order.customer) throw new Error("The order has a customer");
    const { orders, customerName } = await returns.ordersOf(order.customer.gid);
    expect(customerName).toBe("Jane");
    expect(orders.every(({ name }) => name !== "")).toBe(true);
    expect(orders.map(({ gid }) => gid)).toContain(orderGid);
    expect(orders.every(({ wasSent }) => wasSent)).toBe(true);
  });
});

describe("an order as it is read for a return", () => {
  test("carries prices after every discount, tax, parcels, payments and where it was sent from", async () => {
    const { order, email, returnAddress } = await read();
    expect(order.lines[0]).toMatchObject({
      title: "Linen shirt",
      variantTitle: "M",
      productType: "Shirts",
      quantity: 2,
      listUnitPrice: samePair(2500, "USD"),
      paid: samePair(4000, "USD"),
      tax: samePair(400, "USD"),
      parcels: [{ quantity: 2, returnableQuantity: 2, deliveredAt: new Date("2026-03-05T12:00:00Z") }],
    });
    expect(order.shipping).toMatchObject({ paid: samePair(500, "USD") });
    expect(order.total).toEqual(samePair(4900, "USD"));
    expect(order.transactions).toMatchObject([{ kind: "sale", refundable: samePair(4900, "USD") }]);
    expect([email, order.countryCode, order.customer?.ordersCount]).toEqual(["jane@example.com", "US", expect.anything()]);
    expect(returnAddress?.lines.length).toBeGreaterThan(0);
  });

  test("knows what was refunded by hand", async () => {
    const { order } = await read();
    amends.standIn.control.refund({ order_id: orderGid, refund_line_items: [{ line_item_id: order.lines[0]?.gid ?? "", quantity: 1 }] });
    const after = (await read()).order;
    expect(after.refunds).toMatchObject([
      { total: samePair(2200, "USD"), returnGid: null, lines: [{ quantity: 1, goods: samePair(2000, "USD"), tax: samePair(200, "USD") }] },
    ]);
    expect(after.lines[0]).toMatchObject({ currentQuantity: 1, parcels: [{ returnableQuantity: 1 }] });
    expect(after.transactions[0]?.refundable).toEqual(samePair(2700, "USD"));
  });

  test("an order that does not exist is not there", async () => {
    expect(await returns.readOrder("gid://shopify/Order/404")).toBeUndefined();
  });
});

describe("a return in Shopify", () => {
  async function open(quantity = 1): Promise<ReturnGid> {
    const { order } = await read();
    const parcel = order.lines[0]?.parcels[0];
    if (!parcel) throw new Error("The order was sent");
    const opened = await returns.open({
      orderGid,
      requestedAt: amends.standIn.now(),
      lines: [
        {
          fulfillmentLineGid: parcel.fulfillmentLineItemGid,
          quantity,
          reason: "too-small",
          note: "tight · Amends 1001",
          restockingFeeBp: 1000,
        },
      ],
      exchanges: [],
      returnShippingFee: money(300, "USD"),
    });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  }

  test("opens with its fees, holds its units, and is paid as Shopify itself suggests", async () => {
    const gid = await open();
    const opened = await returns.read(gid);
    expect(opened).toMatchObject({
      status: "open",
      orderGid,
      returnShippingFee: money(300, "USD"),
      lines: [{ quantity: 1, unprocessedQuantity: 1, reason: "too-small", reverseLineGid: expect.stringContaining("gid://") as string }],
    });
    const held = (await read()).order;
    expect(held.returns).toMatchObject([{ gid, state: "open", lines: [{ quantity: 1, unpaidQuantity: 1 }] }]);
    const [line] = opened?.lines ?? [];
    if (!line?.reverseLineGid) throw new Error("An open return has a reverse line");
    const settling = { returnGid: gid, lines: [{ gid: line.gid, quantity: 1 }], exchanges: [], shipping: null, isStoreCredit: false };
    expect(await returns.suggest(settling)).toEqual({ refund: samePair(1700, "USD"), owed: samePair(0, "USD") });
    const [payment] = held.transactions;
    const paid = await returns.process({
      ...settling,
      dispositions: [{ lineGid: line.gid, reverseLineGid: line.reverseLineGid, quantity: 1, disposition: "restocked" }],
      locationGid: (await read()).returnAddress?.locationGid ?? null,
      payments: payment ? [{ transactionGid: payment.gid, amount: money(1700, "USD") }] : [],
      storeCredit: null,
      note: "Return 1001",
    });
    expect(paid).toEqual({ ok: true, value: null });
    expect(await returns.read(gid)).toMatchObject({
      status: "open",
      lines: [{ processedQuantity: 1, unprocessedQuantity: 0 }],
      refunds: [{ total: samePair(1700, "USD") }],
    });
    expect(await returns.close(gid)).toEqual({ ok: true, value: null });
    expect(await returns.close(gid)).toEqual({ ok: true, value: null });
    expect((await returns.returnsOf(orderGid)).map(({ status }) => status)).toEqual(["closed"]);
  });

  test("more units than were sent are refused in Shopify's words", async () => {
    await expect(open(3)).rejects.toThrow(/invalid quantity/);
  });

  test("a return that was opened can be cancelled, one that was paid cannot", async () => {
    const gid = await open();
    expect(await returns.cancel(gid)).toEqual({ ok: true, value: null });
    expect(await returns.approve(gid)).toMatchObject({ ok: false, error: { code: "refused_by_shopify", reason: "INVALID_STATE" } });
    expect(await returns.decline(gid, { reason: "OTHER", note: "no" })).toMatchObject({ ok: false });
  });
});

test("variants of a product come with their price and stock", async () => {
  const { order } = await read();
  const productGid = order.lines[0]?.productGid;
  if (!productGid) throw new Error("The line has a product");
  const variants = (await returns.variantsOf([productGid])).get(productGid);
  expect(variants).toMatchObject([
    { title: "M", price: money(2500, "USD") },
    { title: "L", price: money(2500, "USD"), available: 100 },
    { title: "XL", price: money(3000, "USD"), available: 0 },
  ]);
});
