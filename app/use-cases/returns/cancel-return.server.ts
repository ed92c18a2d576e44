import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { allowedEvents } from "#app/domain/returns/return-status.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import { jointReturns } from "./joint-return.server.ts";
import { askedWith } from "./request-of.server.ts";

export interface ReturnUnknown extends Refusal {
  /** It does not exist, or belongs to another shop or order. */
  readonly code: "return_unknown";
}

export interface CannotCancel extends Refusal {
  /** Shopify has it processed or paid already. */
  readonly code: "too_late";
}

type CancelRefused = ReturnUnknown | CannotCancel | MoveRefused;

interface Cancelling {
  readonly returnId: string;
  readonly actor: string;
  /** The returns of other orders that come in the same parcel are taken back too, as far as that is still possible. */
  readonly withJoined?: boolean;
}

/**
 * Takes a return back, here and in Shopify, as long as nothing was sent (shopper) or settled (staff). Nothing is paid. What
 * was asked for together with it goes with it unless it is paid. Refuses with
 * `return_unknown`, `not_allowed`, `too_late` or `changed_meanwhile`.
 */
export async function cancelReturn(ctx: ShopContext, input: Cancelling): Promise<Result<StoredReturn, CancelRefused>> {
  const cancelled = await cancelRequest(ctx, input);
  if (!cancelled.ok || !input.withJoined) return cancelled;
  const joined = await ctx.transaction((tx) => jointReturns(tx, cancelled.value));
  for (const { id, status } of joined) {
    if (id !== cancelled.value.id && allowedEvents(status, roleOf(input.actor)).includes("cancel")) {
      await cancelRequest(ctx, { ...input, returnId: id });
    }
  }
  return cancelled;
}

/** The return of one order, with what was asked for together with it. */
async function cancelRequest(ctx: ShopContext, input: Cancelling): Promise<Result<StoredReturn, CancelRefused>> {
  const cancelled = await cancelOne(ctx, input);
  if (!cancelled.ok) return cancelled;
  const others = await ctx.transaction((tx) => askedWith(tx, cancelled.value));
  for (const { id, status } of others) {
    // What is paid already stays as it is, and so does what cannot be taken back any more.
    if (allowedEvents(status, roleOf(input.actor)).includes("cancel")) await cancelOne(ctx, { ...input, returnId: id });
  }
  return cancelled;
}

async function cancelOne(ctx: ShopContext, input: Cancelling): Promise<Result<StoredReturn, CancelRefused>> {
  const record = await ctx.transaction((tx) => tx.returns.find(input.returnId));
  if (!record) return refuse({ code: "return_unknown" });
  if (!allowedEvents(record.status, roleOf(input.actor)).includes("cancel")) return refuse({ code: "not_allowed" });
  if (record.shopifyGid) {
    const inShopify = await ctx.shopify.returns.read(record.shopifyGid);
    // A request that Shopify itself made cannot be cancelled there, only declined.
    const refused =
      inShopify?.status === "requested"
        ? await ctx.shopify.returns.decline(record.shopifyGid, { reason: "OTHER", note: "" })
        : await ctx.shopify.returns.cancel(record.shopifyGid);
    if (!refused.ok) return refuse({ code: "too_late" });
  }
  return ctx.transaction(async (tx) => {
    const moved = await moveReturn(tx, ctx, { record, event: "cancel", actor: input.actor });
    if (moved.ok) await countReturnedUnits(tx, moved.value);
    return moved;
  });
}
