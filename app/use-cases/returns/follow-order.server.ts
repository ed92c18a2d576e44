import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { UnitsByHand } from "#app/domain/returns/refunded-by-hand.ts";
import { allowedEvents } from "#app/domain/returns/return-status.ts";
import { settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { fraction } from "#app/domain/shared/money.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import type { Move } from "./move-return.server.ts";
import { moveReturn } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import { waitingReturns, withOwnReturns } from "./read-order-in-portal.server.ts";
import { settledItems } from "./settled-units.server.ts";
import { byLine, readClaims, unitsByHand } from "./units-by-hand.server.ts";

const UNDER_WAY: readonly string[] = ["requested", "approved", "in_transit", "received", "inspected"];

/** Has an order looked at again when returns of it are under way; part of the caller's transaction. */
export async function wantFollowing(tx: Repositories, orderGid: OrderGid): Promise<void> {
  const own = await tx.returns.ofOrder(orderGid);
  if (own.some(({ status }) => UNDER_WAY.includes(status))) await tx.outbox.send("follow-order", { orderGid });
}

/**
 * Follows what staff did to an order in Shopify while returns of it are under way. Units that were refunded there by hand are not paid
 * again: a return of which nothing else is left is refunded. A request that Shopify does not know yet gets smaller with its order, and is
 * cancelled when nothing of it is left. One that is open in Shopify stops with the reason and a case for staff. The order is read afresh, so
 * running twice, late or out of order changes nothing more.
 */
export async function followOrder(ctx: ShopContext, orderGid: string): Promise<void> {
  const gid = parseGid("Order", orderGid);
  const found = gid ? await ctx.shopify.returns.readOrder(gid) : undefined;
  if (!found) return;
  const { order } = found;
  await ctx.transaction(async (tx) => {
    const own = await tx.returns.ofOrder(order.gid);
    const units = unitsByHand(order.refunds, own, await readClaims(tx, own));
    for (const record of own.filter(({ status }) => UNDER_WAY.includes(status))) {
      const change: Change = { order, own, record, byHand: units.filter(({ returnId }) => returnId === record.id) };
      await (record.shopifyGid ? followOpen(tx, ctx, change) : followWaiting(tx, ctx, change));
    }
  });
}

interface Change {
  readonly order: ReturnableOrder;
  readonly own: readonly StoredReturn[];
  readonly record: StoredReturn;
  /** Units of this return that were refunded by hand. */
  readonly byHand: readonly UnitsByHand[];
}

/** Shopify holds its units: it keeps its size, and what was refunded is left out when it is settled. */
async function followOpen(tx: Repositories, ctx: ShopContext, change: Change): Promise<void> {
  const { order, record, byHand } = change;
  const events = await tx.returns.events(record.id);
  if (byHand.length > 0) {
    const noted = events.filter(({ event }) => event === "refunded_in_shopify").map(({ detail }) => detail.refundGid);
    for (const [refundGid, units] of Map.groupBy(byHand, (one) => one.refundGid)) {
      if (!noted.includes(refundGid))
        await note(tx, ctx, { record, event: "refunded_in_shopify", detail: detailOf(change, refundGid, units) });
    }
    const held = order.returns.find(({ gid }) => gid === record.shopifyGid)?.lines ?? [];
    const unpaid = held.reduce((all, { unpaidQuantity }) => all + unpaidQuantity, 0);
    if (unitsIn(byHand) >= unpaid && held.length > 0) return void (await takeSteps(tx, ctx, { record, steps: paidSteps(change) }));
  }
  const code = problemOf(change);
  if (!code || events.some(({ event, detail }) => event === "order_changed" && detail.code === code)) return;
  if (!(await tx.returns.save({ ...record, errorCode: code, needsReview: true, updatedAt: ctx.clock.now() }))) throw new ReturnMoved();
  await note(tx, ctx, { record, event: "order_changed", detail: { by: "shopify", code } });
  const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale, name } = record;
  await openCase(tx, ctx, {
    ...{ key: `${code}:${returnId}`, type: "other", subject: "", body: null, detail: { code, returnName: name } },
    ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
  });
}

/** Why a return cannot simply go on: its order was cancelled, or has fewer units than it asks for and nobody refunded them. */
function problemOf({ order, record, byHand }: Change): "order_cancelled" | "order_edited" | undefined {
  if (order.cancelledAt) return "order_cancelled";
  const held = order.returns.find(({ gid }) => gid === record.shopifyGid)?.lines ?? [];
  const isShort = held.some(({ lineGid }) => {
    const asked = held.filter((one) => one.lineGid === lineGid).reduce((all, one) => all + one.unpaidQuantity, 0);
    const refunded = unitsIn(byHand.filter((one) => one.lineGid === lineGid));
    return asked - refunded > (order.lines.find(({ gid }) => gid === lineGid)?.currentQuantity ?? 0);
  });
  return isShort ? "order_edited" : undefined;
}

/** Only Amends knows of it: it takes what Shopify can still take back, at what that comes to now. */
async function followWaiting(tx: Repositories, ctx: ShopContext, change: Change): Promise<void> {
  const { order, record, byHand } = change;
  const smaller = order.cancelledAt ? [] : linesLeft(change);
  const [now, before] = [unitsIn(smaller), unitsIn(record.lines)];
  if (now === before) return;
  const isRefunded = unitsIn(byHand) > 0;
  if (now === 0) {
    const steps = isRefunded
      ? [...paidSteps(change), CLOSE(ctx.clock.now())]
      : [cancelled(order.cancelledAt ? "order_cancelled" : "order_edited")];
    return takeSteps(tx, ctx, { record, steps });
  }
  const lowered = { ...record, lines: smaller, errorCode: undefined, updatedAt: ctx.clock.now() };
  const figure = settlementFigure({
    order: withOwnReturns(
      order,
      change.own.filter(({ id }) => id !== record.id),
    ),
    items: settledItems(lowered, await tx.policies.decisionsOf(record.id), new Map()),
    agreed: record.quote,
    requestedAt: record.requestedAt,
  });
  const quote = figure.ok ? figure.value : record.quote;
  if (!(await tx.returns.save({ ...lowered, quote, ...(figure.ok ? {} : { needsReview: true }) }))) throw new ReturnMoved();
  const claims = byHand.map(({ refundGid, lineGid, quantity }) => ({ refundGid, lineGid, quantity }));
  const code = isRefunded ? "refunded_in_shopify" : "order_edited";
  await note(tx, ctx, { record, event: "adapted", detail: { by: "shopify", code, before, now, claims } });
  if (record.status === "approved") await tx.outbox.send("open-return", { returnId: record.id });
}

/** Its lines with the units that nobody refunded and that can still come back, those without any left out. */
function linesLeft({ order, own, record, byHand }: Change): StoredReturn["lines"] {
  const earlier = waitingReturns(
    own.slice(
      0,
      own.findIndex(({ id }) => id === record.id),
    ),
  ).flatMap(({ lines }) => lines);
  const room = new Map<string, number>();
  for (const { fulfillmentLineItemGid: gid, returnableQuantity } of order.lines.flatMap(({ parcels }) => parcels)) {
    room.set(gid, returnableQuantity - unitsIn(earlier.filter(({ fulfillmentLineGid }) => fulfillmentLineGid === gid)));
  }
  return record.lines.flatMap((line) => {
    const left = Math.max(0, room.get(line.fulfillmentLineGid) ?? 0);
    const quantity = Math.min(line.quantity - unitsIn(byHand.filter(({ lineId }) => lineId === line.id)), left);
    room.set(line.fulfillmentLineGid, left - quantity);
    return quantity === 0 ? [] : [{ ...line, quantity, amount: fraction(line.amount, [quantity, line.quantity]) }];
  });
}

type Step = Omit<Move, "actor">;

/** The table leads to "refunded" through "processing" only, from wherever the goods are. */
function paidSteps({ order, record, byHand }: Change): Step[] {
  const refunds = order.refunds.filter(({ gid }) => byHand.some(({ refundGid }) => refundGid === gid));
  const detail = { by: "shopify", refunds: refunds.map(({ gid, total }) => ({ gid, total: total.presentment })) };
  const paidAt = refunds.at(-1)?.createdAt;
  return [
    ...(record.status === "requested" ? [{ event: "approve", change: { needsReview: false }, detail: { by: "shopify" } } as const] : []),
    ...(record.status === "received" ? [{ event: "inspect", detail: { by: "shopify" } } as const] : []),
    { event: "start_processing", detail },
    { event: "pay", detail, change: { errorCode: undefined, ...(paidAt ? { paidAt } : {}) } },
  ];
}

const CLOSE = (closedAt: Date): Step => ({ event: "close", change: { closedAt }, detail: { by: "shopify" } });

function cancelled(code: string): Step {
  return { event: "cancel", change: { needsReview: false, errorCode: undefined }, detail: { by: "shopify", code } };
}

/** Somebody else is changing it: the job runs again over what there is then. */
class ReturnMoved extends Error {}

async function takeSteps(
  tx: Repositories,
  ctx: ShopContext,
  { record, steps }: { readonly record: StoredReturn; readonly steps: readonly Step[] },
): Promise<void> {
  let now = record;
  for (const step of steps) {
    if (!allowedEvents(now.status, "system").includes(step.event)) return;
    const moved = await moveReturn(tx, ctx, { record: now, actor: "system", ...step });
    if (!moved.ok) throw new ReturnMoved();
    now = moved.value;
  }
  await countReturnedUnits(tx, now);
}

interface Noted {
  readonly record: StoredReturn;
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function note(tx: Repositories, ctx: ShopContext, { record, event, detail }: Noted): Promise<void> {
  await tx.returns.addEvent({ id: ctx.ids.next(), returnId: record.id, event, actor: "system", at: ctx.clock.now(), detail });
}

function detailOf({ order, record }: Change, refundGid: string, units: readonly UnitsByHand[]): Noted["detail"] {
  const refund = order.refunds.find(({ gid }) => gid === refundGid)?.total.presentment;
  const counts = byLine(units, record.id);
  const words = record.lines.filter(({ id }) => counts.has(id)).map(({ id, title }) => `${counts.get(id) ?? 0} × ${title}`);
  return { by: "shopify", refundGid, refund, note: words.join(", ") };
}

function unitsIn(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((all, { quantity }) => all + quantity, 0);
}
