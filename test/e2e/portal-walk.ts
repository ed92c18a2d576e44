import { expect } from "vitest";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import { readProjectFile } from "#test/support/tracked-files.ts";
import type { Story, StoryPage } from "./story.ts";

/** A shopper in front of the portal, who reads it in one language. */
export interface Shopper extends StoryPage {
  readonly story: Story;
  readonly locale: ShopperLanguage;
  readonly order: string;
  readonly email: string;
}

/** What a shopper wants to send back. */
export interface Wanted {
  readonly item: string;
  readonly reason: string;
  readonly note?: string;
  readonly photo?: Buffer;
}

/** A text of the portal as this shopper reads it. */
export function words({ locale }: Pick<Shopper, "locale">, key: string, values: Record<string, unknown> = {}): string {
  return shopperTranslator(locale, ["portal"]).t(key, values);
}

/** Notes what is seen; a portal page in Chinese has not a word of the English one on it. */
export async function look({ page, locale, look: note }: Shopper, what: string): Promise<void> {
  await note(what);
  if (locale === "en") return;
  const seen = await page.locator("amends-portal").innerText();
  expect(
    englishTexts().filter((text) => seen.includes(text)),
    what,
  ).toEqual([]);
}

/** Waits for the page with this heading. */
export async function arrive({ page, ...shopper }: Shopper, key: string, values?: Record<string, unknown>): Promise<void> {
  await page
    .locator("amends-portal :is(h1, h2)", { hasText: words(shopper, key, values) })
    .first()
    .waitFor();
}

/** Presses the button with this text. */
export async function press({ page, ...shopper }: Shopper, key: string): Promise<void> {
  await page.getByRole("button", { name: words(shopper, key), exact: true }).click();
}

/** Presses a button and waits until the page that it stands on is gone: the next one may look much like it. */
async function leaveBy({ page, ...shopper }: Shopper, key: string): Promise<void> {
  const button = page.getByRole("button", { name: words(shopper, key), exact: true });
  await button.evaluate((pressed) => pressed.setAttribute("data-pressed", ""));
  await button.click();
  await page.locator("[data-pressed]").waitFor({ state: "detached" });
}

/** From the storefront's own link to the items of the order, with the code that came by mail. */
export async function enterByCode(shopper: Shopper, entrance: "link" | "page", arrived = "items.heading"): Promise<void> {
  const { page, story, locale } = shopper;
  await page.goto(`${story.world.standInUrl}/${locale === "en" ? "" : "zh-cn"}`);
  await shopper.look("storefront");
  await page.locator(entrance === "link" ? ".amends-returns-link" : 'footer a[href$="/pages/returns"]').click();
  await arrive(shopper, "find.heading");
  await look(shopper, "find-order");
  await page.getByLabel(words(shopper, "find.orderNumber")).fill(shopper.order);
  await page.getByLabel(words(shopper, "find.email")).fill(shopper.email);
  await press(shopper, "find.submit");
  await arrive(shopper, "code.heading");
  await look(shopper, "enter-code");
  await page.getByLabel(words(shopper, "code.label")).fill(await codeFor(shopper));
  await press(shopper, "code.submit");
  await arrive(shopper, arrived);
  await look(shopper, "items");
}

/** The one-time code of the mail that came last. */
export async function codeFor({ story, email }: Shopper): Promise<string> {
  const mail = await story.mailTo(email, /\d{6}/);
  return /\b\d{6}\b/.exec(mail.subject)?.[0] ?? "";
}

/** Ticks an item, says what is wrong with it, and asks for the solutions. */
export function chooseItem(shopper: Shopper, wanted: Wanted): Promise<void> {
  return chooseItems(shopper, [wanted]);
}

/** The same for several items of one return. */
export async function chooseItems(shopper: Shopper, items: readonly Wanted[]): Promise<void> {
  const { page } = shopper;
  for (const { item, reason, note, photo } of items) {
    const card = page.locator(".amends-item", { hasText: item });
    await card.locator('input[name^="take"]').check();
    await card.getByLabel(words(shopper, "items.reason")).selectOption(reason);
    if (note) await card.getByLabel(words(shopper, "items.note")).fill(note);
    if (photo) await card.locator('input[type="file"]').setInputFiles([{ name: "seam.png", mimeType: "image/png", buffer: photo }]);
  }
  await look(shopper, "item-chosen");
  const arrived = page.locator(".amends-option").first();
  do {
    await answerQuestions(page);
    await leaveBy(shopper, "items.submit");
    await arrived.or(page.locator("[data-amends-focus]")).waitFor();
  } while (!(await arrived.isVisible()));
  await arrive(shopper, "options.heading");
  await look(shopper, "solutions");
}

/** Takes the first answer to every question that is open, also to those that an answer opens. */
async function answerQuestions(page: Shopper["page"]): Promise<void> {
  const open = page.locator(".amends-question:not([hidden]):not(:has(:checked)):has([type=radio])");
  while ((await open.count()) > 0) await open.first().locator("[type=radio]").first().check();
}

/** Where the page that is shown can be read again, as soon as the script says it: a form sent before that leaves its own address. */
export async function addressOf({ page }: Shopper): Promise<string> {
  await page.locator("amends-portal[data-amends-ready]").waitFor();
  return page.url();
}

/** What each solution promises, by its kind: "You get $69.98". */
export async function promises({ page }: Shopper): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const option of await page.locator(".amends-option").all()) {
    const kind = (await option.locator('input[type="radio"]').getAttribute("value")) ?? "";
    found[kind] = (await option.locator(".amends-total").innerText()).replace(/\s+/g, " ").trim();
  }
  return found;
}

/** Chooses a solution, looks it over, confirms it, and comes to the status page of the return. */
export async function chooseSolution(shopper: Shopper, kind: string): Promise<void> {
  await shopper.page.locator(`input[name="resolution"][value="${kind}"]`).check();
  await press(shopper, "options.submit");
  await arrive(shopper, "confirm.heading");
  await look(shopper, "confirm");
  await press(shopper, "confirm.submit");
  await arrive(shopper, "status.heading", { name: `${shopper.order}-R1` });
  await look(shopper, "status");
}

/** Asks the shop a question from the status page, after reading the answer that does not help. */
export async function askQuestion(shopper: Shopper, question: string): Promise<void> {
  const { page } = shopper;
  await page.getByText(words(shopper, "status.ask"), { exact: true }).click();
  await arrive(shopper, "help.heading");
  const card = page.locator("details", { hasText: words(shopper, "help.card.money.title") });
  await card.locator("summary").click();
  await look(shopper, "answers");
  await card.getByText(words(shopper, "help.askAnyway")).click();
  await arrive(shopper, "status.ask");
  expect(await page.getByLabel(words(shopper, "help.about")).inputValue()).toBe("money");
  await look(shopper, "question");
  await page.getByLabel(words(shopper, "status.askLabel")).fill(question);
  await press(shopper, "status.askSubmit");
  await page.getByText(words(shopper, "status.notice.question-sent")).waitFor();
  await page.getByText(question).first().waitFor();
  // The theme around it stays in the shopper's language.
  expect(new URL(page.url()).pathname.startsWith("/zh-cn/")).toBe(shopper.locale === "zh-CN");
  await look(shopper, "question-sent");
}

/** Cancels the return on the status page. */
export async function cancelReturn(shopper: Shopper): Promise<void> {
  const { page } = shopper;
  await page.getByText(words(shopper, "status.cancel"), { exact: true }).click();
  await look(shopper, "about-to-cancel");
  await press(shopper, "status.cancelSubmit");
  await page.getByText(words(shopper, "status.notice.cancelled")).waitFor();
  await look(shopper, "cancelled");
}

/** What the English portal says, cut at its variables; short pieces could stand in any product's name. */
function englishTexts(): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
  const english = leaves(JSON.parse(readProjectFile("app/locales/en/portal.json")));
  return [...new Set(english.flatMap((text) => text.split(/{{\w+}}/)).map((piece) => piece.trim()))].filter((piece) => piece.length > 5);
}
