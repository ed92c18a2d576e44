import { createHmac, timingSafeEqual } from "node:crypto";
import type { CustomerGid } from "#app/domain/shared/gid.ts";
import { gid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { MINUTE } from "#app/domain/shared/time.ts";

/** What Shopify vouches for when it passes a storefront request on. */
export interface ProxyIdentity {
  readonly domain: string;
  /** The signed-in customer, if there is one. */
  readonly customerGid: CustomerGid | undefined;
  /** Where the portal lives on this storefront: "/apps/returns". */
  readonly base: string;
}

export interface ProxyRefused {
  readonly code: "unsigned" | "stale" | "malformed";
}

/** Shopify's own window around the time of signing. */
const WINDOW = 1.5 * MINUTE;

/** Parameters that Shopify adds itself; a visitor who adds another of the same name would be believed by whoever reads the first. */
const OWN = ["shop", "timestamp", "signature", "logged_in_customer_id", "path_prefix"];

/**
 * Checks that a request came through Shopify's app proxy just now. The library does the same but sorts names by locale where Shopify sorts
 * bytes, refreshes tokens on the way, and believes the first of several `logged_in_customer_id`. Refuses with `unsigned`, `stale` or
 * `malformed`.
 */
export function verifyProxy(
  url: URL,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Result<ProxyIdentity, ProxyRefused> {
  const query = url.searchParams;
  if (OWN.some((name) => query.getAll(name).length > 1)) return refuse({ code: "malformed" });
  if (!isSigned(query, secret)) return refuse({ code: "unsigned" });
  const timestamp = query.get("timestamp") ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return refuse({ code: "malformed" });
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > WINDOW) return refuse({ code: "stale" });
  const domain = query.get("shop")?.toLowerCase() ?? "";
  const customer = query.get("logged_in_customer_id") ?? "";
  const base = (query.get("path_prefix") ?? "").replace(/\/+$/, "");
  const isWellFormed = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(domain) && /^\d*$/.test(customer) && /^(\/[\w-]+)+$/.test(base);
  if (!isWellFormed) return refuse({ code: "malformed" });
  return ok({ domain, base, customerGid: customer === "" ? undefined : gid("Customer", customer) });
}

/** Every parameter but the signature, repeated ones joined by commas, sorted by name in byte order, without separators. */
function isSigned(query: URLSearchParams, secret: string): boolean {
  const names = [...new Set(query.keys())].filter((name) => name !== "signature");
  const sorted = names.map((name) => ({ name, bytes: Buffer.from(name) })).sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const text = sorted.map(({ name }) => `${name}=${query.getAll(name).join(",")}`).join("");
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = Buffer.from(query.get("signature") ?? "", "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
