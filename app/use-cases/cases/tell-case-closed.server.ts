import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { answerLink } from "./answer-link.server.ts";
import type { CaseRecord } from "./ports.ts";

/**
 * Tells the playbooks that a case was closed, so that its customer is asked how it was, each time it is closed. Nobody is thanked for a
 * question that got no answer.
 */
export async function tellCaseClosed(tx: Repositories, ctx: ShopContext, record: CaseRecord): Promise<void> {
  const reply = (await tx.cases.events(record.id)).findLast(({ kind }) => kind === "replied");
  if (!reply || !record.email) return;
  const staffName = typeof reply.detail["staffName"] === "string" ? reply.detail["staffName"] : null;
  await noteEvent(tx, ctx, {
    name: "case_closed",
    subject: `${record.id}:${record.reopenedCount}`,
    about: {
      caseId: record.id,
      address: record.email,
      locale: record.locale,
      ...(record.orderGid ? { orderGid: record.orderGid } : {}),
      ...(record.orderName ? { orderName: record.orderName } : {}),
      ...(record.returnId ? { returnId: record.returnId } : {}),
      ...(record.customerGid ? { customerGid: record.customerGid } : {}),
      ...(record.customerName ? { customerName: record.customerName } : {}),
      variables: {
        case_name: `#${record.number}`,
        status_url: await answerLink(ctx, record.id),
        reply: reply.body,
        staff_name: staffName,
      },
    },
  });
}
