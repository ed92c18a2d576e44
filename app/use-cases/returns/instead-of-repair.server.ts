import { offeredToShopper } from "#app/domain/returns/after-repair.ts";
import { possibleResolutions } from "#app/domain/returns/possible-resolutions.ts";
import { quoteResolution, resolutionsOffered } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";
import { withOwnReturns } from "./read-order-in-portal.server.ts";
import { settledItems } from "./settled-units.server.ts";

/**
 * What a repair that failed can become, each with its exact amount over the order as Shopify has it now: for the shopper the money that the
 * policy offered beside the repair, else a refund; for staff a refund besides. Empty unless it cannot be mended.
 */
export async function insteadOfRepair(ctx: ShopContext, record: StoredReturn, by: "shopper" | "staff"): Promise<ResolutionQuote[]> {
  if (!isRepair(record) || record.repair?.stage !== "irreparable" || record.status !== "received") return [];
  const found = await ctx.shopify.returns.readOrder(record.orderGid);
  if (!found) return [];
  const { own, decisions } = await ctx.transaction(async (tx) => ({
    own: await tx.returns.ofOrder(record.orderGid),
    decisions: await tx.policies.decisionsOf(record.id),
  }));
  const order = withOwnReturns(
    found.order,
    own.filter(({ id }) => id !== record.id),
  );
  const settled = settledItems(beyondRepair(record), decisions, new Map()).map((item) => ({ ...item, exchange: null }));
  const possible = { ...ctx.shop, hasGiftCards: ctx.shop.scopes.includes("write_gift_cards") };
  const kinds = possibleResolutions(resolutionsOffered(settled), order, possible);
  const granted = decisions.flatMap(({ decision }) => decision.terms ?? []);
  return (by === "staff" ? kinds : offeredToShopper(kinds, granted)).flatMap((kind) => {
    const quote = quoteResolution({ order, items: settled, requestedAt: record.requestedAt }, kind);
    return quote.ok && quote.value.total.presentment.minor > 0 ? [quote.value] : [];
  });
}

/** The return as it is settled: broken units stay with the shop, off its shelves. */
export function beyondRepair(record: StoredReturn): StoredReturn {
  const lines = record.lines.map((line) => ({ ...line, condition: "damaged" as const, disposition: "not_restocked" as const }));
  return { ...record, lines, repair: { isMended: false, ...record.repair, stage: "settled" } };
}
