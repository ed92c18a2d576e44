import { LONGEST_REPLY } from "#app/domain/cases/case.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { refuse, type Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { assign } from "./assign-case.server.ts";
import { planCaseReply } from "./case-messages.server.ts";
import { changeCase } from "./change-case.server.ts";
import type { CaseRecord } from "./ports.ts";
import { registerStaff } from "./staff-register.server.ts";
import { workOnCase, type CaseAtHand, type CaseUnavailable } from "./work-on-case.server.ts";

export interface CaseReply extends CaseAtHand {
  readonly text: string;
  readonly staffId: string;
  /** What the customer reads under the answer; remembered for the next one. */
  readonly staffName?: string;
}

export type ReplyRefusal =
  | CaseUnavailable
  | IllegalTransition
  | { readonly code: "empty_text" }
  | { readonly code: "text_too_long"; readonly longest: number }
  | { readonly code: "no_address" };

/**
 * Answers the customer by mail: the mail is planned, the words stand in the history, the case waits for the customer, and the first answer
 * stops the clock. A case that nobody owns belongs to who answers it. Refuses `empty_text`, `text_too_long`, `no_address`, and what a case
 * at hand refuses; a closed case takes no reply.
 */
export async function replyToCase(ctx: ShopContext, reply: CaseReply): Promise<Result<CaseRecord, ReplyRefusal>> {
  const text = plainText(reply.text);
  if (text === "") return refuse({ code: "empty_text" });
  if (text.length > LONGEST_REPLY) return refuse({ code: "text_too_long", longest: LONGEST_REPLY });
  return workOnCase<CaseRecord, ReplyRefusal>(ctx, reply, async (tx, found) => {
    if (!found.email) return refuse({ code: "no_address" });
    const at = ctx.clock.now();
    const actor = `staff:${reply.staffId}`;
    const staff = await registerStaff(tx, { id: reply.staffId, at, ...(reply.staffName === undefined ? {} : { name: reply.staffName }) });
    const owned = found.ownerId === null ? await assign(tx, ctx, { record: found, ownerId: reply.staffId, actor }) : found;
    const name = staff.name || (await readSetting(tx, ctx.shop, "brand")).name;
    const key = `case-reply:${ctx.ids.next()}`;
    const detail = { message: key, staffName: name };
    const changed = await changeCase(tx, ctx, { record: owned, step: { event: "reply", kind: "replied", actor, body: text, detail } });
    if (changed.ok) await planCaseReply(tx, ctx, { record: changed.value, key, text, staffName: staff.name || null });
    return changed;
  });
}
