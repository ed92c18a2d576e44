import { allowedEvents } from "#app/domain/returns/return-status.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import type { Move, MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
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

/** The goods are on their way back. Refuses with `return_unknown`, `not_allowed` or `changed_meanwhile`. */
export function markInTransit(ctx: ShopContext, action: StaffAction): Promise<Result<StoredReturn, ProgressRefused>> {
  return move(ctx, action, () => ({ event: "ship" }));
}

/** Lets a return end without anything being paid: it never came. Shopify's own is closed first. Refuses as `markInTransit` does. */
export async function closeReturn(ctx: ShopContext, action: StaffAction): Promise<Result<StoredReturn, ProgressRefused>> {
  const record = await ctx.transaction((tx) => tx.returns.find(action.returnId));
  if (!record) return refuse({ code: "return_unknown" });
  if (!allowedEvents(record.status, roleOf(action.actor)).includes("close")) return refuse({ code: "not_allowed" });
  if (record.shopifyGid) await ctx.shopify.returns.close(record.shopifyGid);
  return move(ctx, action, () => ({ event: "close", change: { closedAt: ctx.clock.now() } }));
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
 * paid for. A line that is not named counts as received, as new and put back into stock. Refuses as `receiveReturn` does.
 */
export function inspectReturn(
  ctx: ShopContext,
  action: StaffAction & { readonly lines: readonly InspectedLine[] },
): Promise<Result<StoredReturn, QuantityInvalid | ProgressRefused>> {
  return moveLines(ctx, action, {
    event: "inspect",
    lines: action.lines,
    toLine: (line, found) => ({
      ...line,
      receivedQuantity: found?.quantity ?? line.receivedQuantity,
      condition: found?.condition ?? "as_new",
      disposition: found?.disposition ?? "restocked",
    }),
  });
}

interface LineMove<Line extends ReceivedLine> {
  readonly event: "receive" | "inspect";
  readonly lines: readonly Line[];
  readonly toLine: (line: StoredReturnLine, told: Line | undefined) => StoredReturnLine;
}

async function moveLines<Line extends ReceivedLine>(
  ctx: ShopContext,
  action: StaffAction,
  { event, lines, toLine }: LineMove<Line>,
): Promise<Result<StoredReturn, QuantityInvalid | ProgressRefused>> {
  let invalid: QuantityInvalid | undefined;
  const moved = await move(ctx, action, (record) => {
    invalid = invalidLine(record, lines);
    if (invalid) return undefined;
    const next = record.lines.map((line) =>
      toLine(
        line,
        lines.find(({ lineId }) => lineId === line.id),
      ),
    );
    const detail = { lines: next.map(({ id, receivedQuantity, condition }) => ({ lineId: id, quantity: receivedQuantity, condition })) };
    return { event, change: { lines: next }, detail };
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

async function move(
  ctx: ShopContext,
  { returnId, actor }: StaffAction,
  decide: (record: StoredReturn) => Omit<Move, "actor"> | undefined,
): Promise<Result<StoredReturn, ProgressRefused>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return refuse({ code: "return_unknown" });
    const wanted = decide(record);
    return wanted ? moveReturn(tx, ctx, { record, actor, ...wanted }) : refuse({ code: "not_allowed" });
  });
}
