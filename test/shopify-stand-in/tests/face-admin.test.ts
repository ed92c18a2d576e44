import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FrameLocator, Page } from "playwright-core";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { useBrowser } from "#test/support/browser.ts";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { appWindow } from "#test/shopify-stand-in/faces/app-window.ts";
import { demoFaces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";
import { tinyApp, type TinyApp } from "./fixtures/tiny-app.ts";

const browser = useBrowser();
const SECRET = "a-secret-of-the-tests";
let standIn: StandIn;
let app: TinyApp;
let admin: string;
let appServer: Server;

beforeAll(async () => {
  app = await tinyApp({ apiKey: "key", apiSecret: SECRET, bridge: "https://cdn.shopify.com/shopifycloud/app-bridge.js" });
  let localAppUrl = "";
  standIn = await createStandIn({
    apiKey: "key",
    apiSecret: SECRET,
    shops: ["field-and-thread.myshopify.com"],
    ports: { main: 0, proxy: 0 },
    appTarget: app.url,
    faces: [
      (made) => {
        const face = (): ReturnType<ReturnType<typeof demoFaces>> => demoFaces({ localAppUrl })(made);
        let ready: ReturnType<typeof face> | undefined;
        return {
          matches: (url, host) => (ready ??= face()).matches(url, host),
          handle: (request, response) => (ready ??= face()).handle(request, response),
        };
      },
    ],
  });
  plantDemoShop(standIn.world.firstShop, { now: standIn.now(), imageBase: "https://field-and-thread.myshopify.com" });
  const base = `http://localhost:${standIn.ports.main ?? 0}`;
  appServer = appWindow({ world: standIn.world, target: app.url, standInUrl: base });
  await new Promise<void>((resolve) => appServer.listen(0, "127.0.0.1", resolve));
  localAppUrl = `http://localhost:${(appServer.address() as AddressInfo).port}`;
  admin = `${base}/admin`;
});

afterAll(async () => {
  appServer.closeAllConnections();
  appServer.close();
  await app.close();
  await standIn.close();
});

async function openApp(
  path = "",
  options: Parameters<typeof browser.open>[0] = {},
): Promise<{ page: Page; inside: FrameLocator; screenshot: (name: string) => Promise<string> }> {
  const { page, screenshot } = await browser.open(options);
  await page.goto(`${admin}/apps/amends${path}`);
  const inside = page.frameLocator("iframe.app");
  await inside.locator("h1").waitFor();
  return { page, inside, screenshot: (name) => screenshot(name, { fullPage: false }) };
}

const bodyData = (inside: FrameLocator, name: string): Promise<string | null> => inside.locator("body").getAttribute(`data-${name}`);

describe("the admin frame", () => {
  test("embeds the app with shop, host, locale and a session token, and knows its settings", async () => {
    const { page, inside } = await openApp();
    const config = JSON.parse((await bodyData(inside, "config")) ?? "{}") as Record<string, string>;
    expect(config).toMatchObject({ apiKey: "key", shop: "field-and-thread.myshopify.com", locale: "en" });
    expect(Buffer.from(config["host"] ?? "", "base64").toString()).toBe("admin.shopify.com/store/field-and-thread");
    const source = new URL((await page.locator("iframe.app").getAttribute("src")) ?? "");
    expect([...source.searchParams.keys()].sort()).toEqual([
      "embedded",
      "hmac",
      "host",
      "id_token",
      "locale",
      "session",
      "shop",
      "timestamp",
    ]);
  });

  test("shows the app's menu and title bar, and its buttons press the app's own", async () => {
    const { page, inside, screenshot } = await openApp();
    await expect.poll(() => page.locator(".nav .sub a").allTextContents()).toEqual(["Returns", "Settings"]);
    await expect.poll(() => page.locator(".title-bar h1").textContent()).toBe("Dashboard");
    await page.getByRole("button", { name: "New policy" }).click();
    await expect.poll(() => bodyData(inside, "clicked")).toBe("primary");
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("button", { name: "Export" }).click();
    await expect.poll(() => bodyData(inside, "clicked")).toBe("more");
    await screenshot("stand-in/admin-1280");
  });

  test("a menu entry goes through the app's router, the address follows, and a reload stays there", async () => {
    const { page, inside } = await openApp();
    await page.locator(".nav .sub a", { hasText: "Returns" }).click();
    await expect.poll(() => inside.locator("h1").textContent()).toBe("Returns");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/admin/apps/amends/app/returns");
    await expect.poll(() => page.locator(".nav .sub a[aria-current]").textContent()).toBe("Returns");
    await page.reload();
    await expect.poll(() => inside.locator("h1").textContent()).toBe("Returns");
    await expect.poll(() => page.locator(".title-bar .crumb").textContent()).toContain("Home");
  });

  test("requests to the app carry a fresh token, and a refused one is sent again", async () => {
    const { inside } = await openApp("", { expectedErrors: [/401 \(Unauthorized\)/] });
    await inside.locator("#call").click();
    await expect.poll(() => bodyData(inside, "answer")).toBe("pong");
    app.refuseNext(1);
    const before = app.calls.length;
    await inside.locator("body").evaluate((body) => delete body.dataset["answer"]);
    await inside.locator("#call").click();
    await expect.poll(() => bodyData(inside, "answer")).toBe("pong");
    expect(app.calls.slice(before)).toEqual([
      { path: "/api/ping", isValid: true },
      { path: "/api/ping", isValid: true },
    ]);
  });

  test("the bounce page comes back with a token", async () => {
    const { page, inside } = await openApp(`/auth/session-token?shopify-reload=${encodeURIComponent("/app/returns?x=1")}`);
    await expect.poll(() => inside.locator("h1").textContent()).toBe("Returns");
    const frame = page.frames().at(-1);
    expect(new URL(frame?.url() ?? "").searchParams.get("id_token")).toMatch(/^eyJ/);
  });

  test("toast, with its action", async () => {
    const { page, inside } = await openApp();
    await inside.locator("#toast").click();
    await page.getByText("Hello from the app").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => bodyData(inside, "undone")).toBe("yes");
    expect(await page.locator(".toast").count()).toBe(0);
  });

  test("a form with data-save-bar: edit, discard with confirmation, edit, save", async () => {
    const { page, inside, screenshot } = await openApp("/app/settings");
    const name = inside.getByLabel("Name");
    await name.fill("Other");
    const bar = page.getByRole("region", { name: "Unsaved changes" });
    await bar.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => name.inputValue()).toBe("Amends");
    await expect.poll(() => bar.isVisible()).toBe(false);
    await name.fill("Third");
    await screenshot("stand-in/admin-save-bar");
    await bar.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => bodyData(inside, "saved")).toBe("Third");
    await expect.poll(() => bar.isVisible()).toBe(false);
  });

  test("leaving with unsaved changes asks first", async () => {
    const { page, inside } = await openApp("/app/settings");
    await inside.getByLabel("Name").fill("Other");
    await page.locator(".save .keep").waitFor();
    await page.locator(".nav .sub a", { hasText: "Returns" }).click();
    await page.getByRole("button", { name: "Stay" }).click();
    expect(await inside.locator("h1").textContent()).toBe("Settings");
    await page.locator(".nav .sub a", { hasText: "Returns" }).click();
    await page.getByRole("button", { name: "Leave page" }).click();
    await expect.poll(() => inside.locator("h1").textContent()).toBe("Returns");
  });

  test("a ui-save-bar shown by its id presses its own buttons", async () => {
    const { page, inside } = await openApp("/app/settings");
    await inside.locator("#open-own").click();
    await page.locator(".save .keep").click();
    await expect.poll(() => bodyData(inside, "own")).toBe("saved");
  });

  test("a modal with its title and buttons, dimming the admin around it", async () => {
    const { page, inside, screenshot } = await openApp();
    await inside.locator("#modal").click();
    await inside.getByRole("heading", { name: "Approve return" }).waitFor();
    await inside.getByText("Really approve it?").waitFor();
    await expect.poll(() => page.locator("body").getAttribute("class")).toContain("dim");
    await screenshot("stand-in/admin-modal");
    await inside.getByRole("button", { name: "Approve", exact: true }).click();
    await expect.poll(() => bodyData(inside, "clicked")).toBe("approved");
    await expect.poll(() => page.locator("body").getAttribute("class")).not.toContain("dim");
  });

  test("the resource picker answers with what was chosen, and with nothing when it is closed", async () => {
    const { page, inside } = await openApp();
    await inside.locator("#pick").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("teapot");
    await dialog.getByLabel(/Teapot for Two/).check();
    await dialog.getByRole("button", { name: "Add" }).click();
    await expect.poll(() => bodyData(inside, "picked")).toBe('["Teapot for Two"]');
    await inside.locator("#pick").click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => bodyData(inside, "picked")).toBe("[]");
  });

  test("tells which theme blocks are on", async () => {
    const { page } = await openApp();
    const frame = page.frames().find((each) => each.url().includes("/app?"));
    const extensions = await frame?.evaluate(() =>
      (
        window as unknown as { shopify: { app: { extensions: () => Promise<{ handle: string; activations: { status: string }[] }[]> } } }
      ).shopify.app.extensions(),
    );
    expect(extensions?.[0]).toMatchObject({ handle: "storefront", type: "theme_app_extension" });
    expect(extensions?.[0]?.activations.map(({ status }) => status)).toContain("active");
  });

  test("speaks Chinese to a member of staff who chose it, and knows who it is", async () => {
    const { page, inside, screenshot } = await openApp();
    await page.locator(".store").click();
    await page.getByRole("button", { name: "简体中文" }).click();
    await page.getByRole("link", { name: "订单" }).waitFor();
    await page.locator(".store").click();
    await page.getByRole("button", { name: /Mei Lin/ }).click();
    await inside.locator("h1").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    const frame = page.frames().find((each) => each.url().includes("/app?"));
    const user = await frame?.evaluate(() => (window as unknown as { shopify: { user: () => Promise<{ name: string }> } }).shopify.user());
    expect(user?.name).toBe("Mei Lin");
    await screenshot("stand-in/admin-zh");
  });

  test("on a phone the navigation folds away and nothing scrolls sideways", async () => {
    const { page, screenshot } = await openApp("", { width: 390 });
    await screenshot("stand-in/admin-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator(".nav").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.locator(".nav .sub a", { hasText: "Settings" }).click();
    await expect.poll(() => page.locator(".title-bar h1").textContent()).toBe("Settings");
  });

  test("a browser behind the TLS proxy sees Shopify's own addresses, and the app under its public host", async () => {
    const { page } = await browser.open({ proxy: `http://127.0.0.1:${standIn.ports.proxy ?? 0}` });
    await page.goto("https://admin.shopify.com/store/field-and-thread/apps/amends/app/settings");
    const inside = page.frameLocator("iframe.app");
    await expect.poll(() => inside.locator("h1").textContent()).toBe("Settings");
    expect(new URL((await page.locator("iframe.app").getAttribute("src")) ?? "").origin).toBe("https://amends.test");
    await page.locator(".nav .sub a", { hasText: "Returns" }).click();
    await expect.poll(() => page.url()).toBe("https://admin.shopify.com/store/field-and-thread/apps/amends/app/returns");
    await page.goto("https://field-and-thread.myshopify.com/products/teapot-for-two");
    await page.getByRole("heading", { name: "Teapot for Two" }).waitFor();
  });
});
