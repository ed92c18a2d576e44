import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import type { App } from "#app/composition.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { BuiltWorld } from "#test/support/built-world.ts";
import type { Delivery } from "#test/shopify-stand-in/webhooks/delivery.ts";
import { ledgerDifferences } from "#test/support/late-parcels.ts";
import type { ChaosParcel } from "./chaos-parcels.ts";

/** What went wrong with the events and the money; every list is empty when nothing did. */
export interface Findings {
  /** Webhooks that Shopify could not deliver. */
  readonly undelivered: readonly string[];
  /** Webhooks that were answered with 200 and are not handled. */
  readonly lost: readonly string[];
  /** Events with more than one row in the inbox. */
  readonly doubled: readonly string[];
  /** Customers who did not get exactly what they are owed, in minor units: one credit, or none. */
  readonly wronglyPaid: readonly { readonly email: string; readonly owed: readonly number[]; readonly got: readonly number[] }[];
  readonly ledgerDifferences: readonly object[];
  /** Figures on the dashboard that are not what their facts add up to. */
  readonly rollupDifferences: readonly object[];
}

export const NOTHING_WRONG: Findings = {
  undelivered: [],
  lost: [],
  doubled: [],
  wronglyPaid: [],
  ledgerDifferences: [],
  rollupDifferences: [],
};

/** Compares what the app has stored with what Shopify sent, what Shopify paid, and what the parcels are worth. */
export async function findingsOf(
  { standIn }: BuiltWorld,
  parcels: readonly ChaosParcel[],
  { ctx, app }: { readonly ctx: ShopContext; readonly app: App },
): Promise<Findings> {
  const deliveries: readonly Delivery[] = standIn.world.webhooks.deliveries;
  const rowsOf = await inboxOf(ctx, app);
  const keys = deliveries.map(keyOf);
  return {
    undelivered: deliveries.filter(({ status }) => status !== "delivered").map(({ topic, webhookId }) => `${topic} ${webhookId}`),
    lost: keys.filter((key) => !rowsOf.get(key)?.some(({ status }) => status === "handled")),
    doubled: [...rowsOf].filter(([, rows]) => rows.length > 1).map(([key]) => key),
    wronglyPaid: wronglyPaid(standIn.world.firstShop, parcels),
    ledgerDifferences: await ledgerDifferences({ ctx: async () => ctx, standIn }),
    rollupDifferences: await ctx.transaction((tx) => tx.insights.differences()),
  };
}

/** Webhooks that were answered with 200 and that the app knows nothing of. */
export async function answeredAndForgotten({ standIn }: BuiltWorld, ctx: ShopContext, app: App): Promise<string[]> {
  const answered = standIn.world.webhooks.deliveries.filter(({ attempts }) => attempts.some(({ status }) => status === 200));
  const rowsOf = await inboxOf(ctx, app);
  return answered.map(keyOf).filter((key) => !rowsOf.has(key));
}

async function inboxOf(ctx: ShopContext, app: App) {
  const inbox = await inShop(app.database.prisma, ctx.shop.shopId, (tx) => tx.webhookInbox.findMany());
  return Map.groupBy(inbox, keyOf);
}

function keyOf({ topic, eventId }: { readonly topic: string; readonly eventId: string }): string {
  return `${topic} ${eventId}`;
}

type Shop = BuiltWorld["standIn"]["world"]["firstShop"];

function wronglyPaid(shop: Shop, parcels: readonly ChaosParcel[]): Findings["wronglyPaid"] {
  const credits = [...shop.credits.values()].flatMap(({ customerId, transactions }) =>
    transactions.map(({ amount }) => ({ email: shop.customers.get(customerId)?.email ?? customerId, minor: Number(amount.minor) })),
  );
  const got = Map.groupBy(credits, ({ email }) => email);
  const owed = new Map(parcels.map(({ email, owed: minor }) => [email, minor > 0 ? [minor] : []]));
  const emails = [...new Set([...owed.keys(), ...got.keys()])];
  return emails
    .map((email) => ({ email, owed: owed.get(email) ?? [], got: (got.get(email) ?? []).map(({ minor }) => minor) }))
    .filter((one) => JSON.stringify(one.owed) !== JSON.stringify(one.got));
}
