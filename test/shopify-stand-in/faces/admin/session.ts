import type { IncomingMessage } from "node:http";
import type { World } from "../../world.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { isLocal } from "../storefront/localize.ts";
import { staffUser, type StaffUser } from "./staff.ts";
import { adminTexts, type AdminLocale, type AdminTexts } from "./texts.ts";

export const USER_COOKIE = "admin_user";
export const LOCALE_COOKIE = "admin_locale";

/** One request of a staff user's browser to the admin. */
export interface AdminSession {
  shop: ShopState;
  user: StaffUser;
  locale: AdminLocale;
  texts: AdminTexts;
  /** Where the admin's own pages begin: "/admin" on localhost, "/store/{name}" on admin.shopify.com. */
  admin: string;
  /** The path below that, such as "/orders". */
  path: string;
  url: URL;
  /** Where the app answers this browser. */
  appUrl: string;
  storefrontUrl: string;
  isLocal: boolean;
}

export function adminSession(world: World, request: IncomingMessage, of: { localAppUrl: string }): AdminSession | undefined {
  const host = request.headers.host ?? "localhost";
  const local = isLocal(host);
  const url = new URL(request.url ?? "/", `${local ? "http" : "https"}://${host}`);
  const name = /^\/store\/([a-z0-9-]+)/.exec(url.pathname)?.[1];
  const shop = local ? world.firstShop : world.shops.get(name === undefined ? (host.split(":")[0] ?? "") : `${name}.myshopify.com`);
  if (!shop) return undefined;
  const admin = name === undefined ? "/admin" : `/store/${name}`;
  const cookies = cookiesOf(request);
  const locale: AdminLocale = cookies.get(LOCALE_COOKIE) === "zh-CN" ? "zh-CN" : "en";
  return {
    shop,
    user: staffUser(cookies.get(USER_COOKIE)),
    locale,
    texts: adminTexts(locale),
    admin,
    path: url.pathname.slice(admin.length) || "/",
    url,
    appUrl: local ? of.localAppUrl : `https://${world.options.appHost}`,
    storefrontUrl: local ? url.origin : `https://${shop.shop.domain}`,
    isLocal: local,
  };
}

function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/).map((pair) => pair.split("="));
  return new Map(pairs.map(([name = "", value = ""]) => [name, decodeURIComponent(value)]));
}
