import { textOf } from "../json.ts";
import type { Bag } from "../money/amount.ts";
import { mapBag, subtractBags, sumBags, timesBag, zeroLike } from "../money/bag.ts";
import { share } from "../money/amount.ts";
import type { LineRecord, OrderRecord } from "./records.ts";

/** Unit price times quantity, before any discount. */
export function originalTotal(line: LineRecord): Bag {
  return timesBag(line.price, line.quantity);
}

/** What all discounts took off the line, the order-level ones included. */
export function allocatedDiscounts(line: LineRecord): Bag {
  return sumBags(
    line.allocations.map((allocation) => allocation.amount),
    zeroLike(line.price),
  );
}

export function discountedTotal(line: LineRecord): Bag {
  return subtractBags(originalTotal(line), allocatedDiscounts(line));
}

/** The part that discounts of the given kinds took: an application says whether it spreads over the order or came from a code. */
export function discountsWhere(
  order: OrderRecord,
  line: LineRecord,
  keep: (application: { type: string; allocation: string }) => boolean,
): Bag {
  const kept = line.allocations.filter((allocation) => {
    const application = order.discountApplications[allocation.applicationIndex];
    return keep({ type: textOf(application?.["type"], "manual"), allocation: textOf(application?.["allocation_method"], "each") });
  });
  return sumBags(
    kept.map((allocation) => allocation.amount),
    zeroLike(line.price),
  );
}

export function taxTotal(line: LineRecord): Bag {
  return sumBags(
    line.taxLines.map((tax) => tax.price),
    zeroLike(line.price),
  );
}

/**
 * What `count` pieces are worth when `before` pieces of the line were settled already: the running total is rounded, not the
 * piece, so all pieces together are always the whole line. USD 10.00 over 3 pieces is 3.33, then 3.34, then 3.33.
 */
export function portion(total: Bag, quantity: number, pieces: { before: number; count: number }): Bag {
  const { before, count } = pieces;
  return mapBag(total, (minor) => share(minor, before + count, quantity) - share(minor, before, quantity));
}
