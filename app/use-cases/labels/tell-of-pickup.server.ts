import type { TemplateKey } from "#app/domain/messages/template.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink } from "#app/use-cases/returns/portal-access.server.ts";
import type { ParcelPickup } from "./carrier-ports.server.ts";

/** Tells the shopper that a parcel is collected, or is not any more, once each; part of the caller's transaction. */
export async function tellOfPickup(
  tx: Repositories,
  ctx: ShopContext,
  { pickup, news }: { readonly pickup: ParcelPickup; readonly news: Extract<TemplateKey, "pickup_booked" | "pickup_cancelled"> },
): Promise<void> {
  const record = await tx.returns.find(pickup.returnId);
  if (!record) return;
  const { id: returnId, name, orderGid, orderName, locale, email, customerGid, customerName } = record;
  await planMessage(tx, ctx, {
    key: `${news}:${pickup.id}`,
    template: news,
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    ...{ orderGid, orderName, returnId },
    variables: {
      return_name: name,
      carrier: pickup.carrier ?? null,
      pickup_on: { date: pickup.date },
      // The clock hours of the place, which are written the same in every language of the mails.
      pickup_hours: `${pickup.fromHour}:00 – ${pickup.toHour}:00`,
      confirmation: pickup.confirmation ?? null,
      status_url: await followLink(ctx, record),
    },
  });
}
