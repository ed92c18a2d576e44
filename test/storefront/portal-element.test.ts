import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { anItemLine, anItemsPage, anOptionsPage, aStatusPage } from "#test/builders/portal-pages.ts";
import { ThemeExtension } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";
import { useBrowser } from "#test/support/browser.ts";
import type { PageOptions } from "#test/support/browser.ts";
import { startPortalSite } from "./portal-site.ts";
import type { PortalAnswer, PortalRequest, PortalSite } from "./portal-site.ts";

const browser = useBrowser();
let site: PortalSite | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

/** The way through the portal as the app answers it; a test changes single answers. */
function way(changes: Record<string, (request: PortalRequest) => PortalAnswer | Promise<PortalAnswer>> = {}) {
  const answers: typeof changes = {
    "GET /apps/returns": () => ({ page: "find", errors: [] }),
    "POST /apps/returns/find": ({ fields }) =>
      fields.get("email") === "mia@example.com"
        ? { page: "code", email: "mia@example.com", expiresInMinutes: 10, errors: [] }
        : {
            page: "find",
            orderNumber: fields.get("order") ?? "",
            email: fields.get("email") ?? "",
            errors: [{ field: "email", code: "email-invalid" }],
          },
    "POST /apps/returns/code": () => anItemsPage({ returns: [] }),
    "GET /apps/returns/items": () => anItemsPage({ returns: [] }),
    "POST /apps/returns/items": () => anOptionsPage(),
    "GET /apps/returns/status": () => aStatusPage(),
    "POST /apps/returns/ask": () => aStatusPage({ notice: "question-sent" }),
    ...changes,
  };
  return (request: PortalRequest) => answers[`${request.method} ${request.path}`]?.(request) ?? 404;
}

async function visit(path: string, changes: Parameters<typeof way>[0] = {}, options: PageOptions = {}) {
  site = await startPortalSite({ answer: way(changes) });
  const opened = await browser.open(options);
  await opened.page.goto(site.url + path);
  if (options.javaScript !== false) await opened.page.locator("amends-portal[data-amends-ready]").waitFor();
  return { ...opened, site };
}

async function find(page: Awaited<ReturnType<typeof visit>>["page"], email = "mia@example.com") {
  await page.getByLabel("Order number").fill("1001");
  await page.getByLabel("E-mail address of the order").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
}

test("the answer to a form that was sent before the script came has an address to read it again", async () => {
  const { page } = await visit("/apps/returns/ask", { "GET /apps/returns/ask": () => aStatusPage({ notice: "question-sent" }) });
  expect(new URL(page.url()).pathname).toBe("/apps/returns/status");
  expect(new URL(page.url()).search).toBe("?t=s");
  await page.reload();
  await page
    .getByRole("heading", { name: /Return/ })
    .first()
    .waitFor();
});

describe("questions that unfold", () => {
  const asking = () => {
    const choices = [
      { value: "item", label: "The item" },
      { value: "parcel", label: "The parcel" },
    ];
    const question = {
      key: "aa",
      label: "What is damaged?",
      kind: "choice" as const,
      isRequired: true,
      choices,
      isAsked: false,
      answer: "",
    };
    const when = { field: "reasona", values: ["damaged-or-defective"] };
    const follow = { ...question, key: "ab", label: "Which part?", kind: "text" as const, choices: [] };
    const questions = [
      { ...question, when },
      { ...follow, when: { field: "answeraaa", values: ["item"] } },
    ];
    return anItemsPage({ returns: [], lines: [anItemLine({ questions })] });
  };

  test("a reason opens its question, an answer the next one; what is closed is not sent", async () => {
    const { page, site } = await visit("/apps/returns/items", { "GET /apps/returns/items": asking });
    const open = () => page.locator(".amends-question:visible .amends-label").allInnerTexts();
    await page.locator('[name="takea"]').check();
    expect(await open()).toEqual([]);
    await page.locator('[name="reasona"]').selectOption("damaged-or-defective");
    expect(await open()).toEqual(["What is damaged?"]);
    await page.getByLabel("The item", { exact: true }).check();
    expect(await open()).toEqual(["What is damaged?", "Which part?"]);
    await page.getByLabel("Which part?").fill("The seam");
    await page.getByLabel("The parcel").check();
    expect(await open()).toEqual(["What is damaged?"]);
    await page.getByRole("button", { name: "See my options" }).click();
    await page.getByRole("heading", { name: "How may we make it right?" }).waitFor();
    const body = site.requests.at(-1)?.body ?? "";
    expect([body.includes('name="answeraaa"'), body.includes("The seam")]).toEqual([true, false]);
  });
});

describe("with scripts", () => {
  test("a form is answered in place: no new page, focus on the heading, the event says which page", async () => {
    const { page, site } = await visit("/apps/returns");
    await page.evaluate(() => {
      document.addEventListener("amends:page", (event) => {
        document.body.dataset["shown"] = (event as CustomEvent<{ page: string }>).detail.page;
      });
    });
    await find(page);
    await page.getByRole("heading", { name: "Enter your code" }).waitFor();
    expect(await page.evaluate(() => [document.body.dataset["shown"], document.activeElement?.textContent])).toEqual([
      "code",
      "Enter your code",
    ]);
    expect(await page.locator('[role="status"]').textContent()).toBe("");
    const sent = site.requests.at(-1);
    expect(Object.fromEntries(sent?.fields ?? [])).toEqual({ t: "signed-state", order: "1001", email: "mia@example.com", fragment: "1" });
  });

  test("what is wrong takes the focus, adds nothing to the history, and leads to its field", async () => {
    const { page } = await visit("/apps/returns");
    const length = await page.evaluate(() => history.length);
    await find(page, "mia@nowhere");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(length);
    await alert.getByRole("link").click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("amends-email");
    expect(new URL(page.url()).hash).toBe("");
  });

  test("back and forward show the pages again with what was typed", async () => {
    const { page, site } = await visit("/apps/returns");
    await find(page);
    await page.getByLabel("Code with 6 digits").fill("123456");
    const asked = site.requests.length;
    await page.goBack();
    expect(await page.getByLabel("Order number").inputValue()).toBe("1001");
    await page.goForward();
    expect(await page.getByLabel("Code with 6 digits").inputValue()).toBe("123456");
    expect(site.requests.length).toBe(asked);
  });

  test("a page that can be shown again puts its address in the address bar", async () => {
    const { page, site } = await visit("/apps/returns/items", { "POST /apps/returns/items": () => aStatusPage() });
    await page.getByLabel(/Linen shirt/).check();
    await page.getByRole("button", { name: "See my options" }).click();
    await page.getByRole("heading", { name: /Return #1001-R1/ }).waitFor();
    expect(page.url()).toBe(`${site.url}/apps/returns/status?t=s`);
    await page.reload();
    await page.getByRole("heading", { name: /Return #1001-R1/ }).waitFor();
  });

  test("while it waits it says so, looks so, and sends nothing twice", async () => {
    let answer: (() => void) | undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const { page, site } = await visit("/apps/returns", {
      "POST /apps/returns/find": async () => {
        await asked;
        return { page: "code", email: "m@e.example", expiresInMinutes: 10, errors: [] };
      },
    });
    await find(page);
    await page.locator('amends-portal[aria-busy="true"]').waitFor();
    const button = page.getByRole("button", { name: "Send me a code" });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    expect(await page.locator('[role="status"]').textContent()).toBe("One moment, please.");
    await button.click({ force: true });
    answer?.();
    await page.getByRole("heading", { name: "Enter your code" }).waitFor();
    expect(site.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("when the answer is no portal page, the form goes the plain way", async () => {
    const { page, site } = await visit(
      "/apps/returns",
      { "POST /apps/returns/find": ({ isFragment }) => (isFragment ? 503 : { page: "message", kind: "unavailable", reference: "K7" }) },
      { expectedErrors: [/503/] },
    );
    await find(page);
    await page.getByRole("heading", { name: "That did not work" }).waitFor();
    expect(site.requests.filter(({ method }) => method === "POST").map(({ isFragment }) => isFragment)).toEqual([true, false]);
  });

  test("links between steps are followed in place too", async () => {
    const { page } = await visit("/apps/returns/items");
    await page.getByLabel(/Linen shirt/).check();
    await page.getByRole("button", { name: "See my options" }).click();
    await page.evaluate(() => (document.body.dataset["same"] = "yes"));
    await page.getByRole("link", { name: "Change items" }).click();
    await page.getByRole("heading", { name: "What would you like to return?" }).waitFor();
    expect(await page.locator("body").getAttribute("data-same")).toBe("yes");
  });

  test("when the theme editor takes the section away, what is under way is dropped", async () => {
    const { page } = await visit("/apps/returns", { "POST /apps/returns/find": () => new Promise(() => undefined) });
    await find(page);
    await page.locator('amends-portal[aria-busy="true"]').waitFor();
    await page.evaluate(() => {
      const portal = document.querySelector("amends-portal");
      portal?.parentElement?.dispatchEvent(new CustomEvent("shopify:section:unload", { bubbles: true }));
      const again = portal?.cloneNode(true);
      if (portal && again) portal.replaceWith(again);
      document.dispatchEvent(new CustomEvent("shopify:section:load", { bubbles: true }));
    });
    await page.getByLabel("Order number").fill("1002");
    expect(await page.locator('[role="status"]').count()).toBe(0);
  });
});

describe("photos", () => {
  const item = anItemLine({ quantity: 1, eligibility: { kind: "eligible", maxQuantity: 1 } });
  const items = { "GET /apps/returns/items": () => anItemsPage({ lines: [item], returns: [] }) };
  const picture = (name: string, mimeType: string, size: number) => ({ name, mimeType, buffer: Buffer.alloc(size, 1) });
  const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

  test.each([
    ["too large", [picture("big.png", "image/png", 8_000_001)], "This photo is too large. A photo may have up to 8 MB."],
    ["not a photo", [picture("list.pdf", "application/pdf", 10)], "This file is not a photo we can read."],
    ["too many", Array.from({ length: 4 }, (_, index) => picture(`${index}.png`, "image/png", 10)), "You can add up to 3."],
  ])("%s: said at once, beside the field, and nothing is sent", async (...[, files, message]) => {
    const { page, site } = await visit("/apps/returns/items", items);
    await page.getByLabel(/Linen shirt/).check();
    const field = page.getByLabel(/^Photos/);
    await field.setInputFiles(files);
    expect(await page.locator("#amends-photoa-error").textContent()).toContain(message);
    await page.getByRole("button", { name: "See my options" }).click();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(site.requests.filter(({ method }) => method === "POST")).toEqual([]);
    await field.setInputFiles([]);
    expect(await page.locator("#amends-photoa-error").isVisible()).toBe(false);
  });

  test("a good one is shown small and sent with the form", async () => {
    const { page, site } = await visit("/apps/returns/items", items);
    await page.getByLabel(/Linen shirt/).check();
    await page.getByLabel(/^Photos/).setInputFiles([{ name: "sleeve.png", mimeType: "image/png", buffer: PNG }]);
    await page.locator(".amends-preview img").waitFor();
    await page.getByLabel("What is the reason?").selectOption("too-small");
    await page.getByRole("button", { name: "See my options" }).click();
    await page.getByRole("heading", { name: "How may we make it right?" }).waitFor();
    const body = site.requests.at(-1)?.body ?? Buffer.alloc(0);
    expect(body.includes('name="photoa"; filename="sleeve.png"')).toBe(true);
    expect(body.includes(PNG)).toBe(true);
    expect(body.includes('name="reasona"\r\n\r\ntoo-small')).toBe(true);
  });
});

describe("without scripts", () => {
  test("every form works by itself", async () => {
    const { page, site } = await visit("/apps/returns", {}, { javaScript: false, width: 390 });
    await find(page);
    await page.getByLabel("Code with 6 digits").fill("123456");
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await page.getByLabel("What is the reason?").first().isVisible()).toBe(false);
    await page.getByLabel(/Linen shirt/).check();
    await page.getByLabel("What is the reason?").first().selectOption("too-big");
    await page.getByRole("button", { name: "See my options" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("How may we make it right?");
    expect(site.requests.every(({ isFragment }) => !isFragment)).toBe(true);
  });

  test("a question can be asked on the status page", async () => {
    const { page } = await visit("/apps/returns/status", {}, { javaScript: false });
    await page.getByText("Ask a question").click();
    await page.getByLabel("Your question").fill("When?");
    await page.getByRole("button", { name: "Send question" }).click();
    expect(await page.getByRole("status").textContent()).toContain("Your question is with the shop.");
  });
});

describe("the block on a page of the theme", () => {
  const extension = new ThemeExtension(fileURLToPath(new URL("../../extensions/storefront", import.meta.url)));
  const globals = {
    request: { locale: { iso_code: "en" } },
    routes: { root_url: "/", account_login_url: "/account/login" },
    shop: { customer_accounts_enabled: true },
  };

  async function page(): Promise<string> {
    const block = extension.appBlocks().find(({ handle }) => handle === "returns");
    if (!block) throw new Error("The extension has no app block");
    const { html } = await extension.render(block, { accent: "#0f766e" }, globals);
    return `<link rel="stylesheet" href="/assets/portal.css"><h1>Returns</h1>${html}<script src="/assets/portal.js" defer></script>`;
  }

  test("becomes the portal, keeps its colours, and starts over with the page", async () => {
    const { page: shown } = await visit("/pages/returns", { "GET /pages/returns": page });
    await find(shown);
    await shown.getByRole("heading", { name: "Enter your code" }).waitFor();
    expect(await shown.getByRole("button", { name: "Continue" }).evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      "rgb(15, 118, 110)",
    );
    expect(new URL(shown.url()).pathname).toBe("/pages/returns");
    await shown.reload();
    expect(await shown.getByLabel("Order number").isVisible()).toBe(true);
  });

  test("works without scripts as well", async () => {
    const { page: shown } = await visit("/pages/returns", { "GET /pages/returns": page }, { javaScript: false });
    await find(shown);
    expect(new URL(shown.url()).pathname).toBe("/apps/returns/find");
    expect(await shown.getByRole("heading", { level: 1 }).textContent()).toBe("Enter your code");
  });
});

test("by keyboard alone: tick an item, choose a reason, send", async () => {
  const { page } = await visit("/apps/returns/items", {
    "GET /apps/returns/items": () => anItemsPage({ lines: [anItemLine()], returns: [] }),
  });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.tagName);
  const tabTo = async (name: string) => {
    for (let count = 0; count < 15 && (await focused()) !== name; count += 1) await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await tabTo("takea");
  await page.keyboard.press("Space");
  await tabTo("reasona");
  await page.keyboard.press("T");
  await tabTo("BUTTON");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "How may we make it right?" }).waitFor();
});

describe("the Return policy block", () => {
  const block = `<script src="/amends-policy.js" defer></script>
    <amends-policy data-src="/apps/returns/policy?fragment=1"><a href="/apps/returns/policy">Read</a></amends-policy>`;

  test("puts the text of the policy page in its place, and leaves its link when there is none", async () => {
    const script = readFileSync(new URL("../../extensions/storefront/assets/amends-policy.js", import.meta.url), "utf8");
    for (const [answer, shown] of [
      ['<amends-portal data-page="policy"><div class="amends-page">30 days</div></amends-portal>', "30 days"],
      ['<div class="amends-page">Sign in</div>', "Read"],
    ] as const) {
      const { page } = await visit("/apps/returns");
      await page.route("**/amends-policy.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
      await page.route("**/apps/returns/policy?fragment=1", (route) => route.fulfill({ contentType: "text/html", body: answer }));
      await page.route("**/pages/policy", (route) => route.fulfill({ contentType: "text/html", body: block }));
      const answered = page.waitForResponse("**/apps/returns/policy?fragment=1");
      await page.goto(new URL("/pages/policy", page.url()).href);
      await (await answered).finished();
      await page.getByText(shown).waitFor();
      await site?.close();
    }
  });
});
