import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ThemeExtension } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";

const extension = new ThemeExtension(fileURLToPath(new URL("../../extensions/storefront", import.meta.url)));

const GUEST = {
  request: { locale: { iso_code: "en" } },
  routes: { root_url: "/", account_login_url: "/account/login" },
  shop: { customer_accounts_enabled: true },
};

async function render(handle: string, settings: Record<string, unknown> = {}, globals: object = GUEST): Promise<string> {
  const block = extension.blocks().find((each) => each.handle === handle);
  if (!block) throw new Error(`No block ${handle}`);
  return (await extension.render(block, settings, globals)).html;
}

describe("the Returns block", () => {
  test("is a form that works by itself", async () => {
    const html = await render("returns");
    expect(html).toMatch(/<form action="\/apps\/returns\/find" method="post"/);
    expect(html).toMatch(/<label[^>]*for="amends-order">Order number<\/label>/);
    expect(html).toMatch(/<input[^>]*id="amends-email"[^>]*type="email"[^>]*required/);
    expect(html).toContain('<input type="hidden" name="locale" value="en">');
    expect(html).toMatch(/<amends-portal\s+class="amends-portal"\s+lang="en"/);
    expect(html).not.toContain("Translation missing");
  });

  test.each([
    ["/tools/give-back", "/", "/tools/give-back/find"],
    [" /apps/returns/ ", "/", "/apps/returns/find"],
    ["", "/", "/apps/returns/find"],
    ["/apps/returns", "/en-gb", "/en-gb/apps/returns/find"],
  ])("posts below the path %s of the storefront %s", async (path, root, action) => {
    expect(await render("returns", { path }, { ...GUEST, routes: { ...GUEST.routes, root_url: root } })).toContain(
      `<form action="${action}"`,
    );
  });

  test("speaks the shopper's language", async () => {
    const html = await render("returns", {}, { ...GUEST, request: { locale: { iso_code: "zh-CN" } } });
    expect(html).toContain('lang="zh-CN"');
    expect(html).toContain("退货或换货");
    expect(html).not.toMatch(/Order number|Translation missing/);
  });

  test("falls back to English in a language it does not speak, and says so", async () => {
    const html = await render("returns", {}, { ...GUEST, request: { locale: { iso_code: "nl" } } });
    expect(html).toContain('lang="en"');
    expect(html).toContain("Order number");
  });

  test("offers signing in to guests, unless the merchant switched it off", async () => {
    expect(await render("returns")).toContain('href="/account/login"');
    expect(await render("returns", { sign_in: false })).not.toContain("/account/login");
  });

  test("leads whoever has a gift code to its page, unless the merchant switched it off", async () => {
    expect(await render("returns")).toMatch(/href="\/apps\/returns\/gift\?locale=en"[^>]*>I have a gift code</);
    expect(await render("returns", { gifts: false })).not.toContain("/gift");
  });

  test("leads a signed-in customer straight to the own orders", async () => {
    const html = await render("returns", {}, { ...GUEST, customer: { email: 'mia"><b>@example.com' } });
    expect(html).toMatch(/href="\/apps\/returns\/orders\?locale=en"/);
    expect(html).toContain("Choose from my orders");
    expect(html).toContain('value="mia&#34;&gt;&lt;b&gt;@example.com"');
    expect(html).not.toContain("/account/login");
  });

  test("takes the merchant's words and colours, as text", async () => {
    const html = await render("returns", {
      heading: "Send it <b>back</b>",
      intro: "No stress",
      accent: "#aa0000",
      accent_text: "#fffffe",
      text: "#111111",
      radius: 0,
    });
    expect(html).toContain("Send it &lt;b&gt;back&lt;/b&gt;");
    expect(html).toContain("No stress");
    expect(html).toContain("--amends-accent:#aa0000;");
    expect(html).toContain("--amends-accent-text:#fffffe;");
    expect(html).toContain("color:#111111;");
    expect(html).toContain("--amends-radius:0px");
  });

  test("inherits the theme's colours when none is set", async () => {
    expect(await render("returns")).not.toMatch(/--amends-accent:|[;"\s]color:/);
  });
});

describe("the Returns link", () => {
  test.each([
    ["left", "position:fixed;bottom:16px;left:16px"],
    ["right", "position:fixed;bottom:16px;right:16px"],
    ["end", "margin:0 auto 16px"],
  ])("stands at the %s", async (position, style) => {
    expect(await render("returns-link", { position })).toContain(style);
  });

  test("leads to the merchant's path in the merchant's words and colours", async () => {
    const html = await render("returns-link", { words: "Give <it> back", path: "/tools/back", background: "#000000", color: "#ffff00" });
    expect(html).toContain('href="/tools/back"');
    expect(html).toContain("Give &lt;it&gt; back");
    expect(html).toContain("background:#000000;color:#ffff00");
  });

  test("has its own words in the shopper's language", async () => {
    expect(await render("returns-link", {}, { ...GUEST, request: { locale: { iso_code: "zh-CN" } } })).toContain("退换货");
  });
});

describe("the Return policy block", () => {
  test("is a link to the policy page that works by itself, in the shopper's language", async () => {
    const html = await render("policy", { path: "/tools/give-back/" }, { ...GUEST, request: { locale: { iso_code: "zh-CN" } } });
    expect(html).toContain('<a href="/tools/give-back/policy?locale=zh-CN" class="amends-link">查看退货政策</a>');
    expect(html).not.toContain("Translation missing");
  });
});
