import type { HelpTopic } from "#app/domain/help/solution-cards.ts";
import { caseTypeOf } from "#app/domain/help/solution-cards.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after } from "#app/domain/shared/time.ts";
import type { NewCase } from "#app/use-cases/cases/open-case.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { noteHelp } from "#app/use-cases/help/note-help.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { OrderGone } from "./show-items.server.ts";
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

export interface Question {
  readonly question: string;
  /** What it is about, as chosen after reading the cards; absent where there were none to read. */
  readonly topic?: HelpTopic | "other";
}

/**
 * Puts a shopper's question about a return or an order before staff, as a case or in the one that is open about the order. The same
 * question sent twice is one. Refuses with `question_required`, `question_too_long`, `return_unknown`, `order_gone` or `too_many_tries`.
 */
export async function askQuestion(
  ctx: ShopContext,
  access: PortalAccess,
  { question, topic }: Question,
): Promise<Result<{ readonly caseId: string }, QuestionRefused | ReturnUnknown | OrderGone | TooManyTries>> {
  const body = question.trim();
  if (body === "") return refuse({ code: "question_required" });
  if ([...body].length > QUESTION_MAX) return refuse({ code: "question_too_long" });
  const key = `ask:${ctx.shop.shopId}:${access.returnId ?? access.orderGid}`;
  const { allowed, retryAfterSeconds } = await ctx.throttle.take(key, PER_RETURN.limit, PER_RETURN.seconds);
  if (!allowed) return refuse({ code: "too_many_tries", retryAt: after(ctx.clock.now(), retryAfterSeconds * 1000) });
  const about = topic === "other" ? undefined : topic;
  const asker = await askerOf(ctx, access);
  if (!asker) return refuse({ code: access.returnId ? "return_unknown" : "order_gone" });
  return ctx.transaction(async (tx) => {
    const { caseId } = await openCase(tx, ctx, {
      key: `question:${asker.returnId ?? asker.orderGid}:${ctx.secrets.digest("question", body).slice(0, 32)}`,
      type: about ? caseTypeOf(about) : "question",
      topic: about,
      subject: body.split("\n")[0] ?? "",
      body,
      ...asker,
    });
    if (topic) await noteHelp(tx, ctx, { orderGid: asker.orderGid, topic, isSolved: false });
    return ok({ caseId });
  });
}

/** Whose question it is: of the return that is followed, else of the order that was looked up. */
async function askerOf(ctx: ShopContext, access: PortalAccess): Promise<Asker | undefined> {
  const { orderGid, returnId, isFollowOnly } = access;
  const record = returnId ? await ctx.transaction((tx) => findReturn(tx, access)) : undefined;
  if (record) {
    const { id, orderName, customerGid, customerName, email, locale } = record;
    return { orderGid, orderName, returnId: id, customerGid, customerName, email, locale };
  }
  if (returnId || isFollowOnly) return undefined;
  const found = await ctx.shopify.returns.readOrder(orderGid);
  if (!found) return undefined;
  const { order, customerName, email } = found;
  return { orderGid, orderName: order.name, customerGid: order.customer?.gid, customerName, email, locale: access.locale };
}

type Asker = Pick<NewCase, "orderName" | "returnId" | "customerGid" | "customerName" | "email" | "locale"> & {
  readonly orderGid: OrderGid;
};
