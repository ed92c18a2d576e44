import { inject } from "vitest";
import { demoShop, DEMO_DOMAIN } from "#test/shopify-stand-in/seed/demo-shop.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { startBuiltWorld, type BuiltWorld, type BuiltWorldOptions } from "#test/support/built-world.ts";
import { newTestDatabase } from "#test/support/database.ts";

export type StoryWorldOptions = Omit<BuiltWorldOptions, "databaseUrl" | "workers">;

/** A world on the engine that the run was started for: on a server a worker of its own works the queues, as in production. */
export async function openStoryWorld(options: StoryWorldOptions = {}): Promise<BuiltWorld> {
  const plant = options.plant ?? plantShopWithoutHistory;
  // Whoever installs the app meets it as it starts for the first time; the others need not wait for that.
  const databaseFolder = options.isInstalled === false ? undefined : inject("databaseFolder");
  if (!inject("databaseServer")) return startBuiltWorld({ ...options, plant, ...(databaseFolder ? { databaseFolder } : {}) });
  const database = await newTestDatabase();
  const world = await startBuiltWorld({ ...options, plant, databaseUrl: database.url, workers: 1 }).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  return {
    ...world,
    close: async () => {
      await world.close();
      await database.drop();
    },
  };
}

/** The demo's shop with everything that it sells and nobody who has bought anything yet. */
function plantShopWithoutHistory(standIn: StandIn): void {
  const state = standIn.world.firstShop;
  const { shop, location, products } = demoShop({ now: standIn.now(), imageBase: `https://${DEMO_DOMAIN}` });
  Object.assign(state.shop, shop);
  state.locations.clear();
  state.putLocation(location);
  products.forEach((product) => state.putProduct(product));
}
