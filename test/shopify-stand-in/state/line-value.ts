import { textOf } from "../json.ts";
import type { Bag } from "../money/amount.ts";
import { emptyBag, mapBag, subtractBags, sumBags, timesBag, zeroLike } from "../money/bag.ts";
import type { LineRecord, OrderRecord } from "./records.ts";

/** Unit price times quantity, before any discount. */
export function originalTotal(line: LineRecord): Bag {
  return timesBag(line.price, line.quantity);
}

/** What was given on top. */
export function totalTips(order: OrderRecord): Bag {
  const tips = order.lines.filter(({ isTip }) => isTip === true).map(originalTotal);
  return sumBags(tips, emptyBag(order.currency, order.presentmentCurrency));
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

/** The first k of `pieces` equal pieces of an amount: what does not divide evenly goes to the first pieces, one minor unit each. */
function firstPieces(minor: number, pieces: number, k: number): number {
  const size = Math.abs(minor);
  const spare = size % pieces;
  const sum = ((size - spare) / pieces) * k + Math.min(k, spare);
  return minor < 0 && sum !== 0 ? -sum : sum;
}

/**
 * What `count` pieces are worth when `before` pieces come before them: the amount is split over the pieces by largest
 * remainder, so all pieces together are always the whole. USD 10.00 over 3 pieces is 3.34, then 3.33, then 3.33.
 */
export function portion(total: Bag, quantity: number, pieces: { before: number; count: number }): Bag {
  const { before, count } = pieces;
  if (quantity === 0) return zeroLike(total);
  return mapBag(total, (minor) => firstPieces(minor, quantity, before + count) - firstPieces(minor, quantity, before));
}
