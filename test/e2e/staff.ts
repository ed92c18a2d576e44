import type { FrameLocator } from "playwright-core";
import { DESKTOP } from "#test/support/browser.ts";
import type { Story, StoryPage } from "./story.ts";

/** Somebody of the shop, in Shopify's admin with the app open. */
export interface Staff extends StoryPage {
  readonly story: Story;
  /** What the app shows inside the admin. */
  readonly app: FrameLocator;
}

/** Opens the app in the admin at one of its pages, such as "/app/returns". */
export async function openAdmin(story: Story, name: string, path = "/app"): Promise<Staff> {
  const opened = await story.open(name, { width: DESKTOP });
  await opened.page.goto(`${story.world.standInUrl}/admin/apps/amends${path}`);
  return { ...opened, story, app: opened.page.frameLocator("iframe.app") };
}

/** Takes a return that has come back through every step that is left, as staff do, until it is paid. */
export async function payReturn(staff: Staff, name: string): Promise<void> {
  const { page, app } = staff;
  await app.getByRole("link", { name, exact: true }).click();
  await app.getByRole("heading", { name, exact: true }).waitFor();
  await staff.look(`return`);
  for (const [step, done] of [
    ["Receive", "Return received"] as const,
    ["Inspect", "Inspection saved"] as const,
    ["Process", "Processing started"] as const,
  ]) {
    await app.getByRole("button", { name: step, exact: true }).first().click();
    const dialog = app.getByRole("dialog", { name: new RegExp(`^${step} `) });
    await dialog.waitFor();
    await staff.look(`about-to-${step.toLowerCase()}`);
    await dialog.getByRole("button", { name: step, exact: true }).click();
    await page.getByText(done).waitFor();
  }
  await app.getByText("Refunded", { exact: true }).first().waitFor();
  await staff.look("return-paid");
}
