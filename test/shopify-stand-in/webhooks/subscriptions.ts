import { existsSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";

export interface Subscription {
  name: string | null;
  topics: string[];
  /** Absolute, or a path on the app. */
  uri: string;
  includeFields: string[] | null;
}

export const COMPLIANCE_TOPICS = ["customers/data_request", "customers/redact", "shop/redact"];

/** Used when the project has no shopify.app.toml. */
export const APP_SUBSCRIPTIONS: Subscription[] = [
  { topics: COMPLIANCE_TOPICS, uri: "/webhooks/compliance" },
  { topics: ["app/uninstalled", "app/scopes_update"], uri: "/webhooks/app" },
  { topics: ["orders/create", "orders/updated", "orders/cancelled", "orders/edited"], uri: "/webhooks/orders" },
  { topics: ["fulfillments/create", "fulfillments/update", "fulfillment_events/create"], uri: "/webhooks/fulfillments" },
  {
    topics: [
      ...["returns/request", "returns/approve", "returns/decline", "returns/update", "returns/process", "returns/cancel", "returns/close"],
      ...["returns/reopen", "refunds/create", "reverse_fulfillment_orders/dispose"],
    ],
    uri: "/webhooks/returns",
  },
  { topics: ["customers/create", "customers/update", "bulk_operations/finish", "products/update"], uri: "/webhooks/misc" },
].map((subscription) => ({ ...subscription, name: null, includeFields: null }));

interface TomlSubscription {
  topics?: string[];
  compliance_topics?: string[];
  uri?: string;
  name?: string;
  include_fields?: string[];
  filter?: string;
}

/** The app's own subscriptions, as `shopify app deploy` would register them. */
export function readSubscriptions(file: string): Subscription[] | undefined {
  if (!existsSync(file)) return undefined;
  const { webhooks } = parse(readFileSync(file, "utf8")) as { webhooks?: { subscriptions?: TomlSubscription[] } };
  if (!webhooks?.subscriptions) return undefined;
  return webhooks.subscriptions.map((subscription) => {
    const { uri, filter } = subscription;
    if (!uri || !/^(\/|https?:)/.test(uri))
      throw new Error(`stand-in: webhook uri ${String(uri)} is not implemented, only https:// and relative ones`);
    if (filter) throw new Error(`stand-in: the webhook filter ${JSON.stringify(filter)} is not implemented`);
    return {
      name: subscription.name ?? null,
      topics: [...(subscription.topics ?? []), ...(subscription.compliance_topics ?? [])],
      uri,
      includeFields: subscription.include_fields ?? null,
    };
  });
}

/** The scopes that the merchant is asked for at installation, and later: merchants here agree to all. */
export function readScopes(file: string): string[] | undefined {
  if (!existsSync(file)) return undefined;
  const { access_scopes: access } = parse(readFileSync(file, "utf8")) as {
    access_scopes?: { scopes?: string; optional_scopes?: string[] };
  };
  if (!access?.scopes) return undefined;
  return [...access.scopes.split(",").map((scope) => scope.trim()), ...(access.optional_scopes ?? [])];
}

/** Keeps the listed dot paths of a payload; a path through a list applies to each of its entries. */
export function pickFields(payload: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(payload)) return payload.map((item: unknown) => pickFields(item, paths));
  if (typeof payload !== "object" || payload === null) return payload;
  const kept = Object.entries(payload).flatMap(([key, value]: [string, unknown]) => {
    if (paths.includes(key)) return [[key, value] as const];
    const deeper = paths.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));
    return deeper.length > 0 ? [[key, pickFields(value, deeper)] as const] : [];
  });
  return Object.fromEntries(kept);
}
