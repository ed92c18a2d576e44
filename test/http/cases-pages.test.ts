import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CasePageRow, CaseRow } from "#app/ui/cases/case-json.ts";
import type { CaseAnswer } from "#app/ui/cases/use-case-work.ts";
import { aQuestion } from "#test/builders/a-question.ts";
import { adminCall, bodyOf, statusOf, type AdminCall } from "#test/support/admin-requests.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
const ME = "71000001";

let app: TestApp;
const inboxModule = () => import("#app/routes/app.cases._index.tsx");
const caseModule = () => import("#app/routes/app.cases.$id.tsx");
let inbox: Awaited<ReturnType<typeof inboxModule>>;
let page: Awaited<ReturnType<typeof caseModule>>;

beforeAll(async () => {
  app = await startTestApp({ shops: [MINE, THEIRS], isWorking: false });
  inbox = await inboxModule();
  page = await caseModule();
});
afterAll(() => app.close());

let caseId: string;
beforeEach(async () => {
  const { openCase } = await import("#app/use-cases/cases/open-case.server.ts");
  const ctx = await app.ctx(MINE);
  caseId = (await ctx.transaction((tx) => openCase(tx, ctx, aQuestion()))).caseId;
});

interface Inbox {
  readonly cases: readonly CaseRow[];
  readonly total: number;
  readonly counts: Record<string, number>;
}

const list = async (query = "", call: AdminCall = {}) => {
  const body: unknown = await bodyOf(inbox.loader(await adminCall(app, `/app/cases${query}`, { staff: ME, ...call })));
  return body as Inbox;
};
const bulk = async (form: NonNullable<AdminCall["form"]>, call: AdminCall = {}) =>
  inbox.action(await adminCall(app, "/app/cases", { staff: ME, ...call, form }));
const open = async (id: string, call: AdminCall = {}) =>
  page.loader(await adminCall(app, `/app/cases/${id}`, { staff: ME, ...call, params: { id } }));
const read = async (id: string) => {
  const body: unknown = await bodyOf(open(id));
  return (body as { page: CasePageRow }).page;
};
const step = async (id: string, form: Record<string, string>, call: AdminCall = {}) =>
  page.action(await adminCall(app, `/app/cases/${id}`, { staff: ME, ...call, params: { id }, form: { count: "1", ...form } }));
const answer = async (id: string, form: Record<string, string>) => {
  const body: unknown = await bodyOf(step(id, form));
  return body as CaseAnswer;
};

describe("the inbox page", () => {
  test("lists, counts and searches; what is not known in its address is left out", async () => {
    const { number } = await read(caseId);
    expect((await list(`?q=%23${number}`)).cases.map(({ id }) => id)).toEqual([caseId]);
    expect((await list("?view=nonsense&type=nope&priority=,&page=-3&owner=")).total).toBeGreaterThan(0);
    expect((await list("?page=99999")).cases).toEqual([]);
    expect((await list("?q='%22%5C%00")).cases).toEqual([]);
  });

  test("assigns and closes several at once", async () => {
    expect(await bodyOf(bulk({ step: "assign", id: [caseId] }))).toEqual({ step: "assign", changed: 1, skipped: 0 });
    expect((await read(caseId)).ownerId).toBe(ME);
    expect((await list("?view=mine")).cases.map(({ id }) => id)).toContain(caseId);
    expect(await bodyOf(bulk({ step: "close", id: [caseId, caseId] }))).toEqual({ step: "close", changed: 1, skipped: 1 });
    expect((await read(caseId)).status).toBe("closed");
  });

  test("refuses forms that no page sends", async () => {
    const many = Array.from({ length: 26 }, () => caseId);
    const forms: NonNullable<AdminCall["form"]>[] = [{ step: "erase", id: [caseId] }, { step: "close" }, { step: "close", id: many }];
    for (const form of forms) expect(await statusOf(bulk(form))).toBe(400);
  });

  test("of another shop neither shows nor touches the case", async () => {
    expect((await list("", { shop: THEIRS })).total).toBe(0);
    expect(await bodyOf(bulk({ step: "close", id: [caseId] }, { shop: THEIRS }))).toEqual({ step: "close", changed: 0, skipped: 1 });
    expect((await read(caseId)).status).toBe("open");
  });
});

describe("a case's page", () => {
  test("answers, notes, assigns, moves", async () => {
    const { version } = await read(caseId);
    expect(await answer(caseId, { intent: "reply", version: String(version), text: "Tomorrow.", name: "Sam" })).toEqual({
      intent: "reply",
      count: 1,
    });
    expect(await answer(caseId, { intent: "note", version: "0", text: "Called." })).toEqual({ intent: "note", count: 1 });
    expect(await answer(caseId, { intent: "assign", version: "0", owner: "" })).toEqual({ intent: "assign", count: 1 });
    expect(await answer(caseId, { intent: "prioritize", version: "0", priority: "urgent" })).toEqual({ intent: "prioritize", count: 1 });
    const now = await read(caseId);
    expect(now).toMatchObject({ status: "waiting_for_customer", ownerId: null, priority: "urgent" });
    expect(now.turns.map(({ kind, name }) => [kind, name])).toEqual([
      ["customer", null],
      ["staff", "Sam"],
      ["note", null],
    ]);
    const closing = { intent: "move", move: "close", version: String(now.version) };
    expect(await answer(caseId, closing)).toMatchObject({ move: "close" });
    expect(await statusOf(step(caseId, closing))).toBe(409);
    const { version: closed } = await read(caseId);
    expect(await answer(caseId, { intent: "reply", version: String(closed), text: "Too late" })).toMatchObject({
      problem: "illegal_transition",
    });
  });

  test("keeps words as words", async () => {
    const text = '{{ 7 | times: 6 }} <script>alert("1")</script>';
    const { version } = await read(caseId);
    await answer(caseId, { intent: "reply", version: String(version), text });
    expect((await read(caseId)).turns.at(-1)?.body).toBe(text);
  });

  test("refuses forms that no page sends", async () => {
    const forms: Record<string, string>[] = [
      {},
      { intent: "reply" },
      { intent: "move", version: "1", move: "erase" },
      { intent: "assign", version: "x", owner: "1" },
    ];
    for (const form of forms) expect(await statusOf(step(caseId, form)), JSON.stringify(form)).toBe(400);
  });

  test("is not there for another shop, nor for ids that are none", async () => {
    for (const id of [caseId, "1", "gid://shopify/Order/1", "../../etc/passwd", "%00"]) {
      expect(await statusOf(open(id, { shop: THEIRS })), id).toBe(404);
      expect(await statusOf(step(id, { intent: "note", version: "1", text: "x" }, { shop: THEIRS })), id).toBe(404);
      expect(await statusOf(step(id, { intent: "reply", version: "1", text: "x" }, { shop: THEIRS })), id).toBe(404);
    }
    expect((await read(caseId)).turns).toHaveLength(1);
  });
});
