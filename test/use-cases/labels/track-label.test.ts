import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectCarrier, disconnectCarrier, readCarrierConnection } from "#app/use-cases/labels/carrier-account.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { LABEL_KEY, aLabelledReturn, startLabelApp, type LabelApp } from "#test/builders/a-label-shop.ts";
import { must } from "#test/builders/a-shopper.ts";
import { newsOf, signNews, type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import type { TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
let app: LabelApp;
let amends: TestApp;
let easyPost: EasyPost;
let ctx: ShopContext;

beforeAll(async () => {
  app = await startLabelApp({ shops: [MINE, THEIRS] });
  ({ amends, easyPost, ctx } = app);
});
afterAll(() => app.close());

async function labelled(email: string) {
  const record = await aLabelledReturn(amends, ctx, { email });
  await amends.settled();
  const [label] = await ctx.transaction((tx) => tx.labels.ofReturn(record.id));
  const shipment = easyPost.state.shipments.find(({ id }) => id === label?.shipmentRef);
  if (!label || !shipment) throw new Error("No label was bought");
  return { record, label, shipment };
}
const eventsOf = async ({ id }: StoredReturn) => (await ctx.transaction((tx) => tx.returns.events(id))).map(({ event }) => event);
const statusOf = async ({ id }: StoredReturn) => (await ctx.transaction((tx) => tx.returns.find(id)))?.status;
const secretOf = () => easyPost.state.webhooks.at(-1)?.secret ?? "";
async function post(body: string, signature: string, shop = ctx.shop.shopId): Promise<number> {
  const { action } = await import("#app/routes/carrier-news.$shop.ts");
  const request = new Request(`https://amends.test/carrier-news/${shop}`, {
    method: "POST",
    body,
    headers: { "x-hmac-signature": signature },
  });
  return (await action({ context: { app: amends.app }, request, params: { shop } })).status;
}
function move(shipment: Awaited<ReturnType<typeof labelled>>["shipment"], status: string): string {
  shipment.tracker?.tracking_details.push({ status, message: status, datetime: amends.standIn.now().toISOString() });
  return newsOf(shipment);
}

describe("the account that labels are bought from", () => {
  test("is connected with a key that works, which is sealed and never told again", async () => {
    expect(await readCarrierConnection(ctx)).toMatchObject({ keyEnd: "test", mode: "test", hasNews: true });
    const stored = await ctx.transaction((tx) => tx.carrierAccount.read());
    expect(JSON.stringify(stored)).not.toContain(LABEL_KEY);
    const { loader } = await import("#app/routes/app.settings.labels.tsx");
    const { adminCall } = await import("#test/support/admin-requests.ts");
    expect(JSON.stringify(await loader(await adminCall(amends, "/app/settings/labels", {})))).not.toContain(LABEL_KEY);
  });

  test("is not connected with a wrong key, nor while the seller is down; the form says which", async () => {
    const other = await amends.ctx(THEIRS);
    const actor = "staff:1";
    expect(await connectCarrier(other, { key: "nonsense", actor })).toMatchObject({ error: { code: "key_invalid" } });
    expect(await connectCarrier(other, { key: "XX".repeat(15), actor })).toMatchObject({ error: { code: "key_refused" } });
    easyPost.fail({ path: /GET \/shipments$/, kind: "down" });
    expect(await connectCarrier(other, { key: LABEL_KEY, actor })).toMatchObject({ error: { code: "carrier_unreachable" } });
    expect(await readCarrierConnection(other)).toBeUndefined();
  });

  test("is forgotten with its news", async () => {
    const other = await amends.ctx(THEIRS);
    must(await connectCarrier(other, { key: LABEL_KEY, actor: "staff:1" }));
    expect(easyPost.state.webhooks).toHaveLength(2);
    await disconnectCarrier(other, "staff:1");
    expect(await readCarrierConnection(other)).toBeUndefined();
    expect(easyPost.state.webhooks).toHaveLength(1);
  });
});

describe("a parcel's way back", () => {
  test("begins at the first scan: the return is on its way, once, though the news come twice and out of order", async () => {
    const { record, label, shipment } = await labelled("scan@example.com");
    const printed = newsOf(shipment);
    expect(await post(printed, signNews(printed, secretOf()))).toBe(200);
    await amends.settled();
    expect(await statusOf(record)).toBe("approved");
    const scanned = move(shipment, "in_transit");
    for (const body of [scanned, scanned, printed]) expect(await post(body, signNews(body, secretOf()))).toBe(200);
    await amends.settled();
    expect(await statusOf(record)).toBe("in_transit");
    const delivered = move(shipment, "delivered");
    for (const body of [delivered, delivered]) expect(await post(body, signNews(body, secretOf()))).toBe(200);
    await amends.settled();
    const events = await eventsOf(record);
    for (const event of ["first_scan", "ship", "parcel_delivered"]) expect(events.filter((one) => one === event)).toHaveLength(1);
    const [now] = await ctx.transaction((tx) => tx.labels.ofReturn(record.id));
    expect(now).toMatchObject({ id: label.id, firstScanAt: amends.standIn.now(), deliveredAt: amends.standIn.now() });
  });

  test("has the return paid at that scan, once, where the policy pays so", async () => {
    await publishOffers(ctx, { refund: {} }, { labelPaidBy: "merchant", paysAtFirstScan: true });
    const { record, shipment } = await labelled("paid-at-scan@example.com");
    const printed = newsOf(shipment);
    const scanned = move(shipment, "in_transit");
    for (const body of [scanned, printed, scanned]) expect(await post(body, signNews(body, secretOf()))).toBe(200);
    await amends.settled();
    const delivered = move(shipment, "delivered");
    for (const body of [delivered, scanned]) expect(await post(body, signNews(body, secretOf()))).toBe(200);
    await amends.settled();
    expect(await statusOf(record)).toBe("refunded");
    const events = await eventsOf(record);
    for (const event of ["first_scan", "ship", "start_processing", "pay"]) expect(events.filter((one) => one === event)).toHaveLength(1);
    const refunds = amends.standIn.world.firstShop.orders.get(record.orderGid)?.refunds ?? [];
    expect(refunds.map(({ total }) => total.presentment.minor)).toEqual([2200]);
    await publishOffers(ctx, { refund: {} }, { labelPaidBy: "merchant" });
  });

  test("is believed only with the shop's signature", async () => {
    const { record, shipment } = await labelled("forged@example.com");
    const body = move(shipment, "in_transit");
    expect(await post(body, signNews(body, "guessed"))).toBe(401);
    expect(await post(`${body} `, signNews(body, secretOf()))).toBe(401);
    expect(await post(body, "")).toBe(401);
    expect(await post(body, signNews(body, secretOf()), (await amends.ctx(THEIRS)).shop.shopId)).toBe(401);
    expect(await post(body, signNews(body, secretOf()), "nobody")).toBe(401);
    await amends.settled();
    expect(await statusOf(record)).toBe("approved");
  });

  test("is asked for by the hourly round when no news come", async () => {
    const { record, shipment } = await labelled("polled@example.com");
    move(shipment, "in_transit");
    await amends.run("tend-returns", {});
    await amends.settled();
    expect(await statusOf(record)).toBe("in_transit");
  });
});
