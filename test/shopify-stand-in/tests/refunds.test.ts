import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { portion } from "../state/line-value.ts";
import { at, paymentOf, scene, seed, type Scene } from "./scene.ts";

let on: Scene;

beforeEach(async () => {
  on = await scene();
});
afterEach(() => on.close());

function amountOnly(order: ReturnType<typeof seed>, amount: string): Record<string, unknown> {
  return {
    orderId: order.id,
    transactions: [{ orderId: order.id, amount, kind: "REFUND", gateway: "bogus", parentId: paymentOf(on, order) }],
  };
}

describe("refundCreate", () => {
  test("demands an idempotency key, which the schema does not", async () => {
    const order = seed(on);
    const { errors } = await on.standIn.graphql("mutation ($input: RefundInput!) { refundCreate(input: $input) { refund { id } } }", {
      input: amountOnly(order, "1.00"),
    });
    expect(errors?.[0]).toMatchObject({
      message: "The @idempotent directive is required for this mutation but was not provided.",
      extensions: { code: "BAD_REQUEST" },
    });
  });

  test("the same key with the same input pays once and answers the same refund", async () => {
    const order = seed(on);
    const variables = { idempotencyKey: "late-1", input: amountOnly(order, "3.00") };
    const first = await on.ask("RefundCreate", variables);
    const second = await on.ask("RefundCreate", variables);
    expect(at(second.data, "refundCreate.refund.id")).toBe(at(first.data, "refundCreate.refund.id"));
    expect(at(second.data, "refundCreate.order.totalRefundedSet.shopMoney.amount")).toBe("3.0");
  });

  test("the same key with another input is an error", async () => {
    const order = seed(on);
    await on.ask("RefundCreate", { idempotencyKey: "k", input: amountOnly(order, "3.00") });
    const { errors } = await on.ask("RefundCreate", { idempotencyKey: "k", input: amountOnly(order, "4.00") });
    expect(errors?.[0]?.extensions?.["code"]).toBe("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  });

  test("never pays more than was received over several refunds, and says so in Shopify's words", async () => {
    const order = seed(on);
    await on.ask("RefundCreate", { idempotencyKey: "a", input: amountOnly(order, "30.00") });
    const { data } = await on.ask("RefundCreate", { idempotencyKey: "b", input: amountOnly(order, "7.00") });
    expect(at(data, "refundCreate.userErrors.0")).toEqual({
      field: null,
      message: "Refund amount $7.00 is greater than net payment received $6.90",
    });
    const third = await on.ask("RefundCreate", { idempotencyKey: "c", input: amountOnly(order, "6.90") });
    expect(at(third.data, "refundCreate.order.displayFinancialStatus")).toBe("REFUNDED");
  });

  test("refuses a payment of another order", async () => {
    const [order, other] = [seed(on), seed(on)];
    const input = {
      orderId: order.id,
      transactions: [{ orderId: order.id, amount: "1.00", kind: "REFUND", gateway: "bogus", parentId: paymentOf(on, other) }],
    };
    const { data } = await on.ask("RefundCreate", { idempotencyKey: "x", input });
    expect(at(data, "refundCreate.userErrors.0.message")).toBe("Transactions require a parent_id associated with the order");
  });

  test("refunding a line takes the suggested amount and books the piece out", async () => {
    const order = seed(on);
    const refundLineItems = [{ lineItemId: order.lineItems[0]?.id, quantity: 2, restockType: "RETURN" }];
    const suggested = await on.ask("OrderSuggestedRefund", { orderId: order.id, refundLineItems });
    expect(at(suggested.data, "order.suggestedRefund.amountSet.shopMoney.amount")).toBe("21.28");
    const input = { ...amountOnly(order, "21.28"), refundLineItems };
    await on.ask("RefundCreate", { idempotencyKey: "line", input });
    const { data } = await on.ask("OrderForReturns", { id: order.id });
    expect(at(data, "order.lineItems.nodes.0.refundableQuantity")).toBe(1);
    expect(at(data, "order.currentTotalPriceSet.shopMoney.amount")).toBe("15.62");
  });

  test("two currencies: the buyer's is asked for, the shop's follows the order's rate", async () => {
    const set = (shop: string, presentment: string): Record<string, { amount: string; currency_code: string }> => ({
      shop_money: { amount: shop, currency_code: "USD" },
      presentment_money: { amount: presentment, currency_code: "JPY" },
    });
    const order = seed(on, {
      currency: "USD",
      presentment_currency: "JPY",
      email: "hana@example.com",
      total_price_set: set("20.00", "3000"),
      line_items: [{ title: "Tea", quantity: 2, price: "10.00", price_set: set("10.00", "1500") }],
      fulfillments: [{}],
    });
    const without = await on.ask("RefundCreate", { idempotencyKey: "1", input: amountOnly(order, "1500") });
    expect(at(without.data, "refundCreate.userErrors.0.field")).toEqual(["currency"]);
    const { data } = await on.ask("RefundCreate", { idempotencyKey: "2", input: { ...amountOnly(order, "1500"), currency: "JPY" } });
    expect(at(data, "refundCreate.refund.totalRefundedSet")).toEqual({
      shopMoney: { amount: "10.0", currencyCode: "USD" },
      presentmentMoney: { amount: "1500.0", currencyCode: "JPY" },
    });
  });
});

describe("store credit and codes", () => {
  test("a customer's first credit opens an account in that currency", async () => {
    const order = seed(on);
    const credit = (amount: string): Promise<unknown> =>
      on
        .ask("StoreCreditCredit", { id: order.customerId, creditInput: { creditAmount: { amount, currencyCode: "USD" } } })
        .then(({ data }) => at(data, "storeCreditAccountCredit"));
    expect(at(await credit("2.50"), "storeCreditAccountTransaction.balanceAfterTransaction.amount")).toBe("2.5");
    expect(at(await credit("1"), "storeCreditAccountTransaction.account.balance.amount")).toBe("3.5");
    expect(at(await credit("0"), "userErrors.0.code")).toBe("NEGATIVE_OR_ZERO_AMOUNT");
  });

  test("a code can be made once", async () => {
    const order = seed(on);
    const basicCodeDiscount = {
      title: "Sorry",
      code: "SORRY-1",
      startsAt: "2026-03-01T00:00:00Z",
      usageLimit: 1,
      appliesOncePerCustomer: true,
      customerGets: { value: { percentage: 0.1 }, items: { all: true } },
      context: { customers: { add: [order.customerId] } },
    };
    const first = await on.ask("CompensationCodeCreate", { basicCodeDiscount });
    expect(at(first.data, "discountCodeBasicCreate.codeDiscountNode.codeDiscount")).toMatchObject({ status: "ACTIVE", usageLimit: 1 });
    const second = await on.ask("CompensationCodeCreate", { basicCodeDiscount: { ...basicCodeDiscount, code: "sorry-1" } });
    expect(at(second.data, "discountCodeBasicCreate.userErrors.0.code")).toBe("TAKEN");
    const id = at(first.data, "discountCodeBasicCreate.codeDiscountNode.id");
    await on.ask("CompensationCodeDeactivate", { id });
    const found = await on.standIn.graphql(
      '{ codeDiscountNodeByCode(code: "SORRY-1") { codeDiscount { ... on DiscountCodeBasic { status } } } }',
    );
    expect(at(found.data, "codeDiscountNodeByCode.codeDiscount.status")).toBe("EXPIRED");
  });
});

test("pieces settled one after another are together exactly the whole line, and none is more than a minor unit apart", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
      (minor, steps) => {
        const quantity = steps.reduce((all, step) => all + step, 0);
        const total = { shop: { minor, currency: "USD" }, presentment: { minor, currency: "USD" } };
        let before = 0;
        const paid = steps.map((count) => {
          const part = portion(total, quantity, { before, count });
          before += count;
          return part.shop.minor;
        });
        paid.forEach((part, index) =>
          expect(Math.abs(part - (minor * (steps[index] ?? 0)) / quantity)).toBeLessThanOrEqual(steps[index] ?? 0),
        );
        expect(paid.reduce((all, part) => all + part, 0)).toBe(minor);
      },
    ),
  );
});

test("whatever is returned and refunded in whatever order, the line never pays back more than was paid for it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9999 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
      async (cents, steps) => {
        const quantity = steps.reduce((all, step) => all + step, 0);
        const tax = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        const order = seed(on, {
          email: "p@example.com",
          line_items: [{ title: "Odd", price: tax, quantity, tax_lines: [{ title: "T", rate: 0.07, price: tax }] }],
          fulfillments: [{}],
        });
        for (const [index, count] of steps.entries()) {
          const refundLineItems = [{ lineItemId: order.lineItems[0]?.id, quantity: count }];
          const suggested = await on.ask("OrderSuggestedRefund", { orderId: order.id, refundLineItems });
          const amount = at(suggested.data, "order.suggestedRefund.amountSet.presentmentMoney.amount");
          const input = { ...amountOnly(order, String(amount)), refundLineItems };
          const { data } = await on.ask("RefundCreate", { idempotencyKey: `${order.id}-${index}`, input });
          expect(at(data, "refundCreate.userErrors")).toEqual([]);
        }
        const { data } = await on.ask("OrderForReturns", { id: order.id });
        expect(at(data, "order.displayFinancialStatus")).toBe("REFUNDED");
        expect(at(data, "order.currentTotalPriceSet.shopMoney.amount")).toBe("0.0");
      },
    ),
    { numRuns: 25 },
  );
});

describe("orderInvoiceSend", () => {
  const SEND = `mutation ($id: ID!, $to: String) { orderInvoiceSend(id: $id, email: { to: $to }) { order { id } userErrors { message code } } }`;

  test("mails nothing while nothing is outstanding", async () => {
    const order = seed(on);
    const { data } = await on.standIn.graphql(SEND, { id: order.id, to: "jane@example.com" });
    expect(at(data, "orderInvoiceSend.userErrors")).toEqual([
      { message: "Order has nothing outstanding to pay", code: "ORDER_INVOICE_SEND_UNSUCCESSFUL" },
    ]);
    expect(on.standIn.world.mailbox.to("jane@example.com")).toEqual([]);
  });
});
