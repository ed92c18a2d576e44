import type { BudgetDecision } from "#app/domain/compensation/budget.ts";
import { decidePayment } from "#app/domain/compensation/budget.ts";
import type { CompensationSettings } from "#app/domain/compensation/compensation-settings.ts";
import { zero } from "#app/domain/shared/money.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { CompensationExplanation, CompensationRecord } from "./ports.ts";

/** Whether a payment goes out by itself, and in which periods it then is counted. */
export type LimitsAnswer =
  { readonly kind: "pay"; readonly periods: readonly string[] } | { readonly kind: "hold"; readonly explanation: CompensationExplanation };

interface Checked {
  readonly record: CompensationRecord;
  readonly settings: CompensationSettings;
  /** The shop's zone: its calendar day and month are what budgets are for. */
  readonly zone: string;
  readonly now: Date;
}

/** The names of the budget periods around `now`: "day:2026-11-22" and "month:2026-11" in the zone. */
export function periodsAt(now: Date, zone: string): { readonly day: string; readonly month: string } {
  const date = dateIn(zone, now);
  return { day: `day:${date}`, month: `month:${date.slice(0, 7)}` };
}

/**
 * Asks the limits while the budget's rows are held, so that two payments never see the same room, and counts the payment when it goes out.
 * What a person approved asks no limit, but is counted. A limit in another currency than the shop's holds everything, because nobody can
 * say what it means.
 */
export async function checkLimits(tx: Repositories, { record, settings, zone, now }: Checked): Promise<LimitsAnswer> {
  const { shopAmount, approvedBy } = record;
  const { day, month } = periodsAt(now, zone);
  const spent = await tx.budgets.lock([day, month], shopAmount.currency);
  if (approvedBy === undefined) {
    const foreign = [settings.approvalAbove, settings.dailyBudget, settings.monthlyBudget].find(
      (limit) => limit !== null && limit.currency !== shopAmount.currency,
    );
    if (foreign) return { kind: "hold", explanation: { reason: "limit_in_other_currency", limit: foreign } };
    const nothing = zero(shopAmount.currency);
    const spending = { today: spent.get(day) ?? nothing, thisMonth: spent.get(month) ?? nothing };
    const decision = decidePayment(shopAmount, spending, settings);
    if (decision.kind !== "pay") return { kind: "hold", explanation: explained(decision) };
  }
  await tx.budgets.spend([day, month], shopAmount);
  return { kind: "pay", periods: [day, month] };
}

function explained(decision: Exclude<BudgetDecision, { kind: "pay" }>): CompensationExplanation {
  if (decision.kind === "needs_approval") return { reason: "above_approval_limit", limit: decision.limit };
  const reason = decision.period === "day" ? "over_daily_budget" : "over_monthly_budget";
  return { reason, limit: decision.limit, spent: decision.spent };
}
