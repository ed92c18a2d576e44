import { z } from "zod";
import { DAY, after } from "#app/domain/shared/time.ts";
import { parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";
import { ensurePolicy } from "#app/use-cases/policies/pinned-policy.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { startImport } from "./import-history.server.ts";

/** Without approval for all orders Shopify shows an app the last 60 days. */
const HISTORY_DAYS = 60;

/**
 * Sets a shop up after its first sign-in, and again after a re-install: reads its profile and starts the history import. Running it
 * again on an installed shop changes nothing.
 */
export async function install(ctx: ShopContext): Promise<void> {
  const isReinstall = ctx.shop.uninstalledAt !== undefined;
  if (ctx.shop.profileReadAt && !isReinstall) return;
  const now = ctx.clock.now();
  const profile = await ctx.shopify.shop.readProfile();
  await ctx.transaction(async (tx) => {
    await tx.shop.change({ ...profile, profileReadAt: now, installedAt: now });
    await tx.shop.reinstall();
    await tx.shop.markReconciled(now);
    await ensurePolicy(tx, ctx);
    await startImport(tx, ctx, after(now, -HISTORY_DAYS * DAY));
  });
}

/** Reads the shop's name, currency, zone and languages again. */
export async function readProfileAgain(ctx: ShopContext): Promise<void> {
  const profile = await ctx.shopify.shop.readProfile();
  await ctx.transaction((tx) => tx.shop.change({ ...profile, profileReadAt: ctx.clock.now() }));
}

/**
 * Forgets the shop's tokens and stops its work. A late webhook of an older uninstall, triggered before the present installation,
 * changes nothing.
 */
export async function uninstall(ctx: ShopContext, triggeredAt: Date): Promise<void> {
  if (triggeredAt < ctx.shop.installedAt) return;
  await ctx.transaction((tx) => tx.shop.uninstall(triggeredAt));
}

const scopesPayload = z.object({ current: z.array(z.string()) });

/** Keeps the granted scopes in step, so that features whose scope is gone stop asking. */
export async function changeScopes(ctx: ShopContext, payload: string): Promise<void> {
  const { current } = scopesPayload.parse(parseShopifyJson(payload));
  await ctx.transaction((tx) => tx.shop.change({ scopes: current }));
}
