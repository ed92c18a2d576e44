import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** What axe calls serious or critical on a page and in its frames, each with the place; empty when there is nothing. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) found.push(...(isWithoutScripts(frame) ? await problemsOfCopy(page, frame) : await problemsIn(frame)));
  return found;
}

/** A mail as the stand-in's mailbox shows it. */
function isWithoutScripts(frame: Frame): boolean {
  return /\/mailbox\/[^/]+\/body$/.test(new URL(frame.url(), "http://localhost").pathname);
}

/** Where no script may run, axe looks at a copy. */
async function problemsOfCopy(page: Page, frame: Frame): Promise<string[]> {
  const copy = await page.context().newPage();
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await copy.setContent(await frame.content());
  const found = await problemsIn(copy.mainFrame());
  await copy.close();
  return found;
}

async function problemsIn(frame: Frame): Promise<string[]> {
  // Not by a script element, so that pages are looked at as well when scripts are switched off.
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
  });
}
