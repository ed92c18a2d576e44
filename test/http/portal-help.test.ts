import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HelpSettings } from "#app/domain/help/solution-cards.ts";
import { HELP_TOPICS, usualCard } from "#app/domain/help/solution-cards.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { recordMetrics } from "#app/use-cases/insights/record-metric.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { portalVisitor, type PortalVisitor, type Visit } from "#test/support/portal-visitor.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let visitor: PortalVisitor;

beforeAll(async () => {
  amends = await startTestApp();
  visitor = await portalVisitor(amends);
});
afterAll(() => amends.close());

const usual: HelpSettings = { order: "frequent", cards: HELP_TOPICS.map(usualCard) };

async function set(value: HelpSettings): Promise<void> {
  const ctx = await amends.ctx();
  const { help } = await readSettings(ctx, ["help"]);
  must(await saveSettings(ctx, { changes: [{ name: "help", value, version: help.version }], actor: "staff:1" }));
}

/** Somebody who has looked up an order, on the page of its items. */
async function signedIn(email: string): Promise<{ items: Visit; name: string; gid: OrderGid }> {
  const { name, gid } = seedShirtOrder(amends.standIn, { email });
  const code = await visitor.post("/find", { order: name, email, locale: "en" });
  await amends.settled();
  const typed = /\b(\d{6})\b/.exec(amends.mailsTo(email).at(-1) ?? "")?.[1] ?? "";
  return { items: await visitor.post("/code", { t: code.token, code: typed }), name, gid };
}

const titles = ({ markup }: Visit) => [...markup.matchAll(/<summary[^>]*>([^<]*)</g)].map(([, title]) => title);
const solved = async () => {
  const ctx = await amends.ctx();
  const rows = await ctx.transaction((tx) =>
    tx.insights.rollups({ metrics: ["help_solved"], dimension: "topic", from: "2020-01-01", until: "2099-12-31" }),
  );
  return Object.fromEntries(rows.map(({ value, sum, count }) => [value, [sum, count]]));
};
const casesOf = async (gid: OrderGid) => (await amends.ctx()).transaction((tx) => tx.cases.ofOrder(gid));

describe("before a question is sent", () => {
  test("the answers are read, each with what solves it, without looking up an order first", async () => {
    const start = await visitor.get("", { locale: "en" });
    expect(start.markup).toContain("/help");
    const page = await visitor.get("/help", { locale: "en" });
    expect(titles(page)).toEqual([
      "Where is my parcel?",
      "It does not fit",
      "It arrived damaged",
      "When do I get my money?",
      "I want to change or cancel my order",
    ]);
    expect(page.text).toContain("Find your order");
    expect(page.text).not.toContain("Ask anyway");
    expect((await visitor.get("/help", { locale: "de" })).text).toContain("Wann bekomme ich mein Geld?");
    expect((await visitor.get("/question", { locale: "en" })).status).toBe(403);
  });

  test("a card leads on to the items, is counted once when it helped, and not as a help when somebody asks after all", async () => {
    const { items, gid } = await signedIn("helped@example.com");
    const page = await visitor.get("/help", { t: items.link("help") });
    expect((await visitor.get("/items", { t: page.link("items") })).text).toContain("What would you like to return?");
    const thanks = await visitor.post("/solved", { t: page.token, topic: "fit" });
    expect(thanks.text).toContain("Good to hear.");
    await visitor.post("/solved", { t: page.token, topic: "fit" });
    expect(await solved()).toEqual({ fit: [1, 1] });
    expect(await casesOf(gid)).toEqual([]);
    const form = await visitor.get("/question", { t: page.link("question"), topic: "fit" });
    expect(form.markup).toMatch(/<option value="fit" selected/);
    const sent = await visitor.post("/ask", { t: form.token, topic: "fit", question: "Which size is mine?" });
    expect(sent.text).toContain("Your question is with the shop.");
    await visitor.post("/ask", { t: form.token, topic: "fit", question: "Which size is mine?" });
    expect(await solved()).toEqual({ fit: [0, 1] });
    expect(await casesOf(gid)).toMatchObject([
      { type: "return", subject: "Which size is mine?", email: "helped@example.com", returnId: null },
    ]);
  });

  test("an empty question is asked for again with its topic, and a topic that does not exist is something else", async () => {
    const { items } = await signedIn("empty@example.com");
    const again = await visitor.post("/ask", { t: items.token, topic: "money", question: " " });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining("Back to the answers")]);
    expect(again.markup).toMatch(/<option value="money" selected/);
    const other = await visitor.get("/question", { t: items.token, topic: "weather" });
    expect(other.markup).toMatch(/<option value="other" selected/);
    expect((await visitor.post("/solved", { t: items.token, topic: "weather" })).status).toBe(404);
    expect((await visitor.post("/solved", { t: "forged", topic: "late" })).status).toBe(403);
  });

  test("a link of a mail asks about its return and opens nothing else of the order", async () => {
    const { gid, lineGid } = seedShirtOrder(amends.standIn, { email: "mail@example.com" });
    const ctx = await amends.ctx();
    const record = await submitWish(ctx, { orderGid: gid, lineGid });
    const t = await signAccess(ctx, { orderGid: gid, locale: "en", returnId: record.id, isFollowOnly: true });
    const page = await visitor.get("/help", { t });
    expect([page.link("items"), page.link("status") !== ""]).toEqual(["", true]);
    const form = await visitor.get("/question", { t: page.link("question"), topic: "money" });
    const status = await visitor.post("/ask", { t: form.token, topic: "money", question: "When is it paid?" });
    expect(status.text).toContain("When is it paid?");
    expect(await casesOf(gid)).toMatchObject([{ type: "refund", returnId: record.id }]);
  });
});

describe("the merchant's answers", () => {
  test("stand in their language, in their order, with their action; other languages keep the app's words", async () => {
    const late = {
      ...usualCard("late"),
      action: "question" as const,
      title: { en: "Parcel missing?" },
      answer: { en: "<b>Wait</b> {{ 3 }} days." },
    };
    await set({ order: "own", cards: [usualCard("money"), late, { ...usualCard("fit"), isOn: false }] });
    const page = await visitor.get("/help", { locale: "en" });
    expect(titles(page)).toEqual(["When do I get my money?", "Parcel missing?"]);
    expect(page.text).toContain("<b>Wait</b> {{ 3 }} days.");
    expect(page.markup).not.toContain("<b>");
    expect(page.markup).not.toContain("{{ 3");
    expect(titles(await visitor.get("/help", { locale: "fr" }))[1]).toContain("Où est mon colis");
  });

  test("come with the shop's most frequent problem first", async () => {
    await set(usual);
    const ctx = await amends.ctx();
    const at = ctx.clock.now();
    const of = (topic: string, days: number, value: number) => {
      const then = new Date(at.getTime() - days * 86_400_000);
      return { key: `t:${topic}:${days}`, metric: "cases_opened" as const, at: then, value, dimensions: { topic } };
    };
    await ctx.transaction((tx) => recordMetrics(tx, [of("change", 80, 30), of("late", 95, 500)]));
    expect(titles(await visitor.get("/help", { locale: "en" }))[0]).toBe("I want to change or cancel my order");
  });

  test("that are all switched off leave the form alone", async () => {
    await set({ order: "own", cards: HELP_TOPICS.map((topic) => ({ ...usualCard(topic), isOn: false })) });
    const { items } = await signedIn("off@example.com");
    expect(items.markup).not.toContain("/help");
    expect((await visitor.get("/help", { t: items.token })).text).toContain("Your question");
    expect((await visitor.get("/help", { locale: "en" })).text).toContain("Order number");
  });
});
