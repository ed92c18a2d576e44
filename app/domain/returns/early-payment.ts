import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, basisPoints, fraction, min, subtract, sum } from "#app/domain/shared/money.ts";
import type { UnitDeduction } from "./grade-deduction.ts";

/** What can be paid before the goods are back: money and credit. An exchange sends goods of its own and waits for those that come. */
const PAID_EARLY_KINDS: readonly ResolutionKind[] = ["refund", "store_credit", "gift_card"];

/**
 * Whether a return is paid as soon as the carrier has scanned its parcel: every item's rule says so, and what is paid (`total`, in the
 * shop's currency, bonus included) is within the limit of each. One item that waits for the inspection makes the whole return wait.
 *
 * Limits 100.00 and none: a total of 100.00 is paid at the scan, 100.01 after the inspection.
 */
export function isPaidAtFirstScan(
  kind: ResolutionKind,
  terms: readonly Pick<DecisionTerms, "paysAtFirstScan" | "paysAtFirstScanUpTo">[],
  total: Money,
): boolean {
  if (!PAID_EARLY_KINDS.includes(kind) || terms.length === 0 || total.minor === 0) return false;
  return terms.every(({ paysAtFirstScan, paysAtFirstScanUpTo: limit }) => {
    const isWithin = limit === undefined || (limit.currency === total.currency && total.minor <= limit.minor);
    return paysAtFirstScan === true && isWithin;
  });
}

/** Some units of a line that were paid for before anybody saw them, and what was found later. */
export interface FoundAfterPayment {
  /** What was paid for all `quantity` units. */
  readonly amount: Money;
  readonly quantity: number;
  readonly receivedQuantity: number;
  /** What the condition of those that came would have kept; less than nothing is what it would have added. */
  readonly deductions: readonly UnitDeduction[];
}

/**
 * How much less a return would have paid, had its goods been looked at first: the whole price of units that did not come, and of the others
 * what their condition keeps. It is told to staff and never taken back by itself. Never more than was paid.
 *
 * Paid 60.00 for 3 shirts; 2 came, one of them marked (2,500 bp): 20.00 + 5.00 = 25.00.
 */
export function paidTooMuch(lines: readonly FoundAfterPayment[], currency: string): Money {
  return sum(lines.map(tooMuchFor), currency);
}

/**
 * How much more a return would have paid by the terms that its goods' condition gives it. It is told to staff, who pay it.
 *
 * Paid 54.00 for 3 shirts, of which one would have been free of its fee of 10 % (−1,000 bp): 1.80.
 */
export function paidTooLittle(lines: readonly FoundAfterPayment[], currency: string): Money {
  return sum(
    lines.flatMap((line) =>
      line.deductions
        .filter(({ bp }) => bp < 0)
        .map(({ quantity, bp }) => basisPoints(fraction(line.amount, [quantity, line.quantity]), -bp)),
    ),
    currency,
  );
}

function tooMuchFor({ amount, quantity, receivedQuantity, deductions }: FoundAfterPayment): Money {
  const came = Math.min(receivedQuantity, quantity);
  const worth = fraction(amount, [came, quantity]);
  let tooMuch = subtract(amount, worth);
  let left = came;
  for (const deduction of deductions) {
    const units = Math.min(left, deduction.quantity);
    left -= units;
    if (units > 0 && deduction.bp > 0) tooMuch = add(tooMuch, basisPoints(fraction(worth, [units, came]), deduction.bp));
  }
  return min(tooMuch, amount);
}
