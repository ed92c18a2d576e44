import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { compareWithShopify } from "#app/domain/returns/compare-with-shopify.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { QuotedItem, ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { dueThroughShopify } from "#app/domain/returns/settlement-figure.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { subtractPairs } from "#app/domain/shared/money-pair.ts";
import { money, negate, toDecimal } from "#app/domain/shared/money.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Settling } from "#app/use-cases/returns/shopify-return.server.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp, TEST_NOW } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

interface Line {
  readonly price: number;
  readonly quantity: number;
  readonly ownDiscount: number;
  readonly orderDiscount: number;
  readonly taxBp: number;
  /** Import duties of all units, with 5 % of tax on each. */
  readonly duties: readonly number[];
}

interface Placed {
  readonly customerCurrency: string;
  /** Minor units of the customer's currency for one of the shop's, in hundredths. */
  readonly rate: number;
  readonly taxesIncluded: boolean;
  readonly lines: readonly Line[];
  readonly shipping: number;
  readonly tip: number;
  /** Of each return: units of each line, the restocking share, the shipping fee, and whether shipping goes back. */
  readonly returns: readonly { units: readonly number[]; restockingFeeBp: number; fee: number; refundsShipping: boolean }[];
}

const anyLine: fc.Arbitrary<Line> = fc.record({
  // Never less than both discounts: Shopify gives away no more than the price.
  price: fc.integer({ min: 200, max: 9_999 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  ownDiscount: fc.nat(80),
  orderDiscount: fc.nat(120),
  taxBp: fc.constantFrom(0, 700, 825, 1_900),
  duties: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 2 }),
});

const anyPlaced: fc.Arbitrary<Placed> = fc.record({
  customerCurrency: fc.constantFrom("USD", "USD", "JPY", "KWD"),
  rate: fc.constantFrom(100, 151, 307),
  taxesIncluded: fc.boolean(),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
  shipping: fc.constantFrom(0, 500, 799),
  tip: fc.constantFrom(0, 0, 350),
  returns: fc.array(
    fc.record({
      units: fc.oneof(
        { weight: 3, arbitrary: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant([9, 9, 9]) },
      ),
      restockingFeeBp: fc.constantFrom(0, 0, 1_000, 1_500),
      fee: fc.constantFrom(0, 0, 300),
      refundsShipping: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** An order in the shape of `orders/create`, with every amount in both currencies. */
function payloadOf({ customerCurrency, rate, taxesIncluded, lines, shipping, tip }: Placed, number: number): object {
  const isOne = customerCurrency === "USD";
  const inCustomers = (minor: number) => money(isOne ? minor : Math.round((minor * rate) / 100), customerCurrency);
  const set = (minor: number) => ({
    shop_money: { amount: toDecimal(money(minor, "USD")), currency_code: "USD" },
    presentment_money: { amount: toDecimal(inCustomers(minor)), currency_code: customerCurrency },
  });
  const both = (name: string, minor: number) => ({ [name]: toDecimal(money(minor, "USD")), [`${name}_set`]: set(minor) });
  const tipped = {
    title: "Tip",
    quantity: 1,
    requires_shipping: false,
    taxable: false,
    tip_payment_gateway: "bogus",
    ...both("price", tip),
  };
  return {
    email: `agree${number}@example.com`,
    currency: "USD",
    presentment_currency: customerCurrency,
    taxes_included: taxesIncluded,
    processed_at: TEST_NOW.toISOString(),
    financial_status: "paid",
    shipping_address: { first_name: "Jane", last_name: "Doe", country_code: "US" },
    discount_applications: [
      { type: "manual", title: "Own", allocation_method: "each", value: "1.00", value_type: "fixed_amount" },
      { type: "discount_code", code: "ALL", allocation_method: "across", value: "1.00", value_type: "fixed_amount" },
    ],
    line_items: lines
      .map(({ price, quantity, ownDiscount, orderDiscount, taxBp, duties }, index): object => {
        const net = price * quantity - ownDiscount - orderDiscount;
        const tax = taxesIncluded ? Math.round((net * taxBp) / (10_000 + taxBp)) : Math.round((net * taxBp) / 10_000);
        return {
          title: `Thing ${number}.${index}`,
          quantity,
          ...both("price", price),
          tax_lines: taxBp > 0 ? [{ title: "Tax", rate: taxBp / 10_000, ...both("price", tax) }] : [],
          discount_allocations: [
            { ...both("amount", ownDiscount), discount_application_index: 0 },
            { ...both("amount", orderDiscount), discount_application_index: 1 },
          ],
          duties: duties.map((minor) => ({
            harmonized_system_code: "520300",
            country_code_of_origin: "CN",
            ...set(minor),
            tax_lines: [{ title: "Import VAT", rate: 0.05, ...both("price", Math.round(minor / 20)) }],
          })),
        };
      })
      .concat(tip > 0 ? [tipped] : []),
    shipping_lines: shipping > 0 ? [{ title: "Standard", ...both("price", shipping) }] : [],
    fulfillments: [{ created_at: TEST_NOW.toISOString(), events: [{ status: "delivered", happened_at: TEST_NOW.toISOString() }] }],
  };
}

let orders = 0;

async function place(placed: Placed): Promise<OrderGid> {
  orders += 1;
  const [order] = amends.standIn.control.orders(payloadOf(placed, orders) as never, { webhooks: false });
  if (!order) throw new Error("The stand-in seeded no order");
  return order.id as OrderGid;
}

async function readOrder(gid: OrderGid): Promise<ReturnableOrder> {
  const found = await ctx.shopify.returns.readOrder(gid);
  if (!found) throw new Error("The order is there");
  return found.order;
}

function itemsOf(order: ReturnableOrder, wanted: Placed["returns"][number]): QuotedItem[] {
  const terms = someTerms({
    resolutions: [anOffer({ restockingFeeBp: wanted.restockingFeeBp, takesReturnShippingFee: true })],
    returnShippingFee: wanted.fee > 0 ? money(wanted.fee, order.shopCurrency) : null,
    refundsShipping: wanted.refundsShipping,
    refundsDuties: true,
    refundsTip: true,
  });
  return order.lines.flatMap((line, index) => {
    const quantity = Math.min(wanted.units[index] ?? 0, line.parcels[0]?.returnableQuantity ?? 0);
    return quantity > 0 ? [{ lineGid: line.gid, quantity, terms, exchange: null }] : [];
  });
}

function besidesGoods(order: ReturnableOrder, { parts }: ResolutionQuote): Pick<Settling, "duties" | "tipLineGid"> {
  const dutied = parts.filter(({ kind }) => kind === "duties").map(({ lineGid }) => lineGid);
  const duties = order.lines.filter((line) => dutied.includes(line.gid)).flatMap((line) => line.duties ?? []);
  return {
    duties: duties.map((one) => one.gid),
    ...(order.tip && parts.some(({ kind }) => kind === "tip") ? { tipLineGid: order.tip.lineGid } : {}),
  };
}

test("Shopify's answer equals ours to the minor unit: taxes in and on top, discounts, duties, tips, fees, shipping, currencies, one return after another", async () => {
  let compared = 0;
  let withTip = 0;
  const run = async (placed: Placed) => {
    const gid = await place(placed);
    for (const wanted of placed.returns) {
      const order = await readOrder(gid);
      const items = itemsOf(order, wanted);
      if (items.length === 0) continue;
      const quote = must(quoteResolution({ order, items, requestedAt: ctx.clock.now() }, "refund"));
      const fee = sumOfParts(quote, ["return_shipping_fee"]).presentment;
      const returnGid = must(
        await ctx.shopify.returns.open({
          orderGid: gid,
          requestedAt: ctx.clock.now(),
          lines: items.map(({ lineGid, quantity }) => ({
            fulfillmentLineGid: order.lines.find((line) => line.gid === lineGid)?.parcels[0]?.fulfillmentLineItemGid as never,
            quantity,
            reason: "too-small",
            note: "agree",
            restockingFeeBp: wanted.restockingFeeBp,
          })),
          exchanges: [],
          returnShippingFee: fee.minor < 0 ? negate(fee) : null,
        }),
      );
      const opened = await ctx.shopify.returns.read(returnGid);
      const shipping = sumOfParts(quote, ["shipping"]).presentment;
      const settling = {
        returnGid,
        lines: (opened?.lines ?? []).map(({ gid: line, quantity }) => ({ gid: line, quantity })),
        exchanges: [],
        shipping: shipping.minor > 0 ? shipping : null,
        ...besidesGoods(order, quote),
        isStoreCredit: false,
      };
      const suggested = await ctx.shopify.returns.suggest(settling);
      const shopifys = subtractPairs(suggested.refund, suggested.owed);
      const ours = dueThroughShopify(quote);
      expect(compareWithShopify(ours, shopifys), JSON.stringify({ ours, shopifys, placed })).toEqual({ kind: "agree" });
      compared += 1;
      withTip += quote.parts.filter(({ kind }) => kind === "tip").length;
      const [payment] = order.transactions;
      const refund = shopifys.presentment;
      must(
        await ctx.shopify.returns.process({
          ...settling,
          dispositions: [],
          locationGid: null,
          payments: payment && refund.minor > 0 ? [{ transactionGid: payment.gid, amount: refund }] : [],
          storeCredit: null,
          note: "agree",
        }),
      );
      await ctx.shopify.returns.close(returnGid);
    }
  };
  await fc.assert(fc.asyncProperty(anyPlaced, run), { numRuns: 40, endOnFailure: true });
  expect(compared).toBeGreaterThan(30);
  expect(withTip).toBeGreaterThan(0);
}, 180_000);
