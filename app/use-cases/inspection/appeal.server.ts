import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { QUESTION_MAX, type QuestionRefused } from "#app/use-cases/returns/ask-question.server.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { findReturn } from "#app/use-cases/returns/read-status.server.ts";

export interface NothingToAppeal extends Refusal {
  /** Nobody has judged the goods. */
  readonly code: "not_inspected";
}

/**
 * A shopper sees the goods' condition differently: their words become a case about the return, or go on in the one that is open, and a
 * person decides. The same words twice are one appeal. Refuses with `question_required`, `question_too_long`, `return_unknown` or
 * `not_inspected`.
 */
export async function appealInspection(
  ctx: ShopContext,
  access: PortalAccess,
  { words }: { readonly words: string },
): Promise<Result<{ readonly caseId: string }, QuestionRefused | ReturnUnknown | NothingToAppeal>> {
  const body = words.trim();
  if (body === "") return refuse({ code: "question_required" });
  if ([...body].length > QUESTION_MAX) return refuse({ code: "question_too_long" });
  return ctx.transaction(async (tx) => {
    const record = await findReturn(tx, access);
    if (!record) return refuse({ code: "return_unknown" });
    if (!record.lines.some(({ findings }) => findings)) return refuse({ code: "not_inspected" });
    const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale } = record;
    const { caseId } = await openCase(tx, ctx, {
      key: `appeal:${returnId}:${ctx.secrets.digest("appeal", body).slice(0, 32)}`,
      type: "return",
      subject: body.split("\n")[0] ?? "",
      body,
      detail: { appeal: true, lines: record.lines.map(({ title, findings }) => ({ title, findings: findings ?? [] })) },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
    return ok({ caseId });
  });
}
