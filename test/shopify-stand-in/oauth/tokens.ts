import { createHash } from "node:crypto";
import type { TokenRecord } from "../state/credit-records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";

const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 90 * 24 * 3600;

export interface Grant {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  associated_user_scope?: string;
  associated_user?: Record<string, unknown>;
}

function mint(world: World, prefix: string): string {
  const count = world.ids.next("Token");
  return `${prefix}_${createHash("sha256").update(`${world.options.apiSecret}:${prefix}:${count}`).digest("hex").slice(0, 32)}`;
}

function later(world: World, seconds: number): string {
  return new Date(world.clock.now().getTime() + seconds * 1000).toISOString();
}

function isAlive(world: World, token: TokenRecord): boolean {
  return token.expiresAt === null || new Date(token.expiresAt).getTime() > world.clock.now().getTime();
}

export function grantOffline(world: World, shop: ShopState, isExpiring: boolean): Grant {
  const { installation } = shop;
  const access: TokenRecord = {
    token: mint(world, "shpat"),
    kind: "access",
    online: false,
    userId: null,
    expiresAt: isExpiring ? later(world, ACCESS_SECONDS) : null,
    scopes: installation.scopes,
    retiredBy: null,
    usedAt: null,
  };
  installation.tokens = installation.tokens.filter((token) => isAlive(world, token));
  installation.tokens.push(access);
  const grant: Grant = { access_token: access.token, scope: installation.scopes.join(",") };
  if (isExpiring) {
    const refresh: TokenRecord = { ...access, token: mint(world, "shprt"), kind: "refresh", expiresAt: later(world, REFRESH_SECONDS) };
    installation.tokens.push(refresh);
    Object.assign(grant, { expires_in: ACCESS_SECONDS, refresh_token: refresh.token, refresh_token_expires_in: REFRESH_SECONDS });
  }
  world.changed();
  return grant;
}

export function grantOnline(world: World, shop: ShopState, userId: string): Grant {
  const token: TokenRecord = {
    token: mint(world, "shpua"),
    kind: "access",
    online: true,
    userId,
    expiresAt: later(world, 24 * 3600),
    scopes: shop.installation.scopes,
    retiredBy: null,
    usedAt: null,
  };
  shop.installation.tokens.push(token);
  world.changed();
  return {
    access_token: token.token,
    scope: token.scopes.join(","),
    expires_in: 24 * 3600,
    associated_user_scope: token.scopes.join(","),
    associated_user: {
      id: Number(userId),
      first_name: "Sam",
      last_name: "Staff",
      email: shop.shop.email,
      account_owner: true,
      locale: shop.shop.primaryLocale,
      collaborator: false,
      email_verified: true,
    },
  };
}

/** A refresh token works once more until the access token that came out of it is used: a lost answer can be asked for again. */
export function refresh(world: World, shop: ShopState, presented: string): Grant | undefined {
  const old = shop.installation.tokens.find((token) => token.kind === "refresh" && token.token === presented);
  if (!old || !isAlive(world, old)) return undefined;
  const replacement = shop.installation.tokens.find((token) => token.token === old.retiredBy);
  if (replacement?.usedAt) return undefined;
  const grant = grantOffline(world, shop, true);
  old.retiredBy = grant.access_token;
  return grant;
}

/** The scopes behind an access token, or undefined when it is unknown, expired or revoked. */
export function useAccessToken(world: World, shop: ShopState, presented: string | null): readonly string[] | undefined {
  const token = shop.installation.tokens.find((one) => one.kind === "access" && one.token === presented);
  if (!token || !isAlive(world, token)) return undefined;
  token.usedAt ??= world.clock.now().toISOString();
  return shop.installation.scopes;
}
