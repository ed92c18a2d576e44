import { allowedEvents } from "#app/domain/returns/return-status.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { RefusedByShopify } from "./shopify-return.server.ts";
import { requestOf } from "./request-of.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

/** Shopify's own reasons. */
export const DECLINE_REASONS = ["FINAL_SALE", "RETURN_PERIOD_ENDED", "OTHER"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Shopify keeps at most this much. */
const DECLINE_NOTE_MAX = 500;

export interface DeclineRefused extends Refusal {
  /** An "other" reason needs words for the shopper. */
  readonly code: "note_required" | "note_too_long";
}

/**
 * Says no to a return that waits for staff, and to what was asked for together with it, with a reason the shopper is told. Refuses with `note_required`, `note_too_long`,
 * `return_unknown`, `not_allowed`, `changed_meanwhile` or `refused_by_shopify`.
 */
export async function declineReturn(
  ctx: ShopContext,
  { returnId, actor, reason, note }: StaffAction & { readonly reason: DeclineReason; readonly note: string },
): Promise<Result<StoredReturn, DeclineRefused | ReturnUnknown | MoveRefused | RefusedByShopify>> {
  const words = note.trim();
  if (reason === "OTHER" && words === "") return refuse({ code: "note_required" });
  if ([...words].length > DECLINE_NOTE_MAX) return refuse({ code: "note_too_long" });
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (!record) return refuse({ code: "return_unknown" });
  if (!allowedEvents(record.status, roleOf(actor)).includes("decline")) return refuse({ code: "not_allowed" });
  if (record.shopifyGid) {
    const declined = await ctx.shopify.returns.decline(record.shopifyGid, { reason, note: words });
    if (!declined.ok) return declined;
  }
  return ctx.transaction(async (tx) => {
    const change = { declineReason: reason, needsReview: false, ...(words ? { declineNote: words } : {}) };
    const moved = await moveReturn(tx, ctx, { record, event: "decline", actor, change, detail: { reason, note: words } });
    if (!moved.ok) return moved;
    const [main, ...others] = await requestOf(tx, record);
    for (const other of [main, ...others].filter(({ id, status }) => id !== returnId && status === "requested")) {
      await moveReturn(tx, ctx, { record: other, event: "decline", actor, change, detail: { reason, note: words } });
    }
    await tellShopper(tx, ctx, { record: main.id === returnId ? moved.value : { ...main, ...change }, news: "return_declined" });
    return moved;
  });
}
