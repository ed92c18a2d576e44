import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { digitsOfGid, toGid } from "../../state/gids.ts";
import type { CustomerRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { countryOf } from "../../seed/people.ts";

export type StorefrontLocale = "en" | "zh-CN";

/** One request to the storefront: which shop, which language, and who is signed in. */
export interface Visitor {
  shop: ShopState;
  locale: StorefrontLocale;
  /** "/" or "/zh-cn". */
  rootUrl: string;
  /** Path and query without the language prefix. */
  path: string;
  query: URLSearchParams;
  customer: CustomerRecord | undefined;
  /** The currency that prices are shown in: the signed-in customer's, else the shop's. */
  currency: string;
  /** Origin that the visitor's browser uses, such as http://localhost:4000. */
  origin: string;
}

const PREFIXES: Readonly<Record<string, StorefrontLocale>> = { "/zh-cn": "zh-CN" };
const COOKIE = "storefront_customer";

export function visitorOf(request: IncomingMessage, url: URL, of: { shop: ShopState; secret: string }): Visitor {
  const prefix = Object.keys(PREFIXES).find((each) => url.pathname === each || url.pathname.startsWith(`${each}/`));
  const customer = signedIn(request, of);
  return {
    shop: of.shop,
    locale: prefix === undefined ? "en" : (PREFIXES[prefix] ?? "en"),
    rootUrl: prefix ?? "/",
    path: (prefix === undefined ? url.pathname : url.pathname.slice(prefix.length) || "/") + url.search,
    query: url.searchParams,
    customer,
    currency: currencyOf(customer, of.shop),
    origin: url.origin,
  };
}

function currencyOf(customer: CustomerRecord | undefined, shop: ShopState): string {
  const code = customer?.address?.countryCode;
  const wanted = code && ["US", "DE", "CN", "JP"].includes(code) ? countryOf(code).currency : shop.shop.currency;
  return shop.shop.presentmentCurrencies.includes(wanted) ? wanted : shop.shop.currency;
}

function signedIn(request: IncomingMessage, of: { shop: ShopState; secret: string }): CustomerRecord | undefined {
  const cookie = (request.headers.cookie ?? "").split(/;\s*/).find((each) => each.startsWith(`${COOKIE}=`));
  const [id = "", signature = ""] = (cookie?.slice(COOKIE.length + 1) ?? "").split(".");
  const expected = sign(id, of);
  if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return undefined;
  return of.shop.customers.get(toGid("Customer", id));
}

/** The storefront's own cookie; the app proxy never passes it on. */
export function signInCookie(customer: CustomerRecord, of: { shop: ShopState; secret: string }): string {
  const id = digitsOfGid(customer.id);
  return `${COOKIE}=${id}.${sign(id, of)}; Path=/; HttpOnly; SameSite=Lax`;
}

export const SIGN_OUT_COOKIE = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

function sign(id: string, of: { shop: ShopState; secret: string }): string {
  return createHmac("sha256", of.secret).update(`storefront ${of.shop.shop.domain} ${id}`).digest("hex").slice(0, 32);
}
