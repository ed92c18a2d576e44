import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOfGift, findTypedCode } from "#app/use-cases/gifts/gift-code.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must } from "#test/builders/a-shopper.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { TEST_NOW, startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let giver: PortalVisitor;
let visitors = 0;

beforeAll(async () => {
  amends = await startTestApp();
  await publishOffers(await amends.ctx(), { refund: {}, store_credit: {}, exchange: {} });
  giver = await portalVisitor(amends);
});
afterAll(() => amends.close());

/** Somebody else's computer. */
function somebody(): Promise<PortalVisitor> {
  visitors += 1;
  return portalVisitor(amends, { ip: `198.51.100.${visitors}` });
}

const codeFor = (email: string) => /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";

/** The giver's way to the items of an order of two shirts. */
async function openOrder(email: string, isSent = true): Promise<Visit & { gid: string; name: string }> {
  const order = seedShirtOrder(amends.standIn, { email, isSent, processedAt: TEST_NOW.toISOString() });
  const code = await giver.post("/find", { order: order.name, email, locale: "en" });
  await amends.settled();
  return { ...(await giver.post("/code", { t: code.token, code: codeFor(email) })), gid: order.gid, name: order.name };
}

/** A receipt for one of the two shirts. */
async function giveShirt(email: string, isSent = true): Promise<{ receipt: Visit; code: string; gid: string; name: string }> {
  const items = await openOrder(email, isSent);
  const page = await giver.get("/giftcodes", { t: items.link("giftcodes") });
  const receipt = await giver.post("/giftcodes", { ...page.fields(""), t: page.token, takea: "1", quantitya: "1" });
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receipt.text)?.[0] ?? "";
  return { receipt, code, gid: items.gid, name: items.name };
}

/** The receiver's way to the gift's items. */
async function openGift(visitor: PortalVisitor, code: string, email: string): Promise<Visit> {
  const waiting = await visitor.post("/gift", { giftcode: code, name: "Robin Receiver", email, locale: "en" });
  await amends.settled();
  return visitor.post("/code", { t: waiting.token, code: codeFor(email) });
}

const SECRETS = (name: string) => [name, "Jane", "Doe", "Main St", "$20", "$22", "$25", "$49"];

const UNKNOWN = "We do not know this code.";

describe("a gift", () => {
  test("is returned with plain forms: receipt, code, items, credit; nothing of the order is told", async () => {
    const { receipt, code, name, gid } = await giveShirt("gale@example.com");
    expect(receipt.text).toMatch(/Gift receipt from .*Linen shirt.*Quantity: 1|Gift receipt from .*Linen shirt/);
    for (const secret of SECRETS(name)) expect(receipt.text, secret).not.toContain(secret);
    const robin = await somebody();
    const start = await robin.get("/find");
    expect(start.text).toContain("I have a gift code");
    const prefilled = await robin.get("/gift", { giftcode: code });
    expect(prefilled.field("giftcode")).toBe(code);
    const items = await openGift(robin, code.toLowerCase().replaceAll("-", " "), "robin@example.net");
    expect(items.text).toContain("Linen shirt");
    const options = await robin.post("/items", {
      ...items.fields(""),
      t: items.token,
      takea: "1",
      quantitya: "1",
      reasona: "changed-my-mind",
    });
    expect(options.text).toMatch(/credit of your own.*Store credit/);
    expect(options.text).not.toContain("Refund");
    const confirm = await robin.post("/options", { t: options.token, resolution: "store-credit" });
    const [order, jane, doe, street, ...prices] = SECRETS(name);
    for (const page of [items, options]) for (const secret of SECRETS(name)) expect(page.text, secret).not.toContain(secret);
    expect(confirm.text).toContain("You get $22.00");
    for (const secret of [order, jane, doe, street, "$20", "Tax"]) expect(confirm.text, secret).not.toContain(secret);
    expect(prices).toContain("$22");
    const done = await robin.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(done.status).toBe(200);
    for (const secret of [order, jane, doe, street, "$20"]) expect(done.text, secret).not.toContain(secret);
    await amends.settled();
    const mails = amends.mailsTo("robin@example.net");
    expect(mails.at(-1)).toMatch(/Robin Receiver[^]*G\d+[^]*\(gift\)/);
    for (const mail of mails) for (const secret of [order, jane, doe, street]) expect(mail, secret).not.toContain(secret);
    expect(amends.mailsTo("gale@example.com").filter((mail) => !mail.includes("code"))).toEqual([]);
    const again = await robin.get("/status", { t: done.token });
    expect([again.status, again.text.includes(name)]).toEqual([200, false]);
    const slip = await robin.get("/slip", { t: done.token });
    expect(slip.status).toBe(200);
    const used = await (await somebody()).post("/gift", { giftcode: code, name: "Robin", email: "robin@example.net", locale: "en" });
    expect([used.status, used.text]).toEqual([422, expect.stringContaining("Everything that this code is for has been returned.")]);
    const list = await giver.get("/giftcodes", { t: receipt.link("giftcodes") });
    expect(list.text).toMatch(new RegExp(`${code} Valid until`));
    expect(list.text).not.toContain("eturned");
    // The giver sees that one of two is gone, and not who has it.
    const giversPage = await reopened(gid, "gale@example.com");
    expect(giversPage.text).toContain("1 of 2 already returned");
    expect(giversPage.text).not.toMatch(/Robin|Follow return|G\d{4}/);
    expect(giversPage.text).toContain("$20.00");
  });

  test("of an order that has not come yet gets its receipt at once; returning waits for the parcel", async () => {
    const { code } = await giveShirt("early@example.com", false);
    const items = await openGift(await somebody(), code, "later@example.net");
    expect([items.status, items.text]).toEqual([200, expect.stringContaining("Not shipped yet")]);
    expect(items.text).not.toContain("Ask the shop to cancel");
  });

  test("opens nothing else of the order", async () => {
    const { code } = await giveShirt("closed@example.com");
    const robin = await somebody();
    const items = await openGift(robin, code, "nosy@example.net");
    for (const step of ["giftcodes", "giftreceipt", "cancelorder", "address", "status", "slip", "question", "picture"]) {
      const page = await robin.get(`/${step}`, { t: items.token });
      expect([step, page.status]).toEqual([step, 403]);
    }
    const help = await robin.get("/help", { t: items.token });
    expect(help.text).not.toContain("Linen");
    for (const step of ["giftcodes", "giftrevoke", "ask", "photo", "cancel"]) {
      const page = await robin.post(`/${step}`, { t: items.token, takea: "1", linea: "gid://shopify/LineItem/1", question: "?" });
      expect([step, page.status]).toEqual([step, 403]);
    }
  });
});

describe("a gift's code", () => {
  test("made twice for the same is one; taken back it is refused, also on a page that is open", async () => {
    const { code, receipt } = await giveShirt("twice@example.com");
    const list = await giver.get("/giftcodes", { t: receipt.link("giftcodes") });
    const same = await giver.post("/giftcodes", { ...list.fields(""), t: list.token, takea: "1", quantitya: "1" });
    expect(same.text).toContain(code);
    const robin = await somebody();
    const items = await openGift(robin, code, "open@example.net");
    const gift = /name="gift" value="([^"]+)"/.exec(list.markup)?.[1] ?? "";
    const revoked = await giver.post("/giftrevoke", { t: list.token, gift });
    expect(revoked.text).toMatch(/The code was taken back\..*Taken back/);
    const options = await robin.post("/items", {
      ...items.fields(""),
      t: items.token,
      takea: "1",
      quantitya: "1",
      reasona: "changed-my-mind",
    });
    expect(options.status).toBe(404);
    const late = await (await somebody()).post("/gift", { giftcode: code, name: "Robin", email: "open@example.net", locale: "en" });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining("This code was taken back.")]);
  });

  test("that nobody made, that cannot be one, or that is another shop's is answered alike", async () => {
    const { code } = await giveShirt("foreign@example.com");
    await amends.app.shops.register("other.myshopify.com", "0190a000-0000-7000-8000-0000000000fe", amends.standIn.now());
    const theirs = codeOfGift(await amends.ctx("other.myshopify.com"), await idOf(code));
    const robin = await somebody();
    const asked = (giftcode: string) => robin.post("/gift", { giftcode, name: "Robin", email: "guess@example.net", locale: "en" });
    const wrong = await asked("AAAA-BBBB-CCCC");
    const odd = await asked("<script>{{ shop.name }}</script>");
    const foreign = await asked(theirs);
    expect(theirs).not.toBe(code);
    for (const page of [wrong, odd, foreign]) expect([page.status, page.text]).toEqual([422, expect.stringContaining(UNKNOWN)]);
    expect(odd.markup).not.toContain("<script>{");
  });

  test("can be guessed at 20 times a quarter of an hour from one address, whatever is guessed", async () => {
    const { code } = await giveShirt("guessed@example.com");
    const robin = await somebody();
    const guess = (giftcode: string, number: number) =>
      robin.post("/gift", { giftcode, name: "R", email: `guess${number}@example.net`, locale: "en" });
    for (let number = 0; number < 20; number += 1) expect((await guess("AAAA-BBBB-CCCC", number)).status).toBe(422);
    const paused = await guess(code, 21);
    expect([paused.status, paused.text]).toEqual([429, expect.stringContaining("Too many tries")]);
  });

  test("needs a name and a whole address", async () => {
    const robin = await somebody();
    const page = await robin.post("/gift", { giftcode: "AAAA-BBBB-CCCC", name: " ", email: "robin@", locale: "en" });
    expect([page.status, page.field("giftcode")]).toEqual([422, "AAAA-BBBB-CCCC"]);
    expect(page.text).toMatch(/Please fill this in\..*Please enter a complete e-mail address/);
  });
});

describe("gifts switched off", () => {
  test("are not spoken of, and codes are refused", async () => {
    const { code, receipt } = await giveShirt("off@example.com");
    const ctx = await amends.ctx();
    must(await saveSettings(ctx, { changes: [{ name: "gifts", value: { isOn: false, extraDays: 0 }, version: 0 }], actor: "staff:1" }));
    const robin = await somebody();
    expect((await robin.get("/find")).text).not.toContain("gift code");
    const refused = await robin.post("/gift", { giftcode: code, name: "Robin", email: "off@example.net", locale: "en" });
    expect(refused.text).toContain("We do not know this code.");
    expect((await giver.get("/giftcodes", { t: receipt.link("giftcodes") })).status).toBe(404);
    must(await saveSettings(ctx, { changes: [{ name: "gifts", value: { isOn: true, extraDays: 0 }, version: 1 }], actor: "staff:1" }));
  });
});

/** Of a code, as its row is named. */
async function idOf(code: string): Promise<string> {
  const ctx = await amends.ctx();
  return (await ctx.transaction((tx) => findTypedCode(tx, ctx, code)))?.id ?? "";
}

/** The giver looks the order up again. */
async function reopened(gid: string, email: string): Promise<Visit> {
  const order = amends.standIn.world.firstShop.orders.get(gid);
  const code = await giver.post("/find", { order: order?.name ?? "", email, locale: "en" });
  await amends.settled();
  return giver.post("/code", { t: code.token, code: codeFor(email) });
}
