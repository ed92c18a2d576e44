import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { HOUR, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DraftItem, ReturnDraft } from "./portal-records.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { carriedOn } from "./portal-access.server.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import { readOrderInPortal } from "./read-order-in-portal.server.ts";
import type { SelectionRefused } from "./read-selection.server.ts";
import { NO_OPTIONS, decideSelection, readEvidence } from "./read-selection.server.ts";
import type { OrderGone } from "./show-items.server.ts";

/** Drafts outlive the access that made them a little, so that a page that is still open finds its own. */
const DRAFT_HOURS = 2;

/**
 * Keeps what a shopper chose and answers with the access that carries it on. Nothing that was sent is trusted: lines, quantities and
 * reasons are checked against the order and the policy. `read` is the order if this very request has read it already. Refuses with `order_gone`, `invalid_selection`, `not_eligible` or
 * `photos_missing`.
 */
export async function chooseItems(
  ctx: ShopContext,
  access: PortalAccess,
  { items, read: known }: { readonly items: readonly DraftItem[]; readonly read?: OrderInPortal },
): Promise<Result<PortalAccess, OrderGone | SelectionRefused>> {
  const read = access.isFollowOnly ? undefined : (known ?? (await readOrderInPortal(ctx, access.orderGid, access.gift)));
  if (!read) return refuse({ code: "order_gone" });
  const plain = items.map((item) => ({ ...item, exchangeVariantGid: null }));
  const evidence = await ctx.transaction((tx) => readEvidence(tx, read, plain));
  const decided = decideSelection(read, { items: plain, options: NO_OPTIONS, evidence });
  if (!decided.ok) return decided;
  return ok(accessToDraft(access, await writeDraft(ctx, access, { items: plain, resolution: null })));
}

/** Stores the next draft. */
export async function writeDraft(
  ctx: ShopContext,
  { orderGid }: PortalAccess,
  { items, resolution }: Pick<ReturnDraft, "items" | "resolution">,
): Promise<ReturnDraft> {
  const createdAt = ctx.clock.now();
  const draft = { id: ctx.ids.next(), orderGid, items, resolution, createdAt, expiresAt: after(createdAt, DRAFT_HOURS * HOUR) };
  await ctx.transaction((tx) => tx.drafts.add(draft));
  return draft;
}

/** The access that leads on to a draft. */
export function accessToDraft(access: PortalAccess, draft: ReturnDraft): PortalAccess {
  return { ...carriedOn(access), orderGid: access.orderGid, draftId: draft.id };
}
