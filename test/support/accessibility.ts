import axe from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";

/** What axe calls serious or critical on a page and in its frames, each with the place; empty when there is nothing. */
export async function seriousProblems(page: Page, hasScripts: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames())
    found.push(...(hasScripts && !isSandboxed(frame) ? await problemsIn(frame) : await problemsOfCopy(page, frame)));
  return found;
}

/** A mail as the stand-in's mailbox shows it. */
function isSandboxed(frame: Frame): boolean {
  return /\/mailbox\/[^/]+\/body$/.test(frame.url());
}

/** Axe needs scripts: where none may run, it looks at a copy elsewhere, in which still none but its own does. */
async function problemsOfCopy(page: Page, frame: Frame): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page's browser is gone");
  const copying = copies.get(browser) ?? openCopy(browser);
  copies.set(browser, copying);
  const copy = await copying;
  // Nothing of what was copied before.
  await copy.goto("about:blank");
  const size = page.viewportSize();
  if (size) await copy.setViewportSize(size);
  const html = await frame.content();
  await copy.setContent(html.replace("<head>", `<head><base href="${frame.url()}">`));
  return problemsIn(copy.mainFrame());
}

/** One page for the copies of each browser: to open one takes longer than to look at it. */
const copies = new WeakMap<Browser, Promise<Page>>();

async function openCopy(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.route(/\.js(\?|$)/, (route) => route.abort());
  return context.newPage();
}

async function problemsIn(frame: Frame): Promise<string[]> {
  // Not by a script element, so that pages are looked at as well when scripts are switched off; once for each document.
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
  });
}
