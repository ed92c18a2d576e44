import { accessToken } from "./oauth/access-token.ts";
import { adminApi } from "./admin-api/endpoint.ts";
import { toGid } from "./state/gids.ts";
import type { World } from "./world.ts";

/** Answers what Shopify answers under `https://{shop}.myshopify.com`, except the storefront; undefined when it is none of it. */
export async function answerShopify(world: World, request: Request): Promise<Response | undefined> {
  const url = new URL(request.url);
  const shop = world.shops.get(url.hostname);
  if (!shop) return url.hostname.endsWith(".myshopify.com") ? Response.json({ errors: "Not Found" }, { status: 404 }) : undefined;
  if (request.method === "POST" && url.pathname === "/admin/oauth/access_token") return accessToken(world, shop, request);
  const api = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(url.pathname);
  if (api && request.method === "POST") return adminApi(world, shop, request, api[1] ?? "");
  const bulk = /^\/bulk\/(\d+)\.jsonl$/.exec(url.pathname);
  const result = bulk && shop.bulkOperations.get(toGid("BulkOperation", bulk[1] ?? ""))?.result;
  if (result) return new Response(result, { headers: { "content-type": "application/jsonl" } });
  if (url.pathname.startsWith("/admin/") || bulk) return Response.json({ errors: "Not Found" }, { status: 404 });
  return undefined;
}
