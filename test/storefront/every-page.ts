import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyPortalPage } from "#test/builders/every-portal-page.ts";
import { ThemeExtension } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";
import { useBrowser, type TestPage } from "#test/support/browser.ts";
import { startPortalSite } from "./portal-site.ts";
import type { PortalSite } from "./portal-site.ts";

const PAGES = everyPortalPage();
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** How a page is looked at. */
export interface Look {
  readonly locale: string;
  readonly theme: "light" | "dark";
  readonly width: 1280 | 390;
  /** What axe finds was found in another language; what is new about the words of this one is their width. */
  readonly isOnlyWords?: true;
}

/** The app block on a page of the theme, for a signed-in customer: everything it can show. */
async function block(locale: string): Promise<string> {
  const extension = new ThemeExtension(fileURLToPath(new URL("../../extensions/storefront", import.meta.url)));
  const own = extension.appBlocks().find(({ handle }) => handle === "returns");
  if (!own) throw new Error("The extension has no app block");
  const globals = {
    request: { locale: { iso_code: locale } },
    routes: { root_url: "/" },
    shop: {},
    customer: { email: "mia@example.com" },
  };
  const { html } = await extension.render(own, {}, globals);
  return `<link rel="stylesheet" href="/assets/portal.css"><h1>Returns</h1>${html}<script src="/assets/portal.js" defer></script>`;
}

/** Everything axe finds, best practices included. */
function problemsOf(page: Page): Promise<unknown[]> {
  return page.evaluate(async (tags) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run("amends-portal", { runOnly: tags, resultTypes: ["violations"] });
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
    }));
  }, TAGS);
}

/** Every page of the portal and the theme's block: nothing that axe finds, and nothing that scrolls sideways. */
export function lookAtEveryPage(looks: readonly Look[]): void {
  const browser = useBrowser({ pagesFor: "file" });
  describe.each(looks)("in $locale on a $theme theme at $width px", (look) => {
    let site: PortalSite;
    let window: TestPage;
    beforeAll(async () => {
      site = await startPortalSite({
        ...look,
        answer: ({ path }) => PAGES[decodeURIComponent(path.split("/").at(-1) ?? "")] ?? block(look.locale),
      });
      window = await browser.open({ width: look.width });
      if (!look.isOnlyWords) await window.context.addInitScript({ content: axe.source });
    });
    afterAll(() => site.close());

    test.each([...Object.keys(PAGES), "the block"])("%s is accessible and does not scroll sideways", async (name) => {
      const { page } = window;
      await page.goto(`${site.url}/apps/returns/${encodeURIComponent(name)}`);
      await page.evaluate(() => {
        for (const box of document.querySelectorAll<HTMLInputElement>('input[name^="take"]')) box.checked = true;
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      if (!look.isOnlyWords) expect(await problemsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}
