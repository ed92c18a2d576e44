import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnEventRecord } from "./ports.ts";

/** What a customer owes for an exchange: asked for, not asked for because it could not be, or paid. */
export type BalanceState = "invoiced" | "not_invoiced" | "paid";

/** Where the balance of an exchange stands; undefined when nothing was ever owed. */
export function balanceOf(events: readonly ReturnEventRecord[]): BalanceState | undefined {
  switch (events.findLast(({ event }) => BALANCE_EVENTS.includes(event))?.event) {
    case "invoice_sent":
      return "invoiced";
    case "invoice_refused":
      return "not_invoiced";
    case "balance_paid":
      return "paid";
    default:
      return undefined;
  }
}

/** The amount that was asked for, in the customer's currency; undefined before it is settled. */
export function balanceDue(events: readonly ReturnEventRecord[]): Money | undefined {
  return events.findLast(({ event }) => BALANCE_EVENTS.includes(event))?.detail.owed as Money | undefined;
}

const BALANCE_EVENTS: readonly string[] = ["invoice_sent", "invoice_refused", "balance_paid"];

/**
 * News of an order with nothing left to pay: the returns that waited for it have their balance paid, noted once. News from before it was
 * asked for says nothing about it.
 */
export async function noteBalancePaid(
  tx: Repositories,
  ctx: Pick<ShopContext, "clock" | "ids">,
  { gid, sourceUpdatedAt }: { readonly gid: OrderGid; readonly sourceUpdatedAt: Date },
): Promise<void> {
  for (const { id: returnId, quote } of await tx.returns.ofOrder(gid)) {
    if (quote.owed.presentment.minor === 0) continue;
    const last = (await tx.returns.events(returnId)).findLast(({ event }) => BALANCE_EVENTS.includes(event));
    if (!last || last.event === "balance_paid" || sourceUpdatedAt.getTime() < toSecond(last.at)) continue;
    const detail = { owed: last.detail.owed };
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event: "balance_paid", actor: "shopper", at: ctx.clock.now(), detail });
  }
}

/** Shopify writes instants to the second. */
function toSecond(at: Date): number {
  return Math.floor(at.getTime() / 1_000) * 1_000;
}
