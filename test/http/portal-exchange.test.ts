import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordOrder } from "#app/use-cases/orders/record-order-news.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { submitWish } from "#test/builders/a-shopper.ts";
import { seedOtherGoods, setStock } from "#test/builders/other-goods.ts";
import { orderPayload } from "#test/shopify-stand-in/webhooks/payloads/order.ts";
import type { PortalVisitor, Visit } from "#test/support/portal-visitor.ts";
import { portalVisitor } from "#test/support/portal-visitor.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;
let goods: ReturnType<typeof seedOtherGoods>;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
  goods = seedOtherGoods(amends.standIn);
});
afterAll(() => amends.close());

/** The page of solutions for one shirt that is too small. */
async function solutionsFor(email: string, payload: object = {}): Promise<Visit> {
  const { name } = seedShirtOrder(amends.standIn, { email, payload });
  const code = await visitor.post("/find", { order: name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  const items = await visitor.post("/code", { t: code.token, code: typed });
  const chosen = { linea: items.field("linea"), takea: "1", quantitya: "1", reasona: "too-small", askeda: "aa", notea: "" };
  return visitor.post("/items", { t: items.token, ...chosen });
}

describe("an exchange for another product", () => {
  test("is suggested when it is similar and in stock, with what it costs on top; the next size is marked", async () => {
    const { markup, text } = await solutionsFor("similar@example.com");
    expect(text).toContain("L: in stock, same price (the next size)");
    expect(markup).toContain('<optgroup label="Similar products">');
    // 2.00 dearer in the list, of which 80 % were paid; 10 % tax on top.
    expect(text).toContain("Cotton shirt – L: in stock, $1.76 more");
    expect(text).not.toContain("Cotton shirt – XL");
    expect(text).not.toContain("Enamel mug");
  });

  test("goods that come in one form only are called by their own name", async () => {
    const line_items = [{ title: "Tote bag", price: "20.00", quantity: 1, product_id: 7801, variant_id: 7802 }];
    const { text } = await solutionsFor("one-form@example.com", { line_items, discount_applications: [] });
    expect(text).toContain("Tote bag: in stock, same price");
    expect(text).not.toContain("Default Title");
  });

  test("can be searched for by its name, and is opened in Shopify with the difference to pay", async () => {
    const options = await solutionsFor("search@example.com");
    const found = await visitor.post("/options", { t: options.token, search: " mug " });
    expect(found.status).toBe(200);
    expect(found.text).toContain("1 found for “mug”: choose it in the list above.");
    expect(found.text).toContain("Enamel mug: only 3 left, $14.08 back to you");
    expect(found.markup).toMatch(/value="exchange"[^>]*checked|checked[^>]*value="exchange"/);
    const none = await visitor.post("/options", { t: options.token, search: "cot AND -" });
    expect(none.text).toContain("Nothing in stock is called “cot AND -”.");
    const confirm = await visitor.post("/options", { t: found.token, resolution: "exchange", varianta: goods.mug });
    expect(confirm.text).toContain("Linen shirt (M) becomes Enamel mug");
    expect(confirm.text).toContain("$14.08");
    const status = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(status.text).toContain("Your return is approved");
    await amends.settled();
    const [opened] = [...amends.standIn.world.firstShop.returns.values()].slice(-1);
    expect(opened?.exchangeLines).toMatchObject([{ variantId: goods.mug, quantity: 1 }]);
    const followed = await visitor.get("/status", { t: status.token });
    expect(followed.text).toMatch(/What you chose instead is kept for you until .+ 2026\./);
    const next = await solutionsFor("next@example.com");
    const left = await visitor.post("/options", { t: next.token, search: " mug " });
    expect(left.text, "one of three is kept").toContain("Enamel mug: only 2 left");
  });

  test("that sells out before it is confirmed is told, with what else there is", async () => {
    const options = await solutionsFor("late@example.com");
    const confirm = await visitor.post("/options", { t: options.token, resolution: "exchange", varianta: goods.shirtL });
    setStock(amends.standIn, goods.shirtL, 0);
    const again = await visitor.post("/confirm", { t: confirm.token, formkey: confirm.field("formkey") });
    expect(again.status).toBe(409);
    expect(again.text).toContain("This one has just sold out. Please choose another one.");
    expect(again.text).toContain("Cotton shirt – M: in stock");
    const reloaded = await visitor.get("/options", { t: confirm.token });
    expect(reloaded.status).toBe(200);
    setStock(amends.standIn, goods.shirtL, 9);
  });

  test("cannot be had by naming something that the online store does not sell", async () => {
    const options = await solutionsFor("hidden@example.com");
    amends.standIn.control.products(
      { id: 7009, title: "Hidden", status: "draft", variants: [{ id: 7901, price: "1.00" }] },
      {
        webhooks: false,
      },
    );
    for (const gid of ["gid://shopify/ProductVariant/7901", "gid://shopify/ProductVariant/1", "7301", "gid://shopify/Order/1"]) {
      const answer = await visitor.post("/options", { t: options.token, resolution: "exchange", varianta: gid });
      expect(answer.status, gid).toBe(422);
      expect(answer.text).toContain("Please choose what you would like instead.");
    }
  });
});

test("that a product runs small is told once enough of it came back for that", async () => {
  expect((await solutionsFor("before@example.com")).text).not.toContain("Runs small");
  const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { email: "many@example.com", quantity: 20 });
  const order = amends.standIn.world.firstShop.orders.get(orderGid);
  const ctx = await amends.ctx();
  if (order) await recordOrder(ctx, JSON.stringify(orderPayload(amends.standIn.world.firstShop, order)));
  await submitWish(ctx, { orderGid, lineGid, item: { quantity: 13 } });
  expect((await solutionsFor("after@example.com")).text).toMatch(/Runs small: 1\d of 1\d that came back for their size were too small\./);
});
