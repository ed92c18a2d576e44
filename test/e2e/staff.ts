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

/** A step that staff ask for on a return's page: its button, and what they are told when it is done. */
type Step = readonly [button: string, done: string];

const COMING_BACK: readonly Step[] = [
  ["Receive", "Return received"],
  ["Inspect", "Inspection saved"],
  ["Process", "Processing started"],
];

/** From the list of returns to the page of one. */
export async function openReturn({ app }: Staff, name: string): Promise<void> {
  await app.getByRole("link", { name, exact: true }).click();
  await app.getByRole("heading", { name, exact: true }).waitFor();
}

async function take(staff: Staff, [button, done]: Step): Promise<void> {
  const { page, app } = staff;
  const asking = app.getByRole("button", { name: button, exact: true }).first();
  await asking.click();
  const dialog = app.getByRole("dialog", { name: new RegExp(`^${button} `) });
  await dialog.waitFor();
  await staff.look(`about-to-${button.toLowerCase()}`);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  // The page of another return may have said the same just before.
  await page.getByText(done).last().waitFor();
  await asking.waitFor({ state: "hidden" });
}

/** Says yes to a return that waits for staff. */
export async function approveReturn(staff: Staff, name: string): Promise<void> {
  await openReturn(staff, name);
  await staff.look("return-asked-for");
  await take(staff, ["Approve", "Return approved"]);
}

/** Takes a return that has come back through every step that is left, as staff do, until it is paid. */
export async function payReturn(staff: Staff, name: string): Promise<void> {
  await openReturn(staff, name);
  await staff.look("return");
  await payOpenReturn(staff);
}

/** The same for the return whose page is open. `paid` is what its page says in the end. */
export async function payOpenReturn(staff: Staff, paid = "Refunded"): Promise<void> {
  for (const step of COMING_BACK) await take(staff, step);
  await staff.app.getByText(paid, { exact: true }).first().waitFor();
  await staff.look("return-paid");
}
