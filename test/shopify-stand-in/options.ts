import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FaceFactory } from "./network/face.ts";
import type { ShopSetup } from "./state/new-shop.ts";
import { APP_SUBSCRIPTIONS, readScopes, readSubscriptions, type Subscription } from "./webhooks/subscriptions.ts";

/** Where webhooks and app-proxy requests go: a base URL, or a function that answers in process. */
export type AppTarget = string | ((request: Request) => Promise<Response>);

export interface StandInOptions {
  apiKey?: string;
  apiSecret?: string;
  appName?: string;
  /** The host under which the TLS proxy serves the app, such as "amends.test". */
  appHost?: string;
  shops?: (string | ShopSetup)[];
  /** Scopes the merchant granted. */
  scopes?: string[];
  appTarget?: AppTarget;
  /** Only the listed servers listen; 0 takes a free port. */
  ports?: { main?: number; proxy?: number; smtp?: number; clock?: number };
  /** Pages for people, asked in this order. */
  faces?: FaceFactory[];
  /** Folder for the certificates that the TLS proxy makes at its first start. */
  identityFolder?: string;
  /** The whole state is kept in this JSON file. */
  stateFile?: string;
  /** The stand-in's time at the start; without it, real time. */
  now?: Date;
  /** Time stands still except when it is moved. */
  frozen?: boolean;
  /** Points and points per second of the Admin API's bucket, in real time. */
  throttle?: { capacity: number; restoreRate: number };
  webhookConcurrency?: number;
  webhookTimeoutMs?: number;
  subscriptions?: Subscription[];
}

export type ResolvedOptions = Required<Omit<StandInOptions, "appTarget" | "stateFile" | "now" | "shops">> & {
  shops: ShopSetup[];
  appTarget: AppTarget | undefined;
  stateFile: string | undefined;
  now: Date | undefined;
};

/** Granted when neither the options nor shopify.app.toml say otherwise. */
const FALLBACK_SCOPES = [
  "write_orders",
  "write_returns",
  "read_customers",
  "read_products",
  "read_inventory",
  "read_locations",
  "read_fulfillments",
];

const TOML = fileURLToPath(new URL("../../shopify.app.toml", import.meta.url));

export const DEFAULT_SCOPES = readScopes(TOML) ?? FALLBACK_SCOPES;

export function resolveOptions(given: StandInOptions): ResolvedOptions {
  return {
    apiKey: given.apiKey ?? "amends-stand-in-key",
    apiSecret: given.apiSecret ?? "amends-stand-in-secret-not-for-production",
    appName: given.appName ?? "Amends",
    appHost: given.appHost ?? "amends.test",
    shops: (given.shops ?? ["amends-demo.myshopify.com"]).map((shop) => (typeof shop === "string" ? { domain: shop } : shop)),
    scopes: given.scopes ?? DEFAULT_SCOPES,
    appTarget: given.appTarget,
    ports: given.ports ?? {},
    faces: given.faces ?? [],
    identityFolder:
      given.identityFolder ?? join(given.stateFile ? dirname(given.stateFile) : join(tmpdir(), "amends-stand-in"), "certificates"),
    stateFile: given.stateFile,
    now: given.now,
    frozen: given.frozen ?? false,
    throttle: given.throttle ?? { capacity: 2000, restoreRate: 100 },
    webhookConcurrency: given.webhookConcurrency ?? 1,
    webhookTimeoutMs: given.webhookTimeoutMs ?? 5000,
    subscriptions: given.subscriptions ?? readSubscriptions(TOML) ?? APP_SUBSCRIPTIONS,
  };
}
