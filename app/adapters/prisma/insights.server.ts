import { Prisma } from "@prisma/client";
import type { Dimension, FactDimensions, Increment, Metric } from "#app/domain/insights/metrics.ts";
import type { InsightRepository, KeyedFact, RollupDifference, RollupRow } from "#app/use-cases/insights/ports.ts";
import { addRows } from "./add-rows.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** Facts and rollups of one shop. */
export function insightRepository(tx: TenantTransaction, shopId: string): InsightRepository {
  return {
    addFacts: async (facts) => {
      const rows = facts.map((fact) => ({ shopId, ...fact }));
      return new Set(await addRows(tx, { table: "metric_fact", rows, returning: "key" }));
    },
    lockFacts: (keys) => lockFacts(tx, shopId, keys),
    replaceFact: async ({ key, value, dimensions, ...fact }) => {
      const data = { ...fact, value: BigInt(value), dimensions: toJson(dimensions) };
      await tx.metricFact.update({ where: { shopId_key: { shopId, key } }, data });
    },
    increment: (increments) => increment(tx, shopId, increments),
    rollups: async ({ metrics, dimension, from, until }) => {
      const where = { shopId, metric: { in: [...metrics] }, dimension, day: { gte: from, lte: until } };
      const rows = await tx.metricDaily.findMany({ where, orderBy: [{ day: "asc" }, { value: "asc" }] });
      return rows.map(({ metric, value, day, sum, count }): RollupRow => ({
        metric: metric as Metric,
        value,
        day,
        sum: Number(sum),
        count: Number(count),
      }));
    },
    differences: () => differences(tx, shopId),
  };
}

interface FactRow extends Omit<KeyedFact, "value" | "dimensions"> {
  readonly value: bigint;
  readonly dimensions: FactDimensions;
}

async function lockFacts(tx: TenantTransaction, shopId: string, keys: readonly string[]): Promise<KeyedFact[]> {
  const rows = await tx.$queryRaw<FactRow[]>`
    select key, metric, day, dimensions, value, weight, at from metric_fact
    where shop_id = ${shopId}::uuid and key in (${Prisma.join([...keys])}) order by key for update`;
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/** In one order always, so that two transactions which add to the same rows never wait for each other in a circle. */
async function increment(tx: TenantTransaction, shopId: string, increments: readonly Increment[]): Promise<void> {
  if (increments.length === 0) return;
  const place = ({ metric, dimension, value, day }: Increment) => [metric, dimension, value, day].join("\n");
  const sorted = [...increments].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const rows = sorted.map(
    ({ metric, dimension, value, day, sum, count }) =>
      Prisma.sql`(${shopId}::uuid, ${metric}, ${dimension}, ${value}, ${day}, ${sum}::bigint, ${count}::bigint)`,
  );
  await tx.$executeRaw`
    insert into metric_daily (shop_id, metric, dimension, value, day, sum, count) values ${Prisma.join(rows)}
    on conflict (shop_id, metric, dimension, value, day)
    do update set sum = metric_daily.sum + excluded.sum, count = metric_daily.count + excluded.count`;
}

interface DifferenceRow {
  readonly metric: Metric;
  readonly dimension: Dimension;
  readonly value: string;
  readonly day: string;
  readonly expected_sum: bigint;
  readonly expected_count: bigint;
  readonly stored_sum: bigint;
  readonly stored_count: bigint;
}

/** A fact adds to exactly the dimensions that its own row names, so the rule of which these are stays in the domain. */
async function differences(tx: TenantTransaction, shopId: string): Promise<RollupDifference[]> {
  const rows = await tx.$queryRaw<DifferenceRow[]>`
    with expected as (
      select f.metric, d.key as dimension, d.value, f.day, sum(f.value)::bigint as sum, sum(f.weight)::bigint as count
      from metric_fact f cross join lateral jsonb_each_text(f.dimensions) d
      where f.shop_id = ${shopId}::uuid group by 1, 2, 3, 4
    ), stored as (
      select metric, dimension, value, day, sum, count from metric_daily where shop_id = ${shopId}::uuid
    )
    select metric, dimension, value, day, coalesce(e.sum, 0) as expected_sum, coalesce(e.count, 0) as expected_count,
      coalesce(s.sum, 0) as stored_sum, coalesce(s.count, 0) as stored_count
    from expected e full join stored s using (metric, dimension, value, day)
    where coalesce(e.sum, 0) <> coalesce(s.sum, 0) or coalesce(e.count, 0) <> coalesce(s.count, 0)
    order by day, metric, dimension, value`;
  return rows.map(({ metric, dimension, value, day, ...figures }) => ({
    metric,
    dimension,
    value,
    day,
    expected: { sum: Number(figures.expected_sum), count: Number(figures.expected_count) },
    stored: { sum: Number(figures.stored_sum), count: Number(figures.stored_count) },
  }));
}
