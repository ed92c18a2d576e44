import type { CaseStatus } from "#app/domain/cases/case-status.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Brand } from "#app/domain/shops/brand.ts";
import { isGiftsReturn } from "#app/use-cases/gifts/is-gift.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { noteCustomerWrote } from "./note-customer-wrote.server.ts";

/** What a customer reads of their own case: what was written to and fro, and nothing of what staff note. */
export interface CustomerConversation {
  readonly number: number;
  readonly status: CaseStatus;
  readonly orderName: string | null;
  readonly locale: string;
  readonly brand: Brand;
  readonly turns: readonly { readonly isFromShop: boolean; readonly name: string | null; readonly at: Date; readonly body: string }[];
}

/** Reads a conversation for the customer's own page. Refuses `not_found`. */
export async function readConversation(ctx: ShopContext, caseId: string): Promise<Result<CustomerConversation, { code: "not_found" }>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.find(caseId);
    if (!record) return refuse({ code: "not_found" });
    const events = await tx.cases.events(record.id);
    const turns = events.flatMap(({ kind, actor, at, body, detail }) => {
      if (body === null || (kind !== "replied" && actor !== "customer")) return [];
      const name = typeof detail["staffName"] === "string" ? detail["staffName"] : null;
      return [{ isFromShop: kind === "replied", name, at, body }];
    });
    const { number, status, locale, returnId } = record;
    const orderName = (await isGiftsReturn(tx, returnId)) ? null : record.orderName;
    return ok({ number, status, orderName, locale, brand: await readSetting(tx, ctx.shop, "brand"), turns });
  });
}

export interface CustomerAnswer {
  readonly caseId: string;
  /** Unique per form that was shown: sent twice, it counts once. */
  readonly formKey: string;
  readonly text: string;
}

export type AnswerCaseRefusal = { readonly code: "not_found" | "empty_text" | "text_too_long" | "too_many" };

export const LONGEST_ANSWER = 5_000;
const PER_HOUR = 20;

/** Takes what a customer wrote on their case's page: a waiting or closed case is open again. Refuses `empty_text`, `text_too_long`, `too_many` (20 in an hour), `not_found`. */
export async function answerCase(ctx: ShopContext, { caseId, formKey, text }: CustomerAnswer): Promise<Result<null, AnswerCaseRefusal>> {
  const body = plainText(text);
  if (body === "") return refuse({ code: "empty_text" });
  if (body.length > LONGEST_ANSWER) return refuse({ code: "text_too_long" });
  if (!(await ctx.throttle.take(`case-answer:${caseId}`, PER_HOUR, 3_600)).allowed) return refuse({ code: "too_many" });
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (!record) return refuse({ code: "not_found" });
    await noteCustomerWrote(tx, ctx, { record, key: `answer:${formKey}`, body });
    return ok(null);
  });
}
