import { eventsFor } from "#app/domain/returns/return.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import { foundAfterPayment, noteGoodsArrived } from "./goods-after-payment.server.ts";
import type { Move, MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
import { noteScan } from "./note-first-scan.server.ts";
import { isInDiagnosis, tellRepair } from "./tell-repair.server.ts";
import type { Condition, StoredReturn, StoredReturnLine } from "./ports.ts";
import type { Disposition } from "./shopify-return.server.ts";

/** How many units of one line came back. */
export interface ReceivedLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** What staff found when they looked at one line. */
export interface InspectedLine extends ReceivedLine {
  readonly condition: Condition;
  readonly disposition: Disposition;
}

export interface QuantityInvalid extends Refusal {
  /** Not a whole number from 0 to the units that were to come back; or a line that is not of this return. */
  readonly code: "quantity_invalid";
  readonly lineId: string;
  readonly limit: number;
}

export type ProgressRefused = ReturnUnknown | MoveRefused;

/**
 * The goods are on their way back. Staff who say so have it from somebody who saw the parcel handed over: that counts as the carrier's first
 * scan, and pays where that was agreed. Refuses with `return_unknown`, `not_allowed` or `changed_meanwhile`.
 */
export function markInTransit(ctx: ShopContext, action: StaffAction): Promise<Result<StoredReturn, ProgressRefused>> {
  return move(ctx, action, {
    decide: () => ({ event: "ship" }),
    follow: async (tx, { after: record }) => {
      if (roleOf(action.actor) !== "staff" || !record.quote.paysAtFirstScan) return record;
      return noteScan(tx, ctx, { record, at: ctx.clock.now(), actor: action.actor });
    },
  });
}

/** Lets a return end without anything being paid: it never came. Shopify's own is closed first. Refuses as `markInTransit` does. */
export async function closeReturn(ctx: ShopContext, action: StaffAction): Promise<Result<StoredReturn, ProgressRefused>> {
  const record = await ctx.transaction((tx) => tx.returns.find(action.returnId));
  if (!record) return refuse({ code: "return_unknown" });
  if (!eventsFor(record, roleOf(action.actor)).includes("close")) return refuse({ code: "not_allowed" });
  if (record.shopifyGid) await ctx.shopify.returns.close(record.shopifyGid);
  return move(ctx, action, { decide: () => ({ event: "close", change: { closedAt: ctx.clock.now() } }) });
}

/**
 * The parcel is here. Without `lines` everything came back. Refuses with `quantity_invalid` (the line and its limit), `return_unknown`,
 * `not_allowed` or `changed_meanwhile`.
 */
export function receiveReturn(
  ctx: ShopContext,
  action: StaffAction & { readonly lines?: readonly ReceivedLine[] },
): Promise<Result<StoredReturn, QuantityInvalid | ProgressRefused>> {
  const { lines } = action;
  return moveLines(ctx, action, {
    event: "receive",
    lines: lines ?? [],
    toLine: (line, received) => ({ ...line, receivedQuantity: received?.quantity ?? (lines ? 0 : line.quantity) }),
  });
}

/**
 * The goods were looked at: how many units are really there, in which condition, and what becomes of them. Units that are missing are not
 * paid for. A line that is not named counts as received, as new and put back into stock. Goods that were paid for at the carrier's scan are
 * not paid again: the return is over, and what would not have been paid is told. Refuses as `receiveReturn` does.
 */
export function inspectReturn(
  ctx: ShopContext,
  action: StaffAction & { readonly lines: readonly InspectedLine[] },
): Promise<Result<StoredReturn, QuantityInvalid | ProgressRefused>> {
  return moveLines(ctx, action, {
    event: "inspect",
    lines: action.lines,
    toLine: (line, found, { status }) => ({
      ...line,
      receivedQuantity: found?.quantity ?? (status === "refunded" ? line.quantity : line.receivedQuantity),
      condition: found?.condition ?? "as_new",
      disposition: found?.disposition ?? "restocked",
    }),
  });
}

interface LineMove<Line extends ReceivedLine> {
  readonly event: "receive" | "inspect";
  readonly lines: readonly Line[];
  readonly toLine: (line: StoredReturnLine, told: Line | undefined, record: StoredReturn) => StoredReturnLine;
}

async function moveLines<Line extends ReceivedLine>(
  ctx: ShopContext,
  action: StaffAction,
  { event, lines, toLine }: LineMove<Line>,
): Promise<Result<StoredReturn, QuantityInvalid | ProgressRefused>> {
  let invalid: QuantityInvalid | undefined;
  const decide = (record: StoredReturn): Omit<Move, "actor"> | undefined => {
    invalid = invalidLine(record, lines);
    if (invalid) return undefined;
    const told = (line: StoredReturnLine) => lines.find(({ lineId }) => lineId === line.id);
    const next = record.lines.map((line) => toLine(line, told(line), record));
    const isPaid = record.status === "refunded";
    const found = next.map(({ id, receivedQuantity, condition }) => ({ lineId: id, quantity: receivedQuantity, condition }));
    const detail = { lines: found, ...(isPaid ? foundAfterPayment(record, next) : {}) };
    return { event, change: { lines: next, ...(isPaid ? { closedAt: ctx.clock.now() } : {}) }, detail };
  };
  const moved = await move(ctx, action, {
    decide,
    follow: async (tx, { before, after }) => {
      if (before.status === "refunded") await noteGoodsArrived(tx, ctx, after);
      if (isInDiagnosis(after)) await tellRepair(tx, ctx, { record: after, news: "repair_received" });
      return after;
    },
  });
  return invalid ? refuse(invalid) : moved;
}

function invalidLine(record: StoredReturn, lines: readonly ReceivedLine[]): QuantityInvalid | undefined {
  for (const { lineId, quantity } of lines) {
    const limit = record.lines.find(({ id }) => id === lineId)?.quantity ?? 0;
    if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > limit) return { code: "quantity_invalid", lineId, limit };
  }
  return undefined;
}

interface Progress {
  /** What happens to the return; undefined for nothing. */
  readonly decide: (record: StoredReturn) => Omit<Move, "actor"> | undefined;
  /** What follows from it in the same transaction; answers the return as it is then. */
  readonly follow?: (tx: Repositories, moved: { readonly before: StoredReturn; readonly after: StoredReturn }) => Promise<StoredReturn>;
}

async function move(
  ctx: ShopContext,
  { returnId, actor }: StaffAction,
  { decide, follow }: Progress,
): Promise<Result<StoredReturn, ProgressRefused>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return refuse({ code: "return_unknown" });
    const wanted = decide(record);
    if (!wanted) return refuse({ code: "not_allowed" });
    const moved = await moveReturn(tx, ctx, { record, actor, ...wanted });
    return moved.ok && follow ? ok(await follow(tx, { before: record, after: moved.value })) : moved;
  });
}
