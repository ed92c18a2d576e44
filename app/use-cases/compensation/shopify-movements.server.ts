import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import { foldLedger } from "#app/domain/compensation/ledger.ts";
import type { ShopifyMovement } from "#app/domain/compensation/reconcile.ts";
import type { CustomerGid, Gid, OrderGid } from "#app/domain/shared/gid.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { OrderMovements } from "./ports.ts";

/** What Shopify knows of the money of some orders. */
export interface ReadMovements {
  readonly movements: readonly ShopifyMovement[];
  /** Orders that Shopify does not show any more: nothing is said about their movements. */
  readonly unreadable: ReadonlySet<OrderGid>;
}

/**
 * Reads from Shopify everything that the ledger's lines could be: refunds of their orders, credits and gift cards of their customers, and the
 * codes that they name. A refund counts as ours when its note is the name that Amends gave one of the order's returns.
 */
export async function readMovements(
  ctx: ShopContext,
  { entries, names }: { readonly entries: readonly LedgerEntry[]; readonly names: ReadonlySet<string> },
): Promise<ReadMovements> {
  const { compensation } = ctx.shopify;
  const orders = [...new Set(entries.map(({ orderGid }) => orderGid))];
  const read = await compensation.readRefunds(orders);
  const known = new Set(read.map(({ orderGid }) => orderGid));
  const customersOf = (kind: LedgerEntry["kind"]) => customers(read, new Set(ordersWith(entries, kind)));
  const since = after(earliest(entries, ctx.clock.now()), -DAY);
  const credits = await Promise.all(customersOf("store_credit").map((gid) => compensation.creditsSince(gid, since)));
  const cards = await Promise.all(customersOf("gift_card").map((gid) => compensation.giftCardsOf(gid)));
  const codes = await compensation.readCodes(gidsOf(entries, "discount_code"));
  const isOurs = false;
  return {
    unreadable: new Set(orders.filter((gid) => !known.has(gid))),
    movements: [
      ...read.flatMap(({ orderGid, refunds }) => refunds.map((refund) => refundMovement(orderGid, refund, names))),
      ...credits.flat().map(({ gid, amount }) => ({ gid, amount, kind: "store_credit" as const, orderGid: null, isOurs, isActive: true })),
      ...codes.map(({ gid, amount }) => ({ gid, amount, kind: "discount_code" as const, orderGid: null, isOurs, isActive: true })),
      ...cards.flat().map((card) => ({
        ...{ gid: card.gid, amount: card.amount, kind: "gift_card" as const, orderGid: null },
        isOurs: card.note.startsWith("Amends ") && card.at >= since,
        isActive: card.isActive,
      })),
    ],
  };
}

/** A refund of nothing books goods in for an exchange or a gift card; no money moved. */
function refundMovement(orderGid: OrderGid, refund: OrderMovements["refunds"][number], names: ReadonlySet<string>): ShopifyMovement {
  const { gid, amount, note, returnGid } = refund;
  const isOurs = returnGid !== undefined && names.has(note) && amount.minor > 0;
  return { gid, amount, kind: "refund", orderGid, isOurs, isActive: true };
}

function customers(read: readonly OrderMovements[], orders: ReadonlySet<OrderGid>): CustomerGid[] {
  return [...new Set(read.flatMap(({ orderGid, customerGid }) => (customerGid && orders.has(orderGid) ? customerGid : [])))];
}

function ordersWith(entries: readonly LedgerEntry[], wanted: LedgerEntry["kind"]): OrderGid[] {
  return entries.filter(({ kind }) => kind === wanted).map(({ orderGid }) => orderGid);
}

function gidsOf(entries: readonly LedgerEntry[], wanted: LedgerEntry["kind"]): Gid[] {
  return [...foldLedger(entries).values()].flatMap(({ kind, shopifyGid }) => (kind === wanted && shopifyGid ? shopifyGid : []));
}

function earliest(entries: readonly LedgerEntry[], now: Date): Date {
  return entries.reduce((first, { at }) => (at < first ? at : first), now);
}
