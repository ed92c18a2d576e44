import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import { readSlip } from "#app/use-cases/labels/read-slip.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseInstead, chooseInsteadAsShopper } from "#app/use-cases/returns/choose-instead.server.ts";
import { insteadOfRepair } from "#app/use-cases/returns/instead-of-repair.server.ts";
import type { RepairStep } from "#app/use-cases/returns/move-repair.server.ts";
import { stepRepair } from "#app/use-cases/returns/move-repair.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { readOrderInPortal } from "#app/use-cases/returns/read-order-in-portal.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { releaseRepaired } from "#app/use-cases/returns/release-repaired.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { seedMixedOrder, submitMixed } from "#test/builders/a-mixed-request.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { TEST_NOW, startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
  await publishOffers(ctx, { repair: { expectedDays: 10 }, store_credit: { bonusBp: 1000 }, refund: { restockingFeeBp: 2000 } });
});
afterAll(() => amends.close());

/** One shirt to be mended, open in Shopify. */
async function sentIn(email: string): Promise<StoredReturn> {
  const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { email, processedAt: TEST_NOW.toISOString() });
  const { id } = await submitWish(ctx, { orderGid, lineGid, resolution: "repair" });
  await amends.settled();
  return read(id);
}

async function arrived(email: string): Promise<StoredReturn> {
  const { id: returnId } = await sentIn(email);
  return must(await receiveReturn(ctx, { returnId, actor }));
}

const read = async (id: string) => {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
};
const step = async (returnId: string, one: RepairStep) => must(await stepRepair(ctx, { returnId, actor, step: one }));
const shop = () => amends.standIn.world.firstShop;
const inShopify = (orderGid: OrderGid) => [...shop().returns.values()].filter(({ orderId }) => orderId === orderGid);
const refundsOf = (gid: OrderGid) => (shop().orders.get(gid)?.refunds ?? []).map(({ total }) => total.presentment.minor);
const subjects = (email: string) => amends.mailsTo(email).map((mail) => mail.split("\n")[0] ?? "");
const unitsLeft = async (gid: OrderGid) =>
  (await readOrderInPortal(ctx, gid))?.context.order.lines.flatMap(({ parcels }) =>
    parcels.map(({ returnableQuantity }) => returnableQuantity),
  );

describe("a repair", () => {
  test("costs nothing and is opened in Shopify like any return", async () => {
    const record = await sentIn("open@example.com");
    expect(record).toMatchObject({
      status: "approved",
      resolution: "repair",
      repair: { stage: "waiting" },
      quote: { parts: [], total: { presentment: { minor: 0 } } },
    });
    expect(inShopify(record.orderGid).map(({ status }) => status)).toEqual(["OPEN"]);
    const mail = amends.mailsTo("open@example.com").at(-1) ?? "";
    expect(mail).toContain("is approved");
    expect(mail).not.toContain("$0.00");
  });

  test("is received, mended and sent back; its Shopify return closes without a refund, and its unit may come back another time", async () => {
    const email = "mended@example.com";
    const record = await arrived(email);
    expect(record).toMatchObject({ status: "received", repair: { stage: "diagnosis", isMended: false } });
    expect(await unitsLeft(record.orderGid)).toEqual([1]);
    await step(record.id, { event: "start_repair" });
    await step(record.id, { event: "finish_repair" });
    await step(record.id, { event: "send_back", carrier: " DHL ", trackingNumber: "JD014" });
    await amends.settled();
    expect(amends.mailsTo(email).at(-1)).toContain("It is repaired and on its way back to you.");
    expect(amends.mailsTo(email).at(-1)).toContain("The parcel's number is JD014.");
    expect(await step(record.id, { event: "arrive_back" })).toMatchObject({
      status: "closed",
      repair: { stage: "delivered", isMended: true, carrier: "DHL", trackingNumber: "JD014" },
    });
    await amends.settled();
    const [closed] = inShopify(record.orderGid);
    expect(closed).toMatchObject({ status: "CLOSED", lines: [] });
    expect(refundsOf(record.orderGid)).toEqual([]);
    expect(await unitsLeft(record.orderGid)).toEqual([2]);
    await amends.run("release-repaired", { returnId: record.id });
    await amends.run("release-repaired", { returnId: record.id });
    await amends.settled();
    expect(await read(record.id)).toMatchObject({ status: "closed", repair: { stage: "delivered" } });
    const told = subjects(email).filter((subject) => !subject.includes("code"));
    expect(told).toEqual([
      `Your return ${record.name} is approved`,
      `Your item for repair has arrived (${record.name})`,
      `Your item is on its way back to you (${record.name})`,
    ]);
  });

  test("goes on by its own table only: pressing twice, out of turn, or what is for other returns changes nothing", async () => {
    const { id: returnId } = await arrived("turns@example.com");
    const refused = { ok: false, error: { code: "not_allowed" } };
    expect(await stepRepair(ctx, { returnId, actor, step: { event: "send_back", carrier: "", trackingNumber: "" } })).toMatchObject(
      refused,
    );
    expect(await inspectReturn(ctx, { returnId, actor, lines: [] })).toMatchObject(refused);
    expect(await processReturn(ctx, { returnId, actor })).toMatchObject(refused);
    const both = await Promise.allSettled([1, 2].map(() => stepRepair(ctx, { returnId, actor, step: { event: "finish_repair" } })));
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect((await read(returnId)).repair?.stage).toBe("repaired");
  });

  test("that the warehouse scans is counted, photographed and not judged", async () => {
    const record = await sentIn("scanned@example.com");
    const lines = record.lines.map(({ id: lineId }) => ({ lineId, judged: [{ gradeId: "damaged", quantity: 1 }] }));
    const inspection = { key: randomUUID(), returnId: record.id, actor, lines, photos: [] };
    must(await submitInspection(ctx, inspection));
    must(await submitInspection(ctx, inspection));
    await amends.settled();
    const scanned = await read(record.id);
    expect(scanned).toMatchObject({ status: "received", repair: { stage: "diagnosis" }, lines: [{ receivedQuantity: 1 }] });
    expect(scanned.lines[0]?.findings).toBeUndefined();
    expect(subjects("scanned@example.com").filter((subject) => subject.startsWith("Your item for repair"))).toHaveLength(1);
  });
});

describe("its units in Shopify", () => {
  test.each(["before", "after"] as const)(
    "are given free once though the worker is killed %s any step",
    async (when) => {
      let dieAt = 0;
      for (let isDone = false; !isDone;) {
        dieAt += 1;
        const record = await over(`killed-${when}-${dieAt}@example.com`);
        isDone = await releaseRepaired(killable(ctx, dieAt, when).ctx, record.id).then(
          () => true,
          (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
        );
        await releaseRepaired(ctx, record.id);
        expect(
          inShopify(record.orderGid).map(({ status }) => status),
          `died ${when} step ${dieAt}`,
        ).toEqual(["CLOSED"]);
        expect(await unitsLeft(record.orderGid), `died ${when} step ${dieAt}`).toEqual([2]);
      }
      expect(dieAt).toBeGreaterThan(3);
    },
    180_000,
  );

  test("that Shopify keeps become a case, and the return is closed there all the same", async () => {
    const record = await over("kept@example.com");
    const refused = { code: "refused_by_shopify" as const, reason: "INVALID", message: "Return line item cannot be removed." };
    const returns = { ...ctx.shopify.returns, takeOut: () => Promise.resolve({ ok: false as const, error: refused }) };
    await releaseRepaired({ ...ctx, shopify: { ...ctx.shopify, returns } }, record.id);
    await releaseRepaired(ctx, record.id);
    expect(inShopify(record.orderGid).map(({ status }) => status)).toEqual(["CLOSED"]);
    const [opened, ...others] = await ctx.transaction((tx) => tx.cases.ofOrder(record.orderGid));
    expect(others).toEqual([]);
    const [first] = await ctx.transaction((tx) => tx.cases.events(opened?.id ?? ""));
    expect(first?.detail).toMatchObject({ code: "release_refused", message: refused.message });
  });

  test("are given free by the hourly round when their job got lost", async () => {
    const record = await over("lost@example.com");
    await amends.standIn.control.clock({ advance: "PT2H" });
    await amends.run("tend-returns", {});
    await amends.settled();
    expect(await read(record.id)).toMatchObject({ status: "closed", repair: { stage: "delivered" } });
    expect(inShopify(record.orderGid).map(({ status }) => status)).toEqual(["CLOSED"]);
  });

  /** Mended and back with its customer; the job that gives its units free has not run. */
  async function over(email: string): Promise<StoredReturn> {
    const { id } = await arrived(email);
    await step(id, { event: "finish_repair" });
    await step(id, { event: "send_back", carrier: "", trackingNumber: "" });
    const resting = { ...ctx, transaction: withoutJobs(ctx) };
    return must(await stepRepair(resting, { returnId: id, actor, step: { event: "arrive_back" } }));
  }
});

/** Transactions that send no jobs. */
function withoutJobs({ transaction }: ShopContext): ShopContext["transaction"] {
  return (work) => transaction((tx) => work({ ...tx, outbox: { send: () => Promise.resolve(), sendAll: () => Promise.resolve() } }));
}

describe("what cannot be mended", () => {
  async function givenUp(email: string): Promise<StoredReturn> {
    const { id } = await arrived(email);
    await step(id, { event: "start_repair" });
    const record = await step(id, { event: "give_up", note: "No spare part left." });
    await amends.settled();
    return record;
  }

  test("is told with the reason, and the shopper chooses among what the policy offers, at the exact amount and without a fee", async () => {
    const email = "choose@example.com";
    const record = await givenUp(email);
    expect(amends.mailsTo(email).at(-1)).toContain("No spare part left.");
    const access = { orderGid: record.orderGid, locale: "en", returnId: record.id };
    const followed = must(await readStatus(ctx, access));
    expect(followed.repair?.instead.map(({ resolution, total }) => [resolution, total.presentment.minor])).toEqual([
      ["store_credit", 2420],
      ["refund", 2200],
    ]);
    expect(await chooseInsteadAsShopper(ctx, access, { kind: "exchange" })).toMatchObject({ error: { code: "resolution_unavailable" } });
    const chosen = must(await chooseInsteadAsShopper(ctx, access, { kind: "refund" }));
    expect(chosen).toMatchObject({
      status: "inspected",
      resolution: "refund",
      repair: { stage: "settled" },
      lines: [{ amount: { minor: 2200 } }],
    });
    expect(await chooseInsteadAsShopper(ctx, access, { kind: "store_credit" })).toMatchObject({ ok: false });
    must(await processReturn(ctx, { returnId: record.id, actor }));
    await amends.settled();
    expect(await read(record.id)).toMatchObject({ status: "closed" });
    expect(refundsOf(record.orderGid)).toEqual([2200]);
    const [closed] = inShopify(record.orderGid);
    expect(closed?.reverseOrders.flatMap(({ lines }) => lines.flatMap(({ dispositions }) => dispositions.map(({ type }) => type)))).toEqual(
      ["NOT_RESTOCKED"],
    );
  });

  test("is paid as credit with its bonus when staff choose that, once though both choose at once", async () => {
    const record = await givenUp("credit@example.com");
    const both = await Promise.allSettled([
      chooseInstead(ctx, { returnId: record.id, actor, kind: "store_credit" }),
      chooseInstead(ctx, { returnId: record.id, actor: "shopper", kind: "store_credit" }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    must(await processReturn(ctx, { returnId: record.id, actor }));
    await amends.settled();
    const credits = [...shop().credits.values()]
      .filter(({ customerId }) => customerId === shop().orders.get(record.orderGid)?.customerId)
      .flatMap(({ transactions }) => transactions.map(({ amount }) => amount.minor));
    expect(credits).toEqual([2200, 220]);
  });

  test("may be sent back as it came, which asks nobody whether it holds", async () => {
    const email = "as-it-came@example.com";
    const record = await givenUp(email);
    await step(record.id, { event: "send_back", carrier: "", trackingNumber: "" });
    await step(record.id, { event: "arrive_back" });
    await amends.settled();
    expect(amends.mailsTo(email).at(-1)).toContain("It could not be repaired");
    expect(await ctx.transaction((tx) => tx.playbookRuns.ofOrder(record.orderGid))).toEqual([]);
    expect(await unitsLeft(record.orderGid)).toEqual([2]);
  });

  test("offers nothing else while it is still on the bench", async () => {
    const record = await arrived("bench@example.com");
    expect(await insteadOfRepair(ctx, record, "staff")).toEqual([]);
  });
});

describe("in one request with other items", () => {
  test("a repair is a return of its own in the same parcel, settled by its own stages", async () => {
    const { gid, lines } = seedMixedOrder(amends.standIn, "mixed-repair@example.com");
    const main = await submitMixed(
      ctx,
      gid,
      lines.map((lineGid, index) => ({ lineGid, kind: index === 1 ? "repair" : "refund" })),
    );
    await amends.settled();
    const all = await ctx.transaction((tx) => tx.returns.ofOrder(gid));
    expect(all.map(({ resolution, partOf, repair }) => [resolution, partOf, repair?.stage])).toEqual([
      ["refund", undefined, undefined],
      ["repair", main.id, "waiting"],
    ]);
    const access = { orderGid: gid, locale: "en", returnId: main.id };
    expect(must(await readSlip(ctx, access)).sent.flatMap(({ record }) => record.lines)).toHaveLength(3);
    const repair = all[1];
    must(await receiveReturn(ctx, { returnId: repair?.id ?? "", actor }));
    await step(repair?.id ?? "", { event: "give_up", note: "" });
    expect(must(await readStatus(ctx, access)).repair?.record.id).toBe(repair?.id);
    expect(must(await chooseInsteadAsShopper(ctx, access, { kind: "refund" }))).toMatchObject({ id: repair?.id, resolution: "refund" });
  });
});

describe("afterwards", () => {
  test("a parcel that nobody hears of counts as back after ten days; whether the repair holds is asked once, two weeks later, by day", async () => {
    const email = "holds@example.com";
    const record = await arrived(email);
    await step(record.id, { event: "finish_repair" });
    await step(record.id, { event: "send_back", carrier: "", trackingNumber: "" });
    await amends.settled();
    await pass(9);
    expect((await read(record.id)).repair?.stage).toBe("sent_back");
    await pass(1);
    expect(await read(record.id)).toMatchObject({ status: "closed", repair: { stage: "delivered" } });
    await pass(13);
    expect(subjects(email).filter((subject) => subject.startsWith("Does the repair hold?"))).toEqual([]);
    await pass(1);
    await pass(1);
    expect(subjects(email).filter((subject) => subject.startsWith("Does the repair hold?"))).toHaveLength(1);
    const { answerMessage, readReply } = await import("#app/use-cases/messages/answer-message.server.ts");
    const [mail] = amends.standIn.world.mailbox.to(email).filter(({ subject }) => subject.startsWith("Does the repair hold?"));
    const tokens = [...(mail?.html ?? "").matchAll(/\/reply\/([^"?]+)/g)].flatMap(([, token]) => token ?? []);
    expect(tokens).toHaveLength(2);
    const choices = await Promise.all(tokens.map(async (token) => must(await readReply(ctx, token)).choice));
    expect(choices).toEqual(["repair_holds", "repair_broken"]);
    must(await answerMessage(ctx, tokens[0] ?? ""));
    const cases = async () =>
      (await ctx.transaction((tx) => tx.cases.ofOrder(record.orderGid))).map(({ returnId, type }) => [type, returnId]);
    expect(await cases()).toEqual([]);
    must(await answerMessage(ctx, tokens[1] ?? ""));
    must(await answerMessage(ctx, tokens[1] ?? ""));
    expect(await cases()).toEqual([["return", record.id]]);
  });
});

/** Days go by, and what is due by then is done, twice. */
async function pass(days: number): Promise<void> {
  await amends.standIn.control.clock({ advance: `P${days}D` });
  await amends.run("sweep-due", {});
  await amends.run("sweep-due", {});
  await amends.settled();
}
