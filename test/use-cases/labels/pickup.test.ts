import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askForPickup, type PickupWish } from "#app/use-cases/labels/ask-for-pickup.server.ts";
import { bookPickup } from "#app/use-cases/labels/book-pickup.server.ts";
import { cancelPickup } from "#app/use-cases/labels/cancel-pickup.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { followLink } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { aLabelledReturn, setLabelBuying, startLabelApp, type LabelApp } from "#test/builders/a-label-shop.ts";
import { must } from "#test/builders/a-shopper.ts";
import { type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";

let app: LabelApp;
let amends: TestApp;
let easyPost: EasyPost;
let ctx: ShopContext;

beforeAll(async () => {
  app = await startLabelApp({ buying: { offersPickup: true } });
  ({ amends, easyPost, ctx } = app);
});
afterAll(() => app.close());

let shoppers = 0;
async function labelled(): Promise<{ record: StoredReturn; wish: PickupWish }> {
  const record = await aLabelledReturn(amends, ctx, { email: `pickup-${(shoppers += 1)}@example.com` });
  await amends.settled();
  const [label] = await ctx.transaction((tx) => tx.labels.ofReturn(record.id));
  const when = { date: "2026-03-16", window: "9-12" };
  return { record, wish: { returnId: record.id, labelId: label?.id ?? "", ...when, isAddressRight: true, actor: "shopper" } };
}
const pickupsOf = ({ id }: StoredReturn) => ctx.transaction((tx) => tx.pickups.ofReturn(id));
const pickupMails = ({ email }: StoredReturn) =>
  amends
    .mailsTo(email ?? "")
    .filter((mail) => /^(Pickup|No pickup)/.test(mail))
    .map((mail) => mail.replace(/\s+/g, " "));
const paidPickups = () => easyPost.paid().filter((id) => id.startsWith("pickup_")).length;

describe("a parcel that is collected", () => {
  test("is booked at the hours of the place, at the cheapest price, with the carrier's number; twice asked is once", async () => {
    const { record, wish } = await labelled();
    const before = paidPickups();
    const booked = must(await askForPickup(ctx, wish));
    expect(booked).toMatchObject({ status: "booked", confirmation: expect.stringMatching(/^WTC/) as string, cost: { minor: 450 } });
    expect(must(await askForPickup(ctx, wish)).id).toBe(booked.id);
    await amends.settled();
    expect(paidPickups() - before).toBe(1);
    const played = easyPost.state.pickups.find(({ reference }) => reference === booked.id);
    expect(played).toMatchObject({ min_datetime: "2026-03-16 09:00:00", max_datetime: "2026-03-16 12:00:00", address: { zip: "12207" } });
    const [mail, ...others] = pickupMails(record);
    expect([mail, others]).toEqual([expect.stringMatching(/^Pickup booked.* on March 16, 2026, 9:00 – 12:00 by USPS/), []]);
    expect(mail).toContain(booked.confirmation);
    must(await cancelPickup(ctx, { returnId: record.id, pickupId: booked.id, actor: "shopper" }));
    must(await cancelPickup(ctx, { returnId: record.id, pickupId: booked.id, actor: "shopper" }));
    expect(played?.status).toBe("canceled");
    await amends.settled();
    expect(pickupMails(record)).toEqual([mail, expect.stringMatching(/^No pickup for return.* on March 16, 2026, 9:00 – 12:00/)]);
    expect(must(await askForPickup(ctx, { ...wish, date: "2026-03-17" })).status).toBe("booked");
    await amends.settled();
  });

  test("is not booked at a time that is not offered, without the address confirmed, or for another return", async () => {
    const { wish } = await labelled();
    const other = await labelled();
    const code = async (changes: Partial<PickupWish>) => {
      const asked = await askForPickup(ctx, { ...wish, ...changes });
      return asked.ok ? "booked" : asked.error.code;
    };
    expect(await code({ date: "2026-03-14" })).toBe("slot_gone");
    expect(await code({ isAddressRight: false })).toBe("address_unconfirmed");
    expect(await code({ labelId: other.wish.labelId })).toBe("not_offered");
    await setLabelBuying(ctx, { offersPickup: false });
    expect(await code({})).toBe("not_offered");
    await setLabelBuying(ctx, { offersPickup: true });
  });

  test("goes on by a job when the seller is down, and is refused when the carrier does not come", async () => {
    const { record, wish } = await labelled();
    easyPost.fail({ path: /GET \/pickups/, kind: "down" });
    expect(must(await askForPickup(ctx, wish)).status).toBe("wanted");
    await amends.settled();
    expect((await pickupsOf(record)).map(({ status }) => status)).toEqual(["booked"]);
    const refused = await labelled();
    easyPost.fail({ path: /POST \/pickups\/.*\/buy/, kind: "funds" });
    expect(await askForPickup(ctx, refused.wish)).toMatchObject({ error: { code: "refused" } });
    await amends.settled();
    expect((await pickupsOf(refused.record)).map(({ status }) => status)).toEqual(["failed"]);
    expect(pickupMails(refused.record)).toEqual([]);
    const late = await labelled();
    easyPost.fail({ path: /GET \/pickups/, kind: "down" });
    easyPost.fail({ path: /POST \/pickups\/.*\/buy/, kind: "funds" });
    expect(must(await askForPickup(ctx, late.wish)).status).toBe("wanted");
    await amends.settled();
    expect(pickupMails(late.record)).toEqual([expect.stringMatching(/^No pickup/)]);
  });

  test("is not booked any more once the return was cancelled, and called off if it was", async () => {
    const { record, wish } = await labelled();
    easyPost.fail({ path: /POST \/pickups\/.*\/buy/, kind: "lost" });
    easyPost.fail({ path: /GET \/pickups/, kind: "down" });
    // What the job finds depends on when it comes: here it comes after the cancellation.
    const [id, at] = [ctx.ids.next(), ctx.clock.now()];
    const row = { id, returnId: record.id, orderGid: record.orderGid, labelId: wish.labelId, actor: "shopper" };
    const slot = { date: "2026-03-16", fromHour: 9, toHour: 12 };
    await ctx.transaction((tx) => tx.pickups.add({ ...row, ...slot, status: "wanted", createdAt: at, updatedAt: at }));
    for (const _again of [1, 2]) await expect(bookPickup(ctx, id)).rejects.toThrow();
    must(await cancelReturn(ctx, { returnId: record.id, actor: "staff:1" }));
    await bookPickup(ctx, id);
    expect((await pickupsOf(record)).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(easyPost.state.pickups.find(({ reference }) => reference === id)?.status).toBe("canceled");
  });

  test("is booked once though the worker is killed before or after any step", async () => {
    const { record, wish } = await labelled();
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const [id, at] = [ctx.ids.next(), ctx.clock.now()];
      const slot = { date: "2026-03-16", fromHour: 9, toHour: 12 };
      const row = { id, returnId: record.id, orderGid: record.orderGid, labelId: wish.labelId, actor: "shopper", ...slot };
      await ctx.transaction((tx) => tx.pickups.add({ ...row, status: "wanted", createdAt: at, updatedAt: at }));
      const before = paidPickups();
      isDone = await bookPickup(killable(ctx, dieAfter).ctx, id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      for (const _twice of [1, 2]) expect((await bookPickup(ctx, id))?.status, `died after step ${dieAfter}`).toBe("booked");
      expect(paidPickups() - before, `died after step ${dieAfter}`).toBe(1);
      must(await cancelPickup(ctx, { returnId: record.id, pickupId: id, actor: "shopper" }));
    }
    expect(dieAfter).toBeGreaterThan(5);
  }, 120_000);
});

describe("the page of a return", () => {
  test("takes collections and more parcels as plain forms, and says what is to be put right", async () => {
    const { record, wish } = await labelled();
    const visitor = await portalVisitor(amends);
    const t = new URL(await followLink(ctx, record)).searchParams.get("t") ?? "";
    const page = await visitor.get("/status", { t });
    expect(page.text).toContain("Have it picked up at home");
    expect(page.text).toContain("1 Main St");
    expect(page.text).toContain("Open the QR code");
    const form = { t, label: wish.labelId, pickupdate: "2026-03-16", pickupwindow: "12-17" };
    const refused = await visitor.post("/pickup", form);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Please confirm that the parcel will be ready")]);
    const booked = await visitor.post("/pickup", { ...form, pickupaddress: "1" });
    expect(booked.text).toMatch(/Confirmation number: WTC\d+/);
    const [pickup] = await pickupsOf(record);
    expect((await visitor.post("/pickupcancel", { t, pickup: pickup?.id ?? "" })).text).toContain("The pickup is cancelled");
    const wanted = await visitor.post("/label", { t, parcelkey: "parcel-2" });
    expect(wanted.text).toContain("Another label is being made");
    await visitor.post("/label", { t, parcelkey: "parcel-2" });
    await amends.settled();
    expect((await visitor.get("/status", { t })).text).toContain("Open the label for parcel 2");
    expect(await ctx.transaction((tx) => tx.labels.ofReturn(record.id))).toHaveLength(2);
  });
});
