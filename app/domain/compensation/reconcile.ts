import type { Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { LedgerEntry, Movement, MovementKind } from "./ledger.ts";
import { foldLedger } from "./ledger.ts";

/** One movement of money as Shopify tells it. */
export interface ShopifyMovement {
  readonly gid: Gid;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly orderGid: OrderGid | null;
  /** Whether Amends made it; what merchants do by hand is theirs to explain. */
  readonly isOurs: boolean;
  /** False when it was taken back: a deactivated code, a debited credit. */
  readonly isActive: boolean;
}

/** Something that the ledger and Shopify tell differently. */
export type Difference =
  /** The ledger says paid, Shopify knows nothing of it. */
  | { readonly code: "not_in_shopify"; readonly key: string; readonly amount: Money }
  /** Amends moved money that the ledger has no line for. */
  | { readonly code: "not_in_ledger"; readonly gid: Gid; readonly amount: Money }
  /** Both know it, with different amounts. */
  | { readonly code: "amount_differs"; readonly key: string; readonly ledger: Money; readonly shopify: Money }
  /** The ledger says failed or taken back, Shopify still has it. */
  | { readonly code: "still_in_shopify"; readonly key: string; readonly amount: Money }
  /** Two keys claim one movement in Shopify. */
  | { readonly code: "claimed_twice"; readonly gid: Gid; readonly keys: readonly string[] };

/** What a difference is about, the same every night: the ledger's key, or Shopify's id where the ledger has none. */
export function aboutOf(difference: Difference): string {
  return "key" in difference ? difference.key : difference.gid;
}

/**
 * Compares the ledger with what really happened in Shopify and answers what remains unexplained; an empty list is a reconciled day.
 * Movements meet by Shopify's id. A pending movement without an id is not a difference: its job is still at work.
 *
 * The ledger says 22.00 was refunded as Refund/1 and Shopify's Refund/1 is of 21.00: `amount_differs` with both amounts.
 */
export function reconcile(entries: readonly LedgerEntry[], shopify: readonly ShopifyMovement[]): Difference[] {
  const movements = [...foldLedger(entries).values()];
  const inShopify = new Map(shopify.map((one) => [one.gid, one]));
  const claims = Map.groupBy(
    movements.filter(({ shopifyGid }) => shopifyGid !== null),
    ({ shopifyGid }) => shopifyGid,
  );
  const claimedTwice = [...claims].flatMap(([gid, own]): Difference[] =>
    gid !== null && own.length > 1 ? [{ code: "claimed_twice", gid, keys: own.map(({ key }) => key) }] : [],
  );
  const unclaimed = [...inShopify.values()].flatMap((one): Difference[] =>
    one.isOurs && one.isActive && !claims.has(one.gid) ? [{ code: "not_in_ledger", gid: one.gid, amount: one.amount }] : [],
  );
  return [...movements.flatMap((one) => differencesOf(one, inShopify)), ...claimedTwice, ...unclaimed];
}

function differencesOf(movement: Movement, inShopify: ReadonlyMap<Gid, ShopifyMovement>): Difference[] {
  const { key, amount, state } = movement;
  const found = movement.shopifyGid === null ? undefined : inShopify.get(movement.shopifyGid);
  if (found === undefined || !found.isActive) return state === "paid" ? [{ code: "not_in_shopify", key, amount }] : [];
  if (state !== "paid" && state !== "pending") return [{ code: "still_in_shopify", key, amount: found.amount }];
  const isSame = found.amount.minor === amount.minor && found.amount.currency === amount.currency;
  return isSame ? [] : [{ code: "amount_differs", key, ledger: amount, shopify: found.amount }];
}
