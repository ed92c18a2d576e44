import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { after, DAY } from "#app/domain/shared/time.ts";
import { askForScore } from "#app/use-cases/surveys/ask-for-score.server.ts";
import { surveyLinks } from "#app/use-cases/surveys/survey-links.server.ts";
import { action, loader } from "#app/routes/survey.$token.tsx";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
let asked = 0;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.moveTo(MONDAY_TEN));

/** The address behind a score's button in the mail. */
async function link(score: number, locale = "en"): Promise<{ url: string; id: string }> {
  const id = await shop.tx((tx) => askForScore(tx, shop.ctx, { touchpoint: "refund", subject: `r${++asked}`, locale }));
  const links = await surveyLinks(shop.ctx, id ?? "");
  return { id: id ?? "", url: links.find((each) => each.score === score)?.url ?? "" };
}

function call(url: string, options: RequestInit = {}): Promise<Response> {
  const request = new Request(url, options);
  const token = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
  const args = { request, params: { token }, context: { app: shop.app } } as unknown as LoaderFunctionArgs;
  return request.method === "POST" ? action(args) : loader(args);
}

const confirm = (url: string, fields: Record<string, string>) => call(url, { method: "POST", body: new URLSearchParams(fields) });
const score = async (id: string) => (await shop.tx((tx) => tx.surveys.find(id)))?.response?.score ?? null;

describe("the survey's page", () => {
  test("opened by a mail scanner, however often, answers nothing", async () => {
    const { url, id } = await link(1);
    for (const method of ["GET", "HEAD", "GET"]) expect((await call(url, { method })).status).toBe(200);
    expect(await score(id)).toBeNull();
    expect(await shop.rows((prisma) => prisma.case.count())).toBe(0);
  });

  test("shows the score of the button chosen, and one press keeps it", async () => {
    const { url, id } = await link(4);
    const html = await (await call(url)).text();
    expect(html).toMatch(/checked="" value="4"|value="4"[^>]*checked=""/);
    expect(html).not.toContain("<script");
    const answer = await confirm(url, { score: "4", comment: "" });
    expect(answer.status).toBe(303);
    const thanks = await call(new URL(answer.headers.get("location") ?? "", url).href);
    expect(await thanks.text()).toContain("Thank you");
    expect(await score(id)).toBe(4);
  });

  test("speaks the customer's language", async () => {
    const { url } = await link(5, "zh-CN");
    const html = await (await call(url)).text();
    expect(html).toContain('lang="zh-CN"');
    expect(html).toContain("您对我们满意吗");
  });

  test("says what is missing when no score is chosen, and takes nothing but 1 to 5", async () => {
    const { url, id } = await link(3);
    for (const fields of [{}, { score: "" }, { score: "9" }, { score: "abc" }, { score: "-1" }]) {
      const answer = await confirm(url, fields as Record<string, string>);
      expect(answer.status, JSON.stringify(fields)).toBe(422);
      expect(await answer.text()).toContain("Please choose a score first");
    }
    expect(await score(id)).toBeNull();
  });

  test("takes what is no form, as scanners and mail programs send it, for an answer without a score", async () => {
    const { url, id } = await link(4);
    for (const options of [{}, { body: "{}", headers: { "content-type": "application/json" } }]) {
      const answer = await call(url, { method: "POST", ...options });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("Please choose");
    }
    expect(await score(id)).toBeNull();
  });

  test("keeps words as words", async () => {
    const { url } = await link(2);
    await confirm(url, { score: "2", comment: "<img src=x onerror=alert(1)>{{ shop }}" });
    const html = await (await call(url)).text();
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img src=x");
  });

  test("can be changed for 7 days, then shows what stands", async () => {
    const { url, id } = await link(5);
    await confirm(url, { score: "5" });
    shop.moveTo(after(MONDAY_TEN, 6 * DAY));
    expect((await confirm(url, { score: "3" })).status).toBe(303);
    shop.moveTo(after(MONDAY_TEN, 8 * DAY));
    const answer = await confirm(url, { score: "1" });
    expect(await answer.text()).toContain("Your answer stands");
    expect(await score(id)).toBe(3);
  });

  test("says that it is over after 30 days", async () => {
    const { url } = await link(5);
    shop.moveTo(after(MONDAY_TEN, 31 * DAY));
    const page = await call(url);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("This question is closed");
  });

  test("looks the same for a forged link, another shop's link, another purpose and a shop that left", async () => {
    const { url } = await link(5);
    const forged = url.replace(/\.([^.]+)\?/, ".AAAA$1?");
    const elsewhere = url.replace("mine.myshopify.com", "theirs.myshopify.com");
    const unknownShop = url.replace("mine.myshopify.com", "nobody.myshopify.com");
    const otherPurpose = await shop.ctx.tokens.sign("portal", { survey: "x" }, after(MONDAY_TEN, DAY));
    const wrong = new URL(url);
    wrong.pathname = `/survey/${otherPurpose}`;
    const pages = await Promise.all([forged, elsewhere, unknownShop, wrong.href].map((each) => call(each)));
    const bodies = await Promise.all(pages.map((page) => page.text()));
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(bodies).size).toBe(1);
    expect((await confirm(elsewhere, { score: "1" })).status).toBe(404);
  });

  test("is kept by nobody, framed by nobody, and tells its address to nobody", async () => {
    const { headers } = await call((await link(5)).url);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});
