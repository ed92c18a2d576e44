import { hasDuties } from "#app/domain/orders/order-line.ts";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { sendsGoods } from "./quote-resolutions.ts";

/** What the shop and the order make possible, whatever a policy offers. */
export interface Possibilities {
  /** Whether the shop gives store credit at all. */
  readonly hasStoreCredit: boolean;
  /** Whether the shop lets Amends issue gift cards. */
  readonly hasGiftCards: boolean;
  /** The receiver of a gift asks, who becomes a customer to be paid. */
  readonly isForGift?: boolean;
}

/**
 * Leaves out what cannot be done: store credit and gift cards need a shop that gives them and a customer to give them to, so a guest's order
 * is refunded instead. The receiver of a gift is made one. Shopify adds no goods to an order with import duties, so nothing is sent for
 * what comes back of it: neither exchange nor replacement.
 */
export function possibleResolutions(
  kinds: readonly ResolutionKind[],
  order: Pick<ReturnableOrder, "customer" | "lines">,
  { hasStoreCredit, hasGiftCards, isForGift = false }: Possibilities,
): ResolutionKind[] {
  const hasCustomer = isForGift || order.customer !== null;
  return kinds.filter((kind) => {
    if (sendsGoods(kind)) return !hasDuties(order);
    if (kind === "store_credit") return hasStoreCredit && hasCustomer;
    return kind !== "gift_card" || (hasGiftCards && hasCustomer);
  });
}
