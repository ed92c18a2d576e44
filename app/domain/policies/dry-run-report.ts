import type { DryRunTally, TrialTally } from "./dry-run.ts";
import type { Policy } from "./policy.ts";

/** What became of one enabled rule of the draft. */
export interface RuleReport {
  readonly ruleId: string;
  readonly rule: string;
  readonly sold: number;
  readonly asked: number;
  /**
   * "decides"; "waits" when it would decide for a reason or on a day that nobody asked with; "blocked" when a rule above always
   * answers first; "unmet" when nothing meets its conditions.
   */
  readonly state: "decides" | "waits" | "blocked" | "unmet";
  /** Of a blocked rule: the rule above that takes most of its items. */
  readonly blockedBy: string | null;
  /** Of a blocked rule: items that meet its conditions. */
  readonly met: number;
}

/** Two rules that say the opposite about the same items; the upper one decides. */
export interface ClashReport {
  readonly upper: string;
  readonly lower: string;
  readonly isUpperRefusing: boolean;
  readonly items: number;
}

/** Sums of a dry run by what they were grouped by, most changes first. */
export interface GroupReport {
  readonly key: string;
  readonly sold: TrialTally | null;
  readonly asked: TrialTally | null;
}

/** What each enabled rule of the draft did, in the draft's order. */
export function reportRules(draft: Policy, tally: DryRunTally): RuleReport[] {
  const nameOf = namesOf(draft);
  return draft.rules.flatMap(({ id, name }) => {
    const seen = tally.rules[id];
    if (!seen) return [];
    const { sold, asked, isReachable, met, takenBy } = seen;
    const state = sold + asked > 0 ? "decides" : isReachable ? "waits" : met > 0 ? "blocked" : "unmet";
    const [taker] = Object.entries(takenBy).sort(([, a], [, b]) => b - a);
    return [{ ruleId: id, rule: name, sold, asked, state, met, blockedBy: state === "blocked" && taker ? nameOf(taker[0]) : null }];
  });
}

/** Pairs of rules that contradict each other on real items, most items first. */
export function reportClashes(draft: Policy, tally: DryRunTally): ClashReport[] {
  const nameOf = namesOf(draft);
  return Object.entries(tally.clashes)
    .map(([pair, items]) => {
      const [upper = "", lower = ""] = pair.split("|");
      const isUpperRefusing = draft.rules.find(({ id }) => id === upper)?.outcome.kind === "ineligible";
      return { upper: nameOf(upper), lower: nameOf(lower), isUpperRefusing, items };
    })
    .sort((a, b) => b.items - a.items);
}

/** By country of destination; "" stands for orders that went nowhere. */
export function reportCountries({ byCountry }: DryRunTally): GroupReport[] {
  return Object.entries(byCountry)
    .map(([key, { sold, asked }]) => ({ key, sold, asked }))
    .sort((a, b) => changedIn(b) - changedIn(a) || decisionsIn(b) - decisionsIn(a));
}

/** By the reason that was given; only what was asked for has one. */
export function reportReasons({ byReason }: DryRunTally): GroupReport[] {
  return Object.entries(byReason)
    .map(([key, asked]) => ({ key, sold: null, asked }))
    .sort((a, b) => changedIn(b) - changedIn(a) || decisionsIn(b) - decisionsIn(a));
}

function changedIn({ sold, asked }: GroupReport): number {
  return (sold?.changed ?? 0) + (asked?.changed ?? 0);
}

function decisionsIn({ sold, asked }: GroupReport): number {
  return (sold?.decisions ?? 0) + (asked?.decisions ?? 0);
}

function namesOf({ rules }: Policy): (id: string) => string {
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
