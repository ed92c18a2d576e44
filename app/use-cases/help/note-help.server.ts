import type { HelpTopic } from "#app/domain/help/solution-cards.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import { recordMetric } from "#app/use-cases/insights/record-metric.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";

/** How a problem that a shopper read a card about ended. */
export interface Helped {
  readonly orderGid: OrderGid;
  readonly topic: HelpTopic | "other";
  readonly isSolved: boolean;
}

/**
 * Counts whether a card solved a shopper's problem, once for an order, a topic and a day of the shop: pressed twice it is one, and who asks
 * after all was not helped (1 of 1 becomes 0 of 1).
 */
export async function noteHelp(tx: Repositories, ctx: ShopContext, { orderGid, topic, isSolved }: Helped): Promise<void> {
  const at = ctx.clock.now();
  const key = `help:${orderGid}:${topic}:${dateIn(ctx.shop.timezone, at)}`;
  await recordMetric(tx, { key, metric: "help_solved", at, value: isSolved ? 1 : 0, dimensions: { topic } });
}

/** A shopper says that a card solved the problem: counted, and nothing is asked of anybody. */
export async function solveByCard(ctx: ShopContext, { orderGid }: Pick<Helped, "orderGid">, topic: HelpTopic): Promise<void> {
  await ctx.transaction((tx) => noteHelp(tx, ctx, { orderGid, topic, isSolved: true }));
}
