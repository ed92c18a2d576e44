import type { Policy, PolicyRule } from "./policy.ts";

/** One difference between two policies, as a person would tell it. */
export type PolicyChange =
  | { readonly kind: RuleChange; readonly ruleId: string; readonly rule: string }
  | { readonly kind: "otherwise_changed" | "reasons_changed" | "questions_changed" | "transit_changed" | "refunds_changed" };

export type RuleChange = "rule_added" | "rule_removed" | "rule_changed" | "rule_moved" | "rule_switched_on" | "rule_switched_off";

/**
 * What publishing `after` would change about `before`, in the order of the rules; nothing when they are the same. A rule counts
 * as moved when it now stands behind one that it stood before: [a, b, c] to [c, a, b] is one move, of c.
 */
export function comparePolicies(before: Policy, after: Policy): PolicyChange[] {
  const moved = movedRules(before.rules, after.rules);
  return [
    ...after.rules.flatMap((rule) => ruleChanges(find(before.rules, rule.id), rule, moved)),
    ...before.rules.filter(({ id }) => !find(after.rules, id)).map((rule) => ({ kind: "rule_removed" as const, ...named(rule) })),
    ...(same(before.otherwise, after.otherwise) ? [] : [{ kind: "otherwise_changed" as const }]),
    ...(same(before.reasons, after.reasons) ? [] : [{ kind: "reasons_changed" as const }]),
    ...(same(before.questions ?? [], after.questions ?? []) ? [] : [{ kind: "questions_changed" as const }]),
    ...(same(before.transit, after.transit) ? [] : [{ kind: "transit_changed" as const }]),
    ...(same(besidesGoods(before), besidesGoods(after)) ? [] : [{ kind: "refunds_changed" as const }]),
  ];
}

/** Left out says the same as never. */
function besidesGoods({ duties = "never", tips = "never" }: Policy): Required<Pick<Policy, "duties" | "tips">> {
  return { duties, tips };
}

function ruleChanges(old: PolicyRule | undefined, rule: PolicyRule, moved: ReadonlySet<string>): PolicyChange[] {
  if (!old) return [{ kind: "rule_added", ...named(rule) }];
  const changes: PolicyChange[] = [];
  if (old.isEnabled !== rule.isEnabled) changes.push({ kind: rule.isEnabled ? "rule_switched_on" : "rule_switched_off", ...named(rule) });
  if (!same({ ...old, isEnabled: true }, { ...rule, isEnabled: true })) changes.push({ kind: "rule_changed", ...named(rule) });
  if (moved.has(rule.id)) changes.push({ kind: "rule_moved", ...named(rule) });
  return changes;
}

function named({ id, name }: PolicyRule): { ruleId: string; rule: string } {
  return { ruleId: id, rule: name };
}

/** The fewest rules that, taken out, leave the others in the order they had: all but a longest rising row of old places. */
function movedRules(before: readonly PolicyRule[], after: readonly PolicyRule[]): Set<string> {
  const kept = after.map(({ id }) => ({ id, place: before.findIndex((rule) => rule.id === id) })).filter(({ place }) => place >= 0);
  const rows: (typeof kept)[] = [];
  for (const rule of kept) {
    const longest = rows
      .filter((row) => (row.at(-1)?.place ?? 0) < rule.place)
      .reduce<typeof kept>((a, b) => (b.length > a.length ? b : a), []);
    rows.push([...longest, rule]);
  }
  const stays = new Set(rows.reduce<typeof kept>((a, b) => (b.length > a.length ? b : a), []).map(({ id }) => id));
  return new Set(kept.map(({ id }) => id).filter((id) => !stays.has(id)));
}

function find(rules: readonly PolicyRule[], id: string): PolicyRule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** Policies are plain JSON; the order of keys does not matter. */
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left, sorted) === JSON.stringify(right, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
