import { isObject, parseJson, textOf, type JsonObject } from "../json.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";
import { readSessionToken } from "./session-token.ts";
import { grantOffline, grantOnline, refresh } from "./tokens.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

function refuse(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

async function readBody(request: Request): Promise<JsonObject> {
  const text = await request.text();
  const isForm = request.headers.get("content-type")?.includes("x-www-form-urlencoded") ?? false;
  const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : parseJson(text === "" ? "{}" : text);
  return isObject(body) ? body : {};
}

/** `POST /admin/oauth/access_token`: token exchange and the refresh of expiring offline tokens. */
export async function accessToken(world: World, shop: ShopState, request: Request): Promise<Response> {
  const body = await readBody(request);
  if (body["client_id"] !== world.options.apiKey || body["client_secret"] !== world.options.apiSecret) {
    return refuse(401, "invalid_client", "Client authentication failed");
  }
  if (body["grant_type"] === "refresh_token") {
    const grant = shop.installation.installed ? refresh(world, shop, textOf(body["refresh_token"])) : undefined;
    return grant ? Response.json(grant) : refuse(400, "invalid_grant", "The refresh token is invalid, expired or was used already");
  }
  if (body["grant_type"] !== EXCHANGE)
    return refuse(400, "unsupported_grant_type", `stand-in: grant_type ${textOf(body["grant_type"])} is not implemented`);
  const subject = await readSessionToken(world, textOf(body["subject_token"]), shop.shop.domain);
  if (!subject) return refuse(400, "invalid_subject_token", "The subject token is invalid or expired");
  install(world, shop);
  if (body["requested_token_type"] === ONLINE) return Response.json(grantOnline(world, shop, subject.userId));
  if (body["requested_token_type"] !== OFFLINE) return refuse(400, "invalid_request", "requested_token_type is unknown");
  return Response.json(grantOffline(world, shop, textOf(body["expiring"], "0") === "1"));
}

/** Managed installation: the merchant agreed to the scopes before the app was opened. */
function install(world: World, shop: ShopState): void {
  const { installation } = shop;
  if (installation.installed) return;
  installation.installed = true;
  installation.installedAt = world.nowIso();
  installation.uninstalledAt = null;
  if (installation.scopes.length === 0) installation.scopes = world.options.scopes;
  world.changed();
}
