import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after } from "#app/domain/shared/time.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { findReturn } from "./read-status.server.ts";
import type { TooManyTries } from "./start-login.server.ts";

/** Longest question. */
export const QUESTION_MAX = 2_000;

const PER_RETURN = { limit: 10, seconds: 3_600 };

export interface QuestionRefused extends Refusal {
  readonly code: "question_required" | "question_too_long";
}

/**
 * Puts a shopper's question about a return before staff, as a case or in the one that is open about the order. The same question sent
 * twice is one. Refuses with `question_required`, `question_too_long`, `return_unknown` or `too_many_tries`.
 */
export async function askQuestion(
  ctx: ShopContext,
  access: PortalAccess,
  { question }: { readonly question: string },
): Promise<Result<{ readonly caseId: string }, QuestionRefused | ReturnUnknown | TooManyTries>> {
  const body = question.trim();
  if (body === "") return refuse({ code: "question_required" });
  if ([...body].length > QUESTION_MAX) return refuse({ code: "question_too_long" });
  const key = `ask:${ctx.shop.shopId}:${access.returnId ?? ""}`;
  const { allowed, retryAfterSeconds } = await ctx.throttle.take(key, PER_RETURN.limit, PER_RETURN.seconds);
  if (!allowed) return refuse({ code: "too_many_tries", retryAt: after(ctx.clock.now(), retryAfterSeconds * 1000) });
  return ctx.transaction(async (tx) => {
    const record = await findReturn(tx, access);
    if (!record) return refuse({ code: "return_unknown" });
    const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale } = record;
    const { caseId } = await openCase(tx, ctx, {
      key: `question:${returnId}:${ctx.secrets.digest("question", body).slice(0, 32)}`,
      type: "question",
      subject: body.split("\n")[0] ?? "",
      body,
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
    return ok({ caseId });
  });
}
