import type { Payouts } from "#app/domain/returns/payouts.ts";
import { promisedBy } from "#app/domain/returns/payouts.ts";
import { settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { negate } from "#app/domain/shared/money.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { withOwnReturns } from "#app/use-cases/returns/read-order-in-portal.server.ts";
import { settledItems } from "#app/use-cases/returns/settled-units.server.ts";
import { byLine, readClaims, unitsByHand } from "#app/use-cases/returns/units-by-hand.server.ts";

/** What a judged return comes to, in the customer's currency. */
export interface ExpectedPayout {
  readonly amount: Money;
  /** Kept for the condition of the goods; never negative. */
  readonly deduction: Money;
  /** In which ways the amount is paid. */
  readonly pays: Payouts<Money>;
}

/**
 * What will be paid for the goods as they were found, by the same arithmetic as when it is settled, over the order as Shopify has it now.
 * Undefined when nothing came back, or the order is gone.
 */
export async function expectedPayout(ctx: ShopContext, judged: StoredReturn): Promise<ExpectedPayout | undefined> {
  const found = await ctx.shopify.returns.readOrder(judged.orderGid);
  if (!found) return undefined;
  const { own, decisions, claims } = await ctx.transaction(async (tx) => {
    const ofOrder = await tx.returns.ofOrder(judged.orderGid);
    return { own: ofOrder, decisions: await tx.policies.decisionsOf(judged.id), claims: await readClaims(tx, ofOrder) };
  });
  const order = withOwnReturns(
    found.order,
    own.filter(({ id }) => id !== judged.id),
  );
  const items = settledItems(judged, decisions, byLine(unitsByHand(found.order.refunds, own, claims), judged.id));
  const figure = settlementFigure({ order, items, agreed: judged.quote, requestedAt: judged.requestedAt });
  if (!figure.ok) return undefined;
  const deduction = negate(sumOfParts(figure.value, ["grade_deduction"]).presentment);
  return { amount: figure.value.total.presentment, deduction, pays: promisedBy(figure.value) };
}
