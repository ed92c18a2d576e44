import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import { askQuestion, cancelReturn, chooseItem, chooseSolution, enterByCode, look, promises } from "./portal-walk.ts";
import { aShopperOf, paidFor } from "./shopper.ts";
import { openAdmin, payReturn } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();
const browser = { width: PHONE, javaScript: false } as const;

test("on a phone without scripts a tee goes back for the amount that was shown", { timeout: STORY_MS }, async () => {
  const ben = await aShopperOf(story, {
    name: "shopper-without-script",
    email: "ben.ito@example.com",
    items: [
      { title: "Everyday Tee", variant: "Sage / M", quantity: 2 },
      { title: "Saddle Belt", variant: "Clay" },
    ],
    percentOff: 15,
    browser,
  });
  await enterByCode(ben, "page");
  const photo = await ben.page.locator(".amends-thumb").first().screenshot();
  await chooseItem(ben, { item: "Everyday Tee", reason: "too-small", note: "The sleeves are short as well.", photo });
  // Two at 28.00 less 15 % are 47.60, one of them 23.80; 5 % on top are 1.19.
  expect(await promises(ben)).toEqual({ refund: "You get $23.80", "store-credit": "You get $24.99", exchange: "Even swap" });
  await chooseSolution(ben, "refund");
  await askQuestion(ben, "Shall I wash it first?");
  await story.calm();
  await payReturn(await openAdmin(story, "shopper-without-script-staff", "/app/returns"), `${ben.order}-R1`);
  await story.calm();
  expect(await paidFor(story, ben.order)).toEqual(["23.80 USD"]);
  const { links } = await story.mailTo(ben.email, /is approved/);
  const status = links.find((link) => link.includes("/status?")) ?? "";
  await ben.page.goto(status.replace(`https://${story.world.standIn.shop}`, story.world.standInUrl));
  await ben.page.getByText("Everything is done.").waitFor();
  expect(await ben.page.locator(".amends-money__amount").innerText()).toBe("$23.80");
  await look(ben, "paid");
});

test("in Chinese, for store credit, and then it is cancelled", { timeout: STORY_MS }, async () => {
  const lin = await aShopperOf(story, {
    name: "shopper-without-script-zh",
    locale: "zh-CN",
    email: "lin.wei@example.com",
    items: [{ title: "Wool Throw", variant: "Mustard" }],
    browser,
  });
  await enterByCode(lin, "link");
  await chooseItem(lin, { item: "Wool Throw", reason: "changed-my-mind" });
  // 5 % on top of 89.00 are 4.45.
  expect(await promises(lin)).toEqual({ refund: "您将获得 US$89.00", "store-credit": "您将获得 US$93.45", exchange: "等价更换" });
  await chooseSolution(lin, "store-credit");
  await askQuestion(lin, "可以用自己的盒子吗？");
  await cancelReturn(lin);
  expect(await paidFor(story, lin.order)).toEqual([]);
});
