import type { Links } from "#app/use-cases/ports.ts";
import type { ShopProfile } from "#app/use-cases/shops/ports.ts";

/** Addresses on the shop's storefront (through the app proxy) and on the app's own origin. */
export function createLinks(appUrl: string, shop: Pick<ShopProfile, "storefrontUrl" | "proxyPath" | "domain">): Links {
  const build = (base: string, path: string, parameters: Record<string, string> = {}) => {
    const url = new URL(`${base.replace(/\/$/, "")}${path}`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  };
  return {
    portal: (path, parameters) => build(`${shop.storefrontUrl.replace(/\/$/, "")}${shop.proxyPath}`, path, parameters),
    // The app's own pages learn the shop from the link; what they may do comes from the signed token alone.
    app: (path, parameters) => build(appUrl, path, { shop: shop.domain, ...parameters }),
  };
}
