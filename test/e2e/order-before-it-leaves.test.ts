import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import { arrive, enterByCode, look, press, words } from "./portal-walk.ts";
import { aShopperOf, paidFor } from "./shopper.ts";
import { openAdmin } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();

test(
  "a merchant lets shoppers change what has not left; on a phone without scripts one moves and then cancels",
  { timeout: STORY_MS },
  async () => {
    const sam = await openAdmin(story, "order-changes-staff", "/app/settings/portal");
    await sam.app.getByLabel("Cancel the order").check();
    await sam.app.getByLabel("Change the delivery address").check();
    await sam.look("allowed");
    await sam.page.getByRole("button", { name: "Save" }).click();
    await sam.page.getByText("Settings saved").waitFor();

    const ivy = await aShopperOf(story, {
      name: "order-before-it-leaves",
      email: "ivy.moss@example.com",
      items: [{ title: "Everyday Tee", variant: "Sage / M" }],
      isSent: false,
      browser: { width: PHONE, javaScript: false },
    });
    const { page } = ivy;
    await enterByCode(ivy, "link", "change.page.open.heading");
    await page.getByRole("link", { name: words(ivy, "change.card.address") }).click();
    await arrive(ivy, "change.address.heading");
    await page.getByLabel(words(ivy, "change.address.street")).fill("99 Oak Avenue");
    await look(ivy, "address");
    await press(ivy, "change.address.submit");
    await arrive(ivy, "change.outcome.address-changed.heading");
    await page.getByText("99 Oak Avenue").waitFor();
    await look(ivy, "address-changed");

    await page.getByRole("link", { name: words(ivy, "change.back") }).click();
    await page.getByRole("link", { name: words(ivy, "change.card.cancel") }).click();
    await arrive(ivy, "change.cancel.heading");
    await page.getByLabel(words(ivy, "change.cancel.reason")).selectOption("ordered-by-mistake");
    await look(ivy, "cancel");
    await press(ivy, "change.cancel.submit");
    await arrive(ivy, "change.outcome.cancelled.heading");
    await look(ivy, "cancelled");
    await story.calm();
    // The tee for 28.00 and 6.00 of shipping.
    expect(await paidFor(story, ivy.order)).toEqual(["34.00 USD"]);
    expect((await story.mailTo(ivy.email, /is cancelled/)).text).toContain("$34.00");
  },
);
