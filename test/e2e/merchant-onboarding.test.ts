import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { DAY } from "#app/domain/shared/time.ts";
import { plantDemo } from "#test/shopify-stand-in/demo/plant-demo.ts";
import { openAdmin, type Staff } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory({ plant: plantDemo, isInstalled: false });

/** An order of the shop's history that came more than 30 and less than 50 days ago, and that nobody has sent back. */
function anOldOrder(): string {
  const shop = story.world.standIn.world.firstShop;
  const returned = new Set([...shop.returns.values()].map(({ orderId }) => orderId));
  const found = [...shop.orders.values()].find(({ id, fulfillments, refunds, lines, cancelledAt }) => {
    const delivered = fulfillments.flatMap(({ events }) => events.filter(({ status }) => status.toLowerCase() === "delivered"));
    const days = delivered.map(({ happenedAt }) => (story.world.standIn.now().getTime() - Date.parse(happenedAt)) / DAY);
    const isPlain = lines.length === 1 && refunds.length === 0 && cancelledAt === null && !returned.has(id);
    const isForSale = lines.every(({ productId }) => !shop.products.get(productId ?? "")?.tags.includes("final-sale"));
    return fulfillments.length === 1 && isPlain && isForSale && days.some((age) => age > 32 && age < 50);
  });
  if (!found) throw new Error("The demo's history has no such order");
  return found.name;
}

/** The setup list's line about a step. */
const setupStep = ({ app }: Staff, title: string) => app.getByRole("heading", { name: title, level: 3 });

const TRIES = 10;

/** A page that is drawn may not listen yet: what was typed then is typed again, as people do. */
async function pickOrder({ app }: Staff, field: Locator, order: string): Promise<void> {
  const option = app.getByRole("option", { name: new RegExp(`^${order} `) });
  let isListed = false;
  for (let left = TRIES; left > 0 && !isListed; left -= 1) {
    await field.blur();
    await field.click();
    await field.fill(order);
    isListed = await option.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  }
  await option.click();
}

test("a merchant installs the app, sees the history arrive, and publishes a longer return window", { timeout: STORY_MS }, async () => {
  const sam = await openAdmin(story, "merchant-onboarding");
  const { page, app } = sam;
  await page.getByRole("link", { name: "Install app" }).waitFor();
  await sam.look("install");
  await page.getByRole("link", { name: "Install app" }).click();
  await app.getByRole("heading", { name: "Set up Amends" }).waitFor();
  await app.getByRole("progressbar").waitFor();
  await sam.look("importing");
  await app.getByText(/^\d+ orders read\.$/).waitFor({ timeout: STORY_MS / 2 });
  for (const step of ["Look at your return policy and publish it", "Send yourself a test mail", "Say when parcels arrive"])
    await setupStep(sam, step).waitFor();
  await sam.look("imported");
  await story.calm();

  // The returns of the weeks before are there; nobody has asked anything yet.
  await page.getByRole("link", { name: "Returns", exact: true }).click();
  await app
    .getByRole("link", { name: /^#\d+-R1$/ })
    .first()
    .waitFor();
  await sam.look("returns-of-before");
  await page.getByRole("link", { name: "Cases", exact: true }).click();
  await app.getByText("Nothing is open").waitFor();
  await sam.look("empty-cases");

  await page.getByRole("link", { name: "Return policy" }).click();
  await app.getByRole("heading", { name: "Everything else" }).waitFor();
  const order = anOldOrder();
  const pane = app.locator(".Polaris-ShadowBevel", { has: app.getByRole("heading", { name: "Try it on an order" }) });
  await pickOrder(sam, pane.getByRole("combobox", { name: "Order" }), order);
  await pane.getByLabel("Return reason").selectOption("changed-my-mind");
  await pane.getByText("Cannot come back").first().waitFor();
  await sam.look("policy-tried");
  await app.getByRole("button", { name: "Edit “Everything else”" }).click();
  await app.getByLabel("Days after delivery").last().fill("90");
  await pane.getByText("With your changes").waitFor();
  await pane.getByText("Can come back").first().waitFor();
  await sam.look("policy-changed");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Draft saved").waitFor();
  await app.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = app.getByRole("dialog", { name: "Publish this policy?" });
  await app.getByText("Changed: Everything else").waitFor();
  await sam.look("about-to-publish");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await app.getByText("Version 2 is live").waitFor();
  await sam.look("published");

  await page.goto(`${story.world.standInUrl}/admin/apps/amends`);
  await setupStep(sam, "Look at your return policy and publish it").waitFor();
  await sam.look("dashboard");
  expect(await app.getByText(/^\d of 5 done$/).innerText()).not.toBe("1 of 5 done");
});
