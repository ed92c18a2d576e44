import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "#test/support/browser.ts";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { makeFaces, type Faces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { ThemeExtension } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";

const browser = useBrowser();
let standIn: StandIn;
let faces: Faces;
let base: string;

beforeAll(async () => {
  standIn = await createStandIn({
    shops: ["field-and-thread.myshopify.com"],
    ports: { main: 0 },
    faces: [
      (made) => {
        faces = makeFaces(made, { localAppUrl: "http://localhost:1" });
        return {
          matches: () => true,
          handle: async (request, response) => {
            const url = new URL(request.url ?? "/", "http://localhost");
            await faces.list.find((face) => face.matches(url, "localhost"))?.handle(request, response);
          },
        };
      },
    ],
  });
  plantDemoShop(standIn.world.firstShop, { now: standIn.now(), imageBase: "https://field-and-thread.myshopify.com" });
  base = `http://localhost:${standIn.ports.main ?? 0}`;
});

afterAll(() => standIn.close());

const html = async (pathname: string): Promise<string> => (await fetch(base + pathname)).text();

describe("the storefront", () => {
  test("shows the app's block where the merchant put it, with its script and style only there", async () => {
    const page = await html("/pages/returns");
    expect(page).toContain("<amends-portal");
    expect(page).toMatch(/<script src="\/cdn\/extensions\/storefront\/assets\/amends-portal\.js\?v=[0-9a-f]{10}" defer>/);
    expect(page).toContain("amends-portal.css");
    const home = await html("/");
    expect(home).not.toContain("amends-portal.js");
    expect(home).not.toContain("amends-portal.css");
  });

  test("speaks the visitor's language under /zh-cn, the block too", async () => {
    const page = await html("/zh-cn/pages/returns");
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("订单");
    expect(page).not.toContain("Translation missing");
    expect(page).toMatch(/action="\/zh-cn\/apps\/returns/);
  });

  test("a theme without the block, and without the embed", async () => {
    const { settings, extension } = faces.storefront.theme;
    for (const block of extension.blocks()) settings.activate(block.handle, false);
    expect(await html("/pages/returns")).not.toContain("<amends-portal");
    for (const block of extension.blocks()) settings.activate(block.handle, true);
    expect(await html("/pages/returns")).toContain("<amends-portal");
  });

  test("an order is bought, announced, and followed by its buyer", async () => {
    const { page, screenshot } = await browser.open();
    await page.goto(`${base}/products/field-shirt`);
    await page.getByRole("link", { name: "Indigo" }).click();
    await page.getByRole("link", { name: "L", exact: true }).click();
    await page.getByRole("button", { name: "Buy now" }).click();
    await page.getByLabel("E-mail address").fill("new.person@example.com");
    await page.getByLabel("First name").fill("Nova");
    await page.getByLabel("Discount code").fill("welcome10");
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByText("Thank you, Nova").waitFor();
    await screenshot("stand-in/order-status-1280");
    const order = [...standIn.world.firstShop.orders.values()].at(-1);
    expect(order?.lines[0]?.name).toBe("Field Shirt - Indigo / L");
    expect(order?.discountCodes).toEqual([{ code: "WELCOME10", amount: "7.20", type: "percentage" }]);
    expect(standIn.world.webhooks.deliveries.map(({ topic }) => topic)).toContain("orders/create");
  });

  test("a customer signs in, sees the orders, and signs out, on a phone and in Chinese", async () => {
    const customer =
      [...standIn.world.firstShop.customers.values()].find(
        ({ id, locale }) => locale === "zh-CN" && standIn.world.firstShop.ordersOf(id).length > 1,
      ) ?? expect.fail();
    const { page, screenshot } = await browser.open({ width: 390, locale: "zh-CN" });
    await page.goto(`${base}/zh-cn/account`);
    await page.getByLabel("邮箱").fill(customer.email ?? "");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText(customer.email ?? "").waitFor();
    await screenshot("stand-in/account-zh-390");
    expect(await page.locator(".orders li").count()).toBe(standIn.world.firstShop.ordersOf(customer.id).length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("link", { name: "退出" }).first().click();
    await page.goto(`${base}/zh-cn/account`);
    expect(new URL(page.url()).pathname).toBe("/zh-cn/account/login");
  });

  test.each([1280, 390] as const)("its pages are fit to be seen at %i pixels", async (width) => {
    const { page, screenshot } = await browser.open({ width });
    // No app stands behind this shop, and the policy block asks it for its text.
    await page.route("**/apps/returns/policy*", (route) => route.fulfill({ contentType: "text/html", body: "<p>30 days</p>" }));
    for (const [name, pathname] of [
      ["home", "/"],
      ["collection", "/collections/knitwear"],
      ["product", "/products/chore-jacket"],
      ["returns", "/pages/returns"],
      ["search", "/search?q=linen"],
    ] as const) {
      await page.goto(base + pathname);
      await screenshot(`stand-in/${name}-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), pathname).toBe(width);
    }
  });

  test("searches, and says so when nothing is there", async () => {
    expect(await html("/search?q=teapot%20moss")).toContain("Teapot for Two");
    expect((await fetch(`${base}/products/nothing`)).status).toBe(404);
  });
});

describe("an app block", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "extension-"));
    for (const name of ["blocks", "snippets", "assets", "locales"]) mkdirSync(path.join(folder, name));
    writeFileSync(
      path.join(folder, "locales/en.default.json"),
      JSON.stringify({
        hello: "Hello {{ name }}",
        items: { one: "{{ count }} item", other: "{{ count }} items" },
        rich_html: "<b>{{ name }}</b>",
        only: "English only",
      }),
    );
    writeFileSync(path.join(folder, "locales/zh-CN.json"), JSON.stringify({ hello: "{{ name }}，您好" }));
    writeFileSync(path.join(folder, "assets/x.js"), "1");
    writeFileSync(
      path.join(folder, "blocks/x.liquid"),
      `{{ 'hello' | t: name: '<i>' }}|{{ 'items' | t: count: 1 }}|{{ 'rich_html' | t: name: 'x' }}|{{ 'only' | t }}|{{ block.settings.color }}|{{ block.settings.size }}|{{ 125000 | money }}|{{ 'x.js' | asset_url | script_tag }}{% style %}.x{color:{{ block.settings.color }}}{% endstyle %}{% javascript %}never(){% endjavascript %}
{% schema %}{ "name": "X", "target": "section", "javascript": "x.js", "settings": [{ "type": "color", "id": "color", "default": "#fff" }, { "type": "range", "id": "size", "default": 8 }] }{% endschema %}`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const globals = (locale: string): object => ({ request: { locale: { iso_code: locale } }, cart: { currency: { iso_code: "JPY" } } });

  test("has settings with defaults, translations with a fallback, escaped values, money and assets", async () => {
    const extension = new ThemeExtension(folder);
    const [block] = extension.appBlocks();
    const { html: text, head } = await extension.render(block ?? expect.fail(), { size: 12 }, globals("zh-CN"));
    expect(text).toContain("&#60;i&#62;，您好|1 item|<b>x</b>|English only|#fff|12|¥1,250|");
    expect(text).toMatch(/<script src="\/cdn\/extensions\/storefront\/assets\/x\.js\?v=[0-9a-f]+" defer><\/script>/);
    expect(text).toContain("<style data-shopify>.x{color:#fff}</style>");
    expect(text).not.toContain("never()");
    expect(text).not.toContain("schema");
    expect(head).toContain("x.js");
  });

  test("an unknown filter is an error, as it is on Shopify", async () => {
    const extension = new ThemeExtension(folder);
    const [block] = extension.appBlocks();
    if (!block) expect.fail();
    await expect(extension.render({ ...block, source: "{{ 1 | nonsense }}" }, {}, globals("en"))).rejects.toThrow(/nonsense/);
  });
});
