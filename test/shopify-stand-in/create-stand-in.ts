import type { Json } from "./json.ts";
import { answer, type GraphqlAnswer } from "./admin-api/endpoint.ts";
import { scheduleBulk } from "./admin-api/bulk-runner.ts";
import { Control } from "./control/actions.ts";
import { answerShopify } from "./handle.ts";
import { sessionToken } from "./oauth/session-token.ts";
import { grantOffline } from "./oauth/tokens.ts";
import { resolveOptions, type AppTarget, type StandInOptions } from "./options.ts";
import { appEnvironment, infoOf, type Info } from "./network/info.ts";
import { startServers, type OpenPorts } from "./network/servers.ts";
import { signProxyQuery, signWebhook } from "./signing.ts";
import { API_VERSION } from "./version.ts";
import { World } from "./world.ts";

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
  ): { headers: Record<string, string>; body: string };
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

const realFetch = globalThis.fetch;

/** Starts a stand-in. Without `ports` nothing listens: several can live in one test process. */
export async function createStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const world = new World(resolveOptions(options));
  world.startBulk = (shop, operation) => scheduleBulk(world, shop, operation);
  for (const shop of world.shops.values()) {
    for (const operation of shop.bulkOperations.values()) if (operation.completedAt === null) scheduleBulk(world, shop, operation);
  }
  const control = new Control(world);
  const stateOf = (shop?: string): ReturnType<World["shop"]> => (shop === undefined ? world.firstShop : world.shop(shop));
  const graphql = (query: string, variables: Record<string, unknown> = {}, shop?: string): Promise<GraphqlAnswer> =>
    answer(world, stateOf(shop), { query, variables }, stateOf(shop).installation.scopes);
  const urls: Partial<Info> = {};
  const handle = async (request: Request): Promise<Response> =>
    (await answerShopify(world, request)) ?? new Response(`stand-in: nothing answers ${request.url}`, { status: 502 });
  const standIn: StandIn = {
    world,
    control,
    shop: world.firstShop.shop.domain,
    now: () => world.clock.now(),
    setApp: (target) => {
      world.options.appTarget = target;
    },
    sessionToken: (shop, claims) => sessionToken(world, stateOf(shop).shop.domain, claims),
    accessToken: (shop) => grantOffline(world, stateOf(shop), true).access_token,
    graphql,
    adminFetch: async (query, variables, shop) => {
      const { data, errors } = await graphql(query, variables, shop);
      if (errors) throw new Error(errors.map((error) => error.message).join("\n"));
      return data as Record<string, Json>;
    },
    handle,
    fetch: (input, init) => {
      const request = new Request(input, init);
      return new URL(request.url).hostname.endsWith(".myshopify.com") ? handle(request) : realFetch(request);
    },
    signedWebhook: (topic, payload, more = {}) => {
      const body = typeof payload === "string" ? payload : JSON.stringify(payload);
      const headers = {
        "content-type": "application/json",
        "x-shopify-topic": topic,
        "x-shopify-shop-domain": more.shop ?? world.firstShop.shop.domain,
        "x-shopify-api-version": API_VERSION,
        "x-shopify-webhook-id": world.ids.uuid("webhook"),
        "x-shopify-event-id": world.ids.uuid("event"),
        "x-shopify-triggered-at": world.clock.now().toISOString(),
        "x-shopify-hmac-sha256": signWebhook(body, more.secret ?? world.options.apiSecret),
        ...more.headers,
      };
      return { headers, body };
    },
    signedProxyQuery: (parameters = {}, more = {}) => {
      const query = new URLSearchParams({
        ...parameters,
        shop: more.shop ?? world.firstShop.shop.domain,
        logged_in_customer_id: more.customerId ?? "",
        path_prefix: "/apps/returns",
        timestamp: String(Math.floor((more.at ?? world.clock.now()).getTime() / 1000)),
      });
      query.set("signature", signProxyQuery(query, more.secret ?? world.options.apiSecret));
      return query;
    },
    ports: {},
    info: (shop) => ({ ...infoOf(world, stateOf(shop), standIn.ports), ...urls }),
    setUrls: (given) => {
      Object.assign(urls, given);
    },
    appEnvironment: () => appEnvironment(world, standIn.ports),
    close: async () => {
      await servers.close();
      world.agenda.close();
      await world.webhooks.settled();
      world.save();
    },
  };
  const servers = await startServers(standIn);
  Object.assign(standIn.ports, servers.ports);
  return standIn;
}
