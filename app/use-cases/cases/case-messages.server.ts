import { addressHash } from "#app/use-cases/messages/unsubscribe.server.ts";
import { planMessage, type MessagePlan } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { askForScore } from "#app/use-cases/surveys/ask-for-score.server.ts";
import { answerLink } from "./answer-link.server.ts";
import type { CaseRecord } from "./ports.ts";

/** What customers know a case as. */
export function caseName({ number }: Pick<CaseRecord, "number">): string {
  return `#${number}`;
}

/** Tells the customer that their words arrived, under which number, and by when somebody answers. */
export async function planCaseOpened(
  tx: Repositories,
  ctx: ShopContext,
  { record, body }: { record: CaseRecord; body: string | null },
): Promise<void> {
  const replyBy = record.firstReplyDueAt && { moment: { at: record.firstReplyDueAt.toISOString(), zone: ctx.shop.timezone } };
  await plan(tx, ctx, {
    record,
    key: `case-opened:${record.id}`,
    template: "case_opened",
    variables: { question: body ?? record.subject, reply_by: replyBy },
  });
}

/** Sends what staff wrote. */
export async function planCaseReply(
  tx: Repositories,
  ctx: ShopContext,
  { record, key, text, staffName }: { record: CaseRecord; key: string; text: string; staffName: string },
): Promise<void> {
  const question = (await tx.cases.events(record.id)).findLast(({ actor, body }) => actor === "customer" && body !== null)?.body ?? null;
  await plan(tx, ctx, { record, key, template: "case_reply", variables: { reply: text, question, staff_name: staffName } });
}

/** Asks how it was, each time that a case is closed which somebody answered. Nobody is thanked for a question that got no answer. */
export async function planCaseClosed(tx: Repositories, ctx: ShopContext, record: CaseRecord): Promise<void> {
  const reply = (await tx.cases.events(record.id)).findLast(({ kind }) => kind === "replied");
  if (!reply || !record.email) return;
  const survey = await askForScore(tx, ctx, {
    touchpoint: "case_closed",
    subject: `${record.id}:${record.reopenedCount}`,
    caseId: record.id,
    orderGid: record.orderGid ?? undefined,
    returnId: record.returnId ?? undefined,
    customerGid: record.customerGid ?? undefined,
    email: record.email,
    locale: record.locale,
    hasUnsubscribed: await tx.messages.hasUnsubscribed(addressHash(ctx, record.email)),
  });
  if (survey === undefined) return;
  const staffName = typeof reply.detail["staffName"] === "string" ? reply.detail["staffName"] : null;
  const key = `case-closed:${record.id}:${record.reopenedCount}`;
  await plan(tx, ctx, {
    record,
    key,
    template: "case_closed",
    variables: { reply: reply.body, staff_name: staffName, survey: { survey } },
  });
}

interface CaseMail extends Pick<MessagePlan, "key" | "template" | "variables"> {
  readonly record: CaseRecord;
}

async function plan(tx: Repositories, ctx: ShopContext, { record, variables, ...mail }: CaseMail): Promise<void> {
  await planMessage(tx, ctx, {
    ...mail,
    to: { address: record.email, customerGid: record.customerGid, name: record.customerName, locale: record.locale },
    orderGid: record.orderGid,
    orderName: record.orderName,
    caseId: record.id,
    returnId: record.returnId,
    variables: { case_name: caseName(record), status_url: await answerLink(ctx, record.id), ...variables },
  });
}
