import type { OrderTransaction } from "#app/domain/orders/returnable-order.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { atLeastZero, min, subtract } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";

/** The part of a refund that goes back over one of the original payments. */
export interface TransactionShare {
  readonly transactionGid: OrderTransaction["gid"];
  readonly gateway: string;
  readonly amount: Money;
}

export interface ExceedsTransactions extends Refusal {
  readonly code: "exceeds_transactions";
  /** How much cannot go back the way it came. */
  readonly missing: Money;
}

/**
 * Splits a refund over the payments it was made of, in the currency the customer was charged in: each is filled in turn, in the
 * order Shopify lists them, and never beyond what is left of it. Refuses with `exceeds_transactions` instead of paying less.
 *
 * 70.00 over a gift card with 25.00 left and a card with 60.00 left: 25.00 and 45.00.
 */
export function allocateToTransactions(
  amount: Money,
  transactions: readonly OrderTransaction[],
): Result<TransactionShare[], ExceedsTransactions> {
  let missing = amount;
  const shares: TransactionShare[] = [];
  for (const { gid, gateway, refundable } of transactions) {
    const share = min(missing, atLeastZero(refundable.presentment));
    if (share.minor > 0) shares.push({ transactionGid: gid, gateway, amount: share });
    missing = subtract(missing, share);
  }
  return missing.minor > 0 ? refuse({ code: "exceeds_transactions", missing }) : ok(shares);
}
