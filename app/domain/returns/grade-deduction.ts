import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { addPairs, pairOf, zeroPair } from "#app/domain/shared/money-pair.ts";
import { basisPoints } from "#app/domain/shared/money.ts";
import type { UnitsWorth } from "./refund-quote.ts";
import { shareOfUnits } from "./refund-quote.ts";

/** Units whose condition costs part of what was paid for them. */
export interface UnitDeduction {
  readonly quantity: number;
  /** Of what was paid for these units with their tax, 0 to 10,000. */
  readonly bp: number;
}

/**
 * What is kept for the condition of some units: of each group its share of what was paid, half-up. Groups are taken in order; what exceeds
 * the units that are paid for counts nothing, so it is never more than was paid.
 *
 * Paid 44.00 for 2 shirts, one of them marked (2,500 bp): 5.50.
 */
export function deductionFor(worth: UnitsWorth, deductions: readonly UnitDeduction[]): MoneyPair {
  let taken = 0;
  let kept = zeroPair(worth.paid);
  for (const { quantity, bp } of deductions) {
    const count = Math.min(quantity, worth.quantity - taken);
    const skip = taken;
    const share = (side: MoneySide) => basisPoints(shareOfUnits(worth.paid[side], worth.quantity, { skip, count }), bp);
    if (count > 0) kept = addPairs(kept, pairOf(share));
    taken += Math.max(0, count);
  }
  return kept;
}
