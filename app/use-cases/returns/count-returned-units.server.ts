import { topicOfReason } from "#app/domain/help/solution-cards.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import type { FactDimensions } from "#app/domain/insights/metrics.ts";
import { recordMetrics } from "#app/use-cases/insights/record-metric.server.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";

/**
 * Counts the units of an approved return on the day it was asked for, line by line; of one that was cancelled or declined after all
 * nothing is left, and what is repaired does not come back for good. Told again, it changes nothing.
 */
export async function countReturnedUnits(tx: Repositories, record: StoredReturn): Promise<void> {
  const isCounted = !isRepair(record) && record.status !== "cancelled" && record.status !== "declined" && record.status !== "requested";
  await recordMetrics(
    tx,
    record.lines.map(({ id, quantity, reason, productType, vendor }) => ({
      key: `returned:${id}`,
      metric: "return_rate",
      at: record.requestedAt,
      value: isCounted ? quantity : 0,
      weight: 0,
      dimensions: { product_type: productType ?? "", vendor: vendor ?? "", ...topic(reason) },
    })),
  );
}

function topic(reason: string): FactDimensions {
  const found = topicOfReason(reason);
  return found ? { topic: found } : {};
}
