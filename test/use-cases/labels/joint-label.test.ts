import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buyLabel } from "#app/use-cases/labels/buy-label.server.ts";
import { requestLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { mailReader, ordersOfGuest, submitJointly } from "#test/builders/a-joint-return.ts";
import { startLabelApp, type LabelApp } from "#test/builders/a-label-shop.ts";
import { must } from "#test/builders/a-shopper.ts";
import { type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import type { TestApp } from "#test/support/test-app.ts";

let app: LabelApp;
let amends: TestApp;
let easyPost: EasyPost;
let ctx: ShopContext;
let guests = 0;

beforeAll(async () => {
  app = await startLabelApp({ isWorking: false });
  ({ amends, easyPost, ctx } = app);
});
afterAll(() => app.close());

/** Two orders in one parcel, both open in Shopify. */
async function opened(): Promise<{ lead: StoredReturn; other: StoredReturn }> {
  guests += 1;
  const email = `joint-label${guests}@example.com`;
  const [first, second] = ordersOfGuest(amends, email);
  if (!first || !second) throw new Error("There are two orders");
  const [lead, other] = await submitJointly(ctx, mailReader(ctx, first.gid, email), [first, second]);
  if (!lead || !other) throw new Error("Two returns were made");
  for (const { id } of [other, lead, other]) await amends.run("open-return", { returnId: id });
  return { lead, other };
}

const purchasesOf = ({ id }: StoredReturn) => ctx.transaction((tx) => tx.labelPurchases.ofReturn(id));
const statusOf = async ({ id }: StoredReturn) => (await ctx.transaction((tx) => tx.returns.find(id)))?.status;

async function bought(lead: StoredReturn): Promise<string> {
  const [purchase] = await purchasesOf(lead);
  await buyLabel(ctx, purchase?.id ?? "");
  return purchase?.id ?? "";
}

describe("the label of a parcel with several orders", () => {
  test("is one, whichever order is opened first; each order's page has it, and Shopify knows it with both returns", async () => {
    const { lead, other } = await opened();
    expect([(await purchasesOf(lead)).length, (await purchasesOf(other)).length]).toEqual([1, 0]);
    const labelId = await bought(lead);
    await amends.run("attach-label", { labelId });
    await amends.run("attach-label", { labelId });
    for (const { id, orderGid } of [lead, other]) {
      const followed = must(await readStatus(ctx, { orderGid, locale: "en", returnId: id }));
      expect(followed.labels.map((label) => label.id)).toEqual([labelId]);
      const gid = (await ctx.transaction((tx) => tx.returns.find(id)))?.shopifyGid;
      expect(gid ? await ctx.shopify.returns.deliveriesOf(gid) : []).toHaveLength(1);
    }
  });

  test("is needed until the last order is taken back, and then given back once", async () => {
    const { lead, other } = await opened();
    const labelId = await bought(lead);
    must(await cancelReturn(ctx, { returnId: lead.id, actor: "shopper" }));
    expect((await purchasesOf(lead)).map(({ status }) => status)).toEqual(["bought"]);
    must(await cancelReturn(ctx, { returnId: other.id, actor: "shopper" }));
    expect((await purchasesOf(lead)).map(({ id, status }) => [id, status])).toEqual([[labelId, "unused"]]);
  });

  test("asked for once more from the other order's page is a second label of the same parcel's return", async () => {
    const { lead, other } = await opened();
    await bought(lead);
    must(await requestLabel(ctx, { returnId: other.id, key: "parcel-2", actor: "shopper" }));
    must(await requestLabel(ctx, { returnId: lead.id, key: "parcel-2", actor: "shopper" }));
    expect((await purchasesOf(lead)).map(({ status }) => status)).toEqual(["bought", "wanted"]);
    expect(await purchasesOf(other)).toEqual([]);
  });

  test("scanned by the carrier, says so of both", async () => {
    const { lead, other } = await opened();
    const labelId = await bought(lead);
    const label = await ctx.transaction((tx) => tx.labels.find(labelId));
    const shipment = easyPost.state.shipments.find(({ id }) => id === label?.shipmentRef);
    shipment?.tracker?.tracking_details.push({ status: "in_transit", message: "seen", datetime: amends.standIn.now().toISOString() });
    await amends.run("track-label", { labelId });
    await amends.run("track-label", { labelId });
    expect([await statusOf(lead), await statusOf(other)]).toEqual(["in_transit", "in_transit"]);
    const events = await ctx.transaction((tx) => tx.returns.events(other.id));
    expect(events.filter(({ event }) => event === "first_scan")).toHaveLength(1);
  });
});
