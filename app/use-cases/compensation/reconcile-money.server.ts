import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import { foldLedger } from "#app/domain/compensation/ledger.ts";
import type { Difference } from "#app/domain/compensation/reconcile.ts";
import { aboutOf, reconcile } from "#app/domain/compensation/reconcile.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { DAY, HOUR, after, dateIn, startOfDate } from "#app/domain/shared/time.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { Reconciliation } from "./read-reconciliation.server.ts";
import { RECONCILIATION } from "./read-reconciliation.server.ts";
import { readMovements } from "./shopify-movements.server.ts";

/** Shopify lets most apps read the orders of so many days; whatever moved since is looked at every night. */
const WINDOW = 60 * DAY;
/** The night's work begins at two: what happened before midnight has come to its end by then. */
const BEGINS_AFTER = 2 * HOUR;
const ORDERS_AT_ONCE = 50;

/**
 * Once in each night of the shop every refund, credit, code and gift card in the ledger is matched with Shopify's own. What remains unexplained
 * opens one case, naming the amounts and where, and no second one on later nights. Asked again in the same night it does nothing. Answers
 * what came of it; undefined when it is not time, or the night's work is done.
 */
export async function reconcileMoney(ctx: ShopContext): Promise<Reconciliation | undefined> {
  const at = ctx.clock.now();
  const night = dateIn(ctx.shop.timezone, at);
  if (at < after(startOfDate(night, ctx.shop.timezone), BEGINS_AFTER)) return undefined;
  const before = await ctx.transaction(async (tx) => ((await isDone(tx, night)) ? undefined : tx.ledger.changedSince(after(at, -WINDOW))));
  if (!before) return undefined;
  const found = await compareAll(ctx, before);
  const result = { night, checkedAt: at.toISOString(), ...found };
  const isKept = await ctx.transaction(async (tx) => {
    const last = await tx.settings.read(RECONCILIATION);
    if ((last?.value as Reconciliation | undefined)?.night === night) return false;
    // Whoever writes the result down first has done this night's work.
    const isFirst = await tx.settings.save(RECONCILIATION, result, { expectedVersion: last?.version ?? 0, by: "system", at });
    if (!isFirst) return false;
    for (const difference of found.differences) await openDifference(tx, ctx, { difference, entries: before });
    return true;
  });
  if (found.differences.length > 0) ctx.log.error({ differences: found.differences.length }, "The ledger and Shopify differ");
  return isKept ? result : undefined;
}

async function isDone(tx: Repositories, night: string): Promise<boolean> {
  const last = await tx.settings.read(RECONCILIATION);
  return (last?.value as Reconciliation | undefined)?.night === night;
}

async function compareAll(ctx: ShopContext, entries: readonly LedgerEntry[]) {
  const orders = [...new Set(entries.map(({ orderGid }) => orderGid))];
  const differences: Difference[] = [];
  let unreadable = 0;
  for (let start = 0; start < orders.length; start += ORDERS_AT_ONCE) {
    const own = new Set(orders.slice(start, start + ORDERS_AT_ONCE));
    const some = entries.filter(({ orderGid }) => own.has(orderGid));
    const read = await readMovements(ctx, { entries: some, names: await namesOf(ctx, own) });
    unreadable += read.unreadable.size;
    const readable = some.filter(({ orderGid }) => !read.unreadable.has(orderGid));
    differences.push(...reconcile(readable, read.movements));
  }
  const real = await stillThere(ctx, differences);
  return { checked: foldLedger(entries).size, unreadable, differences: real };
}

/** What Amends calls the returns of these orders; its refunds carry the name as their note. */
async function namesOf(ctx: ShopContext, orders: ReadonlySet<OrderGid>): Promise<ReadonlySet<string>> {
  return ctx.transaction(async (tx) => {
    const names: string[] = [];
    for (const gid of orders) names.push(...(await tx.returns.ofOrder(gid)).map(({ name }) => name));
    return new Set(names);
  });
}

/** Money that moved while Shopify was being read is in the ledger by now, or its line says otherwise. */
async function stillThere(ctx: ShopContext, differences: readonly Difference[]): Promise<Difference[]> {
  return ctx.transaction(async (tx) => {
    const known = await tx.ledger.known(differences.flatMap((one) => (one.code === "not_in_ledger" ? one.gid : [])));
    return differences.filter((one) => one.code !== "not_in_ledger" || !known.has(one.gid));
  });
}

/** One case for each difference, whichever night finds it. */
async function openDifference(
  tx: Repositories,
  ctx: ShopContext,
  { difference, entries }: { readonly difference: Difference; readonly entries: readonly LedgerEntry[] },
): Promise<void> {
  const keys = difference.code === "claimed_twice" ? difference.keys : [aboutOf(difference)];
  const orderGid = entries.find(({ key }) => keys.includes(key))?.orderGid;
  const order = orderGid && (await tx.orders.find(orderGid));
  await openCase(tx, ctx, {
    key: `reconciliation:${difference.code}:${aboutOf(difference)}`,
    type: "disagreement",
    subject: "",
    body: null,
    detail: { ...difference },
    orderGid,
    orderName: order?.name,
    locale: ctx.shop.locale,
  });
}
