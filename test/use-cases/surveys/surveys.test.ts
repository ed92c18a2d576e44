import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gid } from "#app/domain/shared/gid.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import { moveCase } from "#app/use-cases/cases/move-case.server.ts";
import { answerSurvey } from "#app/use-cases/surveys/answer-survey.server.ts";
import { askForScore, type Asking } from "#app/use-cases/surveys/ask-for-score.server.ts";
import { surveyLinks } from "#app/use-cases/surveys/survey-links.server.ts";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
let refunds = 0;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.moveTo(MONDAY_TEN));

async function ask(overrides: Partial<Asking> = {}): Promise<string> {
  const subject = gid("Refund", ++refunds);
  const asking = { touchpoint: "refund", subject, orderGid: gid("Order", refunds), email: "maya@example.com", locale: "en" } as const;
  const id = await shop.tx((tx) => askForScore(tx, shop.ctx, { ...asking, ...overrides }));
  if (!id) throw new Error("nobody was asked");
  return id;
}

const answer = (surveyId: string, score: number, comment: string | null = null) => answerSurvey(shop.ctx, { surveyId, score, comment });
const code = async (given: ReturnType<typeof answer>) => {
  const taken = await given;
  return taken.ok ? "ok" : taken.error.code;
};
const csat = async () => {
  const query = { metrics: ["csat"], dimension: "all", from: "2026-11-16", until: "2026-11-16" } as const;
  const [row] = await shop.tx((tx) => tx.insights.rollups(query));
  return [row?.sum ?? 0, row?.count ?? 0];
};
const caseOf = (surveyId: string) =>
  shop.tx(async (tx) => {
    const found = await tx.cases.claim(`low-score:${surveyId}`);
    return found && { record: found, events: (await tx.cases.events(found.id)).map(({ kind, detail }) => ({ kind, detail })) };
  });

describe("a survey", () => {
  test("is asked once for one thing, and not when the merchant or the customer does not want it", async () => {
    const subject = "gid://shopify/Refund/once";
    expect(await ask({ subject })).toBe(await ask({ subject }));
    const unwanted = { touchpoint: "refund", subject: "x", locale: "en", hasUnsubscribed: true } as const;
    expect(await shop.tx((tx) => askForScore(tx, shop.ctx, unwanted))).toBeUndefined();
  });

  test("takes one answer; the same again changes nothing; another within 7 days corrects the day of the first", async () => {
    const id = await ask();
    const [sum = 0, count = 0] = await csat();
    await Promise.all([1, 2, 3].map(() => answer(id, 4)));
    expect(await csat()).toEqual([sum + 4, count + 1]);
    shop.moveTo(after(MONDAY_TEN, 6 * DAY));
    expect(await code(answer(id, 5, "better now"))).toBe("ok");
    expect(await csat()).toEqual([sum + 5, count + 1]);
    shop.moveTo(after(MONDAY_TEN, 7 * DAY));
    expect(await code(answer(id, 1))).toBe("answer_is_final");
    expect(await code(answer(id, 5))).toBe("ok");
    expect(await csat()).toEqual([sum + 5, count + 1]);
    expect(await shop.tx((tx) => tx.insights.differences())).toEqual([]);
  });

  test("is over after 30 days, and takes nothing but 1 to 5", async () => {
    const id = await ask();
    for (const score of [0, 6, 2.5, -1, Number.NaN, 1e9]) expect(await code(answer(id, score)), String(score)).toBe("invalid_score");
    shop.moveTo(after(MONDAY_TEN, 30 * DAY));
    expect(await code(answer(id, 5))).toBe("survey_expired");
    expect(await code(answer("0190a000-0000-7000-8000-00000000ffff", 5))).toBe("not_found");
    expect(await code(answer("nonsense", 5))).toBe("not_found");
  });

  test("of one shop is not there for another", async () => {
    const id = await ask();
    expect(await answerSurvey(shop.otherCtx, { surveyId: id, score: 5, comment: null })).toMatchObject({ error: { code: "not_found" } });
    const [link] = await surveyLinks(shop.ctx, id);
    const token = new URL(link?.url ?? "").pathname.split("/").at(-1) ?? "";
    expect(await shop.otherCtx.tokens.verify("survey", token)).toBeUndefined();
    expect(await shop.ctx.tokens.verify("survey", token)).toEqual({ survey: id });
  });
});

describe("a low score", () => {
  test("opens a case with a clock, once, and the case tells how the score went on", async () => {
    const id = await ask();
    await answer(id, 2, "Slow answer\nand rude");
    const opened = await caseOf(id);
    expect(opened?.record).toMatchObject({ type: "low_score", priority: "high", subject: "Slow answer", email: "maya@example.com" });
    expect(opened?.record.firstReplyDueAt).not.toBeNull();
    await answer(id, 5);
    await answer(id, 1);
    expect((await caseOf(id))?.events).toMatchObject([
      { kind: "opened", detail: { score: 2, touchpoint: "refund" } },
      { kind: "score_changed", detail: { from: 2, to: 5 } },
      { kind: "score_changed", detail: { from: 5, to: 1 } },
    ]);
    expect(await shop.rows((prisma) => prisma.case.count({ where: { key: { contains: id } } }))).toBe(1);
  });

  test("of 3 and more opens none; one lowered later does", async () => {
    const id = await ask();
    await answer(id, 3);
    expect(await caseOf(id)).toBeUndefined();
    await answer(id, 1);
    expect((await caseOf(id))?.record.priority).toBe("urgent");
  });

  test("given again after the case was closed opens the case again", async () => {
    const id = await ask();
    await answer(id, 1);
    const caseId = (await caseOf(id))?.record.id ?? "";
    await moveCase(shop.ctx, { caseId, version: 1, move: "close", actor: "staff:1" });
    await answer(id, 4);
    expect((await caseOf(id))?.record.status).toBe("closed");
    await answer(id, 2, "No, still not");
    expect((await caseOf(id))?.record).toMatchObject({ status: "open", reopenedCount: 1 });
  });

  test("about a closed case goes to the person who owned it", async () => {
    const earlier = await shop.tx(async (tx) => {
      const { openCase } = await import("#app/use-cases/cases/open-case.server.ts");
      return openCase(tx, shop.ctx, {
        key: "q",
        type: "question",
        subject: "?",
        body: null,
        locale: "en",
        ownerId: "71000001",
        customerName: "Maya",
      });
    });
    const id = await ask({ touchpoint: "case_closed", subject: `${earlier.caseId}:0`, caseId: earlier.caseId, orderGid: undefined });
    await answer(id, 1);
    expect((await caseOf(id))?.record).toMatchObject({ ownerId: "71000001", customerName: "Maya" });
  });
});
