import { getOperationAST, OperationTypeNode, type ExecutionResult, type GraphQLFormattedError } from "graphql";
import { useAccessToken } from "../oauth/tokens.ts";
import type { ShopState } from "../state/shop-state.ts";
import { API_VERSION } from "../version.ts";
import type { Message, World } from "../world.ts";
import type { ApiContext } from "./context.ts";
import { actualCost, requestedCost } from "./cost.ts";
import { prepare, run } from "./execute.ts";
import { expandScopes } from "./scopes.ts";
import { Bucket } from "./throttle.ts";

const MAXIMUM_COST = 1000;

export interface GraphqlBody {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface GraphqlAnswer {
  data?: ExecutionResult["data"];
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

const buckets = new WeakMap<ShopState, Bucket>();

function bucketOf(world: World, shop: ShopState): Bucket {
  const bucket = buckets.get(shop) ?? new Bucket(world.options.throttle.capacity, world.options.throttle.restoreRate);
  buckets.set(shop, bucket);
  return bucket;
}

function contextFor(world: World, shop: ShopState, scopes: readonly string[], outbox: Message[]): ApiContext {
  return { world, shop, scopes: expandScopes(scopes), bulk: false, announce: (...messages) => outbox.push(...messages) };
}

function refusal(message: string, code: string, cost?: Record<string, unknown>): GraphqlAnswer {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return { errors: [{ message, extensions: { code, documentation } }], ...(cost ? { extensions: { cost } } : {}) };
}

/** One Admin API request, from the parsed body to the parsed answer. Webhooks of a mutation leave before it answers. */
export async function answer(
  world: World,
  shop: ShopState,
  asked: { body: GraphqlBody; scopes: readonly string[] },
): Promise<GraphqlAnswer> {
  const { body, scopes } = asked;
  const { document, errors } = prepare(body.query);
  if (!document) return { errors: (errors ?? []).map((error) => error.toJSON()) };
  const operation = getOperationAST(document, body.operationName ?? null);
  if (!operation) return { errors: [{ message: "An operation name is required" }] };
  const variables = body.variables ?? {};
  const bucket = bucketOf(world, shop);
  const requestedQueryCost = requestedCost(document, operation, variables);
  if (requestedQueryCost > MAXIMUM_COST) {
    const message = `Query cost is ${requestedQueryCost}, which exceeds the single query max cost limit (${MAXIMUM_COST}).`;
    return refusal(message, "MAX_COST_EXCEEDED", { requestedQueryCost, actualQueryCost: null, throttleStatus: bucket.status() });
  }
  if (world.faults.strikes("throttle") || !bucket.take(requestedQueryCost)) {
    return refusal("Throttled", "THROTTLED", { requestedQueryCost, actualQueryCost: null, throttleStatus: bucket.status() });
  }
  const outbox: Message[] = [];
  const result = await run(
    { document, variables, operationName: body.operationName ?? undefined },
    contextFor(world, shop, scopes, outbox),
  );
  if (outbox.length > 0 || operation.operation === OperationTypeNode.MUTATION) world.publish(shop, outbox);
  const actualQueryCost = actualCost(result.data, operation.operation === OperationTypeNode.MUTATION);
  bucket.giveBack(requestedQueryCost - actualQueryCost);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
    extensions: { cost: { requestedQueryCost, actualQueryCost, throttleStatus: bucket.status() } },
  };
}

function isBody(value: unknown): value is GraphqlBody {
  return typeof value === "object" && value !== null && "query" in value && typeof value.query === "string";
}

/** `POST /admin/api/{version}/graphql.json` */
export async function adminApi(world: World, shop: ShopState, request: Request, version: string): Promise<Response> {
  const headers = { "x-shopify-api-version": API_VERSION, "x-request-id": world.ids.uuid("request") };
  const scopes = shop.installation.installed ? useAccessToken(world, shop, request.headers.get("x-shopify-access-token")) : undefined;
  if (!scopes) {
    const errors = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    return Response.json({ errors }, { status: 401, headers });
  }
  if (version !== API_VERSION)
    return Response.json({ errors: `stand-in: API version ${version} is not implemented, only ${API_VERSION}` }, { status: 404, headers });
  const fault = world.faults.strikes("errors");
  const failure = new Response("", { status: fault?.status ?? 503, headers: { ...headers, "retry-after": "1.0" } });
  if (fault && !fault.after) return failure;
  const body: unknown = await request.json().catch(() => undefined);
  if (!isBody(body)) return Response.json({ errors: { query: "Required parameter missing or invalid" } }, { status: 400, headers });
  const reply = await answer(world, shop, { body, scopes });
  return fault ? failure : Response.json(reply, { headers });
}
