import type { Json } from "./json.ts";
import type { GraphqlAnswer } from "./admin-api/endpoint.ts";
import type { Control } from "./control/actions.ts";
import type { Info } from "./network/info.ts";
import type { OpenPorts } from "./network/servers.ts";
import type { AppTarget } from "./options.ts";
import type { World } from "./world.ts";

export interface SignedWebhook {
  headers: Record<string, string>;
  body: string;
}

export interface StandIn {
  readonly world: World;
  readonly control: Control;
  /** The first shop's domain. */
  readonly shop: string;
  now(): Date;
  /** Webhooks and app-proxy requests go here from now on. */
  setApp(target: AppTarget | undefined): void;
  /** A session token as App Bridge gives it. */
  sessionToken(shop?: string, claims?: { userId?: string }): Promise<string>;
  /** A fresh offline access token, as after a token exchange. */
  accessToken(shop?: string): string;
  /** Runs an operation without HTTP, with all granted scopes, and throws on top-level errors. */
  adminFetch(query: string, variables?: Record<string, unknown>, shop?: string): Promise<Record<string, Json>>;
  /** The same, giving the raw answer. */
  graphql(query: string, variables?: Record<string, unknown>, shop?: string): Promise<GraphqlAnswer>;
  /** Answers `https://{shop}/admin/…` and bulk files; 502 for every other host. Fits `vi.stubGlobal("fetch", …)` through `fetch`. */
  handle(request: Request): Promise<Response>;
  /** `fetch` that sends shops to the stand-in and everything else to the network. */
  fetch: typeof globalThis.fetch;
  /** A webhook request as Shopify would send it, for tests of the app's door. */
  signedWebhook(
    topic: string,
    payload: unknown,
    more?: { shop?: string; secret?: string; headers?: Record<string, string> },
  ): SignedWebhook;
  /** The query string Shopify's app proxy appends, signed. */
  signedProxyQuery(
    parameters?: Record<string, string>,
    more?: { shop?: string; secret?: string; at?: Date; customerId?: string },
  ): URLSearchParams;
  /** Ports that were asked for and are open. */
  readonly ports: OpenPorts;
  /** What `GET /control/info` answers. */
  info(shop?: string): Info;
  /** Where people find the parts, when a launcher serves them elsewhere. */
  setUrls(urls: Partial<Pick<Info, "appUrl" | "adminUrl" | "storefrontUrl" | "mailboxUrl">>): void;
  /** Environment of an app process that is to reach the stand-in through the TLS proxy, the clock and the mail catcher. */
  appEnvironment(): Record<string, string>;
  close(): Promise<void>;
}
