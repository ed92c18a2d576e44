import { DateTime } from "luxon";
import type { Money } from "#app/domain/shared/money.ts";
import { add, compare } from "#app/domain/shared/money.ts";
import type { CompensationSettings } from "./compensation-settings.ts";

/** What a payment that nobody has approved may do. */
export type BudgetDecision =
  | { readonly kind: "pay" }
  | { readonly kind: "needs_approval"; readonly limit: Money }
  | { readonly kind: "over_budget"; readonly period: "day" | "month"; readonly limit: Money; readonly spent: Money };

/** What has been given so far in the shop's calendar day and month, in the shop's currency: intended and confirmed, without failed and voided. */
export interface Spending {
  readonly today: Money;
  readonly thisMonth: Money;
}

/**
 * Whether a payment of `amount` (shop currency) goes out by itself. Above the approval limit a person decides; a payment that would
 * carry the day or the month past its budget waits too. Exactly at a limit is within it. Day budget USD 100.00, spent 96.00: 4.00 is
 * paid, 4.01 is over budget. Once a person has approved, no limit is asked again.
 */
export function decidePayment(amount: Money, spending: Spending, settings: CompensationSettings): BudgetDecision {
  const { approvalAbove, dailyBudget, monthlyBudget } = settings;
  if (approvalAbove !== null && compare(amount, approvalAbove) > 0) return { kind: "needs_approval", limit: approvalAbove };
  if (dailyBudget !== null && compare(add(spending.today, amount), dailyBudget) > 0) {
    return { kind: "over_budget", period: "day", limit: dailyBudget, spent: spending.today };
  }
  if (monthlyBudget !== null && compare(add(spending.thisMonth, amount), monthlyBudget) > 0) {
    return { kind: "over_budget", period: "month", limit: monthlyBudget, spent: spending.thisMonth };
  }
  return { kind: "pay" };
}

/** First moment of a period, and the first one after it. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** The calendar day and month around `now` on wall clocks in the shop's zone. */
export function budgetPeriods(now: Date, zone: string): { readonly day: Period; readonly month: Period } {
  return { day: periodAround(now, zone, "day"), month: periodAround(now, zone, "month") };
}

function periodAround(now: Date, zone: string, unit: "day" | "month"): Period {
  const from = DateTime.fromJSDate(now, { zone }).startOf(unit);
  return {
    from: from.toJSDate(),
    until: from
      .plus({ [unit]: 1 })
      .startOf(unit)
      .toJSDate(),
  };
}
