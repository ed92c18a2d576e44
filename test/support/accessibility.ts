import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** What axe calls serious or critical on a page or in a frame, each with the place; empty when there is nothing. */
export async function seriousProblems(page: Page | Frame): Promise<string[]> {
  // Not by a script element: pages without scripts and mails in a sandbox are looked at as well.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
  });
}
