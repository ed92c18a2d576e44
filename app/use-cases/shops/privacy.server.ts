import { z } from "zod";
import type { InboxItem } from "#app/use-cases/inbox/ports.ts";
import { gidOf, parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PrivacyRequest } from "./ports.ts";

const id = z.union([z.string(), z.number()]);
const privacyPayload = z.object({
  customer: z.object({ id, email: z.string().nullish(), phone: z.string().nullish() }).nullish(),
  orders_requested: z.array(id).nullish(),
  orders_to_redact: z.array(id).nullish(),
});

const KINDS: Readonly<Record<string, PrivacyRequest["kind"]>> = {
  "customers/data_request": "data_request",
  "customers/redact": "customer_redact",
  "shop/redact": "shop_redact",
};

/**
 * Answers one of the three privacy webhooks at once: exports what is stored of a customer, erases what names a customer, or erases
 * every row of the shop. Doing it twice gives the same end.
 */
export async function receivePrivacyRequest(ctx: ShopContext, item: InboxItem): Promise<void> {
  const kind = KINDS[item.topic];
  if (!kind) throw new Error(`Not a privacy topic: ${item.topic}`);
  if (kind === "shop_redact") return ctx.transaction((tx) => tx.privacy.eraseShop());
  const payload = privacyPayload.parse(parseShopifyJson(item.payload));
  const subject = {
    customerGid: gidOf("Customer", payload.customer?.id),
    email: payload.customer?.email ?? undefined,
    orderGids: [...(payload.orders_requested ?? []), ...(payload.orders_to_redact ?? [])].flatMap(
      (orderId) => gidOf("Order", orderId) ?? [],
    ),
  };
  const now = ctx.clock.now();
  await ctx.transaction(async (tx) => {
    const request: PrivacyRequest = {
      id: item.id,
      kind,
      ...(subject.customerGid ? { customerGid: subject.customerGid } : {}),
      payload: { orders: subject.orderGids },
      status: "received",
      receivedAt: item.receivedAt,
    };
    await tx.shop.addPrivacyRequest(request);
    const result = kind === "data_request" ? await tx.privacy.exportCustomer(subject) : await tx.privacy.eraseCustomer(subject);
    await tx.shop.finishPrivacyRequest(request.id, now, result);
  });
}
