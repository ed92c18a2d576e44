import { transitionCompensation } from "#app/domain/compensation/compensation-status.ts";
import { recordMetrics } from "#app/use-cases/insights/record-metric.server.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { Delivery, StoredPromise } from "./ports.ts";

/** A delivery promise with its new status, and its parcel where it is known. */
export interface JudgedDelivery {
  readonly promise: StoredPromise;
  readonly delivery: Delivery | undefined;
}

/** Counts delivery promises that came to an end in the late rate, on the day they were due; a void one takes itself out again. */
export async function countDeliveries(tx: Repositories, judged: readonly JudgedDelivery[]): Promise<void> {
  await recordMetrics(
    tx,
    judged.map(({ promise, delivery }) => ({
      key: `delivery:${promise.subject}`,
      metric: "late_rate" as const,
      at: promise.dueAt,
      value: promise.status === "breached" ? 1 : 0,
      weight: promise.status === "void" ? 0 : 1,
      dimensions: { country: delivery?.order?.countryCode ?? "" },
    })),
  );
}

/** A breach that turned out to be none: what was not paid yet is not paid, and the playbooks stop. What was paid stays paid. */
export async function withdrawCompensations(tx: Repositories, ctx: ShopContext, { shipment, compensations }: Delivery): Promise<void> {
  const now = ctx.clock.now();
  for (const record of compensations) {
    const moved = transitionCompensation(record.status, "cancel");
    if (!moved.ok || record.status === "failed") continue;
    const { dueAt: _dueAt, ...rest } = record;
    await tx.compensations.save({
      ...rest,
      status: moved.value,
      explanation: { ...record.explanation, reason: "not_late" },
      updatedAt: now,
    });
  }
  await noteEvent(tx, ctx, { name: "compensation_withdrawn", subject: shipment.gid });
}
