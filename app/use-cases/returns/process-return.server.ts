import { awaitsChoice } from "#app/domain/returns/regrade.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";

export interface ChoiceMissing extends Refusal {
  /** The goods' condition makes the terms worse, and staff have not chosen which count. */
  readonly code: "condition_choice";
}

export interface NotOpenYet extends Refusal {
  /** Shopify does not have the return yet, so there is nothing to settle there. */
  readonly code: "not_open_yet";
}

/**
 * Has a return settled: goods booked in, exchange sent out, money paid. A job does it and checks our figure against Shopify's first; when
 * they disagree it stops with the error `disagreement`. Staff who have looked at both may then give Shopify's figure as `accepted`, in the
 * customer's currency: that is what is paid, if it is still what Shopify says. Refuses with `return_unknown`, `not_open_yet`, `condition_choice`, `not_allowed`
 * or `changed_meanwhile`.
 */
export async function processReturn(
  ctx: ShopContext,
  { returnId, actor, accepted }: StaffAction & { readonly accepted?: Money },
): Promise<Result<StoredReturn, ChoiceMissing | NotOpenYet | ReturnUnknown | MoveRefused>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return refuse({ code: "return_unknown" });
    if (!record.shopifyGid) return refuse({ code: "not_open_yet" });
    if (awaitsChoice(record)) return refuse({ code: "condition_choice" });
    const detail = accepted ? { accepted } : {};
    const moved = await moveReturn(tx, ctx, { record, event: "start_processing", actor, detail, change: { errorCode: undefined } });
    if (moved.ok) await tx.outbox.send("process-return", { returnId });
    return moved;
  });
}
