import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { aRule } from "#test/builders/a-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

/** The code of the newest mail to the address. */
async function codeFor(address: string): Promise<string> {
  await amends.settled();
  return /\b(\d{6})\b/.exec(amends.mailsTo(address).at(-1) ?? "")?.[1] ?? "";
}

/** From the order number to the page of items. */
async function signIn(order: { name: string; email: string }): Promise<Visit> {
  const code = await visitor.post("/find", { order: order.name, email: order.email, locale: "en" });
  return visitor.post("/code", { t: code.token, code: await codeFor(order.email) });
}

/** One piece of the first item, which is too small. */
function chooseOne(items: Visit, changes: Record<string, string> = {}): Promise<Visit> {
  const chosen = { linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa", notea: "" };
  return visitor.post("/items", { t: items.token, ...chosen, ...changes });
}

describe("a guest's whole way", () => {
  test("order number, code, items, solutions, confirmation, status; Shopify has the return", async () => {
    const email = "guest@example.com";
    const { gid, name } = seedShirtOrder(amends.standIn, { email });
    const start = await visitor.get("");
    expect([start.status, start.headers.get("content-type"), start.headers.get("cache-control")]).toEqual([
      200,
      "application/liquid; charset=utf-8",
      "no-store",
    ]);
    expect(start.text).toContain("Return or exchange an item");
    const items = await signIn({ name, email });
    expect(items.status).toBe(200);
    expect(items.text).toContain("Linen shirt");
    expect(items.text).toContain("$20.00");
    const line = items.field("linea");
    const options = await visitor.post("/items", {
      t: items.token,
      linea: line,
      takea: "1",
      quantitya: "1",
      reasona: "too-small",
      askeda: "aa",
      notea: "",
    });
    expect(options.text).toMatch(/Refund.*You get \$22\.00/);
    expect(options.text).toMatch(/Store credit.*You get \$23\.10/);
    expect(options.text).toContain("Exchange");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    expect(confirm.text).toContain("Is everything right?");
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(status.text).toContain("Your return is approved");
    expect(status.text).toContain(`Return ${name}-R1`);
    const again = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(again.text).toContain(`Return ${name}-R1`);
    await amends.settled();
    const ctx = await amends.ctx();
    expect((await ctx.shopify.returns.returnsOf(gid)).map((one) => one.status)).toEqual(["open"]);
    const reloaded = await visitor.get("/status", { t: status.token });
    expect(reloaded.text).toContain("Send it to");
    const cancelled = await visitor.post("/cancel", { t: status.token });
    expect(cancelled.text).toContain("Your return is cancelled.");
    const asked = await visitor.post("/ask", { t: status.token, question: "Can I still change my mind?" });
    expect(asked.text).toContain("Your question is with the shop.");
    expect(asked.text).toContain("Can I still change my mind?");
  });
});

describe("what is offered", () => {
  test("an exchange for another size is opened in Shopify with its new goods", async () => {
    const email = "exchange@example.com";
    const { gid, name } = seedShirtOrder(amends.standIn, { email });
    const options = await chooseOne(await signIn({ name, email }));
    expect(options.text).toContain("L: in stock, same price");
    expect(options.text).toContain("XL: sold out");
    const confirm = await visitor.post("/options", {
      t: options.token,
      resolution: "exchange",
      varianta: "gid://shopify/ProductVariant/7102",
    });
    expect(confirm.text).toContain("Linen shirt (M) becomes L");
    expect(confirm.text).toContain("Even swap");
    await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    await amends.settled();
    const [opened] = await (await amends.ctx()).shopify.returns.returnsOf(gid);
    expect(opened?.exchanges).toMatchObject([{ variantGid: "gid://shopify/ProductVariant/7102", quantity: 1 }]);
  });

  test("what was refunded before is told beside what the item cost", async () => {
    const email = "refunded@example.com";
    const { gid, name } = seedShirtOrder(amends.standIn, { email });
    // 49.00 were paid, 10.00 are left; the shirt was 22.00 with its tax.
    amends.standIn.control.refund({ order_id: gid, amount: "39.00" });
    const options = await chooseOne(await signIn({ name, email }));
    expect(options.text.replaceAll(/\s+/g, " ")).toMatch(
      /You get \$10\.00 Items \$20\.00 Tax \$2\.00 Refunded before or not paid yet −\$12\.00 Total \$10\.00/,
    );
  });

  test("an order that was not paid brings nothing, and nothing is called a swap", async () => {
    const email = "unpaid@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email, payload: { financial_status: "pending" } });
    const options = await chooseOne(await signIn({ name, email }));
    expect(options.text).toMatch(/Refund[^$]*You get \$0\.00/);
    expect(options.text).not.toContain("Even swap Items");
  });

  test("units that are gone meanwhile are told, and those that are left can be chosen", async () => {
    const email = "meanwhile@example.com";
    const { name, gid, lineGid } = seedShirtOrder(amends.standIn, { email });
    const options = await chooseOne(await signIn({ name, email }), { quantitya: "2" });
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    amends.standIn.control.refund({ order_id: gid, refund_line_items: [{ line_item_id: lineGid, quantity: 1 }] });
    const again = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(again.status).toBe(409);
    expect(again.text).toContain("has changed since you looked");
    expect(again.text).toContain("What would you like to return?");
    expect((await chooseOne(again)).text).toMatch(/You get \$22\.00/);
  });

  test("an order without a customer gets no store credit", async () => {
    const email = "no-account@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email, payload: { customer: null } });
    const options = await chooseOne(await signIn({ name, email }));
    expect(options.text).toContain("Refund");
    expect(options.text).not.toContain("Store credit");
  });

  test("an item that is not sent yet says why and what can be done", async () => {
    const email = "waiting@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email, isSent: false });
    const items = await signIn({ name, email });
    expect(items.text).toContain("Not shipped yet.");
    expect(items.text).toContain("Ask the shop to cancel it before it ships.");
  });

  test("an item that is excluded says why, in the merchant's own reason", async () => {
    const because = ["hygiene", "perishable", "made_to_order", "digital", "not_returnable"] as const;
    const refusing = because.map((reason) =>
      aRule({
        ...{ id: reason, name: reason, conditions: [{ on: "vendor", oneOf: [reason], isNegated: false }] },
        outcome: { kind: "ineligible", because: reason, instead: ["ask_question"] },
      }),
    );
    const ctx = await amends.ctx();
    const starter = defaultPolicy(ctx.shop.currency);
    const document = { ...starter, rules: [...refusing, ...starter.rules] };
    const { revision } = must(await savePolicyDraft(ctx, { document, revision: 0 }));
    must(await publishPolicy(ctx, { revision, actor: "staff:1" }));
    const email = "excluded@example.com";
    const line_items = because.map((vendor) => ({ title: `Thing of ${vendor}`, vendor, price: "5.00", quantity: 1 }));
    const { name } = seedShirtOrder(amends.standIn, { email, processedAt: amends.standIn.now().toISOString(), payload: { line_items } });
    const { text } = await signIn({ name, email });
    for (const said of [
      "for reasons of hygiene",
      "Perishable items cannot be returned",
      "Made to order for you",
      "Downloads and services cannot be returned",
      "policy does not cover this item",
    ])
      expect(text).toContain(said);
  });

  test("an item whose time is over can still come back for a fault, for as long as the policy says", async () => {
    const email = "old@example.com";
    const delivered = { created_at: "2026-01-20T12:00:00Z", events: [{ status: "delivered", happened_at: "2026-01-25T12:00:00Z" }] };
    const { name } = seedShirtOrder(amends.standIn, { email, processedAt: "2026-01-19T12:00:00Z", payload: { fulfillments: [delivered] } });
    const items = await signIn({ name, email });
    expect(items.text).toContain("It is damaged or faulty");
    expect(items.text).not.toContain("It is too small");
    const long = "2025-09-01T12:00:00Z";
    const ancient = { created_at: long, events: [{ status: "delivered", happened_at: long }] };
    const other = seedShirtOrder(amends.standIn, { email: "ancient@example.com", processedAt: long, payload: { fulfillments: [ancient] } });
    const closed = await signIn({ name: other.name, email: "ancient@example.com" });
    expect(closed.text).toContain("The time to return it ended on Oct 1, 2025.");
  });

  test("going back to the items shows what was chosen", async () => {
    const email = "back@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const options = await chooseOne(await signIn({ name, email }), { quantitya: "2", notea: "both too tight" });
    const back = await visitor.get("/items", { t: options.link("items") });
    expect(back.markup).toContain("both too tight");
    expect(back.markup).toMatch(/name="takea" [^>]*checked|checked[^>]* name="takea"/);
  });
});

describe("the page itself", () => {
  test("speaks the storefront's language and keeps it", async () => {
    const email = "zh@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const code = await visitor.post("/find", { order: name, email, locale: "zh-CN" });
    expect(code.markup).toContain('lang="zh-CN"');
    const items = await visitor.post("/code", { t: code.token, code: await codeFor(email) });
    expect(items.markup).toContain('lang="zh-CN"');
    expect(items.text).toContain("太小");
    const market = await portalVisitor(amends, { pathPrefix: "/zh-cn/apps/returns" });
    expect((await market.get("")).markup).toContain('action="/zh-cn/apps/returns/find"');
  });

  test("stays in the folder of the visitor's language, which the request does not say", async () => {
    const email = "folder@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const abroad = await portalVisitor(amends, { rootUrl: "/zh-cn" });
    const start = await abroad.get("");
    const code = await abroad.post("/find", { order: name, email, locale: "zh-CN" });
    const items = await abroad.post("/code", { t: code.token, code: await codeFor(email) });
    expect(start.markup).toContain('href="/zh-cn/account/login?return_url=%2Fzh-cn%2Fapps%2Freturns%2Forders"');
    for (const { markup } of [start, code, items]) {
      const addresses = [...markup.matchAll(/ (?:href|action|src|data-address)="(\/[^"]*)"/g)].map(([, address = ""]) => address);
      expect(addresses.length).toBeGreaterThan(3);
      expect(addresses.filter((address) => !address.startsWith("/zh-cn/"))).toEqual([]);
    }
  });

  test("says until when an item can come back, and until when for the reasons that have longer", async () => {
    const email = "until@example.com";
    const items = await signIn({ name: seedShirtOrder(amends.standIn, { email }).name, email });
    expect(items.text).toMatch(/Can come back until \w+ \d+, \d{4}, for some reasons until \w+ \d+, \d{4}/);
  });

  test("can be opened again where a form was sent", async () => {
    const email = "again@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const code = await visitor.post("/find", { order: name, email, locale: "en" });
    const again = await visitor.get("/resend", { t: code.token });
    expect([again.status, again.field("code")]).toEqual([200, ""]);
    expect(again.markup).toContain('name="code"');
    const options = await chooseOne(await visitor.post("/code", { t: code.token, code: await codeFor(email) }));
    const confirm = await visitor.post("/options", { t: options.token, resolution: "refund" });
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    const asked = await visitor.post("/ask", { t: status.token, question: "Shall I wash it first?" });
    const address = /action="\/apps\/returns\/photo\?t=([^"]+)"/.exec(asked.markup)?.[1] ?? "";
    for (const step of ["/ask", "/cancel", "/appeal", "/photo"]) {
      const page = await visitor.get(step, { t: decodeURIComponent(address) });
      expect([step, page.status]).toEqual([step, 200]);
      expect(page.text).toContain(`Return ${name}-R1`);
      // What is gone from the address bar starts anew.
      expect((await visitor.get(step)).text).toContain("Return or exchange an item");
    }
  });

  test.each([
    ["/de/apps/returns", "de"],
    ["/fr-ca/apps/returns", "fr"],
    ["/es/apps/returns", "es"],
    ["/ja/apps/returns", "ja"],
    ["/nl/apps/returns", "en"],
  ])("a market's address %s is answered in %s", async (pathPrefix, language) => {
    const market = await portalVisitor(amends, { pathPrefix });
    expect((await market.get("")).markup).toContain(`<amends-portal lang="${language}"`);
  });

  test("writes the code's mail in the shopper's language, and in the shop's once the merchant leaves that language out", async () => {
    const firstEmail = "de@example.com";
    const first = seedShirtOrder(amends.standIn, { email: firstEmail });
    await visitor.post("/find", { order: first.name, email: firstEmail, locale: "de-AT" });
    await codeFor(firstEmail);
    expect(amends.mailsTo(firstEmail).at(-1)).toContain("Mit diesem Code");
    const ctx = await amends.ctx();
    const save = (offered: readonly string[], expectedVersion: number) =>
      ctx.transaction((tx) => tx.settings.save("languages", { offered }, { expectedVersion, by: "test", at: ctx.clock.now() }));
    await save(["fr"], 0);
    const email = "leftout@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const page = await visitor.post("/find", { order: name, email, locale: "de" });
    await codeFor(email);
    await save(["en", "zh-CN", "de", "fr", "es", "ja"], 1);
    expect(page.markup).toContain('lang="en"');
    expect(amends.mailsTo(email).at(-1)).toContain("Here is the code");
  });

  test("answers a script with the page alone", async () => {
    const fragment = await visitor.get("/find", { fragment: "1" });
    expect(fragment.markup).toMatch(/^{% layout none %}<amends-portal/);
    expect(fragment.markup).not.toContain("portal.css");
  });

  test("brings its own style sheet and script, to be kept for a year", async () => {
    for (const [file, type] of [
      ["/portal.css", "text/css; charset=utf-8"],
      ["/portal.js", "text/javascript; charset=utf-8"],
    ] as const) {
      const asset = await visitor.get(file);
      expect([asset.status, asset.headers.get("content-type")]).toEqual([200, type]);
      expect(asset.headers.get("cache-control")).toContain("immutable");
    }
  });

  test("says with a reference that something failed, in a status that Shopify lets through", async () => {
    const email = "fault@example.com";
    const { name } = seedShirtOrder(amends.standIn, { email });
    const items = await signIn({ name, email });
    amends.standIn.world.faults.set("errors", { rate: 1, status: 503 });
    const failed = await visitor.get("/items", { t: items.token });
    amends.standIn.world.faults.clear();
    expect([failed.status, failed.text]).toEqual([424, expect.stringContaining("name this reference")]);
  });
});
