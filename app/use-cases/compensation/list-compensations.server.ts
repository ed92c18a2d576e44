import { zero } from "#app/domain/shared/money.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { periodsAt } from "./check-limits.server.ts";
import type { CompensationRecord, CompensationSearch } from "./ports.ts";

/** A compensation with what people call its order. */
export interface ListedCompensation extends CompensationRecord {
  readonly orderName: string | undefined;
  readonly customerName: string | undefined;
}

/** A page of compensations, newest first, and how many wait for a person in all. */
export interface CompensationPage {
  readonly compensations: readonly ListedCompensation[];
  readonly total: number;
  readonly awaitingApproval: number;
}

/** Compensations by status; those that wait for a person are `statuses: ["awaiting_approval"]`. */
export async function listCompensations(ctx: ShopContext, search: CompensationSearch): Promise<CompensationPage> {
  return ctx.transaction(async (tx) => {
    const { records, total } = await tx.compensations.search(search);
    const waiting = await tx.compensations.search({ statuses: ["awaiting_approval"], limit: 0, offset: 0 });
    const orders = new Map<OrderGid, { name: string; customerName?: string } | undefined>();
    for (const { orderGid } of records) if (!orders.has(orderGid)) orders.set(orderGid, await tx.orders.find(orderGid));
    return {
      compensations: records.map((record) => ({
        ...record,
        orderName: orders.get(record.orderGid)?.name,
        customerName: orders.get(record.orderGid)?.customerName,
      })),
      total,
      awaitingApproval: waiting.total,
    };
  });
}

/** What was spent of the budgets, in the shop's currency; a limit of null is none. */
export interface BudgetStatus {
  readonly today: Money;
  readonly thisMonth: Money;
  readonly dailyBudget: Money | null;
  readonly monthlyBudget: Money | null;
}

/** How much of the budgets is used on this day and in this month of the shop's calendar. */
export async function readBudgets(ctx: ShopContext): Promise<BudgetStatus> {
  return ctx.transaction(async (tx) => {
    const { day, month } = periodsAt(ctx.clock.now(), ctx.shop.timezone);
    const spent = await tx.budgets.read([day, month], ctx.shop.currency);
    const { dailyBudget, monthlyBudget } = await readSetting(tx, ctx.shop, "compensation");
    const nothing = zero(ctx.shop.currency);
    return { today: spent.get(day) ?? nothing, thisMonth: spent.get(month) ?? nothing, dailyBudget, monthlyBudget };
  });
}
