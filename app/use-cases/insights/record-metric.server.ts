import { correctionOf, factOf, rollUp, type Happening, type MetricFact } from "#app/domain/insights/metrics.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { KeyedFact } from "./ports.ts";

/** Something that happened, under the key of what it is about, such as `csat:{surveyId}`. */
export interface KeyedHappening extends Happening {
  readonly key: string;
}

/**
 * Counts something that happened, in the caller's own transaction: its fact row and what it adds to the daily rollups. The same key
 * with the same figures changes nothing; with other figures (an answer that was changed) the difference is added.
 * Worked example: `{ key: "csat:S1", metric: "csat", at, value: 4, dimensions: { touchpoint: "refund" } }` adds 4 to the sum and 1 to the
 * count of that day; told again with `value: 1`, it adds -3 and 0.
 */
export async function recordMetric(tx: Repositories, happening: KeyedHappening): Promise<void> {
  await recordMetrics(tx, [happening]);
}

/** Counts several things at once; of two with the same key the later one holds. */
export async function recordMetrics(tx: Repositories, happenings: readonly KeyedHappening[]): Promise<void> {
  if (happenings.length === 0) return;
  const { timezone } = await tx.shop.read();
  const facts = new Map(happenings.map((one) => [one.key, { ...factOf(one, timezone), key: one.key, at: one.at }]));
  const added = await tx.insights.addFacts([...facts.values()]);
  const known = [...facts.keys()].filter((key) => !added.has(key));
  const before = new Map((known.length === 0 ? [] : await tx.insights.lockFacts(known)).map((fact) => [fact.key, fact]));
  const changed = [...facts.values()].filter((fact) => !isSame(before.get(fact.key), fact));
  for (const fact of changed) if (before.has(fact.key)) await tx.insights.replaceFact(fact);
  await tx.insights.increment(rollUp(changed.flatMap((fact) => correctionOf(before.get(fact.key) ?? null, fact))));
}

function isSame(before: KeyedFact | undefined, after: MetricFact): boolean {
  if (before === undefined) return false;
  const text = ({ metric, day, value, weight, dimensions }: MetricFact) =>
    JSON.stringify([metric, day, value, weight, Object.entries(dimensions).sort()]);
  return text(before) === text(after);
}
