import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, after } from "#app/domain/shared/time.ts";
import { askForPickup } from "#app/use-cases/labels/ask-for-pickup.server.ts";
import { buyLabel } from "#app/use-cases/labels/buy-label.server.ts";
import { refundLabel } from "#app/use-cases/labels/refund-label.server.ts";
import { removeLabel } from "#app/use-cases/labels/remove-label.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import { aLabelledReturn, startLabelApp, type LabelApp } from "#test/builders/a-label-shop.ts";
import { must } from "#test/builders/a-shopper.ts";
import { type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";

let app: LabelApp;
let amends: TestApp;
let easyPost: EasyPost;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  app = await startLabelApp({ isWorking: false, buying: { offersPickup: true } });
  ({ amends, easyPost, ctx } = app);
});
afterAll(() => app.close());

let shoppers = 0;
/** A return with a label that was paid. */
async function labelled() {
  const record = await aLabelledReturn(amends, ctx, { email: `back-${(shoppers += 1)}@example.com` });
  await amends.run("open-return", { returnId: record.id });
  const purchase = await purchaseOf(record);
  await buyLabel(ctx, purchase.id);
  return { record, id: purchase.id, shipment: shipmentOf(purchase.id) };
}
async function purchaseOf({ id }: StoredReturn) {
  const [purchase] = await ctx.transaction((tx) => tx.labelPurchases.ofReturn(id));
  if (!purchase) throw new Error("No label is wanted");
  return purchase;
}
function shipmentOf(purchaseId: string) {
  const shipment = easyPost.state.shipments.find(({ reference }) => reference?.startsWith(purchaseId));
  if (!shipment) throw new Error("EasyPost knows no such shipment");
  return shipment;
}
const cancel = async ({ id }: StoredReturn) => must(await cancelReturn(ctx, { returnId: id, actor }));
const refundsOf = (ref: string) => (easyPost.state.refunds ?? []).filter((one) => one === ref).length;
const casesOf = ({ orderGid }: StoredReturn) => ctx.transaction((tx) => tx.cases.ofOrder(orderGid));
const historyOf = async ({ id }: StoredReturn) =>
  (await ctx.transaction((tx) => tx.returns.events(id))).filter(({ event }) => /^(label_|pickup_).*(refund|cancel)/.test(event));

describe("a label that is not used", () => {
  test("of a cancelled return is given back once, and asked about until the carrier has paid", async () => {
    const { record, id, shipment } = await labelled();
    await cancel(record);
    expect((await purchaseOf(record)).status).toBe("unused");
    for (const _twice of [1, 2]) await amends.run("refund-label", { purchaseId: id });
    expect((await purchaseOf(record)).status).toBe("refunding");
    expect(refundsOf(shipment.id)).toBe(1);
    shipment.refund_status = "refunded";
    for (const _twice of [1, 2]) await refundLabel(ctx, id);
    expect((await purchaseOf(record)).status).toBe("refunded");
    expect(refundsOf(shipment.id)).toBe(1);
    const history = await historyOf(record);
    expect(history.map(({ event }) => event)).toEqual(["label_refund_asked", "label_refunded"]);
    expect(history[0]?.detail).toMatchObject({ labelId: id, cost: { minor: 710, currency: "USD" } });
    expect(await casesOf(record)).toEqual([]);
  });

  test("is found by the hourly round, after an hour while nobody could be asked, then every day", async () => {
    const { record, id, shipment } = await labelled();
    await cancel(record);
    easyPost.fail({ path: /GET \/shipments\//, kind: "down" });
    await expect(refundLabel(ctx, id)).rejects.toThrow();
    const due = (tried: Date, asked: Date) => ctx.transaction((tx) => tx.labelPurchases.toRefund({ tried, asked }, 100));
    const [now, later] = [ctx.clock.now(), after(ctx.clock.now(), DAY)];
    expect((await due(later, now)).map((one) => one.id)).toContain(id);
    await refundLabel(ctx, id);
    expect(refundsOf(shipment.id)).toBe(1);
    expect((await due(later, now)).map((one) => one.id)).not.toContain(id);
    expect((await due(now, later)).map((one) => one.id)).toContain(id);
    await tendReturns(ctx);
  });

  test("that the carrier does not take back becomes one case; the answer that got lost is none", async () => {
    const refused = await labelled();
    refused.shipment.refund_status = "rejected";
    await cancel(refused.record);
    for (const _twice of [1, 2]) await refundLabel(ctx, refused.id);
    expect((await purchaseOf(refused.record)).status).toBe("not_refunded");
    expect(await casesOf(refused.record)).toHaveLength(1);
    const lost = await labelled();
    await cancel(lost.record);
    easyPost.fail({ path: /POST .*\/refund/, kind: "lost" });
    await expect(refundLabel(ctx, lost.id)).rejects.toThrow();
    await refundLabel(ctx, lost.id);
    expect((await purchaseOf(lost.record)).status).toBe("refunding");
    expect(refundsOf(lost.shipment.id)).toBe(1);
  });

  test("that staff take away is given back too; one that the carrier has scanned is not", async () => {
    const away = await labelled();
    must(await removeLabel(ctx, { returnId: away.record.id, labelId: away.id, actor }));
    await refundLabel(ctx, away.id);
    expect(refundsOf(away.shipment.id)).toBe(1);
    const used = await labelled();
    await ctx.transaction((tx) => tx.labels.noteJourney(used.id, { firstScanAt: ctx.clock.now() }, ctx.clock.now()));
    await cancel(used.record);
    expect((await purchaseOf(used.record)).status).toBe("bought");
    expect(refundsOf(used.shipment.id)).toBe(0);
  });

  test("of a return that goes on is not given back, whatever the job says", async () => {
    const { record, id, shipment } = await labelled();
    await refundLabel(ctx, id);
    expect((await purchaseOf(record)).status).toBe("bought");
    expect(refundsOf(shipment.id)).toBe(0);
  });

  test("calls its collection off at the carrier", async () => {
    const { record, id } = await labelled();
    const when = { date: "2026-03-16", window: "9-12" };
    const booked = must(await askForPickup(ctx, { returnId: record.id, labelId: id, ...when, isAddressRight: true, actor: "shopper" }));
    await cancel(record);
    await refundLabel(ctx, id);
    expect(easyPost.state.pickups.find(({ reference }) => reference === booked.id)?.status).toBe("canceled");
    expect((await historyOf(record)).map(({ event }) => event)).toEqual(["pickup_cancelled", "label_refund_asked"]);
  });

  test("is given back though its buyer was killed before or after any step and the return was cancelled meanwhile", async () => {
    for (let [isDone, dieAfter] = [false, 0]; !isDone; dieAfter += 1) {
      const record = await aLabelledReturn(amends, ctx, { email: `killed-${(shoppers += 1)}@example.com` });
      await amends.run("open-return", { returnId: record.id });
      const { id } = await purchaseOf(record);
      isDone = await buyLabel(killable(ctx, dieAfter).ctx, id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await cancel(record);
      for (const _twice of [1, 2]) await buyLabel(ctx, id);
      for (const _twice of [1, 2]) await refundLabel(ctx, id);
      const paid = easyPost.state.shipments.find(({ reference, postage_label: label }) => reference?.startsWith(id) && label);
      const died = `died after step ${dieAfter}`;
      expect(paid ? refundsOf(paid.id) : "nothing paid", died).toBe(paid ? 1 : "nothing paid");
      expect((await purchaseOf(record)).status, died).toBe(paid ? "refunding" : "ended");
    }
  }, 180_000);
});
