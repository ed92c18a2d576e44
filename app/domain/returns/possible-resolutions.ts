import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";

/** What the shop and the order make possible, whatever a policy offers. */
export interface Possibilities {
  /** Whether the shop gives store credit at all. */
  readonly hasStoreCredit: boolean;
}

/**
 * Leaves out what cannot be done: store credit needs a shop that gives it and a customer to give it to, so a guest's order is refunded
 * instead.
 */
export function possibleResolutions(
  kinds: readonly ResolutionKind[],
  order: Pick<ReturnableOrder, "customer">,
  { hasStoreCredit }: Possibilities,
): ResolutionKind[] {
  return kinds.filter((kind) => kind !== "store_credit" || (hasStoreCredit && order.customer !== null));
}
