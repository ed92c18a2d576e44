import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { at, firstPart, mugs, paymentOf, scene, seed, type Scene } from "./scene.ts";

const CHANGED_MIND = "gid://shopify/ReturnReasonDefinition/2";

let on: Scene;

beforeEach(async () => {
  on = await scene();
});
afterEach(() => on.close());

async function openReturn(
  quantity: number,
  more: Record<string, unknown> = {},
): Promise<{ order: ReturnType<typeof seed>; data: unknown }> {
  const order = seed(on);
  const returnLineItems = [
    { fulfillmentLineItemId: firstPart(order), quantity, returnReasonDefinitionId: CHANGED_MIND, restockingFee: { percentage: 10 } },
  ];
  const { data, errors } = await on.ask("ReturnCreate", { returnInput: { orderId: order.id, returnLineItems, ...more } });
  expect(errors).toBeUndefined();
  return { order, data: at(data, "returnCreate") };
}

describe("what a return is worth", () => {
  test("the preview gives the returned side as negative and fees as positive amounts", async () => {
    const order = seed(on);
    const input = {
      orderId: order.id,
      returnLineItems: [{ fulfillmentLineItemId: firstPart(order), quantity: 1, restockingFee: { percentage: 10 } }],
      returnShippingFee: { amount: { amount: "2.50", currencyCode: "USD" } },
    };
    const { data } = await on.ask("PreviewReturn", { input });
    const line = "returnCalculate.returnLineItems.0";
    expect(at(data, `${line}.subtotalBeforeOrderDiscountsSet.shopMoney.amount`)).toBe("-10.0");
    expect(at(data, `${line}.subtotalSet.shopMoney.amount`)).toBe("-9.67");
    expect(at(data, `${line}.totalTaxSet.shopMoney.amount`)).toBe("-0.97");
    expect(at(data, `${line}.restockingFee.amountSet.shopMoney.amount`)).toBe("0.97");
    expect(at(data, "returnCalculate.returnShippingFee.amountSet.shopMoney.amount")).toBe("2.5");
  });

  test("fees are netted off what the shop owes", async () => {
    const { data } = await openReturn(2, { returnShippingFee: { amount: { amount: "2.50", currencyCode: "USD" } } });
    const lines = [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 2 }];
    const outcome = await on.ask("ReturnFinancialOutcome", {
      returnId: at(data, "return.id"),
      returnLineItems: lines,
      exchangeLineItems: [],
    });
    const transfer = at(outcome.data, "return.suggestedFinancialOutcome.financialTransfer");
    // 19.34 goods + 1.94 tax − 1.93 restocking − 2.50 shipping
    expect(at(transfer, "__typename")).toBe("RefundReturnOutcome");
    expect(at(transfer, "amount.shopMoney.amount")).toBe("16.85");
    expect(at(transfer, "suggestedTransactions.0.amountSet.shopMoney.amount")).toBe("16.85");
  });

  test("store credit takes the place of the payments when it is asked for", async () => {
    const { data } = await openReturn(1);
    const lines = [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 1 }];
    const variables = { returnId: at(data, "return.id"), returnLineItems: lines, exchangeLineItems: [], allocation: "STORE_CREDIT" };
    const transfer = at((await on.ask("ReturnFinancialOutcome", variables)).data, "return.suggestedFinancialOutcome.financialTransfer");
    expect(at(transfer, "suggestedTransactions")).toEqual([]);
    expect(at(transfer, "suggestedRefundMethods.0.amount.shopMoney.amount")).toBe(at(transfer, "amount.shopMoney.amount"));
  });

  test("a dearer exchange makes the buyer owe the difference", async () => {
    on.standIn.control.products({ id: 9, title: "Jug", variants: [{ id: 91, price: "30.00", inventory_quantity: 5 }] });
    const { data } = await openReturn(1, { exchangeLineItems: [{ variantId: "gid://shopify/ProductVariant/91", quantity: 1 }] });
    const returned = [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 1 }];
    const exchanged = [{ id: at(data, "return.exchangeLineItems.nodes.0.id"), quantity: 1 }];
    const outcome = await on.ask("ReturnFinancialOutcome", {
      returnId: at(data, "return.id"),
      returnLineItems: returned,
      exchangeLineItems: exchanged,
    });
    const transfer = at(outcome.data, "return.suggestedFinancialOutcome.financialTransfer");
    // 30.00 + 3.00 tax + 0.97 fee − 9.67 − 0.97
    expect(at(transfer, "__typename")).toBe("InvoiceReturnOutcome");
    expect(at(transfer, "amount.shopMoney.amount")).toBe("23.33");
  });
});

describe("processing a return", () => {
  test("pays, restocks and books out in one call, and leaves the return open", async () => {
    const { order, data } = await openReturn(2);
    const returnId = at(data, "return.id");
    const dispositions = [
      {
        reverseFulfillmentOrderLineItemId: at(data, "return.reverseFulfillmentOrders.nodes.0.lineItems.nodes.0.id"),
        quantity: 2,
        dispositionType: "RESTOCKED",
        locationId: [...on.standIn.world.firstShop.locations.keys()][0],
      },
    ];
    const input = {
      returnId,
      returnLineItems: [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 2, dispositions }],
      financialTransfer: {
        issueRefund: {
          orderTransactions: [{ parentId: paymentOf(on, order), transactionAmount: { amount: "10.00", currencyCode: "USD" } }],
          refundMethods: [{ storeCreditRefund: { amount: { amount: "9.33", currencyCode: "USD" } } }],
        },
      },
    };
    const processed = await on.ask("ReturnProcess", { input });
    expect(at(processed.data, "returnProcess.userErrors")).toEqual([]);
    expect(at(processed.data, "returnProcess.return.status")).toBe("OPEN");
    expect(at(processed.data, "returnProcess.return.refunds.nodes.0.totalRefundedSet.shopMoney.amount")).toBe("19.33");
    const again = await on.ask("OrderForReturns", { id: order.id });
    expect(at(again.data, "order.lineItems.nodes.0.currentQuantity")).toBe(1);
    expect(at(again.data, "order.totalOutstandingSet.shopMoney.amount")).toBe("0.0");
    expect(at(again.data, "order.displayFinancialStatus")).toBe("PARTIALLY_REFUNDED");
    expect(on.standIn.world.firstShop.productOf("gid://shopify/ProductVariant/71")?.variants[0]?.stock).toEqual({
      "gid://shopify/Location/1001": 102,
    });
    const customer = await on.ask("CustomerLookup", { identifier: { id: order.customerId } });
    expect(at(customer.data, "customerByIdentifier.storeCreditAccounts.nodes.0.balance.amount")).toBe("9.33");
    const second = await on.ask("ReturnProcess", {
      input: { returnId, returnLineItems: [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 1 }] },
    });
    expect(at(second.data, "returnProcess.userErrors.0.code")).toBe("INVALID");
  });

  test("refuses to pay more than the net payment", async () => {
    const { order, data } = await openReturn(3);
    const issueRefund = {
      orderTransactions: [{ parentId: paymentOf(on, order), transactionAmount: { amount: "40.00", currencyCode: "USD" } }],
    };
    const input = {
      returnId: at(data, "return.id"),
      returnLineItems: [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 3 }],
      financialTransfer: { issueRefund },
    };
    const { data: answer } = await on.ask("ReturnProcess", { input });
    expect(at(answer, "returnProcess.userErrors.0.message")).toBe("Refund amount $40.00 is greater than net payment received $36.90");
    expect(at(answer, "returnProcess.return")).toBeNull();
  });

  test("an exchange becomes a line of the order and leaves the shelf", async () => {
    const { order, data } = await openReturn(1, { exchangeLineItems: [{ variantId: "gid://shopify/ProductVariant/71", quantity: 1 }] });
    const input = {
      returnId: at(data, "return.id"),
      returnLineItems: [{ id: at(data, "return.returnLineItems.nodes.0.id"), quantity: 1 }],
      exchangeLineItems: [{ id: at(data, "return.exchangeLineItems.nodes.0.id"), quantity: 1 }],
    };
    await on.ask("ReturnProcess", { input });
    const { data: after } = await on.ask("OrderForReturns", { id: order.id });
    expect(at(after, "order.lineItems.nodes.1.unfulfilledQuantity")).toBe(1);
    expect(at(after, "order.displayFulfillmentStatus")).toBe("PARTIALLY_FULFILLED");
    expect(on.standIn.world.firstShop.productOf("gid://shopify/ProductVariant/71")?.variants[0]?.stock).toEqual({
      "gid://shopify/Location/1001": 99,
    });
  });
});

describe("the life of a return", () => {
  test("requested, approved, closed, reopened, with Shopify's topics and the order's return status", async () => {
    const order = seed(on);
    const input = {
      orderId: order.id,
      returnLineItems: [{ fulfillmentLineItemId: firstPart(order), quantity: 1, returnReasonDefinitionId: CHANGED_MIND }],
    };
    const requested = await on.ask("ReturnRequest", { input });
    const id = at(requested.data, "returnRequest.return.id");
    const status = async (): Promise<unknown> => at((await on.ask("OrderForReturns", { id: order.id })).data, "order.returnStatus");
    expect(await status()).toBe("RETURN_REQUESTED");
    expect(at((await on.ask("ReturnClose", { id })).data, "returnClose.userErrors.0.code")).toBe("INVALID_STATE");
    const approved = await on.ask("ReturnApprove", { input: { id } });
    expect(at(approved.data, "returnApproveRequest.return.reverseFulfillmentOrders.nodes")).toHaveLength(1);
    expect(await status()).toBe("IN_PROGRESS");
    expect(at((await on.ask("ReturnApprove", { input: { id } })).data, "returnApproveRequest.userErrors.0.code")).toBe("INVALID_STATE");
    await on.ask("ReturnClose", { id });
    expect(at((await on.ask("ReturnClose", { id })).data, "returnClose.userErrors")).toEqual([]);
    expect(await status()).toBe("RETURNED");
    await on.ask("ReturnReopen", { id });
    await on.ask("ReturnCancel", { id });
    expect(await status()).toBe("NO_RETURN");
    await on.standIn.world.webhooks.settled();
    const topics = on.received.map(({ topic }) => topic).filter((topic) => topic.startsWith("returns/"));
    expect(topics).toEqual(["returns/request", "returns/approve", "returns/close", "returns/reopen", "returns/cancel"]);
  });

  test("a declined request frees its pieces again", async () => {
    const order = seed(on);
    const returnLineItems = [{ fulfillmentLineItemId: firstPart(order), quantity: 3, returnReasonDefinitionId: CHANGED_MIND }];
    const requested = await on.ask("ReturnRequest", { input: { orderId: order.id, returnLineItems } });
    const none = await on.ask("ReturnableItems", { orderId: order.id });
    expect(at(none.data, "returnableFulfillments.nodes")).toEqual([]);
    const over = await on.ask("ReturnRequest", { input: { orderId: order.id, returnLineItems } });
    expect(at(over.data, "returnRequest.userErrors.0.message")).toBe("Return line item has an invalid quantity.");
    const input = { id: at(requested.data, "returnRequest.return.id"), declineReason: "FINAL_SALE", declineNote: "Sorry" };
    expect(at((await on.ask("ReturnDecline", { input })).data, "returnDeclineRequest.return.decline.reason")).toBe("FINAL_SALE");
    const free = await on.ask("ReturnableItems", { orderId: order.id });
    expect(at(free.data, "returnableFulfillments.nodes.0.returnableFulfillmentLineItems.nodes.0.quantity")).toBe(3);
  });

  test("without its last line a return closes by itself", async () => {
    const { data } = await openReturn(1);
    const returnLineItems = [{ returnLineItemId: at(data, "return.returnLineItems.nodes.0.id"), quantity: 1 }];
    const removed = await on.ask("RemoveFromReturn", { returnId: at(data, "return.id"), returnLineItems });
    expect(at(removed.data, "removeFromReturn.return")).toMatchObject({ status: "CLOSED", totalQuantity: 0 });
  });

  test("a missing reason is refused in each mutation's own way", async () => {
    const order = seed(on);
    const returnLineItems = [{ fulfillmentLineItemId: firstPart(order), quantity: 1 }];
    const created = await on.ask("ReturnCreate", { returnInput: { orderId: order.id, returnLineItems } });
    const requested = await on.ask("ReturnRequest", { input: { orderId: order.id, returnLineItems } });
    expect(at(created.data, "returnCreate.userErrors.0.code")).toBe("NOT_FOUND");
    expect(at(requested.data, "returnRequest.userErrors.0.code")).toBe("BLANK");
  });

  test("pieces refunded by hand cannot be returned any more", async () => {
    const order = seed(on, mugs({ order_number: 77 }));
    on.standIn.control.refund({ order_name: "#77", refund_line_items: [{ line_item_id: order.lineItems[0]?.id ?? "", quantity: 2 }] });
    const left = await on.ask("ReturnableItems", { orderId: order.id });
    expect(at(left.data, "returnableFulfillments.nodes.0.returnableFulfillmentLineItems.nodes.0.quantity")).toBe(1);
  });
});
