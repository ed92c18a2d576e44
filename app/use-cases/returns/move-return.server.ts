import type { ReturnActor, ReturnEvent } from "#app/domain/returns/return-status.ts";
import { transition } from "#app/domain/returns/return-status.ts";
import { eventsFor, isRepair } from "#app/domain/returns/return.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { giveBackLabels } from "#app/use-cases/labels/give-back-label.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";
import { wantStock } from "./want-stock.server.ts";

/** What happens to a return, who makes it happen, and what else changes with it. */
export interface Move {
  readonly event: ReturnEvent;
  /** "shopper", "system" or "staff:{id}". */
  readonly actor: string;
  readonly change?: Partial<StoredReturn>;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface MoveRefused extends Refusal {
  /** `not_allowed`: the status table has no such step for this actor; `changed_meanwhile`: somebody else changed the return. */
  readonly code: "not_allowed" | "changed_meanwhile";
}

/**
 * The only way a return's status changes: by the table, by somebody who may, over the version that was read, with its line of history
 * in the same transaction. With its goods a repair begins. Labels of one that nothing is sent for any more are given
 * back, and goods for an exchange are kept or let go. Answers the return as it is now.
 */
export async function moveReturn(
  tx: Repositories,
  ctx: Pick<ShopContext, "clock" | "ids">,
  { record, event, actor, change, detail }: Move & { readonly record: StoredReturn },
): Promise<Result<StoredReturn, MoveRefused>> {
  const next = transition(record.status, event);
  if (!next.ok || !eventsFor(record, roleOf(actor)).includes(event)) return refuse({ code: "not_allowed" });
  const at = ctx.clock.now();
  const arrived = event === "receive" && isRepair(record) ? { repair: { stage: "diagnosis", isMended: false } as const } : {};
  const moved: StoredReturn = { ...record, ...arrived, ...change, status: next.value, updatedAt: at };
  if (!(await tx.returns.save(moved))) return refuse({ code: "changed_meanwhile" });
  const statuses = { fromStatus: record.status, toStatus: next.value };
  await tx.returns.addEvent({ id: ctx.ids.next(), returnId: record.id, event, ...statuses, actor, at, detail: detail ?? {} });
  await giveBackLabels(tx, ctx, moved);
  await wantStock(tx, ctx, { record: moved, event });
  return ok({ ...moved, version: record.version + 1 });
}

/** Which actor of the status table somebody is. */
export function roleOf(actor: string): ReturnActor {
  if (actor === "shopper" || actor === "system") return actor;
  return "staff";
}
