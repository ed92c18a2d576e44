import type { ChangeCard } from "#app/ui/portal/order-change-views.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import type { OrderChangeRecord } from "#app/use-cases/order-changes/ports.ts";
import { offersOrderChanges, readOrderChanges } from "#app/use-cases/order-changes/read-order-changes.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { momentIn } from "./portal-moments.server.ts";

/** What can be done about an order of which nothing was sent; undefined costs no question to Shopify where nothing is offered. */
export async function changeCard(ctx: ShopContext, orderGid: OrderGid, items: readonly OfferedItem[]): Promise<ChangeCard | undefined> {
  if (items.some(({ line }) => line.parcels.length > 0) || !(await offersOrderChanges(ctx))) return undefined;
  const shown = await readOrderChanges(ctx, orderGid);
  if (!shown) return undefined;
  const { cancel, address } = shown.offers;
  const known = shown.changes.findLast(({ kind }) => kind === "cancel");
  const until = (at: Date | null) => at && momentIn(ctx, at);
  const state = known && stateOf(known);
  const card: ChangeCard = {
    ...(cancel.ok && !known ? { cancel: { until: until(cancel.value.until) } } : {}),
    ...(address.ok && known?.status !== "sending" ? { address: { until: until(address.value.until) } } : {}),
    ...(state ? { state } : {}),
  };
  return Object.keys(card).length > 0 ? card : undefined;
}

function stateOf({ status, problem }: OrderChangeRecord): ChangeCard["state"] {
  if (status === "done") return "cancelled";
  if (status === "sending") return "cancelling";
  return problem === "refused" || problem === "gone" ? "with-staff" : undefined;
}
