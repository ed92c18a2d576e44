import { dateIn } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { RollupDifference } from "./ports.ts";

/** The settings document that says when the rollups were last compared with their facts, and what came of it. */
const ROLLUP_CHECK = "rollupCheck";

/** So many differences are kept with the check; the log has their number. */
const KEPT = 50;

/**
 * Recomputes every rollup from the facts and compares, once per calendar day of the shop. A difference is a fault: it is logged as an
 * error, kept with the check for whoever looks into it, and put right, so that tomorrow's dashboard is true. Answers the differences, or undefined when
 * the day's check is done already.
 */
export async function checkRollups(ctx: ShopContext): Promise<readonly RollupDifference[] | undefined> {
  const at = ctx.clock.now();
  const day = dateIn(ctx.shop.timezone, at);
  const found = await ctx.transaction(async (tx) => {
    const last = await tx.settings.read(ROLLUP_CHECK);
    if (last && (last.value as { day?: string }).day === day) return undefined;
    const differences = await tx.insights.differences();
    await tx.insights.increment(
      differences.map(({ expected, stored, ...row }) => ({ ...row, sum: expected.sum - stored.sum, count: expected.count - stored.count })),
    );
    const value = { day, checkedAt: at.toISOString(), count: differences.length, differences: differences.slice(0, KEPT) };
    await tx.settings.save(ROLLUP_CHECK, value, { expectedVersion: last?.version ?? 0, by: "system", at });
    return differences;
  });
  if (found && found.length > 0) ctx.log.error({ differences: found.length, shopId: ctx.shop.shopId }, "Rollups differ from their facts");
  return found;
}
