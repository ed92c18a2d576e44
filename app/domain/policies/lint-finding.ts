import type { Money } from "#app/domain/shared/money.ts";

/** Everything that the linter can find; locale files hold under `finding.<code>` what is the matter and what to do. */
export const FINDING_CODES = [
  "conditions_contradict", // rule
  "rule_taken", // rule, by
  "rule_opposed", // rule, by
  "rule_never_reached", // rule
  "country_without_returns", // countries
  "country_without_fee", // rule, countries
  "window_too_short", // rule, countries, days, minimum
  "withdrawal_refused", // rule, countries, because, minimum
  "restocking_on_withdrawal", // rule, countries
  "withdrawal_without_refund", // rule, countries, minimum
  "fee_takes_all", // rule, resolution, fee
  "fee_may_take_all", // rule, resolution, fee, cheapest
  "grade_gone", // rule, grades
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing about a policy that somebody should look at. */
export interface Finding {
  readonly code: FindingCode;
  /** "problem" is wrong or against the law of a country, "advice" may be meant. */
  readonly tone: "problem" | "advice";
  /** Null for what happens otherwise and for the whole policy. */
  readonly ruleId: string | null;
  readonly params: FindingParams;
}

export type FindingParams = Readonly<Record<string, string | number | Money | readonly string[]>>;

/** What the linter knows about the shop. */
export interface LintedShop {
  /** ISO 3166-1 alpha-2 codes of the countries that it sells to. */
  readonly countries: readonly string[];
  /** The lowest price of an item that it sold, in its currency; null when it sold nothing yet. */
  readonly cheapest: Money | null;
  /** Ids of the grades that its goods are judged by. */
  readonly gradeIds: readonly string[];
}
