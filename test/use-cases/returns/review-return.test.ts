import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samePair } from "#app/domain/shared/money-pair.ts";
import type { OrderGid, ReturnGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { moveReturn } from "#app/use-cases/returns/move-return.server.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { readReturnDossier } from "#app/use-cases/returns/read-return-dossier.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

/** A request that the buyer made on Shopify's own account page. */
async function requestedNatively(email: string): Promise<{ orderGid: OrderGid; returnGid: ReturnGid }> {
  const { gid: orderGid } = seedShirtOrder(amends.standIn, { email });
  const { order } = (await ctx.shopify.returns.readOrder(orderGid)) ?? {};
  const fulfillmentLineItemId = order?.lines[0]?.parcels[0]?.fulfillmentLineItemGid;
  const { returnRequest } = (await amends.standIn.adminFetch(
    `mutation ($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { message } } }`,
    {
      input: {
        orderId: orderGid,
        returnLineItems: [{ fulfillmentLineItemId, quantity: 1, returnReason: "UNWANTED", customerNote: "too bright" }],
      },
    },
  )) as { returnRequest: { return: { id: ReturnGid } } };
  await amends.settled();
  return { orderGid, returnGid: returnRequest.return.id };
}

async function ours(orderGid: OrderGid): Promise<StoredReturn | undefined> {
  return (await ctx.transaction((tx) => tx.returns.ofOrder(orderGid)))[0];
}

function subjectsTo(address: string): (string | undefined)[] {
  return amends.mailsTo(address).map((mail) => mail.split("\n")[0]);
}

async function inShopify(mutation: string, variables: Record<string, unknown>): Promise<void> {
  await amends.standIn.adminFetch(mutation, variables);
  await amends.settled();
}

describe("a return asked for on Shopify's own pages", () => {
  test("appears here, waits for staff, and goes the same way as any other", async () => {
    const { orderGid, returnGid } = await requestedNatively("native@example.com");
    const record = await ours(orderGid);
    expect(record).toMatchObject({ source: "shopify", status: "requested", shopifyGid: returnGid, needsReview: true });
    expect(record?.lines).toMatchObject([{ quantity: 1, note: "too bright" }]);
    expect(record?.quote.total).toEqual(samePair(2200, "USD"));
    const returnId = record?.id ?? "";
    const dossier = must(await readReturnDossier(ctx, returnId));
    expect(dossier.decisions).toMatchObject([{ decision: { outcome: "eligible", factsUsed: { quantity: 1, quantityLeft: 2 } } }]);
    expect(dossier.record.lines[0]?.decisionId).toBe(dossier.decisions[0]?.id);
    must(await approveReturn(ctx, { returnId, actor }));
    expect(await ctx.shopify.returns.read(returnGid)).toMatchObject({ status: "open" });
    must(await receiveReturn(ctx, { returnId, actor }));
    must(await inspectReturn(ctx, { returnId, actor, lines: [] }));
    must(await processReturn(ctx, { returnId, actor }));
    await amends.settled();
    expect(await ours(orderGid)).toMatchObject({ status: "closed" });
    expect(await ctx.shopify.returns.read(returnGid)).toMatchObject({ status: "closed", refunds: [{ total: samePair(2200, "USD") }] });
    expect(subjectsTo("native@example.com")).toEqual([
      `We have your return ${record?.name}`,
      `Your return ${record?.name} is approved`,
      "$22.00 is on its way to you",
    ]);
  });

  test("declined in Shopify is declined here, with its words", async () => {
    const { orderGid, returnGid } = await requestedNatively("native-declined@example.com");
    await inShopify(`mutation ($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { userErrors { message } } }`, {
      input: { id: returnGid, declineReason: "FINAL_SALE", declineNote: "Sold as seen" },
    });
    expect(await ours(orderGid)).toMatchObject({ status: "declined", declineReason: "FINAL_SALE", declineNote: "Sold as seen" });
  });

  test("approved and cancelled in Shopify is so here", async () => {
    const { orderGid, returnGid } = await requestedNatively("native-approved@example.com");
    await inShopify(`mutation ($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) { userErrors { message } } }`, {
      input: { id: returnGid },
    });
    expect(await ours(orderGid)).toMatchObject({ status: "approved" });
    await inShopify(`mutation ($id: ID!) { returnCancel(id: $id) { userErrors { message } } }`, { id: returnGid });
    expect(await ours(orderGid)).toMatchObject({ status: "cancelled" });
  });
});

describe("a return of ours that staff go on with in Shopify", () => {
  async function opened(email: string): Promise<StoredReturn> {
    const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { email });
    await submitWish(ctx, { orderGid, lineGid });
    await amends.settled();
    const record = await ours(orderGid);
    if (!record?.shopifyGid) throw new Error("The return is open");
    return record;
  }

  test("paid by hand there is paid here, and never a second time", async () => {
    const record = await opened("by-hand@example.com");
    const [line] = record.lines;
    const parentId = [...(amends.standIn.world.firstShop.orders.get(record.orderGid)?.transactions ?? [])][0]?.id;
    const issueRefund = { orderTransactions: [{ parentId, transactionAmount: { amount: "22.00", currencyCode: "USD" } }] };
    await inShopify(`mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }`, {
      input: { returnId: record.shopifyGid, returnLineItems: [{ id: line?.gid, quantity: 1 }], financialTransfer: { issueRefund } },
    });
    expect(await ours(record.orderGid)).toMatchObject({ status: "refunded" });
    expect(await processReturn(ctx, { returnId: record.id, actor })).toMatchObject({ ok: false, error: { code: "not_allowed" } });
    await inShopify(`mutation ($id: ID!) { returnClose(id: $id) { userErrors { message } } }`, { id: record.shopifyGid });
    expect(await ours(record.orderGid)).toMatchObject({ status: "closed" });
    const refunds = amends.standIn.world.firstShop.orders.get(record.orderGid)?.refunds ?? [];
    expect(refunds).toHaveLength(1);
  });

  test("closed there without a payment is over here; opened again there it goes on here, whichever news comes first", async () => {
    const record = await opened("closed@example.com");
    await inShopify(`mutation ($id: ID!) { returnClose(id: $id) { userErrors { message } } }`, { id: record.shopifyGid });
    expect(await ours(record.orderGid)).toMatchObject({ status: "closed" });
    await inShopify(`mutation ($id: ID!) { returnReopen(id: $id) { userErrors { message } } }`, { id: record.shopifyGid });
    const reopened = await ours(record.orderGid);
    expect([reopened?.status, reopened?.closedAt]).toEqual(["approved", undefined]);
    const late = { returnGid: record.shopifyGid };
    for (const news of [late, { ...late, isReopened: true }, late]) await amends.run("review-return", news);
    expect(await ours(record.orderGid)).toMatchObject({ status: "approved" });
    await inShopify(`mutation ($id: ID!) { returnClose(id: $id) { userErrors { message } } }`, { id: record.shopifyGid });
    await amends.run("review-return", { ...late, isReopened: true });
    expect(await ours(record.orderGid)).toMatchObject({ status: "closed" });
  });

  test("closed here while Shopify's is about to be closed too is not taken for opened again", async () => {
    const record = await opened("closing@example.com");
    await ctx.transaction((tx) => moveReturn(tx, ctx, { record, event: "close", actor: "system", change: { closedAt: ctx.clock.now() } }));
    await amends.run("review-return", { returnGid: record.shopifyGid });
    expect(await ours(record.orderGid)).toMatchObject({ status: "closed" });
  });
});
