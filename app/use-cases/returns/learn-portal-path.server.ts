import type { ShopContext } from "#app/use-cases/ports.ts";

/**
 * Keeps where the merchant has put the portal, as Shopify itself says with every request, so that links in mails lead there: merchants can
 * rename the path, and nothing tells the app. A market's language in front of it belongs to the visitor: "/de/apps/help" is "/apps/help".
 */
export async function learnPortalPath(ctx: ShopContext, base: string): Promise<void> {
  const proxyPath = base.match(/\/(apps|a|community|tools)\/[\w-]+$/)?.[0];
  if (!proxyPath || proxyPath === ctx.shop.proxyPath) return;
  await ctx.transaction((tx) => tx.shop.change({ proxyPath }));
}
