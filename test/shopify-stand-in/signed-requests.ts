import { signProxyQuery, signWebhook } from "./signing.ts";
import type { SignedWebhook, StandIn } from "./stand-in.ts";
import { API_VERSION } from "./version.ts";
import type { Message, World } from "./world.ts";

/** A webhook request as Shopify would send it, for tests of the app's door; another secret makes a forged one. */
export function webhookFor(world: World, message: Message, more: Parameters<StandIn["signedWebhook"]>[2] = {}): SignedWebhook {
  const body = typeof message.payload === "string" ? message.payload : JSON.stringify(message.payload);
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": message.topic,
    "x-shopify-shop-domain": more.shop ?? world.firstShop.shop.domain,
    "x-shopify-api-version": API_VERSION,
    "x-shopify-webhook-id": world.ids.uuid("webhook"),
    "x-shopify-event-id": world.ids.uuid("event"),
    "x-shopify-triggered-at": world.clock.now().toISOString(),
    "x-shopify-hmac-sha256": signWebhook(body, more.secret ?? world.options.apiSecret),
    ...more.headers,
  };
  return { headers, body };
}

/** The query of a request that came through the app proxy, signed. */
export function proxyQueryFor(
  world: World,
  parameters: Record<string, string> = {},
  more: Parameters<StandIn["signedProxyQuery"]>[1] = {},
): URLSearchParams {
  const query = new URLSearchParams({
    ...parameters,
    shop: more.shop ?? world.firstShop.shop.domain,
    logged_in_customer_id: more.customerId ?? "",
    path_prefix: "/apps/returns",
    timestamp: String(Math.floor((more.at ?? world.clock.now()).getTime() / 1000)),
  });
  query.set("signature", signProxyQuery(query, more.secret ?? world.options.apiSecret));
  return query;
}
