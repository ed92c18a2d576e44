import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { ReturnView } from "#app/domain/returns/return-views.ts";
import { MOST_COUNTED, RETURN_VIEWS, VIEW_RULES } from "#app/domain/returns/return-views.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnListFilter, ReturnListItem, ReturnListRepository, ReturnListSort, ReturnPlace } from "./return-list.server.ts";

/** What one page of the list shows. `after` and `before` are cursors of an earlier answer; one that does not read is the first page. */
export interface ReturnListRequest {
  readonly view: ReturnView;
  readonly text?: string;
  readonly statuses?: readonly ReturnStatus[];
  readonly resolutions?: readonly ReturnResolution[];
  /** Requested at or after this moment. */
  readonly from?: Date;
  /** Requested before this moment. */
  readonly until?: Date;
  readonly sort: ReturnListSort;
  readonly after?: string;
  readonly before?: string;
}

export interface ReturnListPage {
  readonly items: readonly ReturnListItem[];
  /** For the next and the previous page; absent at the ends. */
  readonly after?: string;
  readonly before?: string;
  /** Of each view, up to 10,000, which means that many or more. */
  readonly counts: Readonly<Record<ReturnView, number>>;
}

const RETURNS_PER_PAGE = 25;
const LONGEST_TEXT = 100;

/**
 * One page of the shop's returns, 25 at a time. Pages are found by the place of their first or last row, so a return that arrives
 * meanwhile moves nothing between pages, and page 4000 costs what page 1 costs.
 */
export async function listReturns(ctx: ShopContext, request: ReturnListRequest): Promise<ReturnListPage> {
  const { sort, after, before } = request;
  const place = placeOf(before ?? after);
  const isBackwards = before !== undefined && place !== undefined;
  return ctx.transaction(async (tx) => {
    const rows = await tx.returnList.page(filterOf(request), {
      sort,
      limit: RETURNS_PER_PAGE + 1,
      isBackwards,
      ...(place ? { place } : {}),
    });
    const items = rows.slice(0, RETURNS_PER_PAGE);
    const hasMore = rows.length > RETURNS_PER_PAGE;
    if (isBackwards) items.reverse();
    const [first, last] = [items[0], items.at(-1)];
    return {
      items,
      ...(last && (isBackwards || hasMore) ? { after: cursorOf(last, sort) } : {}),
      ...(first && (isBackwards ? hasMore : place !== undefined) ? { before: cursorOf(first, sort) } : {}),
      counts: await countsOf(tx.returnList),
    };
  });
}

async function countsOf(list: ReturnListRepository): Promise<Record<ReturnView, number>> {
  const counts = { review: 0, open: 0, received: 0, refunded: 0, all: 0 };
  for (const view of RETURN_VIEWS) counts[view] = await list.count(VIEW_RULES[view], MOST_COUNTED);
  return counts;
}

function filterOf({ view, text: typed, statuses, resolutions, from, until }: ReturnListRequest): ReturnListFilter {
  const text = plainText(typed ?? "").slice(0, LONGEST_TEXT);
  return {
    ...VIEW_RULES[view],
    ...(text ? { text } : {}),
    ...(statuses && statuses.length > 0 ? { onlyStatuses: statuses } : {}),
    ...(resolutions && resolutions.length > 0 ? { resolutions } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

/** Where a row stands in its order, as text that a URL can carry. */
function cursorOf(item: ReturnListItem, sort: ReturnListSort): string {
  const value = sort === "newest" || sort === "oldest" ? item.requestedAt.getTime() : item.shopTotal.minor;
  return `${value}_${item.id}`;
}

function placeOf(cursor: string | undefined): ReturnPlace | undefined {
  const [, value, id] = /^(-?\d{1,16})_([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  return value !== undefined && id !== undefined ? { value: Number(value), id } : undefined;
}
