import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { ordersOfGuest } from "#test/builders/a-joint-return.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder, type SeededOrderIds, type SeededShirts } from "#test/builders/a-shirt-order.ts";
import { portalVisitor, type PortalVisitor, type Visit } from "#test/support/portal-visitor.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const OTHER_SHOP = "second-shop.myshopify.com";
let amends: TestApp;
let ctx: ShopContext;
let guests = 0;

beforeAll(async () => {
  amends = await startTestApp({ shops: ["field-and-thread.myshopify.com", OTHER_SHOP] });
  ctx = await amends.ctx();
  await publishOffers(ctx, { refund: {}, store_credit: { bonusBp: 1000 } });
});
afterAll(() => amends.close());

interface Guest {
  readonly visitor: PortalVisitor;
  readonly orders: readonly [SeededOrderIds, SeededOrderIds, ...SeededOrderIds[]];
  /** The items of the first order. */
  readonly items: Visit;
  readonly email: string;
}

async function aGuest(changes?: readonly SeededShirts[]): Promise<Guest> {
  guests += 1;
  const email = `together${guests}@example.com`;
  const visitor = await portalVisitor(amends, { ip: `198.51.100.${guests}` });
  const [first, second, ...more] = ordersOfGuest(amends, email, changes);
  if (!first || !second) throw new Error("A guest has two orders");
  const code = await visitor.post("/find", { order: first.name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  return { visitor, email, orders: [first, second, ...more], items: await visitor.post("/code", { t: code.token, code: typed }) };
}

const chooseShirt = ({ visitor }: Pick<Guest, "visitor">, items: Visit) =>
  visitor.post("/items", { t: items.token, linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa" });

/** The shirt of the order that the page shows, for a refund; answers the page that comes next. */
async function chooseRefund(guest: Pick<Guest, "visitor">, items: Visit): Promise<Visit> {
  const options = await chooseShirt(guest, items);
  return guest.visitor.post("/options", { t: options.token, resolution: "refund" });
}

/** Both orders put together, and everything chosen of them. */
async function toConfirmation(guest: Guest): Promise<Visit> {
  const first = await guest.visitor.post("/together", { t: guest.items.link("together"), with: guest.orders[1].gid });
  const second = await chooseRefund(guest, first);
  return chooseRefund(guest, second);
}

/** The signed state behind the link with these words. */
const behind = ({ markup }: Visit, words: string) => new RegExp(`\\?t=([^"&]+)"[^>]*>${words}`).exec(markup)?.[1] ?? "";
const confirm = ({ visitor }: Guest, page: Visit) => visitor.post("/confirm", { t: page.token, formkey: page.field("formkey") });
const returnsOf = (order: SeededOrderIds) => ctx.transaction((tx) => tx.returns.ofOrder(order.gid));
const statusesOf = async ({ orders }: Guest) => (await Promise.all(orders.map(returnsOf))).map((own) => own.map(({ status }) => status));

describe("a return of several orders in the portal", () => {
  test("goes from the first order's items through each of the others to one page, one confirmation and one mail", async () => {
    const guest = await aGuest();
    const [first, second] = guest.orders;
    const choice = await guest.visitor.get("/together", { t: guest.items.link("together") });
    expect(choice.text).toContain(`Order ${second.name}`);
    const page = await toConfirmation(guest);
    expect(page.text).toContain("All orders together You get $44.00");
    for (const { name } of [first, second]) expect(page.text).toContain(`Leave out order ${name}`);
    const status = await confirm(guest, page);
    expect(status.text).toContain(`Items of these orders go into one parcel: ${first.name}, ${second.name}.`);
    await amends.settled();
    expect(await statusesOf(guest)).toEqual([["approved"], ["approved"]]);
    const told = amends.mailsTo(guest.email).filter((mail) => mail.includes("is approved"));
    expect(told).toHaveLength(1);
    expect(told[0]?.replace(/\s+/g, " ")).toContain(`${first.name}-R1, ${second.name}-R1 for order ${first.name}, ${second.name}`);
  });

  test("sent twice is one, and its link of the mail shows both", async () => {
    const guest = await aGuest();
    const page = await toConfirmation(guest);
    const [once, twice] = await Promise.all([confirm(guest, page), confirm(guest, page)]);
    expect([once.status, twice.status]).toEqual([200, 200]);
    await amends.settled();
    expect(await statusesOf(guest)).toEqual([["approved"], ["approved"]]);
    const link = /status\?t=(\S+)/.exec(amends.mailsTo(guest.email).at(-1) ?? "")?.[1] ?? "";
    const status = await guest.visitor.get("/status", { t: link });
    expect(status.text).toContain(`Details of return ${guest.orders[1].name}-R1`);
    const details = await guest.visitor.get("/status", { t: behind(status, "Details of return") });
    expect(details.text).toContain(`Details of return ${guest.orders[0].name}-R1`);
  });

  test("an order can be left out, and one is what it was", async () => {
    const guest = await aGuest();
    const page = await toConfirmation(guest);
    const left = await guest.visitor.get("/confirm", { t: behind(page, `Leave out order ${guest.orders[1].name}`) });
    expect(left.text).not.toContain(guest.orders[1].name);
    await confirm(guest, left);
    expect(await statusesOf(guest)).toEqual([["approved"], []]);
  });

  test("amounts in two currencies are two sums", async () => {
    const euros = { payload: { currency: "EUR", presentment_currency: "EUR" } };
    const guest = await aGuest([{}, euros]);
    const page = await toConfirmation(guest);
    expect(page.text).toContain("Amounts in different currencies are paid separately.");
    expect(page.text).toMatch(/All orders together You get \$22\.00 You get €22\.00/);
  });

  test("cancels the whole, or one order alone", async () => {
    const [whole, one] = [await aGuest(), await aGuest()];
    for (const guest of [whole, one]) {
      const status = await confirm(guest, await toConfirmation(guest));
      await amends.settled();
      await guest.visitor.post("/cancel", { t: status.token, scope: guest === one ? "one" : "all" });
    }
    expect(await statusesOf(whole)).toEqual([["cancelled"], ["cancelled"]]);
    expect(await statusesOf(one)).toEqual([["cancelled"], ["approved"]]);
  });

  test("when something of one order is gone before it is confirmed, that order is chosen again and nothing is made", async () => {
    const guest = await aGuest([{}, { quantity: 1 }]);
    const page = await toConfirmation(guest);
    const rival = await portalVisitor(amends, { ip: "203.0.113.9" });
    const code = await rival.post("/find", { order: guest.orders[1].name, email: guest.email, locale: "en" });
    await amends.settled();
    const typed = /\b(\d{6})\b/.exec(amends.mailsTo(guest.email).at(-1) ?? "")?.[1] ?? "";
    const alone = await chooseRefund({ visitor: rival }, await rival.post("/code", { t: code.token, code: typed }));
    await rival.post("/confirm", { t: alone.token, formkey: alone.field("formkey") });
    const refused = await confirm(guest, page);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(`Leave out order ${guest.orders[1].name}`)]);
    expect((await statusesOf(guest))[0]).toEqual([]);
  });
});

describe("an order of somebody else", () => {
  test.each<[string, (theirs: Guest) => string]>([
    ["another customer's", ({ orders }) => orders[0].gid],
    ["one that does not exist", () => "gid://shopify/Order/1"],
    ["no order at all", () => "x".repeat(5_000)],
    ["another shop's", () => seedShirtOrder(amends.standIn, { shop: OTHER_SHOP, email: `together${guests - 1}@example.com` }).gid],
  ])("cannot be put into the form: %s", async (_what, named) => {
    const [mine, theirs] = [await aGuest(), await aGuest()];
    const refused = await mine.visitor.post("/together", { t: mine.items.link("together"), with: named(theirs) });
    expect(refused.status).toBe(404);
    expect(refused.text).not.toContain(theirs.orders[0].name);
  });

  test("cannot be had by a changed token, another shop's, or the link of a mail", async () => {
    const guest = await aGuest();
    const page = await toConfirmation(guest);
    const [head, body, signature] = page.token.split(".");
    const claims = Buffer.from(body ?? "", "base64url")
      .toString()
      .replace(guest.orders[1].gid.split("/").at(-1) ?? "", "1");
    const forged = `${head}.${Buffer.from(claims).toString("base64url")}.${signature}`;
    expect((await guest.visitor.post("/confirm", { t: forged, formkey: page.field("formkey") })).status).toBe(403);
    const elsewhere = await portalVisitor(amends, { shop: OTHER_SHOP });
    expect((await elsewhere.post("/confirm", { t: page.token, formkey: page.field("formkey") })).status).toBe(403);
    await confirm(guest, page);
    await amends.settled();
    const link = /status\?t=(\S+)/.exec(amends.mailsTo(guest.email).at(-1) ?? "")?.[1] ?? "";
    expect((await guest.visitor.get("/together", { t: link })).status).toBe(403);
    expect((await guest.visitor.post("/together", { t: link, with: guest.orders[1].gid })).status).toBe(403);
    expect((await guest.visitor.get("/together")).status).toBe(403);
  });
});

test("a signed-in customer begins with the list of their orders", async () => {
  const customer = { id: 5501, email: "together-in@example.com" };
  const changes = [{ payload: { customer } }, { payload: { customer } }];
  const [first, second] = ordersOfGuest(amends, customer.email, changes);
  if (!first || !second) throw new Error("There are two orders");
  const visitor = await portalVisitor(amends, { customerId: String(customer.id) });
  expect((await visitor.get("/orders")).markup).toContain("/together");
  expect((await visitor.post("/together", { locale: "en" })).text).toContain("Please tick at least one order.");
  const form = new FormData();
  for (const { gid } of [first, second]) form.append("with", gid);
  const items = await visitor.post("/together", form);
  expect(items.text).toContain("Orders in this return");
  const page = await chooseRefund({ visitor }, await chooseRefund({ visitor }, items));
  await visitor.post("/confirm", { t: page.token, formkey: page.field("formkey") });
  await amends.settled();
  expect((await Promise.all([first, second].map(returnsOf))).map((own) => own.length)).toEqual([1, 1]);
});
