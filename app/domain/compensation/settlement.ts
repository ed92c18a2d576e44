import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { atLeastZero, subtract, sum } from "#app/domain/shared/money.ts";
import type { Movement } from "./ledger.ts";
import { isSpent } from "./ledger.ts";
import type { LateDelivery } from "./late-delivery.ts";
import { blocksToCap } from "./late-delivery.ts";
import type { LateDeliverySettings } from "./late-delivery-settings.ts";

/** What was given for one fulfillment's lateness before: intended and confirmed movements, without failed and voided ones. */
export interface EarlierPayments {
  readonly total: Money;
  readonly keys: readonly string[];
}

/** What to do about one late fulfillment now. */
export type Settlement =
  /** Pay `amount`, under `key`, which is unique per shop for ever. */
  | { readonly kind: "pay"; readonly amount: Money; readonly key: string }
  /** Nothing to pay yet; ask again at `until`. */
  | { readonly kind: "wait"; readonly until: Date }
  /** Nothing to pay, now or later. */
  | { readonly kind: "nothing"; readonly reason: "not_late" | "already_settled" | "switched_off" };

/** The lateness as computed now, whether the parcel has arrived, and what was given already. */
export interface SettlementFacts {
  readonly fulfillmentGid: FulfillmentGid;
  readonly late: LateDelivery;
  readonly isDelivered: boolean;
  readonly paid: EarlierPayments;
}

/**
 * What to pay now. "once": the whole amount at delivery or when the cap is reached, whichever is first, and never again, even if
 * later facts make it larger. "top_up": at each new block what is owed less what was given. Never negative, and all payments together
 * never exceed the amount owed: a delivery that turns out to have been earlier pays nothing more and takes nothing back.
 * USD 4.80 owed, 3.20 given, "top_up": pay 1.60 under `late-delivery:{fulfillment}:3`.
 */
export function settle(facts: SettlementFacts, settings: LateDeliverySettings): Settlement {
  if (!settings.isEnabled) return { kind: "nothing", reason: "switched_off" };
  return settings.settle === "once" ? settleOnce(facts) : settleByTopUp(facts, settings);
}

/**
 * The moment at which there first is something to settle if nothing new happens, or null when there never is; one in the past means
 * now. A parcel that arrived is settled at its arrival; one under way at the cap ("once") or at its first block ("top_up").
 */
export function settlesAt(late: LateDelivery, deliveredAt: Date | null, settings: LateDeliverySettings): Date | null {
  if (deliveredAt !== null) return deliveredAt;
  if (settings.settle === "once") return late.capReachedAt;
  return late.lateBlocks > 0 ? late.startsAt : late.nextChangeAt;
}

/** The key of the one payment for a fulfillment, or of its top-up with that many blocks. */
export function lateDeliveryKey(fulfillmentGid: FulfillmentGid, block?: number): string {
  return block === undefined ? `late-delivery:${fulfillmentGid}` : `late-delivery:${fulfillmentGid}:${block}`;
}

/** What the ledger says was given, or may still be, for a fulfillment's lateness; `currency` is that of its goods. */
export function earlierPayments(fulfillmentGid: FulfillmentGid, movements: Iterable<Movement>, currency: string): EarlierPayments {
  const once = lateDeliveryKey(fulfillmentGid);
  const own = [...movements].filter((movement) => isSpent(movement) && (movement.key === once || movement.key.startsWith(`${once}:`)));
  return {
    total: sum(
      own.map(({ amount }) => amount),
      currency,
    ),
    keys: own.map(({ key }) => key),
  };
}

function settleOnce({ late, isDelivered, paid, fulfillmentGid }: SettlementFacts): Settlement {
  if (paid.keys.length > 0) return { kind: "nothing", reason: "already_settled" };
  const isFinal = isDelivered || late.capReached;
  if (isFinal && late.amount.minor > 0) return { kind: "pay", amount: late.amount, key: lateDeliveryKey(fulfillmentGid) };
  return isFinal || late.capReachedAt === null ? { kind: "nothing", reason: "not_late" } : { kind: "wait", until: late.capReachedAt };
}

function settleByTopUp({ late, paid, fulfillmentGid }: SettlementFacts, settings: LateDeliverySettings): Settlement {
  const left = atLeastZero(subtract(late.amount, paid.total));
  const key = lateDeliveryKey(fulfillmentGid, Math.min(late.lateBlocks, blocksToCap(settings) ?? 0));
  if (left.minor > 0 && !paid.keys.includes(key)) return { kind: "pay", amount: left, key };
  if (late.nextChangeAt !== null) return { kind: "wait", until: late.nextChangeAt };
  return { kind: "nothing", reason: paid.keys.length > 0 ? "already_settled" : "not_late" };
}
