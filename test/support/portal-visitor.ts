import { Liquid } from "liquidjs";
import { signProxyQuery } from "#test/shopify-stand-in/signing.ts";
import { TEST_API_SECRET } from "./test-env.ts";
import type { TestApp } from "./test-app.ts";

/** What a visitor sees after one request. */
export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  /** The page as it is sent to Shopify, with the addresses that Shopify writes into it. */
  readonly markup: string;
  /** Its words. */
  readonly text: string;
  /** The signed state of its forms; empty when there is none. */
  readonly token: string;
  /** The value of the field of this name. */
  field(name: string): string;
  /** The values of every field whose name begins so, by name. */
  fields(prefix: string): Record<string, string>;
  /** The signed state behind the first link to this step. */
  link(step: string): string;
}

export interface VisitorOptions {
  readonly shop?: string;
  readonly customerId?: string;
  readonly ip?: string;
  /** What the browser calls itself. */
  readonly agent?: string;
  readonly pathPrefix?: string;
  /** Where the visitor's storefront begins: "/" unless given, "/zh-cn" in the folder of a language. */
  readonly rootUrl?: string;
}

/** Somebody at the storefront, whose every request passes Shopify's app proxy: really signed, through the app's own route. */
export interface PortalVisitor {
  get(path: string, parameters?: Record<string, string>): Promise<Visit>;
  post(path: string, fields: Record<string, string> | FormData): Promise<Visit>;
  /** A request as it is, signed or not. */
  send(request: Request): Promise<Response>;
  /** The address that Shopify would ask for. */
  address(path: string, parameters?: Record<string, string>): URL;
}

export async function portalVisitor(amends: TestApp, options: VisitorOptions = {}): Promise<PortalVisitor> {
  const { servePortal } = await import("#app/http/portal.server.ts");
  const send = (request: Request) => {
    const splat = new URL(request.url).pathname.replace(/^\/proxy\/?/, "");
    return servePortal({ context: { app: amends.app }, request, params: { "*": splat } });
  };
  const address = (path: string, parameters: Record<string, string> = {}) => {
    const url = new URL(`https://amends.test/proxy${path}`);
    url.search = signedQuery(amends, { ...options, parameters }).toString();
    return url;
  };
  const headers = { "x-forwarded-for": options.ip ?? "203.0.113.7", ...(options.agent ? { "user-agent": options.agent } : {}) };
  return {
    send,
    address,
    get: async (path, parameters) => visit(await send(new Request(address(path, parameters), { headers })), options.rootUrl),
    post: async (path, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return visit(await send(new Request(address(path), { method: "POST", headers, body })), options.rootUrl);
    },
  };
}

/** The query of a storefront request as Shopify passes it on. */
export function signedQuery(
  amends: TestApp,
  { parameters, ...options }: VisitorOptions & { readonly parameters?: Record<string, string>; readonly at?: Date },
): URLSearchParams {
  const query = new URLSearchParams(parameters);
  query.append("shop", options.shop ?? amends.standIn.shop);
  query.append("logged_in_customer_id", options.customerId ?? "");
  query.append("path_prefix", options.pathPrefix ?? "/apps/returns");
  query.append("timestamp", String(Math.floor((options.at ?? amends.standIn.now()).getTime() / 1000)));
  query.append("signature", signProxyQuery(query, TEST_API_SECRET));
  return query;
}

async function visit(response: Response, rootUrl = "/"): Promise<Visit> {
  const markup = withAddresses(await response.text(), rootUrl);
  const values = [...markup.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({ name: attribute(tag, "name"), value: attribute(tag, "value") }));
  const field = (name: string) => values.find((one) => one.name === name)?.value ?? "";
  return {
    status: response.status,
    headers: response.headers,
    markup,
    text: unescaped(markup.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " "),
    token: field("t"),
    field,
    fields: (prefix) => Object.fromEntries(values.filter(({ name }) => name.startsWith(prefix)).map(({ name, value }) => [name, value])),
    link: (step) => new RegExp(`/${step}\\?t=([^"&]+)`).exec(markup)?.[1] ?? "",
  };
}

const liquid = new Liquid();

/** Everything else that Shopify would run stays as it is. */
function withAddresses(text: string, rootUrl: string): string {
  const write = (output: string) => String(liquid.parseAndRenderSync(output, { routes: { root_url: rootUrl } }));
  return text.replace(/\{\{ routes\.[^}]*\}\}/g, write);
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#123;", "{")
    .replaceAll("&amp;", "&");
}
