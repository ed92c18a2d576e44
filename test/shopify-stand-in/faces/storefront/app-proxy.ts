import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { parse } from "smol-toml";
import { callApp } from "../../network/call-app.ts";
import type { ResolvedOptions } from "../../options.ts";
import { signProxyQuery } from "../../signing.ts";

export interface ProxyRule {
  /** "/apps/returns": where the storefront answers for the app. */
  prefix: string;
  /** "/proxy", or an absolute URL. */
  target: string;
}

const DEFAULT_RULE: ProxyRule = { prefix: "/apps/returns", target: "/proxy" };

/** Reads `[app_proxy]` of shopify.app.toml. */
export function readProxyRule(file: string): ProxyRule {
  if (!existsSync(file)) return DEFAULT_RULE;
  const { app_proxy: proxy } = parse(readFileSync(file, "utf8")) as { app_proxy?: { url?: string; subpath?: string; prefix?: string } };
  if (!proxy) return DEFAULT_RULE;
  return { prefix: `/${proxy.prefix ?? "apps"}/${proxy.subpath ?? "returns"}`, target: proxy.url ?? DEFAULT_RULE.target };
}

/** Headers that never pass an app proxy, in either direction, beside those that belong to one connection only. */
const REMOVED = new Set([
  ...["cookie", "set-cookie", "set-cookie2", "authorization", "proxy-authorization", "proxy-authenticate", "www-authenticate"],
  ...["host", "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "content-length", "expect", "forwarded"],
  ...["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-shopify-shop-domain", "strict-transport-security"],
]);

export interface ProxyCall {
  rule: ProxyRule;
  shop: string;
  host: string;
  /** Digits of the signed-in customer, or nothing. */
  customerId: string;
  /** Path below the shop's root, without a language prefix: "/apps/returns/items?t=…". */
  path: string;
  now: Date;
}

/** Forwards a storefront request to the app as Shopify's app proxy does: signed, and without anything that could carry a session. */
export async function forwardToApp(options: ResolvedOptions, request: IncomingMessage, call: ProxyCall): Promise<Response> {
  const url = new URL(call.path, "http://storefront");
  const search = signedSearch(url.searchParams, {
    shop: call.shop,
    customerId: call.customerId,
    prefix: call.rule.prefix,
    now: call.now,
    secret: options.apiSecret,
  });
  const uri = `${call.rule.target}${url.pathname.slice(call.rule.prefix.length)}?${search}`;
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const init: RequestInit & { duplex?: "half" } = {
    method: request.method,
    headers: forwardedHeaders(request, call.host),
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
  };
  return callApp(options, uri, { ...init, signal: AbortSignal.timeout(30_000) });
}

/** The query that Shopify sends on: the visitor's own parameters first, then Shopify's, then the signature over all of them. */
function signedSearch(
  visitor: URLSearchParams,
  by: { shop: string; customerId: string; prefix: string; now: Date; secret: string },
): string {
  const parameters = new URLSearchParams(visitor);
  parameters.append("shop", by.shop);
  parameters.append("logged_in_customer_id", by.customerId);
  parameters.append("path_prefix", by.prefix);
  parameters.append("timestamp", String(Math.floor(by.now.getTime() / 1000)));
  parameters.append("signature", signProxyQuery(parameters, by.secret));
  return parameters.toString();
}

function forwardedHeaders(request: IncomingMessage, host: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || REMOVED.has(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set("x-forwarded-for", request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "127.0.0.1");
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", "https");
  headers.set("accept-encoding", "identity");
  return headers;
}

/** What of the app's answer reaches the visitor. */
export function returnedHeaders(answer: Response): Record<string, string> {
  const kept: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    if (!REMOVED.has(name) && name !== "content-encoding") kept[name] = value;
  });
  return kept;
}
