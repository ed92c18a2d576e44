import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Liquid } from "liquidjs";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { aPhoto } from "#test/builders/a-photo.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor, signedQuery } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;
let guests = 0;
const OTHER = "second-shop.myshopify.com";

beforeAll(async () => {
  amends = await startTestApp({ shops: ["field-and-thread.myshopify.com", OTHER] });
});
afterAll(() => amends.close());

async function codeFor(address: string): Promise<string> {
  await amends.settled();
  return /\b(\d{6})\b/.exec(amends.mailsTo(address).at(-1) ?? "")?.[1] ?? "";
}

/** A guest on a network of their own, on the page of items. */
async function signedIn(): Promise<{ items: Visit; name: string; email: string; orderGid: string }> {
  guests += 1;
  visitor = await portalVisitor(amends, { ip: `198.51.100.${guests}` });
  const email = `hostile${guests}@example.com`;
  const { name, gid } = seedShirtOrder(amends.standIn, { email });
  const code = await visitor.post("/find", { order: name, email });
  const items = await visitor.post("/code", { t: code.token, code: await codeFor(email) });
  return { items, name, email, orderGid: gid };
}

const chosen = (items: Visit, changes: Record<string, string> = {}) => ({
  ...{ t: items.token, linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa", notea: "" },
  ...changes,
});

test("the one character that no database takes is left out, in the address, every field and every note", async () => {
  const { items, name, email } = await signedIn();
  expect((await visitor.post("/find", { order: `${name}\u0000`, email: `\u0000${email}` })).status).toBe(200);
  const next = await visitor.post("/items", chosen(items, { notea: "too\u0000 small", reasona: "too-small\u0000" }));
  expect([next.status, next.text]).toEqual([200, expect.stringContaining("How may we make it right?")]);
  expect((await visitor.get("/find", { t: "\u0000", locale: "\u0000" })).status).toBe(200);
});

describe("looking an order up", () => {
  test("a wrong number, a wrong address and a right pair are answered word for word alike", async () => {
    visitor = await portalVisitor(amends, { ip: "192.0.2.1" });
    const { name } = seedShirtOrder(amends.standIn, { email: "real@example.com" });
    const answers = [];
    for (const [order, email] of [
      [name, "real@example.com"],
      ["99999", "real@example.com"],
      [name, "wrong@example.com"],
    ] as const) {
      const { status, text } = await visitor.post("/find", { order, email });
      answers.push({ status, text: text.replaceAll(email, "…") });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    await amends.settled();
    expect(amends.mailsTo("real@example.com")).toHaveLength(1);
    expect(amends.mailsTo("wrong@example.com")).toHaveLength(0);
  });

  test("a code for an order that does not exist is refused like a wrong one", async () => {
    visitor = await portalVisitor(amends, { ip: "192.0.2.2" });
    const nobody = await visitor.post("/find", { order: "88888", email: "nobody@example.com" });
    await amends.settled();
    const wrong = await visitor.post("/code", { t: nobody.token, code: "123456" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("You have 4 tries left.")]);
  });

  test("five wrong codes kill the right one; guessing on is answered with a pause", async () => {
    visitor = await portalVisitor(amends, { ip: "192.0.2.3" });
    const { name } = seedShirtOrder(amends.standIn, { email: "brute@example.com" });
    const page = await visitor.post("/find", { order: name, email: "brute@example.com" });
    const right = await codeFor("brute@example.com");
    const wrong = right === "000000" ? "000001" : "000000";
    for (let tries = 4; tries > 0; tries -= 1) {
      expect((await visitor.post("/code", { t: page.token, code: wrong })).text).toContain(`You have ${tries} tr`);
    }
    await visitor.post("/code", { t: page.token, code: wrong });
    const late = await visitor.post("/code", { t: page.token, code: right });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining("That code has expired.")]);
    const statuses = new Set<number>();
    for (let tries = 0; tries < 40; tries += 1) statuses.add((await visitor.post("/code", { t: page.token, code: wrong })).status);
    expect(statuses).toEqual(new Set([422, 429]));
  });

  test("codes for one order can be asked for only so often, whoever asks and whether or not it exists", async () => {
    for (const order of ["77777", seedShirtOrder(amends.standIn, { email: "often@example.com" }).name]) {
      let last: Visit | undefined;
      for (let tries = 0; tries < 7; tries += 1) {
        const someone = await portalVisitor(amends, { ip: `192.0.2.${50 + tries}` });
        last = await someone.post("/find", { order, email: `someone${tries}@example.com` });
      }
      expect(last?.status).toBe(429);
      expect(last?.text).toContain("You can try again from");
    }
  });

  test("a code works for ten minutes, and once", async () => {
    visitor = await portalVisitor(amends, { ip: "192.0.2.4" });
    const { name } = seedShirtOrder(amends.standIn, { email: "late@example.com" });
    const page = await visitor.post("/find", { order: name, email: "late@example.com" });
    const code = await codeFor("late@example.com");
    expect((await visitor.post("/code", { t: page.token, code: code })).text).toContain("Linen shirt");
    expect((await visitor.post("/code", { t: page.token, code: code })).text).toContain("That code has expired.");
    const second = await visitor.post("/find", { order: name, email: "late@example.com" });
    const newer = await codeFor("late@example.com");
    await amends.standIn.control.clock({ advance: "PT11M" });
    expect([(await visitor.post("/code", { t: second.token, code: newer })).status]).toEqual([403]);
  });

  test("what cannot be a number or an address is said beside its field", async () => {
    const answer = await (await portalVisitor(amends, { ip: "192.0.2.5" })).post("/find", { order: "no digits", email: "not an address" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Please enter the order number");
    expect(answer.text).toContain("Please enter a complete e-mail address");
  });
});

describe("state that travels with the visitor", () => {
  test("forged, changed, another shop's, and a code's state open nothing", async () => {
    const { items } = await signedIn();
    const [head, body, sign] = items.token.split(".");
    const other = await portalVisitor(amends, { shop: OTHER });
    const changed = [head, Buffer.from('{"c":{"o":"gid://shopify/Order/1"}}').toString("base64url"), sign].join(".");
    for (const [who, t] of [
      [visitor, "x"],
      [visitor, changed],
      [visitor, [head, body, "x"].join(".")],
      [other, items.token],
    ] as const) {
      for (const page of ["/items", "/options", "/confirm", "/status"]) expect((await who.get(page, { t })).status, page).toBe(403);
    }
  });

  test("lasts half an hour", async () => {
    const { items } = await signedIn();
    await amends.standIn.control.clock({ advance: "PT31M" });
    const late = await visitor.get("/items", { t: items.token });
    expect([late.status, late.text]).toEqual([403, expect.stringContaining("This link has expired")]);
  });

  test("another return's id inside a good state of another order shows nothing", async () => {
    const mine = await signedIn();
    const theirs = await signedIn();
    const ctx = await amends.ctx();
    const { signAccess } = await import("#app/use-cases/returns/portal-access.server.ts");
    const options = await visitor.post("/items", chosen(theirs.items));
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    const [record] = await ctx.transaction((tx) => tx.returns.ofOrder(theirs.orderGid as `gid://shopify/Order/${string}`));
    const t = await signAccess(ctx, {
      orderGid: mine.orderGid as `gid://shopify/Order/${string}`,
      locale: "en",
      returnId: record?.id ?? "",
    });
    for (const step of ["/cancel", "/ask"]) expect((await visitor.post(step, { t, question: "?" })).status, step).toBe(404);
    expect((await visitor.get("/status", { t })).status).toBe(404);
  });
});

describe("a signed-in customer", () => {
  test("sees own orders; the id given twice, or by the visitor, opens nothing", async () => {
    const { gid } = seedShirtOrder(amends.standIn, { email: "member@example.com" });
    const customerId = amends.standIn.world.firstShop.orders.get(gid)?.customerId?.split("/").at(-1) ?? "";
    const member = await portalVisitor(amends, { customerId });
    const orders = await member.get("");
    expect(orders.text).toContain("Hello Jane");
    const items = await member.get("/items", { t: orders.link("items") });
    expect(items.text).toContain("Linen shirt");
    const query = signedQuery(amends, { parameters: { logged_in_customer_id: customerId } });
    const twice = await member.send(new Request(`https://amends.test/proxy/orders?${query}`));
    expect(twice.status).toBe(400);
    expect((await (await portalVisitor(amends)).get("/orders")).text).toContain("Order number");
  });
});

describe("what a form says", () => {
  test.each([
    ["-1", 422],
    ["0", 422],
    ["3", 422],
    ["99999999999999999999", 422],
    ["1.5", 422],
    ["1e3", 422],
    ["", 422],
  ])("a quantity of %s is refused beside its field", async (quantitya, status) => {
    const { items } = await signedIn();
    const answer = await visitor.post("/items", chosen(items, { quantitya }));
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining("Please choose a quantity from 1 to")]);
  });

  test("lines of other orders, unknown reasons and nothing at all are refused", async () => {
    const { items } = await signedIn();
    const wrong: Record<string, string>[] = [
      { linea: "gid://shopify/LineItem/1" },
      { takea: "" },
      { reasona: "free-money" },
      { reasona: "" },
    ];
    for (const changes of wrong) {
      expect((await visitor.post("/items", chosen(items, changes))).status).toBe(422);
    }
  });

  test("prices, totals and fees in the body change nothing", async () => {
    const { items } = await signedIn();
    const money = { price: "1000.00", total: "1000.00", amount: "1000.00", refund: "1000.00", currency: "JPY", fee: "-50", bonus: "900" };
    const options = await visitor.post("/items", chosen(items, { ...money, pricea: "1000.00" }));
    expect(options.text).toContain("$22.00");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund", ...money });
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey"), ...money });
    expect(status.text).toContain("$22.00");
    expect(status.text).not.toContain("1,000.00");
  });

  test("a form key of one's own, or of somebody else's page, makes nothing", async () => {
    const { items, orderGid } = await signedIn();
    const options = await visitor.post("/items", chosen(items));
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    for (const formkey of ["", "x", `${confirm.field("formkey")}0`, confirm.field("formkey").replace("2200", "220000")]) {
      expect((await visitor.post("/confirm", { t: confirm.token, formkey })).status).toBe(409);
    }
    const ctx = await amends.ctx();
    expect(await ctx.transaction((tx) => tx.returns.ofOrder(orderGid as `gid://shopify/Order/${string}`))).toEqual([]);
  });

  test("a resolution or a variant that is not offered is refused", async () => {
    const { items } = await signedIn();
    const options = await visitor.post("/items", chosen(items));
    for (const [fields, text] of [
      [{ resolution: "gift-card" }, "not available any more"],
      [{ resolution: "" }, "Please choose a solution."],
      [{ resolution: "exchange" }, "Please choose what you would like instead."],
      [{ resolution: "exchange", varianta: "gid://shopify/ProductVariant/1" }, "Please choose what you would like instead."],
      [{ resolution: "exchange", varianta: "gid://shopify/ProductVariant/7103" }, "sold out"],
    ] as const) {
      const answer = await visitor.post("/options", { t: options.token, ...fields });
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(text)]);
    }
  });

  test("Liquid and HTML stay words, in every field and on every page", async () => {
    const attack = `{{ shop.name }}{% include 'x' %}"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const { items } = await signedIn();
    const pages = [
      await (await portalVisitor(amends, { ip: "192.0.2.77" })).post("/find", { order: `${attack} 1`, email: attack, locale: attack }),
      await visitor.post("/items", chosen(items, { notea: attack, quantitya: attack })),
      await visitor.post("/code", { t: attack, code: attack }),
    ];
    const options = await visitor.post("/items", chosen(items, { notea: attack }));
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    const asked = await visitor.post("/ask", { t: status.token, question: attack });
    for (const { markup } of [...pages, options, confirm, status, asked]) {
      expect(markup).not.toMatch(/<script>|<img src=x/);
      expect(await new Liquid().parseAndRender(markup)).toBe(markup);
    }
    expect(asked.text).toContain(attack);
  });
});

describe("photos", () => {
  const upload = (items: Visit, photo: Blob, name = "photo.jpg") => {
    const form = new FormData();
    for (const [field, value] of Object.entries(chosen(items, { reasona: "damaged-or-defective", askeda: "ab", notea: "broken" })))
      form.set(field, value);
    form.set("photoa", photo, name);
    return form;
  };

  test("a photo is kept with the return, and its type is what its bytes say", async () => {
    const { items, orderGid } = await signedIn();
    const options = await visitor.post("/items", upload(items, aPhoto(), "../../etc/passwd{{x}}.exe"));
    expect(options.text).toContain("Refund");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    const ctx = await amends.ctx();
    const photos = await ctx.transaction(async (tx) => {
      const [record] = await tx.returns.ofOrder(orderGid as `gid://shopify/Order/${string}`);
      return tx.evidence.ofReturn(record?.id ?? "");
    });
    expect(photos).toMatchObject([{ mimeType: "image/png" }]);
  });

  test.each([
    ["a page of HTML called a photo", new Blob(["<script>alert(1)</script>"], { type: "image/png" }), 415],
    ["a program", new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3])], { type: "image/jpeg" }), 415],
    ["a drawing that can carry scripts", new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: "image/svg+xml" }), 415],
    ["a photo of six megabytes", aPhoto(6_000_000), 413],
    ["a photo of twenty megabytes", aPhoto(20_000_000), 413],
  ])("%s is refused", async (_name, photo, status) => {
    const { items } = await signedIn();
    const answer = await visitor.post("/items", upload(items, photo));
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(status === 413 ? /too large/ : /neither a photo nor a video that we can read/);
  });

  test("more photos than an item may have are refused", async () => {
    const { items } = await signedIn();
    const form = upload(items, aPhoto());
    for (let count = 0; count < 3; count += 1) form.append("photoa", aPhoto(), "more.png");
    expect((await visitor.post("/items", form)).text).toContain("That is too many.");
  });

  test("an item whose fault must be shown asks for a photo", async () => {
    const { items } = await signedIn();
    const answer = await visitor.post("/items", chosen(items, { reasona: "damaged-or-defective", askeda: "ab", notea: "broken" }));
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining("Please add a photo")]);
  });
});

describe("other requests", () => {
  test("unsigned, stale and foreign ones learn nothing", async () => {
    visitor = await portalVisitor(amends);
    const unsigned = await visitor.send(new Request("https://amends.test/proxy/items?shop=field-and-thread.myshopify.com"));
    expect([unsigned.status, await unsigned.text()]).toEqual([401, ""]);
    const stale = signedQuery(amends, { at: new Date(amends.standIn.now().getTime() - 100_000) });
    expect((await visitor.send(new Request(`https://amends.test/proxy?${stale}`))).status).toBe(401);
    const unknown = await portalVisitor(amends, { shop: "never-seen.myshopify.com" });
    expect((await unknown.get("")).status).toBe(404);
  });

  test("paths that are no page, and forms of other kinds, have a clear answer", async () => {
    visitor = await portalVisitor(amends);
    expect((await visitor.get("/../admin")).status).toBe(404);
    expect((await visitor.get("/nothing")).status).toBe(404);
    // Asking for a form's address sends nothing: it shows where one begins.
    const begun = await visitor.get("/cancel");
    expect([begun.status, begun.text]).toEqual([200, expect.stringContaining("Return or exchange an item")]);
    const json = new Request(visitor.address("/find"), { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    expect((await visitor.send(json)).status).toBe(400);
    const huge = await visitor.post("/find", { order: "1", email: "x".repeat(300_000) });
    expect(huge.status).toBe(413);
  });

  test("a shop without the app says so", async () => {
    const other = await amends.ctx(OTHER);
    await other.transaction((tx) => tx.shop.uninstall(amends.standIn.now()));
    const gone = await (await portalVisitor(amends, { shop: OTHER })).get("");
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining("Returns are not open at the moment")]);
  });
});
