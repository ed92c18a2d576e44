import { expect, test } from "vitest";
import { PHONE } from "#test/support/browser.ts";
import type { Mail } from "#test/shopify-stand-in/mail/mailbox.ts";
import { followLink, openMail, plain } from "./mailbox.ts";
import { askQuestion, chooseItem, chooseSolution, enterByCode } from "./portal-walk.ts";
import { aShopperOf } from "./shopper.ts";
import { openAdmin, type Staff } from "./staff.ts";
import type { StoryPage } from "./story.ts";
import { STORY_MS, useStory } from "./story.ts";

/** A Tuesday at ten in New York: the shop is there. */
const story = useStory({ now: new Date("2026-11-10T15:00:00Z") });

/** Somebody returns a beanie and asks a question on the page of the return. */
async function ask(email: string, question: string): Promise<void> {
  const shopper = await aShopperOf(story, {
    name: "question-to-score",
    email,
    items: [{ title: "Bobble Beanie", variant: "Navy" }],
    browser: { width: PHONE },
  });
  const unseen = { ...shopper, look: () => Promise.resolve() };
  await enterByCode(unseen, "link");
  await chooseItem(unseen, { item: "Bobble Beanie", reason: "changed-my-mind" });
  await chooseSolution(unseen, "refund");
  await askQuestion(shopper, question);
  await story.calm();
}

/** Staff find the question in the inbox, answer it and close the case. */
async function answerAndClose(staff: Staff, { question, answer }: { question: string; answer: string }): Promise<void> {
  const { app, page } = staff;
  await page.goto(`${story.world.standInUrl}/admin/apps/amends/app/cases`);
  const row = app.getByRole("row", { name: new RegExp(question.slice(0, 12)) });
  await row.waitFor();
  await staff.look("inbox");
  await row.getByRole("link").first().click();
  await app.getByLabel("Your answer").fill(answer);
  await staff.look("case");
  await app.getByRole("button", { name: "Send answer" }).click();
  await page.getByText("Answer sent").waitFor();
  await story.calm();
  await app.getByRole("button", { name: "Close case" }).first().click();
  await page.getByText("Case closed").waitFor();
  await staff.look("case-closed");
  await story.calm();
}

/** Opens every link of a mail, as a mail scanner does before its reader does. */
async function prefetch({ links }: Mail): Promise<number[]> {
  const local = links.map((link) => link.replace("https://field-and-thread.myshopify.com", story.world.standInUrl));
  const answers = await Promise.all(local.flatMap((link) => ["HEAD", "GET"].map((method) => fetch(link, { method }))));
  return answers.map(({ status }) => status);
}

/** Taps a score in the mail and presses the one button of its page. */
async function giveScore(reader: StoryPage, { score, button }: { score: number; button: string }): Promise<void> {
  const survey = await followLink(reader, new RegExp(`^${score}$`));
  await reader.lookAt(survey, `score-${score}`);
  expect(await survey.getByRole("radio", { checked: true }).getAttribute("value")).toBe(String(score));
  await survey.getByRole("button", { name: button }).click();
  await survey.getByRole("status").waitFor();
  await reader.lookAt(survey, `score-${score}-given`);
  await survey.close();
}

/** The satisfaction that the dashboard shows. */
async function satisfaction(staff: Staff, what: string): Promise<string> {
  await staff.page.goto(`${story.world.standInUrl}/admin/apps/amends/app`);
  const card = staff.app.locator(".Polaris-ShadowBevel", { has: staff.app.getByRole("heading", { name: "Satisfaction (CSAT)" }) });
  await card.waitFor();
  await card.scrollIntoViewIfNeeded();
  await staff.look(what);
  return card.innerText();
}

test("a question is answered, the answer is scored once, and a bad score opens a case", { timeout: STORY_MS }, async () => {
  const staff = await openAdmin(story, "question-to-score-staff");
  await ask("nora.lind@example.com", "When is my money there?");
  await answerAndClose(staff, { question: "When is my money there?", answer: "Five days after the beanie is with us." });
  const reply = await story.mailTo("nora.lind@example.com", /Our answer/);
  expect(plain(reply)).toContain("Five days after the beanie is with us.");
  const asked = await story.mailTo("nora.lind@example.com", /Is it solved/);

  expect(new Set(await prefetch(asked))).toEqual(new Set([200]));
  expect(await satisfaction(staff, "dashboard-before")).toContain("No score yet.");

  const nora = await story.open("question-to-score", { width: PHONE });
  await openMail(story, nora, { mail: asked, what: "survey-mail" });
  await giveScore(nora, { score: 4, button: "Send my answer" });
  expect(await satisfaction(staff, "dashboard-4")).toMatch(/^Satisfaction \(CSAT\)\s+4(\.0+)?\s/);

  await story.control("/control/clock", { advance: "P6D" });
  await giveScore(nora, { score: 5, button: "Change my answer" });
  expect(await satisfaction(staff, "dashboard-5")).toMatch(/^Satisfaction \(CSAT\)\s+5(\.0+)?\s/);
  await story.control("/control/clock", { advance: "P2D" });
  const late = await followLink(nora, /^1$/);
  await late.getByText("Your answer stands").waitFor();
  await nora.lookAt(late, "too-late-to-change");
  expect(await story.mailsTo("nora.lind@example.com")).toEqual(expect.arrayContaining([reply, asked]));

  await ask("leo.frank@example.com", "Where is my invoice?");
  await answerAndClose(staff, { question: "Where is my invoice?", answer: "It was in the parcel." });
  const leo = await story.open("question-to-score-leo", { width: PHONE });
  await openMail(story, leo, { mail: await story.mailTo("leo.frank@example.com", /Is it solved/), what: "survey-mail" });
  await giveScore(leo, { score: 1, button: "Send my answer" });
  await story.calm();
  expect(await satisfaction(staff, "dashboard-3")).toMatch(/^Satisfaction \(CSAT\)\s+3(\.0+)?\s/);
  await staff.page.goto(`${story.world.standInUrl}/admin/apps/amends/app/cases`);
  const opened = staff.app.getByRole("row", { name: /Low score/ });
  await opened.waitFor();
  await staff.look("bad-score-in-inbox");
  expect(await opened.innerText()).toContain("Leo Frank");
});
