import type { HelpTopic, SolutionCard } from "#app/domain/help/solution-cards.ts";
import { HELP_TOPICS, shownCards } from "#app/domain/help/solution-cards.ts";
import type { Metric } from "#app/domain/insights/metrics.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";

/** The cards, and what their actions lead to for this visitor. */
export interface Help {
  readonly cards: readonly SolutionCard[];
  /** The carrier's page about the parcel that was sent last. */
  readonly trackingUrl?: string;
  /** The return that was asked for last. */
  readonly returnId?: string;
}

/** How far back the shop's own cases and returns say what is frequent. */
const COUNTED_DAYS = 90;

/** Each of them counts problems under their topic: questions, units that came back, and what a card solved. */
const COUNTED: readonly Metric[] = ["cases_opened", "return_rate", "help_solved"];

/**
 * The answers that a shopper is given before writing to the shop, the most frequent problem of the last 90 days first. Who came by a link
 * of a mail sees nothing of the order but the return that it shows.
 */
export async function readHelp(ctx: ShopContext, access: PortalAccess | undefined): Promise<Help> {
  const { help } = await readSettings(ctx, ["help"]);
  return ctx.transaction(async (tx) => ({
    cards: shownCards(help.value, await countTopics(tx, ctx)),
    ...(access ? await whereTo(tx, access) : {}),
  }));
}

/** How often each topic came up, from daily figures. */
async function countTopics(tx: Repositories, ctx: ShopContext): Promise<Map<HelpTopic, number>> {
  const until = dateIn(ctx.shop.timezone, ctx.clock.now());
  const rows = await tx.insights.rollups({ metrics: COUNTED, dimension: "topic", from: addDays(until, 1 - COUNTED_DAYS), until });
  return new Map(
    HELP_TOPICS.map((topic) => [topic, rows.filter(({ value }) => value === topic).reduce((sum, row) => sum + row.sum, 0)] as const),
  );
}

async function whereTo(tx: Repositories, { orderGid, returnId, isFollowOnly }: PortalAccess): Promise<Omit<Help, "cards">> {
  if (isFollowOnly) return returnId ? { returnId } : {};
  const shipments = (await tx.orders.find(orderGid))?.shipments ?? [];
  const sent = shipments.toSorted((a, b) => b.shippedAt.getTime() - a.shippedAt.getTime());
  const trackingUrl = sent.find((one) => one.trackingUrl)?.trackingUrl;
  const newest = returnId ?? (await tx.returns.ofOrder(orderGid)).findLast(({ partOf, giftId }) => !partOf && !giftId)?.id;
  return { ...(trackingUrl ? { trackingUrl } : {}), ...(newest ? { returnId: newest } : {}) };
}
