import { describe, expect, test, vi } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import { readOrderPayload } from "#app/use-cases/orders/order-payload.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { seedDutiedOrder } from "#test/builders/a-dutied-order.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { goToConfirmation, must, submitWish } from "#test/builders/a-shopper.ts";
import { orderPayload } from "#test/shopify-stand-in/webhooks/payloads/order.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const actor = "staff:1";
const world = useRestingApp((ctx) => publishOffers(ctx, { refund: {}, store_credit: {}, exchange: {} }, { tips: "with_whole_order" }));

async function settleTwice({ id: returnId }: StoredReturn): Promise<void> {
  await openReturn(world.ctx, returnId);
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId, actor }));
  await settleReturn(world.ctx, returnId);
  await settleReturn(world.ctx, returnId);
}

const inShopify = (gid: OrderGid) => world.amends.standIn.world.firstShop.orders.get(gid);
const refundsOf = (gid: OrderGid) =>
  inShopify(gid)?.refunds.map(({ total, duties = [], adjustment, lines }) => ({
    paid: total.presentment.minor,
    duties: duties.map(({ amount }) => amount.presentment.minor),
    lines: lines.length,
    adjustment,
  }));
const partsOf = ({ quote }: StoredReturn) => quote.parts.map(({ kind, amount }) => `${kind} ${amount.presentment.minor}`);
const ledgerOf = async (gid: OrderGid) =>
  (await world.ctx.transaction((tx) => tx.ledger.ofOrder(gid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);

describe("three shirts with a duty of 10.50 and a tip of 4.00", () => {
  test("what Shopify tells of the order: the duty on its line, the tip as none of the goods", async () => {
    const { gid, lineGid, dutyGid, tipGid } = seedDutiedOrder(world.amends.standIn, "read@example.com");
    const found = await world.ctx.shopify.returns.readOrder(gid);
    const minor = (amount: number) => ({ shop: { minor: amount, currency: "USD" }, presentment: { minor: amount, currency: "USD" } });
    expect(found?.order).toMatchObject({ total: minor(8_550), tip: { lineGid: tipGid, paid: minor(400) } });
    expect(found?.order.lines).toMatchObject([{ gid: lineGid, duties: [{ gid: dutyGid, paid: minor(1_050) }] }]);
    expect(inShopify(gid)?.totals.price.shop.minor).toBe(8_550);
  });

  test("is kept the same whichever way it came: by webhook, by the hourly look, and with the imported history; the tip is nothing bought", async () => {
    const { gid, lineGid } = seedDutiedOrder(world.amends.standIn, "kept@example.com");
    const shop = world.amends.standIn.world.firstShop;
    const order = shop.orders.get(gid);
    if (!order) throw new Error("The order is there");
    const asKept = [{ gid: lineGid, quantity: 3, discountedTotal: money(6_000, "USD"), duties: money(1_050, "USD") }];
    const told = readOrderPayload(JSON.parse(JSON.stringify(orderPayload(shop, order))));
    expect(told.lines).toMatchObject(asKept);
    expect(told.lines).toHaveLength(1);

    const page = await world.ctx.shopify.orders.changedSince(new Date(0));
    const read = page.orders.find((one) => one.order.gid === gid);
    expect(read?.lines).toMatchObject(told.lines);

    const bulk = await world.ctx.shopify.shop.startOrderHistory(new Date(0));
    const { url } = await vi.waitUntil(async () => {
      const status = await world.ctx.shopify.shop.bulkStatus(bulk);
      return status.status === "completed" && status;
    });
    const imported = [];
    for await (const { snapshot } of world.ctx.shopify.shop.readOrderHistory(url ?? "", 0)) imported.push(snapshot);
    expect(imported.find((one) => one.order.gid === gid)?.lines).toEqual(read?.lines);

    await world.ctx.transaction((tx) => tx.orders.saveOrder(told.order, told.lines));
    const stored = await world.ctx.transaction((tx) => tx.orders.find(gid));
    expect(stored?.lines).toMatchObject(asKept);
    expect(stored?.lines).toHaveLength(1);
  });

  test("one comes back with its share of the duty, the others with the rest and the tip; each job twice pays once", async () => {
    const { gid, lineGid } = seedDutiedOrder(world.amends.standIn, "parts@example.com");
    const first = await submitWish(world.ctx, { orderGid: gid, lineGid });
    expect(partsOf(first)).toEqual(["goods 2000", "tax 200", "duties 350"]);
    await settleTwice(first);
    const others = await submitWish(world.ctx, { orderGid: gid, lineGid, item: { quantity: 2 }, resolution: "store_credit" });
    expect(partsOf(others)).toEqual(["goods 4000", "tax 400", "duties 700", "tip 400"]);
    await settleTwice(others);
    expect(refundsOf(gid)).toEqual([
      { paid: 2_550, duties: [350], lines: 1, adjustment: null },
      { paid: 5_500, duties: [700], lines: 2, adjustment: null },
    ]);
    expect(await ledgerOf(gid)).toEqual([
      "intended refund 2550",
      "confirmed refund 2550",
      "intended store_credit 5500",
      "confirmed store_credit 5500",
    ]);
  });

  test("a duty that staff refunded by hand in Shopify is not paid again", async () => {
    const { gid, name, lineGid, dutyGid } = seedDutiedOrder(world.amends.standIn, "byhand@example.com");
    world.amends.standIn.control.refund({ order_name: name, refund_duties: [{ duty_id: dutyGid, refund_type: "FULL" }] });
    expect(refundsOf(gid)).toMatchObject([{ paid: 1_050, duties: [1_050], lines: 0 }]);
    const all = await submitWish(world.ctx, { orderGid: gid, lineGid, item: { quantity: 3 } });
    expect(partsOf(all)).toEqual(["goods 6000", "tax 600", "tip 400"]);
    await settleTwice(all);
    expect(refundsOf(gid)?.at(-1)).toMatchObject({ paid: 7_000, duties: [], adjustment: null });
  });

  test("an exchange is not offered, and the decision says why", async () => {
    const { gid, lineGid } = seedDutiedOrder(world.amends.standIn, "exchange@example.com");
    const { access } = await goToConfirmation(world.ctx, { orderGid: gid, lineGid });
    const shown = must(await showSolutions(world.ctx, access));
    expect(shown.solutions.map(({ kind }) => kind)).toEqual(["refund", "store_credit"]);
    expect(shown.items[0]?.decision.explanation.map(({ code }) => code)).toContain("goods_not_sent_for_duties");
  });

  test("Shopify itself refuses an exchange on such an order", async () => {
    const { gid } = seedDutiedOrder(world.amends.standIn, "refused@example.com");
    const found = await world.ctx.shopify.returns.readOrder(gid);
    const [parcel] = found?.order.lines[0]?.parcels ?? [];
    if (!parcel) throw new Error("The shirts were sent");
    const nothing = { shop: { minor: 0, currency: "USD" }, presentment: { minor: 0, currency: "USD" } };
    const wanted = {
      lineGid: found?.order.lines[0]?.gid ?? "gid://shopify/LineItem/0",
      variantGid: "gid://shopify/ProductVariant/7102",
    } as const;
    const opened = await world.ctx.shopify.returns.open({
      orderGid: gid,
      requestedAt: world.ctx.clock.now(),
      lines: [{ fulfillmentLineGid: parcel.fulfillmentLineItemGid, quantity: 1, reason: "too-small", note: "", restockingFeeBp: 0 }],
      exchanges: [{ ...wanted, quantity: 1, appliedDiscount: nothing }],
      returnShippingFee: null,
    });
    expect(opened).toMatchObject({ ok: false, error: { code: "refused_by_shopify" } });
  });
});
