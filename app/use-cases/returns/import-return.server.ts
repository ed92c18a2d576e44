import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { returnName } from "#app/domain/returns/return.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { isZeroPair, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { fraction } from "#app/domain/shared/money.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn, StoredReturnLine } from "./ports.ts";
import { plainTerms } from "./settled-units.server.ts";
import type { OrderToReturn, ShopifyReturn } from "./shopify-return.server.ts";

/** What came into being in Shopify without us waits for staff there or here, whichever is first. */
const RESOLUTION = "refund";

/**
 * Takes over a return that was made in Shopify, on its own pages or by staff: it stands here as requested, to be followed on. Answers
 * undefined for one that holds nothing we can settle, or whose order is gone.
 */
export async function importReturn(ctx: ShopContext, inShopify: ShopifyReturn): Promise<StoredReturn | undefined> {
  if (inShopify.lines.length === 0 || inShopify.status === "declined" || inShopify.status === "cancelled") return undefined;
  const found = await ctx.shopify.returns.readOrder(inShopify.orderGid);
  if (!found) return undefined;
  const quote = quoteOf(found.order, inShopify);
  return ctx.transaction(async (tx) => {
    const number = await tx.shop.nextNumber("return");
    const own = await tx.returns.ofOrder(inShopify.orderGid);
    const record = recordOf(ctx, { inShopify, found, quote, number, name: returnName(found.order.name, own.length) });
    if (!(await tx.returns.add(record))) return tx.returns.findByGid(inShopify.gid);
    const event = { event: "request", toStatus: "requested", actor: "system", at: record.requestedAt } as const;
    await tx.returns.addEvent({
      id: ctx.ids.next(),
      returnId: record.id,
      ...event,
      detail: { by: "shopify", shopifyName: inShopify.name },
    });
    return record;
  });
}

interface Imported {
  readonly inShopify: ShopifyReturn;
  readonly found: OrderToReturn;
  readonly quote: ResolutionQuote;
  readonly number: number;
  readonly name: string;
}

function recordOf(ctx: ShopContext, { inShopify, found, quote, number, name }: Imported): StoredReturn {
  const { order, email, customerName, locale } = found;
  return {
    id: ctx.ids.next(),
    ...{ number, name, quote },
    orderGid: order.gid,
    orderName: order.name,
    shopifyGid: inShopify.gid,
    ...(order.customer ? { customerGid: order.customer.gid } : {}),
    ...(customerName ? { customerName } : {}),
    ...(email ? { email } : {}),
    locale: locale ?? ctx.shop.locale,
    status: "requested",
    version: 1,
    resolution: RESOLUTION,
    source: "shopify",
    formKey: inShopify.gid,
    needsReview: true,
    requestedAt: inShopify.createdAt,
    updatedAt: ctx.clock.now(),
    lines: inShopify.lines.map((line) => lineOf(ctx, order, line)),
  };
}

function lineOf(ctx: ShopContext, order: ReturnableOrder, line: ShopifyReturn["lines"][number]): StoredReturnLine {
  const source = order.lines.find(({ gid }) => gid === line.lineGid);
  const note = line.customerNote || line.note;
  return {
    id: ctx.ids.next(),
    gid: line.gid,
    lineGid: line.lineGid,
    fulfillmentLineGid: line.fulfillmentLineGid,
    title: line.title,
    ...(source?.variantTitle ? { variantTitle: source.variantTitle } : {}),
    ...(source?.sku ? { sku: source.sku } : {}),
    ...(source ? { vendor: source.vendor, productType: source.productType } : {}),
    ...(source?.imageUrl ? { imageUrl: source.imageUrl } : {}),
    quantity: line.quantity,
    reason: line.reason,
    ...(note ? { note } : {}),
    amount: source ? fraction(source.paid.presentment, [line.quantity, source.quantity]) : zeroPair(order.total).presentment,
    receivedQuantity: 0,
  };
}

/** What was paid back already, or else what was paid for the goods: no policy of ours decided about them, so nothing is kept. */
function quoteOf(order: ReturnableOrder, inShopify: ShopifyReturn): ResolutionQuote {
  const isOver = inShopify.lines.every(({ unprocessedQuantity }) => unprocessedQuantity === 0);
  const paidBack = sumPairs(
    inShopify.refunds.map(({ total }) => total),
    order.total,
  );
  if (isOver) return plainQuote(order, paidBack);
  const terms = plainTerms({ resolution: RESOLUTION });
  const quantities = new Map<string, number>();
  for (const { lineGid, quantity } of inShopify.lines) quantities.set(lineGid, (quantities.get(lineGid) ?? 0) + quantity);
  const items = order.lines
    .filter(({ gid }) => quantities.has(gid))
    .map(({ gid }) => ({ lineGid: gid, quantity: quantities.get(gid) ?? 0, terms, exchange: null }));
  const others = order.returns.filter(({ gid }) => gid !== inShopify.gid);
  const quote = quoteResolution({ order: { ...order, returns: others }, items, requestedAt: inShopify.createdAt }, RESOLUTION);
  return quote.ok ? quote.value : plainQuote(order, paidBack);
}

/** One amount that nobody takes apart any more. */
function plainQuote(order: ReturnableOrder, total: MoneyPair): ResolutionQuote {
  return {
    ...{ resolution: RESOLUTION, total, owed: zeroPair(total), exchanges: [] },
    parts: isZeroPair(total) ? [] : [{ kind: "goods", lineGid: null, amount: total }],
    taxesIncluded: order.taxesIncluded,
    expectedDays: 5,
    creditExpiresAfterDays: null,
  };
}
