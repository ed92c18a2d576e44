import { returnIncentive } from "#app/domain/compensation/return-incentive.ts";
import { payoutsOf } from "#app/domain/returns/payouts.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { fraction } from "#app/domain/shared/money.ts";
import { after } from "#app/domain/shared/time.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What is exchanged or credited has its next order already. */
const REFUNDING: ReadonlySet<StoredReturn["resolution"]> = new Set(["refund", "mixed"]);

/** What the incentive of one return is kept under: one for the whole request, for ever. */
export function incentiveKey({ id, partOf }: Pick<StoredReturn, "id" | "partOf">): string {
  return `return-incentive:${partOf ?? id}`;
}

/**
 * Plans the code that thanks for coming back, in the caller's own transaction, when money of a return went back the way it was paid and
 * the shop gives one: at most one for a return, however often it is said that it was paid. The job that gives it asks budgets and limits.
 * `refunded` is what went back that way, in the customer's currency.
 */
export async function planIncentive(
  tx: Repositories,
  ctx: ShopContext,
  { record, refunded }: { readonly record: StoredReturn; readonly refunded: Money },
): Promise<void> {
  const { payment } = payoutsOf(record.quote);
  if (!REFUNDING.has(record.resolution) || payment.presentment.minor === 0) return;
  const { afterReturn } = await readSetting(tx, ctx.shop, "compensation");
  const inShop = fraction(payment.shop, [refunded.minor, payment.presentment.minor]);
  const amount = returnIncentive(inShop, afterReturn);
  if (!amount) return;
  const now = ctx.clock.now();
  const id = ctx.ids.next();
  const { orderGid, customerGid } = record;
  const added = await tx.compensations.addAll([
    {
      ...{ id, key: incentiveKey(record), reason: "return_incentive", method: "discount_code", status: "planned", orderGid },
      ...(customerGid ? { customerGid } : {}),
      ...{ amount, shopAmount: amount, attempts: 0, dueAt: after(now, LOOK_AGAIN), version: 1, createdAt: now, updatedAt: now },
      explanation: { returnId: record.id, returnName: record.name, base: inShop, incentive: afterReturn },
    },
  ]);
  if (added.has(id)) await tx.outbox.send("pay-compensation", { compensationId: id });
}
