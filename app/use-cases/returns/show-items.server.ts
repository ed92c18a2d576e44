import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import { offeredItems } from "#app/domain/returns/offered-items.ts";
import type { BrokenDelivery, SuggestedReason } from "#app/domain/returns/suggest-reason.ts";
import { suggestReason } from "#app/domain/returns/suggest-reason.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
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
  /** By line: the reason that the order itself gives. */
  readonly suggested: ReadonlyMap<string, SuggestedReason>;
}

/** The items of an order, each with the reasons for which it may come back, or why it may not. Refuses with `order_gone`. */
export async function showItems(ctx: ShopContext, access: PortalAccess): Promise<Result<ItemsShown, OrderGone>> {
  const read = access.isFollowOnly ? undefined : await readOrderInPortal(ctx, access.orderGid, access.gift);
  if (!read) return refuse({ code: "order_gone" });
  const { draft, evidence, broken } = await ctx.transaction(async (tx) => {
    const found = access.draftId ? await tx.drafts.find(access.draftId) : undefined;
    const own = found?.orderGid === access.orderGid ? found : undefined;
    const photos = own?.items.flatMap((item) => item.evidence) ?? [];
    const broken = await brokenDeliveries(tx, access);
    return { draft: own, broken, evidence: photos.length > 0 ? await tx.evidence.unattached(access.orderGid, photos) : [] };
  });
  const { order } = read.context;
  const items = offeredItems(read.context);
  return ok({
    read,
    orderName: order.name,
    placedAt: order.processedAt,
    items,
    suggested: suggestions(items, broken),
    // A gift's return is its receiver's alone, who follows it by mail.
    returns: access.gift ? [] : read.own.filter(({ giftId }) => !giftId),
    draft,
    evidence,
  });
}

async function brokenDeliveries(tx: Repositories, { orderGid }: PortalAccess): Promise<BrokenDelivery[]> {
  const promises = await tx.promises.ofOrder(orderGid);
  return promises.flatMap(({ kind, status, subject, promisedOn, zone }) =>
    kind === "delivered_by" && status === "breached" && promisedOn ? [{ subject, promisedOn, zone }] : [],
  );
}

function suggestions(items: readonly OfferedItem[], broken: readonly BrokenDelivery[]): Map<string, SuggestedReason> {
  const found = items.flatMap(({ line, reasons }) => {
    const offered = reasons.map(({ code }) => code);
    const suggested = suggestReason(line.parcels, broken, offered);
    return suggested ? [[line.gid, suggested] as const] : [];
  });
  return new Map(found);
}
