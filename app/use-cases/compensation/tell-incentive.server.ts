import { DAY, after, dateIn } from "#app/domain/shared/time.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { followLink } from "#app/use-cases/returns/portal-access.server.ts";
import type { CompensationRecord } from "./ports.ts";

/** Until when the code of an incentive is good; undefined before it was given. */
export function incentiveEnds({ paidAt, explanation }: CompensationRecord): Date | undefined {
  return paidAt && explanation.incentive ? after(paidAt, explanation.incentive.expiryDays * DAY) : undefined;
}

/** Tells the shopper of the code that was given after a return. It is marketing: only who agreed to that hears of it by mail. */
export async function tellOfIncentive(tx: Repositories, ctx: ShopContext, paid: CompensationRecord): Promise<void> {
  const record = paid.explanation.returnId ? await tx.returns.find(paid.explanation.returnId) : undefined;
  const ends = incentiveEnds(paid);
  if (!record || !paid.code || !ends) return;
  const { id, orderGid, orderName, locale, email, customerGid, customerName } = record;
  const minimum = paid.explanation.incentive?.minimumOrder;
  await planMessage(tx, ctx, {
    key: `${paid.key}:given`,
    template: "return_incentive",
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale },
    orderGid,
    orderName,
    returnId: id,
    variables: {
      return_name: record.name,
      amount: { money: paid.amount },
      discount_code: paid.code,
      expires_on: { date: dateIn(ctx.shop.timezone, ends) },
      minimum: minimum ? { money: minimum } : null,
      status_url: await followLink(ctx, record),
    },
  });
}
