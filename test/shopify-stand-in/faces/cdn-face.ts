import type { IncomingMessage, ServerResponse } from "node:http";
import { bridgeScript } from "./admin/admin-face.ts";
import { send, withHeaders } from "./face.ts";

/** `cdn.shopify.com`, as far as an app loads things from there: App Bridge, and the admin's font, which is left to the system. */
export function answerCdn(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? "/", "https://cdn.shopify.com");
  const shared = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  if (pathname === "/shopifycloud/app-bridge.js")
    return send(withHeaders(response, { ...shared, "content-type": "text/javascript" }), 200, bridgeScript());
  if (/\.css$/.test(pathname)) return send(withHeaders(response, { ...shared, "content-type": "text/css" }), 200, "");
  return send(withHeaders(response, shared), 404, "Not found");
}
