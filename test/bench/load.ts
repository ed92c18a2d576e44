import { createHmac, randomUUID } from "node:crypto";
import autocannon from "autocannon";

export const SECRET = "bench-secret";
export const SHOP = "bench.myshopify.com";

/** About the size of a small order's webhook. */
const BODY = JSON.stringify({ id: 1, padding: "x".repeat(3_400) });
const SIGNATURE = createHmac("sha256", SECRET).update(BODY).digest("base64");

export interface LoadResult {
  readonly perSecond: number;
  readonly p99: number;
  readonly refused: number;
}

/** Signed webhooks, each its own event, from 20 connections for `seconds`; `rate` holds the load to so many a second. */
export async function webhookLoad(url: string, seconds: number, rate?: number): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections: 20,
    duration: seconds,
    ...(rate ? { overallRate: rate } : {}),
    requests: [{ method: "POST", setupRequest: (request) => ({ ...request, headers: headers(), body: BODY }) }],
  });
  return { perSecond: result["2xx"] / result.duration, p99: result.latency.p99, refused: result.non2xx + result.errors };
}

function headers(): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-shopify-topic": "orders/updated",
    "x-shopify-shop-domain": SHOP,
    "x-shopify-webhook-id": randomUUID(),
    "x-shopify-event-id": randomUUID(),
    "x-shopify-triggered-at": "2026-11-20T10:00:00.000Z",
    "x-shopify-api-version": "2026-07",
    "x-shopify-hmac-sha256": SIGNATURE,
  };
}
