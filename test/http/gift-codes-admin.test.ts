import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GiftAnswer } from "#app/ui/gifts/gift-view.ts";
import type { ReturnView } from "#app/ui/returns/return-view.ts";
import { returnGift } from "#test/builders/a-gift.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { adminCall, bodyOf, statusOf } from "#test/support/admin-requests.ts";
import { TEST_NOW, startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
const giftsModule = () => import("#app/routes/app.gifts.ts");
const pageModule = () => import("#app/routes/app.returns.$id.tsx");
let app: TestApp;
let gifts: Awaited<ReturnType<typeof giftsModule>>;
let page: Awaited<ReturnType<typeof pageModule>>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS] });
  await publishOffers(await app.ctx(), { refund: {}, store_credit: {} });
  [gifts, page] = await Promise.all([giftsModule(), pageModule()]);
});
afterAll(() => app.close());

const anOrder = () => seedShirtOrder(app.standIn, { email: "gale@example.com", processedAt: TEST_NOW.toISOString() });
const list = async (order: string, shop = MINE) =>
  (await bodyOf(gifts.loader(await adminCall(app, `/app/gifts?order=${encodeURIComponent(order)}`, { shop })))) as GiftAnswer;
const act = async (order: string, command: object, shop = MINE) =>
  gifts.action(await adminCall(app, "/app/gifts", { shop, staff: "71000001", form: { order, command: JSON.stringify(command) } }));
const give = async (order: string, items: object[]) => (await bodyOf(act(order, { intent: "give", items }))) as GiftAnswer;

describe("gift codes for staff", () => {
  test("are made for chosen units, shown with their link, and taken back", async () => {
    const { gid, lineGid } = anOrder();
    expect(await list(gid)).toEqual({ ok: true, gifts: { lines: [{ lineGid, title: "Linen shirt (M)", units: 2 }], codes: [] } });
    const made = await give(gid, [{ lineGid, quantity: 1 }]);
    const [row] = made.ok ? made.gifts.codes : [];
    expect(row).toMatchObject({ state: "open", items: [{ title: "Linen shirt (M)", quantity: 1 }] });
    // Delivered on 5 March: the window of 30 days ends with 4 April in New York.
    expect(row?.lastAt).toBe("2026-04-05T03:59:59.999Z");
    expect(row?.url).toMatch(new RegExp(`/apps/returns/gift\\?giftcode=${row?.code}$`));
    const [stored] = await (await app.ctx()).transaction((tx) => tx.giftCodes.ofOrder(gid));
    expect(stored?.createdBy).toBe("staff:71000001");
    expect(await bodyOf(act(gid, { intent: "revoke", giftId: row?.id }))).toMatchObject({ gifts: { codes: [{ state: "revoked" }] } });
  });

  test("refuse what is no order, no command or another shop's code", async () => {
    const { gid, lineGid } = anOrder();
    expect(await statusOf(list("gid://shopify/Product/1"))).toBe(404);
    expect(await statusOf(act(gid, { intent: "steal" }))).toBe(400);
    expect(await statusOf(act(gid, { intent: "revoke", giftId: "' or 1=1" }))).toBe(400);
    expect(await give(gid, [{ lineGid, quantity: 9 }])).toEqual({ ok: false, code: "quantity_invalid" });
    const made = await give(gid, [{ lineGid, quantity: 2 }]);
    const giftId = made.ok ? made.gifts.codes[0]?.id : "";
    expect(await statusOf(act(gid, { intent: "revoke", giftId }, THEIRS))).toBe(404);
    expect(await list(gid, THEIRS)).toMatchObject({ ok: false });
  });

  test("lead to a return that says it is a gift's and whose", async () => {
    const { gid, lineGid, name } = anOrder();
    const made = await give(gid, [{ lineGid, quantity: 1 }]);
    const giftId = made.ok ? (made.gifts.codes[0]?.id ?? "") : "";
    const ctx = await app.ctx();
    const gift = { id: giftId, name: "Robin Receiver", email: "staffs@example.net" };
    const access = { orderGid: gid, locale: "en", gift };
    const { id } = await returnGift(ctx, access, { lineGid, resolution: "store_credit" });
    await app.settled();
    const view = (await bodyOf(page.loader(await adminCall(app, `/app/returns/${id}`, { params: { id } })))) as ReturnView;
    expect(view).toMatchObject({ isGift: true, order: { name, customerName: "Robin Receiver", email: "staffs@example.net" } });
  });
});
