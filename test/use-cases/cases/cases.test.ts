import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gid } from "#app/domain/shared/gid.ts";
import { addNote } from "#app/use-cases/cases/add-note.server.ts";
import { assignCase, prioritize } from "#app/use-cases/cases/assign-case.server.ts";
import { listCases } from "#app/use-cases/cases/list-cases.server.ts";
import { closeCases, moveCase } from "#app/use-cases/cases/move-case.server.ts";
import { openCase, type NewCase } from "#app/use-cases/cases/open-case.server.ts";
import { compareCases } from "#app/domain/cases/case-priority.ts";
import type { CaseView } from "#app/domain/cases/case-view.ts";
import type { CaseSearch } from "#app/use-cases/cases/ports.ts";
import { readCase } from "#app/use-cases/cases/read-case.server.ts";
import { replyToCase } from "#app/use-cases/cases/reply-to-case.server.ts";
import { aQuestion } from "#test/builders/a-question.ts";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.moveTo(MONDAY_TEN);
  await shop.rows(async (prisma) => {
    await prisma.caseEvent.deleteMany();
    await prisma.case.deleteMany();
    await prisma.message.deleteMany();
    await prisma.survey.deleteMany();
  });
});

const open = (overrides: Partial<NewCase> = {}) => shop.tx((tx) => openCase(tx, shop.ctx, aQuestion(overrides)));
const record = async (caseId: string) => {
  const read = await readCase(shop.ctx, caseId);
  if (!read.ok) throw new Error("the case is not there");
  return read.value.record;
};
const kinds = async (caseId: string) => (await shop.tx((tx) => tx.cases.events(caseId))).map(({ kind }) => kind);
const mails = () =>
  shop.rows(async (prisma) =>
    (await prisma.message.findMany({ orderBy: { id: "asc" } })).map(({ template, address }) => [template, address]),
  );
const ME = { staffId: "71000001" };
const ACTOR = "staff:71000001";
const list = (view: CaseView, search: Partial<CaseSearch> = {}) => listCases(shop.ctx, { view, ...ME, limit: 25, offset: 0, ...search });
const numbers = async (view: CaseView, search: Partial<CaseSearch> = {}) =>
  (await list(view, search)).cases.map(({ record: { subject } }) => subject);

describe("a question", () => {
  test("opens one case, however often the same form arrives, and the customer is told once", async () => {
    const question = aQuestion();
    const [first, second] = await Promise.all([1, 2].map(() => shop.tx((tx) => openCase(tx, shop.ctx, question))));
    expect(first?.caseId).toBe(second?.caseId);
    expect([first?.isNew, second?.isNew].sort()).toEqual([false, true]);
    expect(await kinds(first?.caseId ?? "")).toEqual(["opened"]);
    expect(await mails()).toEqual([["case_opened", question.email]]);
  });

  test("asked again while the case about that order is open is added to it, once", async () => {
    const first = await open();
    const { orderGid } = await record(first.caseId);
    const again = aQuestion({ key: "again", orderGid: orderGid ?? undefined, body: "Hello?" });
    for (const _ of [1, 2]) expect(await shop.tx((tx) => openCase(tx, shop.ctx, again))).toEqual({ ...first, isNew: false });
    expect(await kinds(first.caseId)).toEqual(["opened", "customer_wrote"]);
    await closeCases(shop.ctx, { caseIds: [first.caseId], actor: ACTOR });
    expect((await open({ orderGid: orderGid ?? undefined })).isNew).toBe(true);
  });

  test("about another order opens another case, with the next number", async () => {
    const [one, two] = [await open(), await open()];
    expect(two.number).toBe(one.number + 1);
  });

  test("keeps every hostile character as it is", async () => {
    const body = `{{ shop }} <script>alert(1)</script> ${"x".repeat(5000)} \ud83d\ude80`;
    const { caseId } = await open({ subject: `\u0000${body}`, body: `${body}\u0000` });
    const [event] = await shop.tx((tx) => tx.cases.events(caseId));
    expect(event?.body).toBe(body);
    expect((await record(caseId)).subject).toHaveLength(140);
  });
});

describe("staff", () => {
  test("answer by mail; who answers owns the case, and it waits for the customer", async () => {
    const { caseId } = await open();
    const answered = await replyToCase(shop.ctx, { caseId, version: 1, text: " On its way. ", ...ME, staffName: "Sam" });
    expect(answered).toMatchObject({ ok: true, value: { status: "waiting_for_customer", ownerId: ME.staffId, version: 2 } });
    expect((await mails()).map(([template]) => template)).toEqual(["case_opened", "case_reply"]);
    const [, reply] = await shop.rows((prisma) => prisma.message.findMany({ orderBy: { id: "asc" } }));
    const question = expect.stringContaining("Where is") as string;
    expect(reply?.variables).toMatchObject({ values: { reply: "On its way.", staff_name: "Sam", question } });
  });

  test("who give no name sign as the shop, which the mail names once", async () => {
    const { caseId } = await open();
    const nobody = { staffId: "nameless", actor: "staff:nameless" };
    expect(await replyToCase(shop.ctx, { caseId, version: 1, text: "On its way.", ...nobody })).toMatchObject({ ok: true });
    const [, reply] = await shop.rows((prisma) => prisma.message.findMany({ orderBy: { id: "asc" } }));
    expect(reply?.variables).toMatchObject({ values: { staff_name: null } });
  });

  test("never answer over a colleague's answer", async () => {
    const { caseId } = await open();
    const replies = [1, 2].map(() => replyToCase(shop.ctx, { caseId, version: 1, text: "Mine", ...ME }));
    const codes = (await Promise.all(replies)).map((each) => (each.ok ? "ok" : each.error.code)).sort();
    expect(codes).toEqual(["changed_meanwhile", "ok"]);
    expect((await mails()).filter(([template]) => template === "case_reply")).toHaveLength(1);
  });

  test("are refused an empty answer, one too long, and one to nobody", async () => {
    const { caseId } = await open();
    const { caseId: nameless } = await open({ email: undefined });
    const code = async (id: string, text: string) => {
      const answer = await replyToCase(shop.ctx, { caseId: id, version: 1, text, ...ME });
      return answer.ok ? "ok" : answer.error.code;
    };
    expect(await code(caseId, "   ")).toBe("empty_text");
    expect(await code(caseId, "x".repeat(10_001))).toBe("text_too_long");
    expect(await code(nameless, "Hello")).toBe("no_address");
    expect(await addNote(shop.ctx, { caseId, actor: ACTOR, text: " " })).toMatchObject({ error: { code: "empty_text" } });
  });

  test("close an answered case and the customer is asked how it was; an unanswered one asks nothing", async () => {
    const { caseId } = await open();
    await replyToCase(shop.ctx, { caseId, version: 1, text: "Done.", ...ME });
    expect(await moveCase(shop.ctx, { caseId, version: 2, move: "close", actor: ACTOR })).toMatchObject({ ok: true });
    expect((await mails()).at(-1)?.[0]).toBe("case_closed");
    expect(await shop.rows((prisma) => prisma.survey.findMany())).toMatchObject([{ touchpoint: "case_closed", caseId }]);
    expect(await moveCase(shop.ctx, { caseId, version: 3, move: "close", actor: ACTOR })).toMatchObject({
      error: { code: "illegal_transition" },
    });
    const silent = await open();
    await moveCase(shop.ctx, { caseId: silent.caseId, version: 1, move: "close", actor: ACTOR });
    expect(await shop.rows((prisma) => prisma.survey.count())).toBe(1);
  });

  test("give a case to somebody, change its priority, and note what only they read", async () => {
    const { caseId } = await open();
    await assignCase(shop.ctx, { caseId, ownerId: "71000002", actor: ACTOR });
    await assignCase(shop.ctx, { caseId, ownerId: "71000002", actor: ACTOR });
    await prioritize(shop.ctx, { caseId, priority: "urgent", actor: ACTOR });
    expect(await prioritize(shop.ctx, { caseId, priority: "whatever", actor: ACTOR })).toMatchObject({
      error: { code: "unknown_priority" },
    });
    await addNote(shop.ctx, { caseId, actor: ACTOR, text: "Called the carrier." });
    expect(await kinds(caseId)).toEqual(["opened", "assigned", "priority_changed", "note"]);
    expect(await record(caseId)).toMatchObject({ ownerId: "71000002", priority: "urgent" });
    expect((await mails()).map(([template]) => template)).toEqual(["case_opened"]);
  });

  test("of another shop find, read and change nothing", async () => {
    const { caseId } = await open();
    const foreign = { code: "not_found" };
    expect(await readCase(shop.otherCtx, caseId)).toMatchObject({ error: foreign });
    expect(await replyToCase(shop.otherCtx, { caseId, version: 1, text: "Hi", ...ME })).toMatchObject({ error: foreign });
    expect(await moveCase(shop.otherCtx, { caseId, version: 1, move: "close", actor: ACTOR })).toMatchObject({ error: foreign });
    expect(await addNote(shop.otherCtx, { caseId, actor: ACTOR, text: "x" })).toMatchObject({ error: foreign });
    expect(await assignCase(shop.otherCtx, { caseId, ownerId: "1", actor: ACTOR })).toMatchObject({ error: foreign });
    expect(await closeCases(shop.otherCtx, { caseIds: [caseId, "not-an-id"], actor: ACTOR })).toEqual({ changed: 0, skipped: 2 });
    expect(await kinds(caseId)).toEqual(["opened"]);
    for (const id of ["", "1", '\'; drop table "case"; --', caseId.replace(/.$/, "z")])
      expect(await readCase(shop.ctx, id)).toMatchObject({ error: foreign });
  });
});

describe("the inbox", () => {
  test("has a view for each way of working, with how many are in it", async () => {
    await open({ subject: "new" });
    const mine = await open({ subject: "mine" });
    await assignCase(shop.ctx, { caseId: mine.caseId, ownerId: ME.staffId, actor: ACTOR });
    const waiting = await open({ subject: "waiting" });
    await moveCase(shop.ctx, { caseId: waiting.caseId, version: 1, move: "wait", actor: ACTOR });
    const closed = await open({ subject: "closed" });
    await closeCases(shop.ctx, { caseIds: [closed.caseId], actor: ACTOR });
    shop.moveTo(new Date("2026-11-16T16:30:00Z"));
    await open({ subject: "newest" });
    expect(await numbers("open")).toEqual(["new", "mine", "newest"]);
    expect(await numbers("mine")).toEqual(["mine"]);
    expect(await numbers("unassigned")).toEqual(["new", "newest", "waiting"]);
    expect(await numbers("waiting")).toEqual(["waiting"]);
    expect(await numbers("breached")).toEqual(["new", "mine"]);
    expect(await numbers("closed")).toEqual(["closed"]);
    expect((await list("open")).counts).toEqual({ open: 3, mine: 1, unassigned: 3, waiting: 1, breached: 2, closed: 1 });
  });

  test("puts the urgent first, then what is due next", async () => {
    await open({ subject: "old" });
    shop.moveTo(new Date("2026-11-16T15:10:00Z"));
    await open({ subject: "young" });
    await open({ subject: "high", priority: "high" });
    await open({ subject: "urgent", type: "disagreement" });
    expect(await numbers("open")).toEqual(["urgent", "high", "old", "young"]);
    const listed = (await list("open")).cases.map(({ record: each }) => each);
    expect([...listed].reverse().sort(compareCases)).toEqual(listed);
  });

  test("finds by number, order, customer, address and subject, and takes every character literally", async () => {
    const one = await open({ subject: "100% wool_shirt", orderName: "#EN-77", customerName: "Zoë 王", email: "zoe@example.org" });
    await open({ subject: "100 percent" });
    const found = (text: string) => numbers("open", { text });
    for (const text of [`#${one.number}`, String(one.number), "en-77", "王", "ZOE@", "100%", "wool_s"])
      expect(await found(text), text).toEqual(["100% wool_shirt"]);
    for (const text of ["%", "_", "100"]) expect((await found(text)).length, text).toBe(text === "100" ? 2 : 1);
    for (const text of ["\\", "'", "nothing like it", "99999999999999999999"]) expect(await found(text), text).toEqual([]);
  });

  test("is narrowed by type, priority and owner, and comes in pages", async () => {
    for (let index = 0; index < 5; index += 1) await open({ subject: `q${index}` });
    await open({ subject: "parcel", type: "delivery", orderGid: gid("Order", 1), ownerId: "9" });
    expect(await numbers("open", { types: ["delivery"] })).toEqual(["parcel"]);
    expect(await numbers("open", { ownerId: "9" })).toEqual(["parcel"]);
    expect(await numbers("open", { priorities: ["urgent"] })).toEqual([]);
    const pages = [await list("open", { limit: 4 }), await list("open", { limit: 4, offset: 4 })];
    expect(pages.map(({ cases, total }) => [cases.length, total])).toEqual([
      [4, 6],
      [2, 6],
    ]);
  });
});
