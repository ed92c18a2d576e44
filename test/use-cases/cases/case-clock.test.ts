import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";
import { breachFirstReply } from "#app/use-cases/cases/breach-first-reply.server.ts";
import { moveCase, type StaffMove } from "#app/use-cases/cases/move-case.server.ts";
import { noteCustomerWrote } from "#app/use-cases/cases/note-customer-wrote.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { readCase, type CaseDossier } from "#app/use-cases/cases/read-case.server.ts";
import { replyToCase } from "#app/use-cases/cases/reply-to-case.server.ts";
import { aQuestion } from "#test/builders/a-question.ts";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.moveTo(MONDAY_TEN));

const ME = { staffId: "71000001", staffName: "Sam" };
const at = (time: string) => new Date(`2026-11-${time}:00-05:00`);
const open = (overrides = {}) => shop.tx((tx) => openCase(tx, shop.ctx, aQuestion(overrides)));

async function dossier(caseId: string): Promise<CaseDossier> {
  const read = await readCase(shop.ctx, caseId);
  if (!read.ok) throw new Error("the case is not there");
  return read.value;
}

async function move(caseId: string, step: StaffMove): Promise<void> {
  const { version } = (await dossier(caseId)).record;
  expect(await moveCase(shop.ctx, { caseId, version, move: step, actor: "staff:71000001" })).toMatchObject({ ok: true });
}

async function reply(caseId: string): Promise<void> {
  const { version } = (await dossier(caseId)).record;
  expect(await replyToCase(shop.ctx, { caseId, version, text: "It is on its way.", ...ME })).toMatchObject({ ok: true });
}

const write = (caseId: string, key: string) =>
  shop.tx(async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (record) await noteCustomerWrote(tx, shop.ctx, { record, key, body: "And now?" });
  });
/** What the sweep does with every promise of a first reply that is due. */
const sweep = (caseId: string) => shop.tx((tx) => breachFirstReply(tx, shop.ctx, `${caseId}:0`));
const promises = (caseId: string) =>
  shop.rows(async (prisma) => {
    const rows = await prisma.promise.findMany({ where: { subject: { startsWith: caseId } }, orderBy: { id: "asc" } });
    return rows.map(({ status, dueAt }) => [status, dueAt.toISOString()]);
  });
const facts = (caseId: string) =>
  shop.rows(async (prisma) => {
    const rows = await prisma.metricFact.findMany({ where: { key: { contains: caseId } }, orderBy: { key: "asc" } });
    return Object.fromEntries(rows.map(({ metric, value }) => [metric, Number(value)]));
  });

describe("the clock of a case's first reply", () => {
  test("promises an answer within an hour of work, and keeps it when somebody answers", async () => {
    const { caseId } = await open();
    expect((await dossier(caseId)).firstReply).toMatchObject({ kind: "running", dueAt: at("16T11:00") });
    shop.moveTo(at("16T10:40"));
    await reply(caseId);
    expect(await promises(caseId)).toEqual([["kept", at("16T11:00").toISOString()]]);
    expect(await facts(caseId)).toEqual({ cases_opened: 1, first_reply_seconds: 2400, first_reply_in_time: 1 });
    expect((await dossier(caseId)).firstReply.kind).toBe("met");
  });

  test("does not run at night, at weekends or on holidays", async () => {
    const stored = { holidays: ["2026-11-23"], zone: "America/New_York", week: officeWeek() };
    await shop.tx((tx) => tx.settings.save("cases", { hours: stored }, { expectedVersion: 0, by: "test", at: shop.now() }));
    shop.moveTo(at("20T17:30"));
    const { caseId } = await open();
    expect((await dossier(caseId)).record.firstReplyDueAt).toEqual(at("24T09:30"));
    shop.moveTo(at("24T09:20"));
    await reply(caseId);
    expect(await facts(caseId)).toMatchObject({ first_reply_seconds: 50 * 60, first_reply_in_time: 1 });
    await shop.rows((prisma) => prisma.shopSetting.deleteMany());
  });

  test("stands still while the case waits for the customer, and promises what is left when they write", async () => {
    const { caseId } = await open();
    shop.moveTo(at("16T10:20"));
    await move(caseId, "wait");
    expect((await dossier(caseId)).firstReply).toMatchObject({ kind: "paused", dueAt: null });
    shop.moveTo(at("16T15:00"));
    await sweep(caseId);
    await write(caseId, "more");
    expect(await promises(caseId)).toEqual([
      ["void", at("16T11:00").toISOString()],
      ["pending", at("16T15:40").toISOString()],
    ]);
    shop.moveTo(at("16T15:30"));
    await reply(caseId);
    expect(await facts(caseId)).toMatchObject({ first_reply_seconds: 50 * 60, first_reply_in_time: 1 });
  });

  test("stands still while the case is closed unanswered, and goes on when it is reopened", async () => {
    const { caseId } = await open();
    shop.moveTo(at("16T10:45"));
    await move(caseId, "close");
    shop.moveTo(at("17T09:00"));
    await move(caseId, "reopen");
    expect((await promises(caseId)).at(-1)).toEqual(["pending", at("17T09:15").toISOString()]);
    expect((await dossier(caseId)).record).toMatchObject({ status: "open", reopenedCount: 1 });
  });

  test("that runs out breaks the promise once, raises the priority, and is told in the timeline", async () => {
    const { caseId } = await open();
    shop.moveTo(new Date(at("16T11:00").getTime() - 1));
    await sweep(caseId);
    expect((await dossier(caseId)).record.priority).toBe("normal");
    shop.moveTo(at("16T11:00"));
    await sweep(caseId);
    await sweep(caseId);
    const late = await dossier(caseId);
    expect(late.record.priority).toBe("high");
    expect(late.firstReply.kind).toBe("breached");
    expect(late.timeline.filter(({ fact }) => fact.kind === "case" && fact.event === "first_reply_late")).toHaveLength(1);
    shop.moveTo(at("16T12:00"));
    await reply(caseId);
    expect(await promises(caseId)).toEqual([["breached", at("16T11:00").toISOString()]]);
    expect(await facts(caseId)).toMatchObject({ first_reply_seconds: 2 * 3600, first_reply_in_time: 0 });
  });

  test("is late too when the answer comes before the sweep has looked", async () => {
    const { caseId } = await open();
    shop.moveTo(new Date(MONDAY_TEN.getTime() + HOUR + MINUTE));
    await reply(caseId);
    expect((await promises(caseId)).map(([status]) => status)).toEqual(["breached"]);
    expect((await dossier(caseId)).record.priority).toBe("high");
    expect(await facts(caseId)).toMatchObject({ first_reply_in_time: 0 });
  });

  test("counts the first answer only", async () => {
    const { caseId } = await open();
    shop.moveTo(at("16T10:10"));
    await reply(caseId);
    await write(caseId, "again");
    shop.moveTo(at("16T16:00"));
    await reply(caseId);
    expect(await facts(caseId)).toMatchObject({ first_reply_seconds: 600, first_reply_in_time: 1 });
    expect(await promises(caseId)).toHaveLength(1);
    expect(await shop.tx((tx) => tx.insights.differences())).toEqual([]);
  });
});

function officeWeek() {
  const day = [{ from: "09:00", to: "18:00" }];
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] };
}
