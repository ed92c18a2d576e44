import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { HOUR } from "#app/domain/shared/time.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { declineReturn } from "#app/use-cases/returns/decline-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedMixedOrder } from "#test/builders/a-mixed-request.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { portalVisitor, type PortalVisitor, type Visit } from "#test/support/portal-visitor.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const LARGE = "exchange:gid://shopify/ProductVariant/7102";
const actor = "staff:1";
const offers = { refund: {}, store_credit: { bonusBp: 1000 }, exchange: {}, keep_it: { restockingFeeBp: 5000 } };
let amends: TestApp;
let ctx: ShopContext;
let guests = 0;

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
  await publishOffers(ctx, offers);
  const grades = [
    { id: "a", name: "Like new", example: "Tags on", condition: "as_new", deductionBp: 0, fate: "restock" },
    { id: "b", name: "Worn", example: "Washed", condition: "used", deductionBp: 2_500, fate: "refurbish" },
  ];
  must(await saveSettings(ctx, { changes: [{ name: "inspection", value: { grades }, version: 0 }], actor }));
});
afterAll(() => amends.close());

interface Guest {
  readonly visitor: PortalVisitor;
  readonly options: Visit;
  readonly email: string;
  readonly orderGid: OrderGid;
}

/** Somebody on the page of solutions, with a shirt of 25.00, a scarf of 50.00 and a mug of 8.00, all with 10 % tax on top. */
async function aGuest(): Promise<Guest> {
  guests += 1;
  const email = `each${guests}@example.com`;
  const visitor = await portalVisitor(amends, { ip: `198.51.100.${guests}` });
  const { gid: orderGid, name } = seedMixedOrder(amends.standIn, email, amends.standIn.now());
  const code = await visitor.post("/find", { order: name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  const items = await visitor.post("/code", { t: code.token, code: typed });
  const taken = ["a", "b", "c"].flatMap((key): [string, string][] => [
    [`line${key}`, items.field(`line${key}`)],
    [`take${key}`, "1"],
    [`quantity${key}`, "1"],
    [`reason${key}`, "too-small"],
    [`asked${key}`, "aa"],
  ]);
  const options = await visitor.post("/items", { t: items.token, ...Object.fromEntries(taken) });
  return { visitor, options, email, orderGid };
}

const choose = ({ visitor, options }: Guest, choices: Record<string, string>) =>
  visitor.post("/options", { t: options.token, resolution: "mixed", ...choices });
const EACH = { choicea: LARGE, choiceb: "refund", choicec: "keep-it" };
const confirm = ({ visitor }: Guest, page: Visit) => visitor.post("/confirm", { t: page.token, formkey: page.field("formkey") });
const returnsOf = ({ orderGid }: Guest) => ctx.transaction((tx) => tx.returns.ofOrder(orderGid));
const refundsOf = ({ orderGid }: Guest) =>
  (amends.standIn.world.firstShop.orders.get(orderGid)?.refunds ?? []).map(({ total }) => total.presentment.minor);

/** Asked for, confirmed, and everything done that needs no staff. */
async function asked(choices: Record<string, string> = EACH): Promise<{ guest: Guest; returns: readonly StoredReturn[] }> {
  const guest = await aGuest();
  expect((await confirm(guest, await choose(guest, choices))).status).toBe(200);
  await amends.settled();
  return { guest, returns: await returnsOf(guest) };
}

describe("a resolution for each item", () => {
  test("the size that the reason asks for is marked in each item's list, and no other", async () => {
    const { options } = await aGuest();
    const list = /<select[^>]*name="choicea"[\s\S]*?<\/select>/.exec(options.markup)?.[0] ?? "";
    const marked = [...list.matchAll(/<option value="([^"]*)"[^>]*>[^<]*\(the next size\)/g)].map(([, value]) => value);
    expect(marked, list).toEqual([LARGE]);
  });

  test("sent twice, one after the other and both at once, is one request", async () => {
    const guest = await aGuest();
    const page = await choose(guest, EACH);
    expect(page.text).toContain("You keep, and need not send back: Mug.");
    const pages = [...(await Promise.all([confirm(guest, page), confirm(guest, page)])), await confirm(guest, page)];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    await amends.settled();
    expect((await returnsOf(guest)).map(({ resolution, status }) => [resolution, status])).toEqual([
      ["mixed", "approved"],
      ["keep_it", "closed"],
    ]);
    // Half of the mug's 8.00 is kept; its tax of 0.80 is not.
    expect(refundsOf(guest)).toEqual([480]);
  });

  test.each<[string, Record<string, string>]>([
    ["an item without an answer", { choicea: LARGE, choiceb: "refund" }],
    ["an item that says nothing", { ...EACH, choiceb: "" }],
    ["a resolution that does not exist", { ...EACH, choiceb: "cash" }],
    ["one that the policy does not offer", { ...EACH, choiceb: "gift-card" }],
    ["all items at once, for one of them", { ...EACH, choiceb: "mixed" }],
    ["an exchange that names no variant", { ...EACH, choicea: "exchange" }],
    ["a variant that is sold out", { ...EACH, choicea: "exchange:gid://shopify/ProductVariant/7103" }],
    ["a variant of another product", { ...EACH, choiceb: LARGE }],
    ["an answer for an item that is not on the page", { choicea: LARGE, choiceb: "refund", choiced: "keep-it" }],
  ])("is asked for again after %s; nothing is made", async (_what, choices) => {
    const guest = await aGuest();
    const again = await choose(guest, choices);
    expect([again.status, again.text]).toEqual([422, expect.stringContaining("How may we make it right?")]);
    expect(again.markup).toContain('aria-invalid="true"');
    expect(await returnsOf(guest)).toEqual([]);
  });

  test("goes by the places of the page: an item of another order cannot be named, neither by line nor by token", async () => {
    const [mine, theirs] = [await aGuest(), await aGuest()];
    const page = await choose(mine, { ...EACH, linea: "gid://shopify/LineItem/1", choicea: "refund" });
    expect(page.status).toBe(200);
    const crossed = await mine.visitor.post("/confirm", {
      t: theirs.options.token,
      formkey: page.field("formkey"),
    });
    expect([crossed.status, await returnsOf(mine), await returnsOf(theirs)]).toEqual([409, [], []]);
  });

  test("ends with its link: a token that was changed or has run out chooses and confirms nothing", async () => {
    const guest = await aGuest();
    const page = await choose(guest, EACH);
    const forged = { ...guest, options: { ...guest.options, token: `${guest.options.token.slice(0, -2)}xx` } };
    expect((await choose(forged, EACH)).status).toBe(403);
    await amends.standIn.world.clock.moveTo(new Date(amends.standIn.now().getTime() + 48 * HOUR));
    for (const late of [await choose(guest, EACH), await confirm(guest, page)])
      expect([late.status, late.text]).toEqual([403, expect.stringContaining("This link has expired")]);
    expect(await returnsOf(guest)).toEqual([]);
  });
});

describe("staff and a request with a resolution for each item", () => {
  test("a grade costs the item that was worn, in the way that item is paid", async () => {
    const { guest, returns } = await asked({ choicea: "refund", choiceb: "store-credit", choicec: "refund" });
    const [record] = returns;
    if (!record) throw new Error("The return is there");
    expect(record.quote.total.presentment.minor).toBe(2750 + 6050 + 880);
    const lines = record.lines.map(({ id, title }) => ({ lineId: id, judged: [{ gradeId: title === "Scarf" ? "b" : "a", quantity: 1 }] }));
    must(await submitInspection(ctx, { key: randomUUID(), returnId: record.id, actor, lines, photos: [] }));
    must(await processReturn(ctx, { returnId: record.id, actor }));
    await amends.settled();
    // A quarter of the scarf's 55.00 is 13.75; 10 % on top of the 41.25 that are left are 4.125.
    const { customerId } = amends.standIn.world.firstShop.orders.get(guest.orderGid) ?? {};
    const account = [...amends.standIn.world.firstShop.credits.values()].find((one) => one.customerId === customerId);
    expect(account?.transactions.map(({ amount }) => amount.minor)).toEqual([4125, 413]);
    expect(refundsOf(guest)).toEqual([2750 + 4125 + 880]);
  });

  test("one no answers all of it, and the shopper is told once", async () => {
    await publishOffers(ctx, offers, { approval: "review" });
    const { guest, returns } = await asked();
    expect(returns.map(({ status }) => status)).toEqual(["requested", "requested"]);
    must(await declineReturn(ctx, { returnId: returns[1]?.id ?? "", actor, reason: "OTHER", note: "Worn at a wedding." }));
    await amends.settled();
    expect((await returnsOf(guest)).map(({ status, declineNote }) => [status, declineNote])).toEqual([
      ["declined", "Worn at a wedding."],
      ["declined", "Worn at a wedding."],
    ]);
    expect(amends.mailsTo(guest.email).filter((mail) => mail.includes("Worn at a wedding."))).toHaveLength(1);
    expect(refundsOf(guest)).toEqual([]);
  });
});
