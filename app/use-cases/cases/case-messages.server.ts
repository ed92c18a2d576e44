import { planMessage, type MessagePlan } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { answerLink } from "./answer-link.server.ts";
import type { CaseRecord } from "./ports.ts";

/** What customers know a case as. */
function caseName({ number }: Pick<CaseRecord, "number">): string {
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
  { record, key, text, staffName }: { record: CaseRecord; key: string; text: string; staffName: string | null },
): Promise<void> {
  const question = (await tx.cases.events(record.id)).findLast(({ actor, body }) => actor === "customer" && body !== null)?.body ?? null;
  await plan(tx, ctx, { record, key, template: "case_reply", variables: { reply: text, question, staff_name: staffName } });
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
