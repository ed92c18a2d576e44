import { methodFor } from "#app/domain/compensation/compensation-settings.ts";
import { lateDeliveryKey } from "#app/domain/compensation/settlement.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import { latenessOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import type { KeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";
import { after } from "#app/domain/shared/time.ts";
import type { CompensationRecord } from "./ports.ts";

/** Late parcels whose customers are owed something. */
export interface LateDeliveries {
  readonly deliveries: readonly Delivery[];
  readonly rules: KeepingRules;
  readonly now: Date;
}

/**
 * Plans the compensation of late parcels in the caller's own transaction, each once: the job that pays reads the order afresh from Shopify
 * and decides then, so the amount here is only what webhooks make of it. With "top_up" every block has a compensation of its own.
 */
export async function planCompensations(tx: Repositories, ctx: ShopContext, late: LateDeliveries): Promise<void> {
  const records = late.deliveries.flatMap((delivery) => plannedFor(ctx, delivery, late) ?? []);
  if (records.length === 0) return;
  const added = await tx.compensations.addAll(records);
  await tx.outbox.sendAll(
    "pay-compensation",
    records.filter(({ id }) => added.has(id)).map(({ id }) => ({ compensationId: id })),
  );
}

function plannedFor(ctx: ShopContext, delivery: Delivery, { rules, now }: LateDeliveries): CompensationRecord | null {
  const late = latenessOf(delivery, rules, now);
  if (late === null) return null;
  const isOnce = rules.compensation.lateDelivery.settle === "once";
  const { gid } = delivery.shipment;
  return compensationFor(ctx, delivery, {
    rules,
    key: isOnce ? lateDeliveryKey(gid) : lateDeliveryKey(gid, Math.max(1, late.lateBlocks)),
    amount: late.amount,
    dueAt: after(now, LOOK_AGAIN),
  });
}

interface Planning {
  readonly rules: KeepingRules;
  readonly key: string;
  readonly amount: CompensationRecord["amount"];
  readonly dueAt: Date;
}

/** A planned compensation for a parcel's lateness, as it is stored before anything was decided. */
export function compensationFor(
  ctx: ShopContext,
  { shipment, order }: Delivery,
  { rules, key, amount, dueAt }: Planning,
): CompensationRecord {
  const now = ctx.clock.now();
  const can = { hasStoreCredit: rules.shop.hasStoreCredit, hasCustomer: order?.customerGid !== undefined };
  return {
    id: ctx.ids.next(),
    key,
    reason: "late_delivery",
    method: methodFor(rules.compensation.method, can),
    status: "planned",
    orderGid: shipment.orderGid,
    fulfillmentGid: shipment.gid,
    ...(order?.customerGid ? { customerGid: order.customerGid } : {}),
    amount,
    shopAmount: amount,
    explanation: {},
    attempts: 0,
    dueAt,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
