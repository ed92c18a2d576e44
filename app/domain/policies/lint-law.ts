import type { Finding } from "./lint-finding.ts";
import type { Reach } from "./lint-reach.ts";
import type { Box } from "./lint-space.ts";
import { between, oneText, overlap } from "./lint-space.ts";
import type { Values } from "./lint-values.ts";
import { flattened } from "./policy-condition.ts";
import type { Policy } from "./policy.ts";
import { WITHDRAWAL_RIGHTS, type WithdrawalRight } from "./withdrawal-rights.ts";

/**
 * Rules that give a shopper who only changed their mind less than the law of their country does: a window that is shorter, a refusal
 * for a reason that the law does not know, nothing that pays the money back, or a restocking fee on a refund where the price is owed in full,
 * unless the goods were found to have lost value by their use (2011/83/EU, Art. 14(2)): their condition lowers what is paid and refuses nothing. Looks only at the
 * countries that the shop sells to, and only at items that reach the rule within the days of the law. What the laws say is in
 * `withdrawal-rights.ts`; faulty goods and rights beyond withdrawal are not looked at, and it is no legal advice.
 */
export function lintLaw(policy: Policy, reaches: readonly Reach[], countries: readonly string[]): Finding[] {
  return WITHDRAWAL_RIGHTS.flatMap((right) => {
    const concerned = countries.filter((country) => right.countries.includes(country));
    return concerned.length === 0 ? [] : reaches.flatMap((reach) => lintRule(reach, { policy, right, concerned }));
  });
}

interface Concern {
  readonly policy: Policy;
  readonly right: WithdrawalRight;
  /** Countries of this law that the shop sells to. */
  readonly concerned: readonly string[];
}

function lintRule(reach: Reach, concern: Concern): Finding[] {
  const { right } = concern;
  const countries = concern.concerned.filter((country) => reaches(reach, withdrawal(concern, country)));
  if (countries.length === 0) return [];
  const { rule, outcome } = reach;
  const found = { tone: "problem" as const, ruleId: rule?.id ?? null };
  const params = { rule: rule?.name ?? "", countries, minimum: right.days };
  if (outcome.kind === "ineligible") {
    const isAllowed = right.exceptions.includes(outcome.because);
    return isAllowed ? [] : [{ ...found, code: "withdrawal_refused", params: { ...params, because: outcome.because } }];
  }
  const { windowDays, resolutions } = outcome;
  const isShort = windowDays !== null && windowDays < right.days;
  const refunds = resolutions.some(({ kind }) => kind === "refund");
  const hasFee = right.owesFullPrice && resolutions.some(({ kind, restockingFeeBp }) => kind === "refund" && restockingFeeBp > 0);
  const charged = hasFee ? countries.filter((country) => reaches(reach, unharmed(concern, country))) : [];
  return [
    ...(isShort ? [{ ...found, code: "window_too_short" as const, params: { ...params, days: windowDays } }] : []),
    ...(refunds ? [] : [{ ...found, code: "withdrawal_without_refund" as const, params }]),
    ...(charged.length > 0 ? [{ ...found, code: "restocking_on_withdrawal" as const, params: { ...params, countries: charged } }] : []),
  ];
}

/** Does any item of this kind come to this rule? A rule that is too manifold to tell is taken by its conditions alone. */
function reaches({ own, left }: Reach, kind: Box): boolean {
  return (left ?? own ?? []).some((box) => overlap(box, kind) !== undefined);
}

/** The same, as far as nobody found that they have lost value. */
function unharmed(concern: Concern, country: string): Box {
  return new Map(withdrawal(concern, country)).set("inspected_condition", oneText(lesserGrades(concern.policy), true, true));
}

function lesserGrades({ rules }: Policy): string[] {
  return flattened(rules.flatMap(({ conditions }) => conditions)).flatMap((condition) =>
    condition.on === "inspected_condition" ? condition.oneOf.filter((grade) => grade.condition !== "as_new").map(({ id }) => id) : [],
  );
}

/** Goods sent to a country, within the days of its law, for no reason of the merchant's. Gift cards and downloads are judged by other rules. */
function withdrawal({ policy, right }: Concern, country: string): Box {
  const faults = policy.reasons.filter(({ fault }) => fault === "merchant").map(({ code }) => code);
  return new Map<string, Values>([
    ["country", oneText([country])],
    ["reason", oneText(faults, true)],
    ["is_gift_card", oneText(["no"])],
    ["is_digital", oneText(["no"])],
    ["days_since_delivery", between(0, right.days)],
  ]);
}
