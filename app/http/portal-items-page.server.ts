import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { ItemsPage } from "#app/ui/portal/view-models.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { carriedOn } from "#app/use-cases/returns/portal-access.server.ts";
import { offersGifts } from "#app/use-cases/gifts/gift-code.server.ts";
import { showItems } from "#app/use-cases/returns/show-items.server.ts";
import { changeCard } from "./portal-change-card.server.ts";
import { itemsPage } from "./portal-items-view.server.ts";
import { jointProgress } from "./portal-joint-view.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";

/** The items of the order that the access opens. */
export async function showItemsStep(call: PortalCall, errors: readonly FieldError[] = []): Promise<PortalAnswer> {
  const { ctx, access, locale } = call;
  if (!access || access.isFollowOnly) return message("link-expired", 403);
  const shown = await showItems(ctx, access);
  if (!shown.ok) return message("not-found", 404);
  const change = access.gift ? undefined : await changeCard(ctx, access.orderGid, shown.value.items);
  const canGive = !access.gift && (await offersGifts(ctx));
  const page = await itemsPage({ ctx, locale, shown: shown.value, change, canGive, errors, ...(await waysOn(call)) });
  return { page, access: withoutReturn(access), at: "items" };
}

/** Where the visitor is among several orders, and whether there may be others of theirs. */
export async function waysOn({ ctx, access, identity }: PortalCall): Promise<Pick<ItemsPage, "joint" | "canJoin">> {
  const joint = await jointProgress(ctx, access);
  return { ...(joint ? { joint } : {}), canJoin: canJoin({ access, identity }) };
}

/** Whether the visitor has shown more than to know one order. */
export function canJoin({ access, identity }: Pick<PortalCall, "access" | "identity">): boolean {
  return !access?.gift && (identity.customerGid !== undefined || access?.mailKey !== undefined);
}

/** The items page begins a return; one that the visitor looked at before is left behind. */
export function withoutReturn(access: PortalAccess): PortalAccess {
  const { orderGid, draftId } = access;
  return { ...carriedOn(access), orderGid, ...(draftId ? { draftId } : {}) };
}
