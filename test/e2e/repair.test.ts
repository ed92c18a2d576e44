import { beforeAll, expect, test } from "vitest";
import { DESKTOP, PHONE, saveScreenshot } from "#test/support/browser.ts";
import { addressOf, arrive, chooseItems, enterByCode, press, type Shopper } from "./portal-walk.ts";
import { offerAfterReview } from "./shop-policy.ts";
import { aShopperOf, leftFor } from "./shopper.ts";
import { approveReturn, openAdmin, type Staff } from "./staff.ts";
import { STORY_MS, useStory, type StoryPage } from "./story.ts";

/** Ten in the morning in New York: mails go out at once. */
const story = useStory({ now: new Date("2026-11-10T15:00:00Z") });

beforeAll(() => offerAfterReview(story, { repair: { expectedDays: 10 }, store_credit: { bonusBp: 500 } }));

/** The pages on the way to those that differ have stories of their own. */
function unseen<Who extends StoryPage>(who: Who): Who {
  return { ...who, look: () => Promise.resolve() };
}

/** Notes what is seen in a wide window, and how it looks in a narrow one. */
async function lookTwice({ page, look }: StoryPage, what: string): Promise<void> {
  await page.setViewportSize({ width: PHONE, height: 844 });
  await saveScreenshot(page, `repair/${what}-${PHONE}`);
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  await look(`${what}-${DESKTOP}`);
}

/** Somebody who sends a tee in, up to the page on which that is followed. */
async function sendIn(email: string): Promise<{ shopper: Shopper; status: string }> {
  const items = [{ title: "Everyday Tee", variant: "Sage / M" }];
  const shopper = await aShopperOf(story, { name: "repair", email, items });
  const { page } = shopper;
  await enterByCode(unseen(shopper), "link");
  await chooseItems(unseen(shopper), [{ item: "Everyday Tee", reason: "changed-my-mind" }]);
  await page.locator('input[name="resolution"][value="repair"]').check();
  await lookTwice(shopper, "options");
  expect((await page.locator(".amends-option", { hasText: "Repair" }).innerText()).replace(/\s+/g, " ")).toContain("Free of charge");
  await press(shopper, "options.submit");
  await arrive(shopper, "confirm.heading");
  await lookTwice(shopper, "confirm");
  await press(shopper, "confirm.submit");
  await arrive(shopper, "status.heading", { name: `${shopper.order}-R1` });
  return { shopper, status: await addressOf(shopper) };
}

/** Presses a button of the return's page, and the one that confirms it where that is asked. */
async function take({ page, app }: Staff, [button, done]: readonly [string, string], fill?: () => Promise<void>): Promise<void> {
  await app.getByRole("button", { name: button, exact: true }).first().click();
  if (fill) {
    const dialog = app.getByRole("dialog");
    await dialog.waitFor();
    await fill();
    await dialog.getByRole("button", { name: button, exact: true }).click();
  }
  await page.getByText(done).last().waitFor();
}

async function follow({ shopper, status }: { shopper: Shopper; status: string }, what: string, lead: string): Promise<void> {
  await story.calm();
  await shopper.page.goto(status);
  await shopper.page.getByText(lead).waitFor();
  await lookTwice(shopper, what);
}

const subjectsTo = async ({ email }: Shopper) =>
  (await story.mailsTo(email)).map(({ subject }) => subject).filter((subject) => !/\d{6}/.test(subject));

/** Approved and received, with its page open. */
async function bringIn(staff: Staff, { order }: Shopper): Promise<void> {
  // What was mailed about the request comes before what is mailed about its approval.
  await story.calm();
  await approveReturn(unseen(staff), `${order}-R1`);
  await story.calm();
  await take(staff, ["Receive", "Return received"], () => Promise.resolve());
  await staff.app.getByText("To be looked at").waitFor();
}

test("a tee that is mended: every stage, back at its owner, asked about two weeks later", { timeout: STORY_MS }, async () => {
  const sent = await sendIn("mended@example.com");
  const { shopper } = sent;
  const staff = await openAdmin(story, "repair", "/app/returns");
  await bringIn(staff, shopper);
  await lookTwice(staff, "staff-diagnosis");
  await follow(sent, "arrived", "Your item has arrived and is being looked at.");
  await take(staff, ["Start the repair", "Repair started"]);
  await follow(sent, "in-repair", "Your item is being repaired.");
  await take(staff, ["Repaired", "Repaired"]);
  await staff.app.getByText("Send it back, with").waitFor();
  await take(staff, ["Send back", "Sent back"], async () => {
    await staff.app.getByLabel("Carrier").fill("DHL");
    await staff.app.getByLabel("Tracking number").fill("JD0140600123");
    await staff.look("about-to-send-back");
  });
  await follow(sent, "sent-back", "Your item is on its way back to you.");
  await staff.app.getByText("It counts as delivered").waitFor();
  await take(staff, ["Delivered", "Repair done"]);
  await lookTwice(staff, "staff-done");
  await follow(sent, "delivered", "Your item is back with you.");
  expect(leftFor(story, shopper.order)).toEqual({ refunds: [], credits: [], giftCards: [], sent: [] });
  await story.control("/control/clock", { advance: "P15D" });
  await story.calm();
  const asked = await story.mailTo(shopper.email, /Does the repair hold/);
  expect(await subjectsTo(shopper)).toEqual([
    `We have your return ${shopper.order}-R1`,
    `Your return ${shopper.order}-R1 is approved`,
    `Your item for repair has arrived (${shopper.order}-R1)`,
    `Your item is on its way back to you (${shopper.order}-R1)`,
    `Does the repair hold? (${shopper.order}-R1)`,
  ]);
  const link = /href="([^"]*\/reply\/[^"]*)"/g;
  const [, broken] = [...(asked.html ?? "").matchAll(link)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));
  await shopper.page.goto(broken ?? "");
  await shopper.page.getByText("It is broken again").first().waitFor();
  await lookTwice(shopper, "broken-again");
  await shopper.page.getByRole("button").click();
  await shopper.page.getByText("A person has your message").waitFor();
});

test("a tee that cannot be mended becomes what its owner chooses instead", { timeout: STORY_MS }, async () => {
  const sent = await sendIn("beyond@example.com");
  const { shopper } = sent;
  const staff = await openAdmin(story, "repair", "/app/returns");
  await bringIn(staff, shopper);
  await take(staff, ["Cannot be repaired", "Customer told"], async () => {
    await staff.app.getByLabel("Why (the customer reads it)").fill("The fabric is torn along the whole seam.");
    await staff.look("about-to-give-up");
  });
  await lookTwice(staff, "staff-given-up");
  await follow(sent, "given-up", "We are sorry: your item cannot be repaired.");
  await shopper.page.locator('input[name="resolution"][value="store-credit"]').check();
  await press(shopper, "status.repair.choose");
  await shopper.page.getByText("Your choice is with the shop.").waitFor();
  await lookTwice(shopper, "chosen-instead");
  await staff.page.reload();
  await staff.app.getByRole("button", { name: "Process", exact: true }).waitFor();
  await take(staff, ["Process", "Processing started"], () => Promise.resolve());
  await staff.app.getByText("Refunded", { exact: true }).first().waitFor();
  await lookTwice(staff, "staff-settled");
  await story.calm();
  // 28.00 as it was paid, 5 % on top.
  expect(leftFor(story, shopper.order)).toMatchObject({ refunds: ["28.00 USD"], credits: ["28.00 USD", "1.40 USD"] });
});
