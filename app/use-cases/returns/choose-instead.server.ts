import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { INSTEAD_OF_REPAIR } from "#app/domain/returns/after-repair.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import { allocate, sum } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import { beyondRepair, insteadOfRepair } from "./instead-of-repair.server.ts";
import { saveStage } from "./move-repair.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn } from "./move-return.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { StoredReturn } from "./ports.ts";
import { findReturn } from "./read-status.server.ts";
import { requestOf } from "./request-of.server.ts";

export interface InsteadUnavailable extends Refusal {
  /** The policy did not offer it, or it cannot be had (any more). */
  readonly code: "resolution_unavailable";
}

type InsteadRefused = ReturnUnknown | MoveRefused | InsteadUnavailable;

/**
 * Makes something else of a repair that failed: from then on it is a return that was looked at and waits to be paid, by the terms of its
 * rule without any fee. Refuses with `return_unknown`, `resolution_unavailable`, `not_allowed` or `changed_meanwhile`.
 */
export async function chooseInstead(
  ctx: ShopContext,
  { returnId, actor, kind }: StaffAction & { readonly kind: string },
): Promise<Result<StoredReturn, InsteadRefused>> {
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (!record) return refuse({ code: "return_unknown" });
  const quote = (await insteadOfRepair(ctx, record, actor === "shopper" ? "shopper" : "staff")).find(
    ({ resolution }) => resolution === kind,
  );
  const chosen: ResolutionKind | undefined = INSTEAD_OF_REPAIR.find((one) => one === kind);
  if (!quote || !chosen) return refuse({ code: "resolution_unavailable" });
  return ctx.transaction(async (tx) => {
    const { lines } = beyondRepair(record);
    const staged = await saveStage(tx, ctx, {
      ...{ record, actor, event: "choose_instead", change: {} },
      also: { resolution: chosen, quote, lines: withAmounts(lines, quote) },
    });
    if (!staged.ok) return staged;
    const moved = await moveReturn(tx, ctx, { record: staged.value, event: "inspect", actor: "system" });
    if (!moved.ok) throw new Error(`A repair that became something else cannot go on: ${moved.error.code}`);
    await countReturnedUnits(tx, moved.value);
    return moved;
  });
}

/** The same for the shopper whose page leads to the request. Refuses as `chooseInstead` does. */
export async function chooseInsteadAsShopper(
  ctx: ShopContext,
  access: PortalAccess,
  { kind }: { readonly kind: string },
): Promise<Result<StoredReturn, InsteadRefused>> {
  const repair = await ctx.transaction(async (tx) => {
    const main = await findReturn(tx, access);
    return main ? (await requestOf(tx, main)).find((one) => isRepair(one)) : undefined;
  });
  if (!repair) return refuse({ code: "return_unknown" });
  return chooseInstead(ctx, { returnId: repair.id, actor: "shopper", kind });
}

/** What was paid for the units of each line, of which nothing was said while it was a repair. */
function withAmounts(lines: StoredReturn["lines"], { parts, total }: ResolutionQuote): StoredReturn["lines"] {
  const byLine = Map.groupBy(lines, ({ lineGid }) => lineGid);
  return [...byLine].flatMap(([lineGid, alike]) => {
    const own = parts.filter((part) => part.lineGid === lineGid && (part.kind === "goods" || part.kind === "tax"));
    const paid = sum(
      own.map(({ amount }) => amount.presentment),
      total.presentment.currency,
    );
    const shares = allocate(
      paid,
      alike.map(({ receivedQuantity }) => receivedQuantity),
    );
    return alike.map((line, index) => ({ ...line, amount: shares[index] ?? line.amount }));
  });
}
