import type { Box } from "./lint-space.ts";
import { boxesOf, subtract } from "./lint-space.ts";
import type { Policy, PolicyOutcome, PolicyRule } from "./policy.ts";

/** What a rule, or what happens otherwise, is left to decide after the rules before it. */
export interface Reach {
  /** Null for what happens otherwise. */
  readonly rule: PolicyRule | null;
  readonly outcome: PolicyOutcome;
  /** The items that its conditions hold for; none when they contradict each other. Null: too manifold to tell. */
  readonly own: readonly Box[] | null;
  /** Of these, the items that no rule before it decides. Null: too manifold to tell. */
  readonly left: readonly Box[] | null;
  /** The one earlier rule that takes all of it, if one alone does. */
  readonly takenBy: PolicyRule | null;
}

const EVERYTHING: readonly Box[] = [new Map()];

/** For each enabled rule in order, and at last for what happens otherwise, what is left for it to decide. */
export function reachOf({ rules, otherwise }: Pick<Policy, "rules" | "otherwise">): Reach[] {
  const enabled = rules.filter(({ isEnabled }) => isEnabled);
  const own = enabled.map(({ conditions }) => boxesOf(conditions));
  const reaches = enabled.map((rule, index): Reach => {
    const mine = own[index] ?? null;
    const left = mine && leftOf(mine, own.slice(0, index));
    const isTaken = mine !== null && mine.length > 0 && left?.length === 0;
    const takenBy = isTaken ? (enabled.slice(0, index).find((_, at) => covers(own[at] ?? null, mine)) ?? null) : null;
    return { rule, outcome: rule.outcome, own: mine, left, takenBy };
  });
  return [...reaches, { rule: null, outcome: otherwise, own: EVERYTHING, left: leftOf(EVERYTHING, own), takenBy: null }];
}

/** A rule that is too manifold takes nothing away here, so that nothing is called unreachable that is not. */
function leftOf(mine: readonly Box[], before: readonly (readonly Box[] | null)[]): Box[] | null {
  let left: Box[] | null = [...mine];
  for (const boxes of before) {
    if (boxes === null) continue;
    left = subtract(left, boxes);
    if (left === null || left.length === 0) return left;
  }
  return left;
}

function covers(boxes: readonly Box[] | null, mine: readonly Box[]): boolean {
  return boxes !== null && subtract(mine, boxes)?.length === 0;
}
