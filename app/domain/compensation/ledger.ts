import type { Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, zero } from "#app/domain/shared/money.ts";

/** How money moves. */
export const MOVEMENT_KINDS = ["refund", "store_credit", "discount_code", "gift_card"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * `intended` is written before Shopify is asked, `confirmed` when it has answered, `failed` when it refused, `voided` when the movement
 * was given up or taken back.
 */
export const LEDGER_PHASES = ["intended", "confirmed", "failed", "voided"] as const;
export type LedgerPhase = (typeof LEDGER_PHASES)[number];

/** One line of the ledger. Lines are only ever added; a movement is all the lines of one key. */
export interface LedgerEntry {
  /** What the movement is for; one movement per key and shop for ever. */
  readonly key: string;
  /** UUIDv7; lines are folded in the order of their ids, which is that of their creation. */
  readonly id: string;
  readonly phase: LedgerPhase;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly orderGid: OrderGid;
  /** What Shopify calls it: a refund, a store credit transaction, a discount. Known once confirmed. */
  readonly shopifyGid: Gid | null;
  readonly at: Date;
}

/** Where one movement stands. "reversed" was paid and then taken back. */
export type MovementState = "pending" | "paid" | "failed" | "voided" | "reversed";

/** All lines of one key, folded. */
export interface Movement {
  readonly key: string;
  readonly state: MovementState;
  readonly kind: MovementKind;
  /** The confirmed amount where there is one, else the intended one. */
  readonly amount: Money;
  readonly orderGid: OrderGid;
  readonly shopifyGid: Gid | null;
  readonly intendedAt: Date;
}

/**
 * Folds the ledger into one movement per key, in order of id. Repeated lines change nothing. Once confirmed, a movement stays
 * paid whatever a slower attempt reports, until it is voided; a confirmation after a failure or a void counts, because then money did move.
 */
export function foldLedger(entries: readonly LedgerEntry[]): Map<string, Movement> {
  const movements = new Map<string, Movement>();
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    movements.set(entry.key, foldEntry(movements.get(entry.key), entry));
  }
  return movements;
}

/** Whether the movement has taken money or may still do so: what counts against caps and budgets. */
export function isSpent(movement: Movement): boolean {
  return movement.state === "pending" || movement.state === "paid";
}

/** Money given, and money on its way. */
export interface Balance {
  readonly paid: Money;
  readonly pending: Money;
}

/** Balance per currency; currencies are never added up. */
export function balanceOf(movements: Iterable<Movement>): Map<string, Balance> {
  const balances = new Map<string, Balance>();
  for (const { amount, state } of movements) {
    const balance = balances.get(amount.currency) ?? { paid: zero(amount.currency), pending: zero(amount.currency) };
    if (state === "paid") balances.set(amount.currency, { ...balance, paid: add(balance.paid, amount) });
    else if (state === "pending") balances.set(amount.currency, { ...balance, pending: add(balance.pending, amount) });
    else balances.set(amount.currency, balance);
  }
  return balances;
}

/** Balance per order and currency. */
export function balanceByOrder(movements: Iterable<Movement>): Map<OrderGid, Map<string, Balance>> {
  const byOrder = Map.groupBy([...movements], ({ orderGid }) => orderGid);
  const balances = new Map<OrderGid, Map<string, Balance>>();
  for (const [orderGid, own] of byOrder) balances.set(orderGid, balanceOf(own));
  return balances;
}

function foldEntry(movement: Movement | undefined, entry: LedgerEntry): Movement {
  const { key, kind, amount, orderGid } = entry;
  const state = stateAfter(movement?.state, entry.phase);
  const isAuthority = movement === undefined || (entry.phase === "confirmed" && movement.state !== "paid");
  return {
    key,
    state,
    kind: isAuthority ? kind : movement.kind,
    amount: isAuthority ? amount : movement.amount,
    orderGid: movement?.orderGid ?? orderGid,
    shopifyGid: movement?.shopifyGid ?? entry.shopifyGid,
    intendedAt: movement?.intendedAt ?? entry.at,
  };
}

function stateAfter(state: MovementState | undefined, phase: LedgerPhase): MovementState {
  switch (phase) {
    case "intended":
      return state === undefined || state === "failed" ? "pending" : state;
    case "confirmed":
      return state === "reversed" ? "reversed" : "paid";
    case "failed":
      return state === undefined || state === "pending" ? "failed" : state;
    case "voided":
      return state === "paid" || state === "reversed" ? "reversed" : "voided";
  }
}
