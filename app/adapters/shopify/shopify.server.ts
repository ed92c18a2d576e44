import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { Env } from "#app/env.server.ts";
import { API_VERSION } from "./api-version.ts";
import type { SealedSessionStorage } from "./session-storage.server.ts";

export type Shopify = ReturnType<typeof createShopify>;

/** The library, set up for managed installation and expiring offline tokens. */
export function createShopify(env: Env, sessionStorage: SealedSessionStorage) {
  return shopifyApp({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: env.SHOPIFY_API_SECRET,
    apiVersion: API_VERSION,
    scopes: env.SCOPES.split(","),
    appUrl: env.SHOPIFY_APP_URL,
    authPathPrefix: "/auth",
    sessionStorage,
    distribution: AppDistribution.AppStore,
    useOnlineTokens: false,
    logger: { level: LogSeverity.Warning },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}
