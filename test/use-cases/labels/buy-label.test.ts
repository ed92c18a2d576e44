import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR, after } from "#app/domain/shared/time.ts";
import { buyLabel } from "#app/use-cases/labels/buy-label.server.ts";
import { requestLabel, retryLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { aLabelledReturn, setLabelBuying, startLabelApp, type LabelApp } from "#test/builders/a-label-shop.ts";
import { must } from "#test/builders/a-shopper.ts";
import { type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";

let app: LabelApp;
let amends: TestApp;
let easyPost: EasyPost;
let ctx: ShopContext;

beforeAll(async () => {
  app = await startLabelApp({ isWorking: false });
  ({ amends, easyPost, ctx } = app);
});
afterAll(() => app.close());

let shoppers = 0;
async function opened(zip?: string, country = "US"): Promise<{ record: StoredReturn; purchaseId: string; email: string }> {
  const email = `label-${(shoppers += 1)}@example.com`;
  const record = await aLabelledReturn(amends, ctx, { email, country, ...(zip ? { zip } : {}) });
  await amends.run("open-return", { returnId: record.id });
  const [purchase] = await purchasesOf(record);
  return { record, email, purchaseId: purchase?.id ?? "" };
}
const purchasesOf = ({ id }: StoredReturn) => ctx.transaction((tx) => tx.labelPurchases.ofReturn(id));
const labelsOf = ({ id }: StoredReturn) => ctx.transaction((tx) => tx.labels.ofReturn(id));
const casesOf = ({ orderGid }: StoredReturn) => ctx.transaction((tx) => tx.cases.ofOrder(orderGid));
const paidFor = async (record: StoredReturn) => {
  const refs = easyPost.state.shipments
    .filter(({ reference }) => reference)
    .map(({ id, reference }) => ({ id, reference: reference ?? "" }));
  const own = (await purchasesOf(record)).map(({ id }) => id);
  return easyPost.paid().filter((paid) => refs.some(({ id, reference }) => id === paid && own.some((each) => reference.startsWith(each))));
};

describe("the label of an approved return", () => {
  test("is bought as a return, at the cheapest price; Shopify and the shopper have it, with a code for the counter", async () => {
    const { record, purchaseId } = await opened();
    await buyLabel(ctx, purchaseId);
    const [label] = await labelsOf(record);
    expect(label).toMatchObject({ kind: "bought", carrier: "USPS", service: "GroundAdvantage", cost: { minor: 710, currency: "USD" } });
    expect(label).toMatchObject({ parcel: 1, mimeType: "application/pdf", hasCode: true, trackingNumber: expect.any(String) as string });
    const shipment = easyPost.state.shipments.find(({ id }) => id === label?.shipmentRef);
    expect(shipment).toMatchObject({
      is_return: true,
      from_address: { zip: "12207" },
      to_address: { zip: "11205" },
      parcel: { weight: 35.3 },
    });
    expect((await purchasesOf(record))[0]?.status).toBe("bought");
    await amends.run("attach-label", { labelId: purchaseId });
    const shopifyGid = (await ctx.transaction((tx) => tx.returns.find(record.id)))?.shopifyGid;
    const deliveries = shopifyGid ? await ctx.shopify.returns.deliveriesOf(shopifyGid) : [];
    expect(deliveries).toMatchObject([{ trackingNumber: label?.trackingNumber }]);
    const stored = await ctx.transaction((tx) => tx.labels.find(purchaseId));
    expect(Buffer.from(stored?.content ?? []).toString("latin1")).toMatch(/^%PDF/);
    expect(stored?.code?.mimeType).toBe("image/png");
  });

  test("is not bought where the policy has the shopper pay the carrier, nor while the shop buys none", async () => {
    await setLabelBuying(ctx, { isOn: false });
    const { record } = await opened();
    expect(await purchasesOf(record)).toEqual([]);
    await setLabelBuying(ctx);
  });

  test("is of the preferred carrier, and of none above the limit", async () => {
    await setLabelBuying(ctx, { carrier: "upsdap" });
    const preferred = await opened();
    await buyLabel(ctx, preferred.purchaseId);
    expect((await labelsOf(preferred.record))[0]).toMatchObject({ carrier: "UPSDAP", hasCode: false });
    await setLabelBuying(ctx, { maxPrice: { minor: 700, currency: "USD" } });
    const dear = await opened();
    await buyLabel(ctx, dear.purchaseId);
    expect((await purchasesOf(dear.record))[0]).toMatchObject({ status: "failed", problem: "too_expensive" });
    await setLabelBuying(ctx);
  });

  test.each([
    ["00000", "address"],
    ["99999", "no_rate"],
  ])("to ZIP %s becomes one case that says %s; the slip still works, and nothing was paid", async (zip, problem) => {
    const { record, purchaseId } = await opened(zip);
    await buyLabel(ctx, purchaseId);
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]).toMatchObject({ status: "failed", problem });
    expect(await casesOf(record)).toHaveLength(1);
    expect(await paidFor(record)).toEqual([]);
  });

  test("from another country is declared with what its product says to customs; until that is there, a case names what is missing", async () => {
    const { record, purchaseId } = await opened(undefined, "CA");
    await buyLabel(ctx, purchaseId);
    const missing = "Linen shirt: HS code, country of origin";
    expect((await purchasesOf(record))[0]).toMatchObject({ status: "failed", problem: "customs", message: missing });
    expect(await casesOf(record)).toHaveLength(1);
    for (const { variants } of amends.standIn.world.firstShop.products.values())
      for (const variant of variants) variant.customs = { code: "6205.20", origin: "PT" };
    must(await retryLabel(ctx, { returnId: record.id, purchaseId }));
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]?.status).toBe("bought");
    const shipment = easyPost.state.shipments.find(({ reference }) => reference === `${purchaseId}.2`);
    expect(shipment?.customs_info).toMatchObject({ contents_type: "returned_goods", customs_signer: "Jane Doe" });
    const goods = { description: "Linen shirt", quantity: 1, value: 22, currency: "USD", weight: 35.2 };
    expect(shipment?.customs_info?.customs_items).toEqual([{ ...goods, hs_tariff_number: "6205.20", origin_country: "PT" }]);
    const inland = await opened();
    await buyLabel(ctx, inland.purchaseId);
    expect(easyPost.state.shipments.find(({ reference }) => reference === `${inland.purchaseId}.1`)?.customs_info).toBeNull();
  });

  test("without funds waits for staff, who have it tried again", async () => {
    const { record, purchaseId } = await opened();
    easyPost.fail({ path: /POST .*\/buy/, kind: "funds" });
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]).toMatchObject({ status: "failed", problem: "funds" });
    must(await retryLabel(ctx, { returnId: record.id, purchaseId }));
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]).toMatchObject({ status: "bought", attempt: 2 });
    expect(await paidFor(record)).toHaveLength(1);
    expect(await retryLabel(ctx, { returnId: record.id, purchaseId })).toMatchObject({ ok: false });
  });

  test("is tried again while the seller is down; staff hear of it once, and the hourly round goes on", async () => {
    const { record, purchaseId } = await opened();
    for (let call = 0; call < 4; call += 1) easyPost.fail({ path: /GET \/shipments\//, kind: "down" });
    for (let call = 0; call < 3; call += 1) await expect(buyLabel(ctx, purchaseId)).rejects.toThrow();
    expect(await casesOf(record)).toEqual([]);
    await buyLabel(ctx, purchaseId);
    expect(await casesOf(record)).toHaveLength(1);
    const waiting = await ctx.transaction((tx) => tx.labelPurchases.waiting(after(ctx.clock.now(), HOUR), 10));
    expect(waiting.map(({ id }) => id)).toEqual([purchaseId]);
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]).toMatchObject({ status: "bought" });
    expect((await purchasesOf(record))[0]?.problem).toBeUndefined();
  });

  test("is paid once though the answer to the payment was lost", async () => {
    const { record, purchaseId } = await opened();
    easyPost.fail({ path: /POST \/shipments$/, kind: "lost" });
    easyPost.fail({ path: /POST .*\/buy/, kind: "lost" });
    await expect(buyLabel(ctx, purchaseId)).rejects.toThrow();
    await expect(buyLabel(ctx, purchaseId)).rejects.toThrow();
    await buyLabel(ctx, purchaseId);
    expect(await paidFor(record)).toHaveLength(1);
    expect(await labelsOf(record)).toHaveLength(1);
  });

  test("is not bought any more once the return was cancelled", async () => {
    const { record, purchaseId } = await opened();
    must(await cancelReturn(ctx, { returnId: record.id, actor: "staff:1" }));
    await buyLabel(ctx, purchaseId);
    expect((await purchasesOf(record))[0]?.status).toBe("ended");
    expect(await paidFor(record)).toEqual([]);
  });

  test("is bought once though the worker is killed before or after any step and the job comes twice", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { record, purchaseId } = await opened();
      const worker = killable(ctx, dieAfter);
      isDone = await buyLabel(worker.ctx, purchaseId).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await buyLabel(ctx, purchaseId);
      await buyLabel(ctx, purchaseId);
      const died = `died after step ${dieAfter}`;
      expect(await paidFor(record), died).toHaveLength(1);
      expect(await labelsOf(record), died).toHaveLength(1);
      expect(
        easyPost.state.shipments.filter(({ reference }) => reference?.startsWith(purchaseId)),
        died,
      ).toHaveLength(1);
      expect((await purchasesOf(record))[0]?.status, died).toBe("bought");
    }
    expect(dieAfter).toBeGreaterThan(8);
  }, 180_000);
});

describe("a label for one more parcel", () => {
  test("is bought when the shopper asks, once for each form, and five in all", async () => {
    const { record } = await opened();
    const ask = (key: string) => requestLabel(ctx, { returnId: record.id, key, actor: "shopper" });
    must(await ask("a"));
    must(await ask("a"));
    expect(await purchasesOf(record)).toHaveLength(2);
    for (const key of ["b", "c", "d"]) must(await ask(key));
    expect(await ask("e")).toMatchObject({ ok: false, error: { code: "too_many_parcels" } });
    for (const { id } of await purchasesOf(record)) await buyLabel(ctx, id);
    expect((await labelsOf(record)).map(({ parcel }) => parcel)).toEqual([1, 2, 3, 4, 5]);
  });

  test("is not for a shopper whom the shop gives none, nor once nothing is to be sent", async () => {
    const { record } = await opened();
    await setLabelBuying(ctx, { isOn: false });
    for (const actor of ["shopper", "staff:1"])
      expect(await requestLabel(ctx, { returnId: record.id, key: "x", actor })).toMatchObject({ error: { code: "not_offered" } });
    await setLabelBuying(ctx);
    must(await cancelReturn(ctx, { returnId: record.id, actor: "staff:1" }));
    expect(await requestLabel(ctx, { returnId: record.id, key: "x", actor: "shopper" })).toMatchObject({ error: { code: "no_slip" } });
  });
});
