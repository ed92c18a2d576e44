import { fileURLToPath } from "node:url";
import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";
import { identityIn } from "./certificates.ts";
import type { OpenPorts } from "./servers.ts";

export interface Info {
  shop: string;
  shops: string[];
  now: string;
  appUrl: string;
  adminUrl: string;
  storefrontUrl: string;
  mailboxUrl: string;
  controlUrl: string;
  apiKey: string;
  apiSecret: string;
  proxyUrl: string | null;
}

export function infoOf(world: World, shop: ShopState, ports: OpenPorts): Info {
  const base = `http://localhost:${ports.main ?? 0}`;
  return {
    shop: shop.shop.domain,
    shops: [...world.shops.keys()],
    now: world.clock.now().toISOString(),
    appUrl: typeof world.options.appTarget === "string" ? world.options.appTarget : `https://${world.options.appHost}`,
    adminUrl: `${base}/admin`,
    storefrontUrl: `${base}/`,
    mailboxUrl: `${base}/mailbox`,
    controlUrl: `${base}/control`,
    apiKey: world.options.apiKey,
    apiSecret: world.options.apiSecret,
    proxyUrl: ports.proxy === undefined ? null : `http://127.0.0.1:${ports.proxy}`,
  };
}

/** The variables an unchanged app process needs, and nothing that the app itself would have to know about. */
export function appEnvironment(world: World, ports: OpenPorts): Record<string, string> {
  const { apiKey, apiSecret, appHost, identityFolder } = world.options;
  const environment: Record<string, string> = {
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    SHOPIFY_APP_URL: `https://${appHost}`,
  };
  if (ports.proxy !== undefined) {
    Object.assign(environment, {
      NODE_USE_ENV_PROXY: "1",
      HTTPS_PROXY: `http://127.0.0.1:${ports.proxy}`,
      NO_PROXY: "localhost,127.0.0.1",
      NODE_EXTRA_CA_CERTS: identityIn(identityFolder, appHost).caFile,
    });
  }
  if (ports.clock !== undefined) {
    environment["AMENDS_CLOCK_PORT"] = String(ports.clock);
    environment["NODE_OPTIONS"] = `--import ${fileURLToPath(new URL("../clock/clock-preload.mjs", import.meta.url))}`;
  }
  if (ports.smtp !== undefined) environment["SMTP_URL"] = `smtp://127.0.0.1:${ports.smtp}`;
  return environment;
}
