import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import { offeredItems } from "#app/domain/returns/offered-items.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { EvidenceHead, ReturnDraft } from "./portal-records.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import { readOrderInPortal } from "./read-order-in-portal.server.ts";

/** The order is gone, or the access does not reach it. */
export interface OrderGone extends Refusal {
  readonly code: "order_gone";
}

/** What the page on which items are chosen knows. */
export interface ItemsShown {
  readonly read: OrderInPortal;
  readonly orderName: string;
  readonly placedAt: Date;
  /** In the order's own order. */
  readonly items: readonly OfferedItem[];
  /** Returns of this order that can be followed. */
  readonly returns: readonly StoredReturn[];
  /** What was chosen before, when the visitor came back to change it. */
  readonly draft: ReturnDraft | undefined;
  readonly evidence: readonly EvidenceHead[];
}

/** The items of an order, each with the reasons for which it may come back, or why it may not. Refuses with `order_gone`. */
export async function showItems(ctx: ShopContext, access: PortalAccess): Promise<Result<ItemsShown, OrderGone>> {
  const read = access.isFollowOnly ? undefined : await readOrderInPortal(ctx, access.orderGid);
  if (!read) return refuse({ code: "order_gone" });
  const { draft, evidence } = await ctx.transaction(async (tx) => {
    const found = access.draftId ? await tx.drafts.find(access.draftId) : undefined;
    const own = found?.orderGid === access.orderGid ? found : undefined;
    const photos = own?.items.flatMap((item) => item.evidence) ?? [];
    return { draft: own, evidence: photos.length > 0 ? await tx.evidence.unattached(access.orderGid, photos) : [] };
  });
  const { order } = read.context;
  return ok({
    read,
    orderName: order.name,
    placedAt: order.processedAt,
    items: offeredItems(read.context),
    returns: read.own,
    draft,
    evidence,
  });
}
