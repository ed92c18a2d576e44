import { giftReturnName } from "#app/domain/gifts/gift.ts";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { AbuseSignal } from "#app/domain/returns/abuse-signals.ts";
import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import { answersInWords } from "#app/domain/policies/return-question.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { NEW_REPAIR } from "#app/domain/returns/repair-stage.ts";
import { isRepair, returnName } from "#app/domain/returns/return.ts";
import type { NotEnoughUnits } from "#app/domain/returns/split-parcels.ts";
import { splitParcels } from "#app/domain/returns/split-parcels.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, allocate, fraction, sum } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnSource, StoredReturn, StoredReturnLine } from "./ports.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import { waitingReturns } from "./read-order-in-portal.server.ts";
import type { Device } from "./standing.server.ts";
import { noteTraces } from "./standing.server.ts";

/** A return that passed every check and is about to be stored. */
export interface NewReturn {
  readonly read: OrderInPortal;
  readonly items: readonly DecidedItem[];
  readonly quote: ResolutionQuote;
  /** Why staff look at it though the policy would approve it. */
  readonly signals: readonly AbuseSignal[];
  readonly formKey: string;
  /** The return that was asked for with it, and that stands for the whole request. */
  readonly partOf?: string;
  /** The return of another order that leads their common parcel. */
  readonly joinedTo?: string;
  /** The code by which the receiver of a gift asks. */
  readonly giftId?: string;
  /** Staff look at it first: one item that needs it is enough for the whole request. */
  readonly needsReview: boolean;
  readonly source: ReturnSource;
  readonly locale: string;
  readonly actor: string;
  /** What it was asked for with; undefined when nobody was there. */
  readonly device: Device | undefined;
}

/** Its lines, one for each parcel that units come from. Refuses with `not_enough_units`. */
export function linesOf(
  ctx: Pick<ShopContext, "ids" | "shop">,
  { read, items, quote }: NewReturn,
): Result<StoredReturnLine[], NotEnoughUnits> {
  const waiting = waitingReturns(read.own).flatMap(({ lines }) => lines);
  const lines: StoredReturnLine[] = [];
  for (const { selected } of items) {
    const { line, quantity, reason, note, exchange } = selected;
    const answers = answersInWords(read.context.compiled.policy.questions ?? [], selected.answers, ctx.shop.locale);
    const parcels = splitParcels(line, quantity, waiting);
    if (!parcels.ok) return parcels;
    const amounts = allocate(
      isRepair(quote) ? paidFor(read.context.order, line, quantity) : amountOf(read.context.order, quote, line.gid),
      parcels.value.map((part) => part.quantity),
    );
    for (const [index, part] of parcels.value.entries()) {
      const amount = amounts[index];
      if (!amount) throw new Error("Every part has an amount");
      lines.push({
        id: ctx.ids.next(),
        lineGid: line.gid,
        fulfillmentLineGid: part.fulfillmentLineGid,
        quantity: part.quantity,
        title: line.title,
        ...(line.variantTitle ? { variantTitle: line.variantTitle } : {}),
        ...(line.sku ? { sku: line.sku } : {}),
        vendor: line.vendor,
        productType: line.productType,
        ...(line.imageUrl ? { imageUrl: line.imageUrl } : {}),
        reason: reason.code,
        ...(note ? { note } : {}),
        ...(answers.length > 0 ? { answers } : {}),
        ...(exchange ? { exchangeVariantGid: exchange.variantGid, exchangeTitle: exchange.title } : {}),
        amount,
        receivedQuantity: 0,
      });
    }
  }
  return ok(lines);
}

/** A new return with what only the order knows: its number in the shop, and how many returns the order has had. */
export interface ReturnToAdd {
  readonly wanted: NewReturn;
  readonly lines: readonly StoredReturnLine[];
  readonly number: number;
  readonly earlier: number;
}

/** Stores it with its decisions and its first line of history; undefined when its form key was used already. */
export async function addNewReturn(tx: Repositories, ctx: ShopContext, toAdd: ReturnToAdd): Promise<StoredReturn | undefined> {
  const { read, items, signals, actor, device } = toAdd.wanted;
  const { found, context, pinned } = read;
  const { order, now } = context;
  const decisions = items.map((item) => ({ id: ctx.ids.next(), item }));
  const decisionOf = new Map(decisions.map(({ id, item }) => [item.selected.line.gid, id]));
  const record = recordOf(ctx, toAdd, decisionOf);
  if (!(await tx.returns.add(record))) return undefined;
  await tx.policies.addDecisions(
    decisions.map(({ id, item: { decision, selected } }) => ({
      id,
      policyVersionId: pinned.id,
      orderGid: order.gid,
      lineGid: selected.line.gid,
      returnId: record.id,
      decision,
      decidedAt: now,
    })),
  );
  await tx.returns.addEvent({
    id: ctx.ids.next(),
    returnId: record.id,
    event: "request",
    toStatus: "requested",
    actor,
    at: now,
    detail: { address: found.returnAddress?.lines ?? [], ...(signals.length > 0 ? { signals } : {}) },
  });
  await noteTraces(tx, ctx, { returnId: record.id, found, device });
  return record;
}

function recordOf(
  ctx: Pick<ShopContext, "ids">,
  { wanted, lines, number, earlier }: ReturnToAdd,
  decisionOf: ReadonlyMap<string, string>,
): StoredReturn {
  const { read, quote, formKey, source, locale, partOf, joinedTo, giftId, needsReview } = wanted;
  const { found, context, pinned } = read;
  const { order, now } = context;
  return {
    id: ctx.ids.next(),
    number,
    name: giftId ? giftReturnName(number) : returnName(order.name, earlier),
    orderGid: order.gid,
    orderName: order.name,
    shopifyGid: null,
    ...(order.customer ? { customerGid: order.customer.gid } : {}),
    ...(found.customerName ? { customerName: found.customerName } : {}),
    ...(found.email ? { email: found.email } : {}),
    locale,
    status: "requested",
    version: 1,
    resolution: quote.resolution,
    source,
    formKey,
    ...(partOf ? { partOf } : {}),
    ...(joinedTo ? { joinedTo } : {}),
    ...(giftId ? { giftId } : {}),
    ...(isRepair(quote) ? { repair: NEW_REPAIR } : {}),
    policyVersionId: pinned.id,
    quote,
    needsReview,
    requestedAt: now,
    updatedAt: now,
    lines: lines.map((line) => {
      const decisionId = decisionOf.get(line.lineGid);
      return decisionId ? { ...line, decisionId } : line;
    }),
  };
}

/** What was paid for units of which a repair's quote says nothing, tax included. */
function paidFor({ taxesIncluded }: ReturnableOrder, { paid, tax, quantity: all }: OrderLine, quantity: number): Money {
  const withTax = taxesIncluded ? paid.presentment : add(paid.presentment, tax.presentment);
  return fraction(withTax, [quantity, all]);
}

/** What was paid for the units of one line, tax included. */
function amountOf(order: ReturnableOrder, { parts }: ResolutionQuote, lineGid: string) {
  const own = parts.filter((part) => part.lineGid === lineGid && (part.kind === "goods" || part.kind === "tax"));
  return sum(
    own.map(({ amount }) => amount.presentment),
    order.presentmentCurrency,
  );
}
