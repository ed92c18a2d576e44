import { returnIncentive } from "#app/domain/compensation/return-incentive.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { fraction } from "#app/domain/shared/money.ts";
import { after } from "#app/domain/shared/time.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What the incentive of one return is kept under: one for the whole request, for ever. */
export function incentiveKey({ id, partOf }: Pick<StoredReturn, "id" | "partOf">): string {
  return `return-incentive:${partOf ?? id}`;
}

/**
 * Plans the code that thanks for coming back, in the caller's own transaction, when a return was paid as a refund and the shop gives one: at
 * most one for a return, however often it is said that it was paid. The job that gives it asks budgets and limits. `refunded` is in the
 * customer's currency.
 */
export async function planIncentive(
  tx: Repositories,
  ctx: ShopContext,
  { record, refunded }: { readonly record: StoredReturn; readonly refunded: Money },
): Promise<void> {
  if (record.resolution !== "refund" || record.quote.total.presentment.minor === 0) return;
  const { afterReturn } = await readSetting(tx, ctx.shop, "compensation");
  const { total } = record.quote;
  const inShop = fraction(total.shop, [refunded.minor, total.presentment.minor]);
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
