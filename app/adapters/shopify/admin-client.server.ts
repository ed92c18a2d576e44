import { setTimeout as sleep } from "node:timers/promises";
import type { AdminOperations, ReturnData } from "@shopify/admin-api-client";
import { GraphqlQueryError } from "@shopify/shopify-api";
import pRetry, { AbortError } from "p-retry";
import type { Shopify } from "./shopify.server.ts";

/** Runs one typed operation for one shop; throttling, expiring tokens and error layers are handled here and nowhere else. */
export interface AdminClient {
  run<Operation extends keyof AdminOperations>(
    operation: Operation,
    ...variables: AdminOperations[Operation]["variables"] extends Record<string, never>
      ? [variables?: Record<string, never>]
      : [variables: AdminOperations[Operation]["variables"]]
  ): Promise<ReturnData<Operation, AdminOperations>>;
  /** The same for a document that is put together at run time; the caller checks the shape of the answer. */
  runUntyped(document: string, variables?: Record<string, unknown>): Promise<unknown>;
}

/** Shopify refused the request itself (permission, size, syntax) or was out of reach. */
export class ShopifyFault extends Error {
  readonly code: string;

  constructor(operation: string, code: string, cause: unknown) {
    const reason = cause instanceof GraphqlQueryError ? firstGraphqlError(cause)?.message : undefined;
    super(`Shopify refused ${operation}: ${code}${reason ? ` (${reason})` : ""}`, { cause });
    this.name = "ShopifyFault";
    this.code = code;
  }
}

const THROTTLE_TRIES = 8;

/** One client per shop; at most one token refresh per shop runs in this process at a time. */
export function createAdminClients(shopify: Shopify): (domain: string) => AdminClient {
  const opening = new Map<string, ReturnType<Shopify["unauthenticated"]["admin"]>>();
  const open = (domain: string) => {
    const pending = opening.get(domain);
    if (pending) return pending;
    const started = shopify.unauthenticated.admin(domain).finally(() => opening.delete(domain));
    opening.set(domain, started);
    return started;
  };
  return (domain) => {
    const execute = async (document: string, variables?: Record<string, unknown>) => {
      const name = /(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? "operation";
      return pRetry(() => attempt(open, { domain, document, variables, name }), { retries: THROTTLE_TRIES, minTimeout: 0, factor: 1 });
    };
    return {
      run: (operation, ...[variables]) => execute(operation as string, variables) as Promise<never>,
      runUntyped: execute,
    };
  };
}

interface Request {
  readonly domain: string;
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  readonly name: string;
}

async function attempt(open: (domain: string) => ReturnType<Shopify["unauthenticated"]["admin"]>, request: Request): Promise<unknown> {
  try {
    const { admin } = await open(request.domain);
    const response = await admin.graphql(request.document, { variables: request.variables as never });
    const body = (await response.json()) as { data?: unknown };
    return body.data;
  } catch (error) {
    const fault = toFault(request.name, error);
    if (fault.code !== "THROTTLED") throw new AbortError(fault);
    await sleep(throttleWait(error));
    throw fault;
  }
}

function toFault(operation: string, error: unknown): ShopifyFault {
  if (error instanceof GraphqlQueryError) return new ShopifyFault(operation, graphqlCode(error), error);
  if (error instanceof Response) return new ShopifyFault(operation, `HTTP_${error.status}`, error);
  return new ShopifyFault(operation, error instanceof Error ? error.message : String(error), error);
}

interface ErrorBody {
  errors?: { graphQLErrors?: { message?: string; extensions?: { code?: string } }[] };
  extensions?: { cost?: { requestedQueryCost: number; throttleStatus: { currentlyAvailable: number; restoreRate: number } } };
}

function graphqlCode(error: GraphqlQueryError): string {
  const first = firstGraphqlError(error);
  return first?.extensions?.code ?? first?.message ?? error.message;
}

function firstGraphqlError(error: GraphqlQueryError) {
  return ((error.body ?? {}) as ErrorBody).errors?.graphQLErrors?.[0];
}

/** Shopify says how many points are missing and how fast they come back. */
function throttleWait(error: unknown): number {
  const cost = error instanceof GraphqlQueryError ? ((error.body ?? {}) as ErrorBody).extensions?.cost : undefined;
  if (!cost) return 1_000;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.min(20_000, Math.max(100, (missing / cost.throttleStatus.restoreRate) * 1_000));
}
