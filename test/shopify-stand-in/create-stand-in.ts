import type { Json } from "./json.ts";
import { answer, type GraphqlAnswer } from "./admin-api/endpoint.ts";
import { scheduleBulk } from "./admin-api/bulk-runner.ts";
import { Control } from "./control/actions.ts";
import { answerShopify } from "./handle.ts";
import { sessionToken } from "./oauth/session-token.ts";
import { grantOffline } from "./oauth/tokens.ts";
import { appEnvironment, infoOf, type Info } from "./network/info.ts";
import { startServers } from "./network/servers.ts";
import { resolveOptions, type StandInOptions } from "./options.ts";
import { proxyQueryFor, webhookFor } from "./signed-requests.ts";
import type { StandIn } from "./stand-in.ts";
import type { ShopState } from "./state/shop-state.ts";
import { World } from "./world.ts";

export type { StandIn } from "./stand-in.ts";

const realFetch = globalThis.fetch;

/** What can be asked of the Admin API without HTTP. */
function adminAccess(
  world: World,
  stateOf: (shop?: string) => ShopState,
): Pick<StandIn, "graphql" | "adminFetch" | "accessToken" | "sessionToken"> {
  const graphql = (query: string, variables: Record<string, unknown> = {}, shop?: string): Promise<GraphqlAnswer> =>
    answer(world, stateOf(shop), { body: { query, variables }, scopes: stateOf(shop).installation.scopes });
  return {
    graphql,
    adminFetch: async (query, variables, shop) => {
      const { data, errors } = await graphql(query, variables, shop);
      if (errors) throw new Error(errors.map((error) => error.message).join("\n"));
      return data as Record<string, Json>;
    },
    accessToken: (shop) => grantOffline(world, stateOf(shop), true).access_token,
    sessionToken: (shop, claims) => sessionToken(world, stateOf(shop).shop.domain, claims),
  };
}

function httpAccess(world: World): Pick<StandIn, "handle" | "fetch"> {
  const handle = async (request: Request): Promise<Response> =>
    (await answerShopify(world, request)) ?? new Response(`stand-in: nothing answers ${request.url}`, { status: 502 });
  return {
    handle,
    fetch: (input, init) => {
      const request = new Request(input, init);
      return new URL(request.url).hostname.endsWith(".myshopify.com") ? handle(request) : realFetch(request);
    },
  };
}

/** Bulk operations run here, and those that a restart interrupted begin again. */
function startBulkOperations(world: World): void {
  world.startBulk = (shop, operation) => scheduleBulk(world, shop, operation);
  for (const shop of world.shops.values()) {
    for (const operation of shop.bulkOperations.values()) if (operation.completedAt === null) scheduleBulk(world, shop, operation);
  }
}

/** Starts a stand-in. Without `ports` nothing listens: several can live in one test process. */
export async function createStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const world = new World(resolveOptions(options));
  startBulkOperations(world);
  const urls: Partial<Info> = {};
  const stateOf = (shop?: string): ShopState => (shop === undefined ? world.firstShop : world.shop(shop));
  const standIn: StandIn = {
    world,
    control: new Control(world),
    shop: world.firstShop.shop.domain,
    ports: {},
    now: () => world.clock.now(),
    setApp: (target) => {
      world.options.appTarget = target;
    },
    ...adminAccess(world, stateOf),
    ...httpAccess(world),
    signedWebhook: (topic, payload, more) => webhookFor(world, { topic, payload }, more),
    signedProxyQuery: (parameters, more) => proxyQueryFor(world, parameters, more),
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
