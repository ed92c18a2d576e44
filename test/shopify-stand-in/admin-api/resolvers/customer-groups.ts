import { isInSegment, MARKETS, SEGMENTS, type MarketEntry, type SegmentEntry } from "../../seed/shop-groups.ts";
import { connection } from "../connection.ts";
import { input, type ApiContext, type Args, type Fields } from "../context.ts";
import { invalidId } from "../errors.ts";

export const Market: Fields<MarketEntry> = {
  id: (market) => market.id,
  name: (market) => market.name,
  handle: (market) => market.handle,
  type: () => "REGION",
  status: () => "ACTIVE",
};

export const Segment: Fields<SegmentEntry> = {
  id: (segment) => segment.id,
  name: (segment) => segment.name,
  query: (segment) => segment.query,
};

/** Markets and segments at the root of a query. */
export const groupQueries: Fields<unknown> = {
  markets: (_root, args, ctx) => connection([...MARKETS], args, ctx),
  marketByGeography: (_root, args) => MARKETS.find(({ countries }) => countries.includes(String(args["countryCode"]))) ?? null,
  segments: (_root, args, ctx) => connection([...SEGMENTS], args, ctx),
  customerSegmentMembership: (_root, args, ctx) => membership(args, ctx),
};

function membership(args: Args, ctx: ApiContext) {
  const customer = ctx.shop.customers.get(String(args["customerId"]));
  if (!customer) throw invalidId(String(args["customerId"]));
  const facts = { tags: customer.tags, orders: ctx.shop.ordersOf(customer.id).length };
  const memberships = input<string[]>(args, "segmentIds").map((segmentId) => {
    const segment = SEGMENTS.find(({ id }) => id === segmentId);
    return { segmentId, isMember: segment !== undefined && isInSegment(segment, facts) };
  });
  return { memberships };
}
