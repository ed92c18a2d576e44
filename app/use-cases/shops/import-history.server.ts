import { z } from "zod";
import { parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";
import { recordSnapshot } from "#app/use-cases/orders/record-snapshot.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ImportRun, PastOrder } from "./ports.ts";

/** Orders are stored and the position saved this often, so that a killed import goes on where it was. */
const ORDERS_PER_SAVE = 25;

/** Plans an import of the orders changed since `since`; a job then does it. */
export async function startImport(tx: Repositories, ctx: ShopContext, since: Date): Promise<void> {
  const run: ImportRun = { id: ctx.ids.next(), status: "starting", since, importedOrders: 0, importedLines: 0, startedAt: ctx.clock.now() };
  await tx.shop.saveImport(run);
  await tx.outbox.send("import-history", { importId: run.id });
}

/**
 * Takes the latest import one step on: starts Shopify's bulk operation, looks whether it is ready, or reads what it made from the
 * line after the last one stored. Running it again, or after a kill, repeats nothing. Answers the run as it is now.
 */
export async function importHistory(ctx: ShopContext, importId: string): Promise<ImportRun | undefined> {
  let run = await ctx.transaction((tx) => tx.shop.latestImport());
  if (!run || run.id !== importId || run.status === "finished" || run.status === "failed") return run;
  if (!run.bulkGid)
    run = await save(ctx, { ...run, status: "waiting", bulkGid: await ctx.shopify.shop.startOrderHistory(run.since ?? run.startedAt) });
  const bulk = await ctx.shopify.shop.bulkStatus(run.bulkGid ?? "");
  if (bulk.status === "running") return save(ctx, { ...run, totalObjects: bulk.objectCount });
  if (bulk.status === "failed")
    return save(ctx, { ...run, status: "failed", error: bulk.errorCode ?? "UNKNOWN", finishedAt: ctx.clock.now() });
  return bulk.url ? readLines(ctx, { ...run, status: "reading", totalObjects: bulk.objectCount }, bulk.url) : finish(ctx, run);
}

async function readLines(ctx: ShopContext, started: ImportRun, url: string): Promise<ImportRun> {
  let run = await save(ctx, started);
  let batch: PastOrder[] = [];
  let lines = run.importedLines;
  for await (const order of ctx.shopify.shop.readOrderHistory(url, run.importedLines)) {
    batch.push(order);
    lines += order.lines;
    if (batch.length < ORDERS_PER_SAVE) continue;
    run = await store(ctx, batch, { ...run, importedOrders: run.importedOrders + batch.length, importedLines: lines });
    batch = [];
  }
  run = await store(ctx, batch, { ...run, importedOrders: run.importedOrders + batch.length, importedLines: lines });
  return finish(ctx, run);
}

/** A batch of orders and the position after it, in one transaction: a kill between two batches loses and repeats nothing. */
async function store(ctx: ShopContext, batch: readonly PastOrder[], run: ImportRun): Promise<ImportRun> {
  await ctx.transaction(async (tx) => {
    for (const { snapshot } of batch) await recordSnapshot(tx, snapshot);
    const shipments = batch.flatMap(({ snapshot }) => snapshot.fulfillments.map(({ gid }) => ({ fulfillmentGid: gid })));
    await tx.outbox.sendAll("review-shipment", shipments);
    const returns = batch.flatMap(({ returnGids }) => returnGids.map((returnGid) => ({ returnGid })));
    await tx.outbox.sendAll("review-return", returns);
    await tx.shop.saveImport(run);
  });
  return run;
}

async function finish(ctx: ShopContext, run: ImportRun): Promise<ImportRun> {
  return save(ctx, { ...run, status: "finished", finishedAt: ctx.clock.now() });
}

async function save(ctx: ShopContext, run: ImportRun): Promise<ImportRun> {
  await ctx.transaction((tx) => tx.shop.saveImport(run));
  return run;
}

const finishedPayload = z.object({ admin_graphql_api_id: z.string() });

/** A bulk operation ended: if it is the one that the import waits for, the import goes on. */
export async function noteBulkFinished(ctx: ShopContext, payload: string): Promise<void> {
  const { admin_graphql_api_id: gid } = finishedPayload.parse(parseShopifyJson(payload));
  await ctx.transaction(async (tx) => {
    const run = await tx.shop.latestImport();
    if (run?.bulkGid === gid && run.status !== "finished") await tx.outbox.send("import-history", { importId: run.id });
  });
}

/** Asks again for an import that is not finished, in case the webhook that should have continued it never came. */
export async function continueImport(tx: Repositories): Promise<void> {
  const run = await tx.shop.latestImport();
  if (run && run.status !== "finished" && run.status !== "failed") await tx.outbox.send("import-history", { importId: run.id });
}
