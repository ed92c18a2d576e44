import type { Probe } from "./probe.ts";
import { probeOf } from "./probe.ts";
import type { CompiledPolicy } from "./compile-policy.ts";
import type { Decision } from "./decision.ts";
import type { PolicyRule } from "./policy.ts";

/** How often a rule of the draft decided, and what kept it from deciding. Plain JSON. */
export interface RuleTally {
  sold: number;
  asked: number;
  /** It would decide about some item for a reason, on a day or in a condition that nobody asked with. */
  isReachable: boolean;
  /** Items that meet its conditions, while it has not decided about any. */
  met: number;
  /** By id of the rule above that decided about those instead: how many. */
  takenBy: Record<string, number>;
}

/** What was learnt about the draft's rules. Plain JSON. */
export interface RulesTally {
  /** By rule id. */
  rules: Record<string, RuleTally>;
  /** By "deciding rule|rule below": items both apply to, one refusing and the other allowing. */
  clashes: Record<string, number>;
}

/** A reason, a day and a condition in which an item might be sent back; null leaves the fact as it is. */
interface Situation {
  readonly reason: string | null;
  readonly days: number | null;
  /** Id of a grade: what past returns were found to be is not asked about, because no inspection knew the draft. */
  readonly grade: string | null;
}

const AS_IT_IS: Situation = { reason: null, days: null, grade: null };

/** What watching a draft's rules needs, made once. */
export interface RulesWatch {
  readonly compiled: CompiledPolicy;
  readonly situations: readonly Situation[];
  /** Where each enabled rule stands, by its id. */
  readonly placeOf: ReadonlyMap<string | null, number>;
  /** For each enabled rule the situations in which it could apply, as places in `situations`. */
  readonly situationsOf: readonly (readonly number[])[];
}

/** Days, reasons and grades of one rule multiply; beyond this many situations the rest is not tried. */
const MOST_SITUATIONS = 24;

/** Prepares to watch which rules of a draft decide, which never do and which contradict each other. */
export function watchRules(compiled: CompiledPolicy): RulesWatch {
  const known = new Map<string, number>();
  const situations: Situation[] = [];
  const placeOf = (situation: Situation): number => {
    const key = `${situation.days}|${situation.grade}|${situation.reason}`;
    const place = known.get(key) ?? situations.push(situation) - 1;
    known.set(key, place);
    return place;
  };
  const enabled = compiled.policy.rules.filter(({ isEnabled }) => isEnabled);
  const places = new Map(compiled.rules.map(({ id }, place) => [id, place]));
  return { compiled, situations, placeOf: places, situationsOf: enabled.map((rule) => situationsFor(rule).map(placeOf)) };
}

/** A tally in which nothing has been seen. */
export function noRulesSeen(compiled: CompiledPolicy): RulesTally {
  const rules = compiled.rules.map(({ id }): [string, RuleTally] => [
    id ?? "",
    { sold: 0, asked: 0, isReachable: false, met: 0, takenBy: {} },
  ]);
  return { rules: Object.fromEntries(rules), clashes: {} };
}

/** One decision of the draft, and whether it was about something sold or something asked back. */
export interface SeenDecision {
  readonly decision: Decision;
  readonly basis: "sold" | "asked";
}

/**
 * Notes in `tally` (which is changed in place) what one item shows about the rules: the one that decided, rules below it that
 * would have said the opposite, and of the rules that never decided whether they apply and who takes the item from them.
 */
export function noteRules(watch: RulesWatch, tally: RulesTally, seen: SeenDecision): void {
  const probe = probeOf(seen.decision.factsUsed);
  const decider = watch.placeOf.get(seen.decision.ruleId) ?? watch.compiled.rules.length;
  const rule = tally.rules[watch.compiled.rules[decider]?.id ?? ""];
  if (rule) rule[seen.basis] += 1;
  noteClashes(watch, tally, { probe, decider });
  noteIdleRules(watch, tally, probe);
}

interface Decided {
  readonly probe: Probe;
  /** Its place among the enabled rules; beyond them when none applied. */
  readonly decider: number;
}

function noteClashes({ compiled: { rules } }: RulesWatch, { clashes }: RulesTally, { probe, decider }: Decided): void {
  const upper = rules[decider];
  for (let place = decider + 1; place < rules.length; place += 1) {
    const lower = rules[place];
    if (!upper || !lower || lower.outcome.kind === upper.outcome.kind || !lower.matches(probe)) continue;
    const key = `${upper.id}|${lower.id}`;
    clashes[key] = (clashes[key] ?? 0) + 1;
  }
}

function noteIdleRules(watch: RulesWatch, tally: RulesTally, probe: Probe): void {
  const { compiled, situations, situationsOf } = watch;
  const probes: Probe[] = [];
  for (let place = 0; place < compiled.rules.length; place += 1) {
    const rule = compiled.rules[place];
    const idle = rule && tally.rules[rule.id ?? ""];
    if (!idle || idle.isReachable || idle.sold + idle.asked > 0) continue;
    for (const index of situationsOf[place] ?? []) {
      const tried = (probes[index] ??= inSituation(probe, situations[index] ?? AS_IT_IS));
      if (!rule.matches(tried)) continue;
      noteMet(watch, idle, { probe: tried, decider: place });
      break;
    }
  }
}

function noteMet(watch: RulesWatch, idle: RuleTally, { probe, decider }: Decided): void {
  const first = firstMatch(watch, probe);
  idle.met += 1;
  if (first === decider) idle.isReachable = true;
  else {
    const id = watch.compiled.rules[first]?.id ?? "";
    idle.takenBy[id] = (idle.takenBy[id] ?? 0) + 1;
  }
}

function firstMatch({ compiled: { rules } }: RulesWatch, probe: Probe): number {
  for (let place = 0; place < rules.length; place += 1) if (rules[place]?.matches(probe)) return place;
  return rules.length;
}

function inSituation(probe: Probe, { reason, days, grade }: Situation): Probe {
  const { reason: given, daysSinceDelivery, inspectedCondition = null } = probe.facts;
  const facts = {
    ...probe.facts,
    reason: reason ?? given,
    daysSinceDelivery: days ?? daysSinceDelivery,
    inspectedCondition: grade ?? inspectedCondition,
  };
  return { ...probe, facts, reason: reason === null ? probe.reason : reason.trim().toLowerCase() };
}

/** As the item is, and with every reason, on every day and of every grade that the rule's conditions turn on. */
function situationsFor(rule: PolicyRule): Situation[] {
  const named = namedIn({ ...rule, outcome: null });
  const reasons = [null, ...named.reasons];
  const days = [null, ...named.days];
  // A rule about the condition is told about no item as it is: it is tried with a grade first.
  const grades = named.grades.length > 0 ? named.grades : [null];
  const all = reasons.flatMap((reason) => days.flatMap((day) => grades.map((grade) => ({ reason, days: day, grade }))));
  return all.slice(0, MOST_SITUATIONS);
}

interface Named {
  readonly reasons: readonly string[];
  readonly days: readonly number[];
  readonly grades: readonly string[];
}

/** Stands for every grade that a rule does not name: "not used" is met by it. */
const OTHER_GRADE = "";

/** Reasons, days and grades that conditions name, however deep they stand. */
function namedIn(value: unknown): Named {
  if (typeof value !== "object" || value === null) return { reasons: [], days: [], grades: [] };
  const inner = Object.values(value).map(namedIn);
  const [own, from, to] = ["on" in value ? value.on : "", numberIn(value, "atLeast"), numberIn(value, "atMost")];
  const reasons = own === "reason" && "oneOf" in value && Array.isArray(value.oneOf) ? value.oneOf.map(String) : [];
  const days = own === "days_since_delivery" ? [from, from - 1, to, to + 1].filter((day) => Number.isFinite(day) && day >= 0) : [];
  return {
    reasons: [...new Set([...reasons, ...inner.flatMap((each) => each.reasons)])],
    days: [...new Set([...days, ...inner.flatMap((each) => each.days)])],
    grades: [...new Set([...gradesOf(value), ...inner.flatMap((each) => each.grades)])],
  };
}

function gradesOf(value: object): string[] {
  if (!("on" in value) || value.on !== "inspected_condition" || !("oneOf" in value) || !Array.isArray(value.oneOf)) return [];
  const ids: unknown[] = value.oneOf.map((grade: unknown) =>
    typeof grade === "object" && grade !== null && "id" in grade ? grade.id : null,
  );
  return [...ids.filter((id) => typeof id === "string"), OTHER_GRADE];
}

function numberIn(value: object, name: string): number {
  const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof found === "number" ? found : NaN;
}
