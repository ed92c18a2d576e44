import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import { arrive, chooseItems, enterByCode, look, press } from "./portal-walk.ts";
import { aShopperOf, paidFor } from "./shopper.ts";
import { openAdmin, payReturn } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();

test("on a phone without scripts a tee is refunded and a throw becomes store credit, in one return", { timeout: STORY_MS }, async () => {
  const mia = await aShopperOf(story, {
    name: "mixed-return",
    email: "mia.lund@example.com",
    items: [
      { title: "Everyday Tee", variant: "Sage / M" },
      { title: "Wool Throw", variant: "Mustard" },
    ],
    browser: { width: PHONE, javaScript: false },
  });
  const { page } = mia;
  await enterByCode(mia, "link");
  await chooseItems(mia, [
    { item: "Everyday Tee", reason: "too-small" },
    { item: "Wool Throw", reason: "changed-my-mind" },
  ]);
  await page.locator('input[name="resolution"][value="mixed"]').check();
  await page.locator("select[name='choicea']").selectOption("refund");
  await page.locator("select[name='choiceb']").selectOption("store-credit");
  await look(mia, "chosen-for-each-item");
  await press(mia, "options.submit");
  await arrive(mia, "confirm.heading");
  await look(mia, "confirm");
  // 28.00 go back to the card; 89.00 and 5 % on top, 4.45, are credit.
  expect((await page.locator(".amends-total").innerText()).replace(/\s+/g, " ")).toBe("You get $121.45");
  const solutions = () => page.locator(".amends-list__solution").allInnerTexts();
  expect(await solutions()).toEqual(["Refund – You get $28.00", "Store credit – You get $93.45"]);
  await press(mia, "confirm.submit");
  await arrive(mia, "status.heading", { name: `${mia.order}-R1` });
  await look(mia, "status");
  expect(await solutions()).toEqual(["Refund", "Store credit"]);
  expect(await page.locator(".amends-money__amount").allInnerTexts()).toEqual(["$28.00", "$93.45"]);
  await story.calm();
  await payReturn(await openAdmin(story, "mixed-return-staff", "/app/returns"), `${mia.order}-R1`);
  await story.calm();
  expect(await paidFor(story, mia.order)).toEqual(["117.00 USD"]);
  const { links } = await story.mailTo(mia.email, /is approved/);
  const status = links.find((link) => link.includes("/status?")) ?? "";
  await page.goto(status.replace(`https://${story.world.standIn.shop}`, story.world.standInUrl));
  await page.getByText("Everything is done.").waitFor();
  await look(mia, "paid");
});
