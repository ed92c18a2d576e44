import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import { plain } from "#test/shopify-stand-in/money/amount.ts";
import { arrive, chooseItems, codeFor, enterByCode, press, words, type Shopper } from "./portal-walk.ts";
import { aShopperOf, leftFor } from "./shopper.ts";
import { openAdmin, payReturn } from "./staff.ts";
import { STORY_MS, useStory } from "./story.ts";

/** Ten in the morning in New York: mails go out at once. */
const story = useStory({ now: new Date("2026-12-28T15:00:00Z") });
const TEE = { title: "Everyday Tee", variant: "Sage / M", quantity: 2 };

/** The giver's way to the gift receipt; answers the link on it. */
async function getReceipt(gale: Shopper): Promise<{ code: string; link: string }> {
  await enterByCode(gale, "link");
  await gale.page.getByRole("link", { name: words(gale, "gift.card.link") }).click();
  await arrive(gale, "gift.codes.heading");
  await gale.page.locator("select[name='quantitya']").selectOption("1");
  await gale.look("choose-the-gift");
  await press(gale, "gift.codes.submit");
  await arrive(gale, "gift.receipt.items");
  await gale.look("gift-receipt");
  const code = (await gale.page.locator(".amends-code--large").innerText()).trim();
  return { code, link: (await gale.page.locator(".amends-break a").getAttribute("href")) ?? "" };
}

/** Everything that tells whose order it is or what it cost. */
async function knowsNothing(robin: Shopper, gale: Shopper, ...prices: string[]): Promise<void> {
  const seen = await robin.page.locator("amends-portal").innerText();
  for (const secret of [gale.order, gale.email, "gale", ...prices]) expect(seen.toLowerCase(), secret).not.toContain(secret.toLowerCase());
}

test(
  "a gift comes back from a phone without scripts, is paid to whoever got it, and the giver hears nothing",
  { timeout: STORY_MS },
  async () => {
    const gale = await aShopperOf(story, { name: "gift-return-giver", email: "gale.giver@example.com", items: [TEE] });
    const { code, link } = await getReceipt(gale);

    const opened = await story.open("gift-return-receiver", { width: PHONE, javaScript: false, locale: "en-US" });
    const robin: Shopper = { ...opened, story, locale: "en", order: "", email: "robin.receiver@example.net" };
    await robin.page.goto(`${story.world.standInUrl}/apps/returns`);
    await robin.page.getByRole("link", { name: words(robin, "gift.start") }).click();
    await arrive(robin, "gift.heading");
    await robin.look("gift-start");
    // The link of the receipt brings the code along.
    await robin.page.goto(link.replace(`https://${story.world.standIn.shop}`, story.world.standInUrl));
    expect(await robin.page.getByLabel(words(robin, "gift.code")).inputValue()).toBe(code);
    await robin.page.getByLabel(words(robin, "gift.name")).fill("Robin Receiver");
    await robin.page.getByLabel(words(robin, "gift.email")).fill(robin.email);
    await robin.look("gift-code");
    await press(robin, "find.submit");
    await arrive(robin, "code.heading");
    await robin.page.getByLabel(words(robin, "code.label")).fill(await codeFor(robin));
    await press(robin, "code.submit");
    await arrive(robin, "items.heading");
    await knowsNothing(robin, gale, "$28", "$56");
    await chooseItems(robin, [{ item: TEE.title, reason: "changed-my-mind" }]);
    await knowsNothing(robin, gale, "$28", "$56", "Refund");
    await robin.page.locator('input[name="resolution"][value="store-credit"]').check();
    await press(robin, "options.submit");
    await arrive(robin, "confirm.heading");
    await robin.look("confirm");
    expect((await robin.page.locator(".amends-total").innerText()).replace(/\s+/g, " ")).toBe("You get $28.00");
    await knowsNothing(robin, gale, "$56");
    await press(robin, "confirm.submit");
    await robin.page.locator(".amends-badge--approved").first().waitFor();
    await robin.look("status");
    await knowsNothing(robin, gale, "$56");
    const name = /G\d+/.exec(await robin.page.locator("h1").innerText())?.[0] ?? "";

    await story.calm();
    const staff = await openAdmin(story, "gift-return-staff", "/app/returns");
    await payReturn(staff, name);
    await story.calm();
    await staff.look("paid");
    expect(leftFor(story, gale.order)).toEqual({ refunds: ["0.00 USD"], credits: [], giftCards: [], sent: [] });
    const shop = story.world.standIn.world.firstShop;
    const theirs = [...shop.credits.values()].filter(({ customerId }) => customerId === shop.customerByEmail(robin.email)?.id);
    expect(theirs.map(({ balance }) => `${plain(balance)} ${balance.currency}`)).toEqual(["28.00 USD"]);
    const subjects = (await story.mailsTo(robin.email)).map(({ subject }) => subject).filter((subject) => !/\d{6}/.test(subject));
    expect(subjects).toEqual([`Your return ${name} is approved`, "$28.00 is on its way to you"]);
    for (const { text } of await story.mailsTo(robin.email)) expect(text).not.toContain(gale.order);
    expect((await story.mailsTo(gale.email)).filter(({ subject }) => !/\d{6}/.test(subject))).toEqual([]);

    // The giver's own page says that one is back, and not who has it.
    await gale.page.getByRole("link", { name: words(gale, "gift.receipt.back") }).click();
    await arrive(gale, "gift.codes.list");
    expect(await gale.page.locator("amends-portal").innerText()).toContain("Valid until");
    await gale.look("code-used");
    await gale.page.getByRole("link", { name: words(gale, "change.back") }).click();
    await gale.page
      .getByText(words(gale, "items.alreadyReturned", { count: 1, total: 2 }))
      .first()
      .waitFor();
    await gale.look("one-is-back");
    expect(await gale.page.locator("amends-portal").innerText()).not.toMatch(/Robin|G\d{3}/);
  },
);
