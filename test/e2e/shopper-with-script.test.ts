import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  arrive,
  askQuestion,
  cancelReturn,
  chooseItem,
  chooseSolution,
  codeFor,
  enterByCode,
  look,
  promises,
  words,
} from "./portal-walk.ts";
import { aShopperOf, paidFor } from "./shopper.ts";
import { openAdmin, payReturn } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

const story = useStory();

test("a shirt too small goes back for the amount that was shown, to the cent", { timeout: STORY_MS }, async () => {
  const ada = await aShopperOf(story, {
    name: "shopper-with-script",
    email: "ada.stone@example.com",
    items: [
      { title: "Field Shirt", variant: "Moss / S" },
      { title: "Chambray Shirt", variant: "Indigo / M" },
    ],
    percentOff: 10,
    taxRate: 8,
  });
  await enterByCode(ada, "link");
  const { page } = ada;
  const photo = await page.locator(".amends-thumb img").first().screenshot();
  await chooseItem(ada, { item: "Field Shirt", reason: "too-small", note: "The sleeves are short as well.", photo });
  // 72.00 less 10 % is 64.80, 8 % tax on it 5.184; 5 % on top of 69.98 are 3.499.
  expect(await promises(ada)).toEqual({ refund: "You get $69.98", "store-credit": "You get $73.48", exchange: "Even swap" });
  await chooseSolution(ada, "refund");
  await askQuestion(ada, "May I use my own box?");
  await story.calm();
  const sam = await openAdmin(story, "shopper-with-script-staff", "/app/returns");
  await payReturn(sam, `${ada.order}-R1`);
  await story.calm();
  expect(await paidFor(story, ada.order)).toEqual(["69.98 USD"]);
  await page.reload();
  await page.getByText("Everything is done.").waitFor();
  expect(await page.locator(".amends-money__amount").innerText()).toBe("$69.98");
  await look(ada, "paid");
});

test("the same way in Chinese, for store credit, and another one is cancelled", { timeout: STORY_MS }, async () => {
  const mei = await aShopperOf(story, {
    name: "shopper-with-script-zh",
    locale: "zh-CN",
    email: "mei.chen@example.com",
    items: [
      { title: "Everyday Tee", variant: "Sage / M", quantity: 2 },
      { title: "Chambray Shirt", variant: "Indigo / M" },
    ],
    taxRate: 8,
  });
  await enterByCode(mei, "page");
  await chooseItem(mei, { item: "Everyday Tee", reason: "changed-my-mind" });
  // 28.00 and 2.24 tax; 5 % on top of 30.24 are 1.512.
  expect(await promises(mei)).toEqual({ refund: "您将获得 US$30.24", "store-credit": "您将获得 US$31.75", exchange: "等价更换" });
  await chooseSolution(mei, "store-credit");
  await askQuestion(mei, "可以用自己的盒子吗？");
  await cancelReturn(mei);
  expect(await paidFor(story, mei.order)).toEqual([]);
});

test("by keyboard alone, and the focus is always to be seen", { timeout: STORY_MS }, async () => {
  const kim = await aShopperOf(story, {
    name: "shopper-by-keyboard",
    email: "kim.park@example.com",
    items: [{ title: "Bobble Beanie", variant: "Navy" }],
  });
  const { page } = kim;
  await page.goto(`${story.world.standInUrl}/`);
  await tabTo(page, ".amends-returns-link");
  await page.keyboard.press("Enter");
  await arrive(kim, "find.heading");
  await tabTo(page, 'input[name="order"]');
  await page.keyboard.type(kim.order);
  await tabTo(page, 'input[name="email"]');
  await page.keyboard.type(kim.email);
  await look(kim, "typed");
  await page.keyboard.press("Enter");
  await arrive(kim, "code.heading");
  await tabTo(page, 'input[name="code"]');
  await page.keyboard.type(await codeFor(kim));
  await page.keyboard.press("Enter");
  await arrive(kim, "items.heading");
  await tabTo(page, 'input[name^="take"]');
  await page.keyboard.press("Space");
  await tabTo(page, 'select[name^="reason"]');
  await page.keyboard.press("ArrowDown");
  await tabTo(page, 'form button[type="submit"]');
  await look(kim, "item-chosen");
  await page.keyboard.press("Enter");
  await arrive(kim, "options.heading");
  await tabTo(page, 'input[name="resolution"]');
  await page.keyboard.press("Space");
  await tabTo(page, 'form button[type="submit"]', words(kim, "options.submit"));
  await look(kim, "solution-chosen");
  await page.keyboard.press("Enter");
  await arrive(kim, "confirm.heading");
  await tabTo(page, 'form button[type="submit"]');
  await page.keyboard.press("Enter");
  await arrive(kim, "status.heading", { name: `${kim.order}-R1` });
  await tabTo(page, "summary", words(kim, "status.cancel"));
  await page.keyboard.press("Enter");
  await tabTo(page, 'form button[type="submit"]', words(kim, "status.cancelSubmit"));
  await look(kim, "about-to-cancel");
  await page.keyboard.press("Enter");
  await page.getByText(words(kim, "status.notice.cancelled")).waitFor();
});

/** Presses Tab until the element has the focus; the focus of everything on the way can be seen. */
async function tabTo(page: Page, selector: string, text = ""): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const reached = await page.evaluate(
      ([wanted = "", words = ""]) => {
        const at = document.activeElement;
        if (!at || at === document.body) return "nothing";
        // A search field may leave it to the box around it.
        const isSeen = [at, at.parentElement ?? at]
          .map((each) => getComputedStyle(each))
          .some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none");
        if (!isSeen) return `unseen: ${at.outerHTML.slice(0, 200)}`;
        return at.matches(wanted) && (at.textContent ?? "").includes(words) ? "there" : "on the way";
      },
      [selector, text],
    );
    expect(reached).not.toContain("unseen");
    if (reached === "there") return;
  }
  throw new Error(`${selector} ${text} is not reached by Tab`);
}
