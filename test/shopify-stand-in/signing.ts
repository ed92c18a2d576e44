import { createHmac } from "node:crypto";

/** `X-Shopify-Hmac-Sha256` of a webhook: base64 over the raw body. */
export function signWebhook(body: string | Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/**
 * The app proxy's `signature`: every parameter except `signature`, repeated ones joined by a comma, sorted by key in byte
 * order, `key=value` joined without a separator, HMAC-SHA256 in hex.
 */
export function signProxyQuery(parameters: URLSearchParams, secret: string): string {
  const keys = [...new Set(parameters.keys())]
    .filter((key) => key !== "signature")
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const text = keys.map((key) => `${key}=${parameters.getAll(key).join(",")}`).join("");
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** The `hmac` of the URL that opens the app in the admin: sorted, joined by `&`, HMAC-SHA256 in hex. */
export function signAdminQuery(parameters: URLSearchParams, secret: string): string {
  const pairs = [...parameters].filter(([key]) => key !== "hmac" && key !== "signature").sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", secret).update(new URLSearchParams(pairs).toString()).digest("hex");
}
