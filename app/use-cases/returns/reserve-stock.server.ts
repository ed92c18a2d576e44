import { keptUntil, reservationStep } from "#app/domain/returns/stock-reservation.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { ExchangeSoldOut } from "./goods-in-stock.server.ts";
import { checkGoodsInStock } from "./goods-in-stock.server.ts";
import { markOf } from "./mark.server.ts";
import type { StoredReturn } from "./ports.ts";
import { tellShopper } from "./tell-shopper.server.ts";
import type { GoodsKept, StockReservation } from "./stock-ports.server.ts";

/** Without it no draft order can be made. A shop that has not agreed to it yet sees so on its returns. */
const PERMISSION = "write_draft_orders";

interface Kept {
  readonly record: StoredReturn;
  readonly reservation: StockReservation;
}

/**
 * Takes the goods kept for a return to where they should be: kept while it waits for them, let go when it ended or when their time is
 * over. Every step looks first what an earlier try did, so that running twice, late or after a crash keeps them once. Goods that are
 * sold out become a case, and the shopper is told.
 */
export async function reserveStock(ctx: ShopContext, returnId: string): Promise<void> {
  const outcome = await ctx.locks.hold(lockOf(returnId), () => reserveOnce(ctx, returnId));
  if (outcome === "busy") throw new Error("Another worker sees to the goods of this return; look again later");
}

/**
 * Lets go what is kept for a return right before Shopify takes it for the exchange itself. What was not kept must be in stock now.
 * Refuses with `exchange_sold_out`.
 */
export async function handOverStock(ctx: ShopContext, record: StoredReturn): Promise<Result<null, ExchangeSoldOut>> {
  if (record.quote.exchanges.length === 0) return ok(null);
  const outcome = await ctx.locks.hold(lockOf(record.id), async () => {
    const kept = await readKept(ctx, record.id);
    if (!kept) return checkGoodsInStock(ctx, [record]);
    const isHeld = kept.reservation.state === "held" && (kept.reservation.until ?? ctx.clock.now()) > ctx.clock.now();
    await letGo(ctx, kept);
    if (mayBeKept(kept.reservation)) await keep(ctx, kept, { state: "released" });
    return isHeld ? ok(null) : checkGoodsInStock(ctx, [record]);
  });
  if (outcome === "busy") throw new Error("Another worker sees to the goods of this return; look again later");
  return outcome;
}

function lockOf(returnId: string): string {
  return `reserve-stock:${returnId}`;
}

async function readKept(ctx: ShopContext, returnId: string): Promise<Kept | undefined> {
  return ctx.transaction(async (tx) => {
    const [record, reservation] = [await tx.returns.find(returnId), await tx.stockReservations.find(returnId)];
    return record && reservation ? { record, reservation } : undefined;
  });
}

async function reserveOnce(ctx: ShopContext, returnId: string): Promise<void> {
  const kept = await readKept(ctx, returnId);
  if (!kept) return;
  switch (reservationStep(kept.reservation, kept.record.status, ctx.clock.now())) {
    case "nothing":
      return;
    case "hold":
      return hold(ctx, kept);
    case "release":
      await letGo(ctx, kept);
      return keep(ctx, kept, { state: "released" });
    case "expire":
      await letGo(ctx, kept);
      return noteOutcome(ctx, kept, (await checkGoodsInStock(ctx, [kept.record])).ok ? { state: "expired" } : { state: "sold_out" });
  }
}

async function hold(ctx: ShopContext, kept: Kept): Promise<void> {
  const { record, reservation } = kept;
  const { keepStockDays } = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "exchanges"));
  if (keepStockDays === 0) return keep(ctx, kept, { state: "off" });
  const until = reservation.until ?? keptUntil(reservation.createdAt, keepStockDays);
  if (!ctx.shop.scopes.includes(PERMISSION)) return noteOutcome(ctx, kept, { state: "not_allowed", until });
  const [earlier] = await ctx.shopify.stock.find(markOf(record.number));
  const goods = await countedGoods(ctx, record);
  if (earlier) return noteOutcome(ctx, kept, { state: "held", until, goods, draftGid: earlier });
  if (!(await checkGoodsInStock(ctx, [record])).ok) return noteOutcome(ctx, kept, { state: "sold_out", until, goods });
  if (goods.length === 0) return keep(ctx, kept, { state: "not_needed" });
  const made = await ctx.shopify.stock.reserve({ mark: markOf(record.number), note: record.name, goods, until });
  if (!made.ok) return noteOutcome(ctx, kept, { state: "refused", until, goods, message: made.error.message });
  return noteOutcome(ctx, kept, { state: "held", until, goods, draftGid: made.value });
}

/** The goods that can run out. */
async function countedGoods(ctx: ShopContext, { quote }: StoredReturn): Promise<GoodsKept[]> {
  const stock = await ctx.shopify.products.stockOf([...new Set(quote.exchanges.map(({ variantGid }) => variantGid))]);
  return quote.exchanges
    .filter(({ variantGid }) => stock.get(variantGid) !== null)
    .map(({ variantGid, quantity }) => ({ variantGid, quantity }));
}

/** Deletes every draft of the return, also one that nobody wrote down. */
async function letGo(ctx: ShopContext, { record, reservation }: Kept): Promise<void> {
  if (!mayBeKept(reservation) || !ctx.shop.scopes.includes(PERMISSION)) return;
  const found = await ctx.shopify.stock.find(markOf(record.number));
  for (const gid of new Set([...(reservation.draftGid ? [reservation.draftGid] : []), ...found])) await ctx.shopify.stock.release(gid);
}

/** Whether a draft of it may be there: also one that a worker made and did not live to write down. */
function mayBeKept({ state }: StockReservation): boolean {
  return state === "wanted" || state === "held";
}

type Found = Partial<Omit<StockReservation, "returnId" | "orderGid">> & Pick<StockReservation, "state">;

function keep(ctx: ShopContext, { reservation }: Kept, found: Found): Promise<void> {
  return ctx.transaction((tx) => tx.stockReservations.save(withFound(reservation, found, ctx.clock.now())));
}

const EVENTS = {
  held: "stock_reserved",
  expired: "stock_expired",
  sold_out: "stock_sold_out",
  refused: "stock_refused",
} as const;

/** Keeps what was found, with a line of history when it is new; goods that are gone have staff and the shopper told, once for a return. */
async function noteOutcome(ctx: ShopContext, { record, reservation }: Kept, found: Found): Promise<void> {
  const event = Object.entries(EVENTS).find(([state]) => state === found.state)?.[1];
  const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale } = record;
  const at = ctx.clock.now();
  const detail = { ...(found.until ? { until: found.until.toISOString() } : {}), ...(found.message ? { message: found.message } : {}) };
  await ctx.transaction(async (tx) => {
    await tx.stockReservations.save(withFound(reservation, found, at));
    if (!event || found.state === reservation.state) return;
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event, actor: "system", at, detail });
    if (found.state !== "sold_out") return;
    await tellShopper(tx, ctx, { record, news: "exchange_sold_out" });
    await openCase(tx, ctx, {
      key: `stock:${returnId}`,
      type: "other",
      subject: "",
      body: null,
      detail: { code: "exchange_sold_out", returnName: record.name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}

function withFound(reservation: StockReservation, found: Found, at: Date): StockReservation {
  const next = { ...reservation, ...found, updatedAt: at };
  return { ...next, draftGid: next.state === "held" ? next.draftGid : null, message: found.message ?? null };
}
