import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { moveReturn } from "./move-return.server.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";

/** The carrier has a parcel of a return. */
export interface FirstScan {
  readonly returnId: string;
  /** When it was scanned, as the carrier says. */
  readonly at: Date;
}

/** The line of history by which a scan is known. */
const FIRST_SCAN = "first_scan";

/** After these a scan tells nothing new. */
const WAITS_FOR_SCAN: readonly ReturnStatus[] = ["requested", "approved", "in_transit"];

/**
 * The carrier has scanned a return's parcel for the first time: it is on its way, and is paid at once where that was agreed. Called for every
 * scan of every parcel, twice, late or out of order, it is noted and paid once; one that staff have yet to approve is paid when they do.
 */
export async function noteFirstScan(ctx: ShopContext, { returnId, at }: FirstScan): Promise<void> {
  await ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (record && WAITS_FOR_SCAN.includes(record.status)) await noteScan(tx, ctx, { record, at, actor: "system" });
  });
}

/** The same in the caller's transaction, by somebody who saw the parcel handed over. Answers the return as it is then. */
export async function noteScan(
  tx: Repositories,
  ctx: ShopContext,
  { record, at, actor }: { readonly record: StoredReturn; readonly at: Date; readonly actor: string },
): Promise<StoredReturn> {
  const events = await tx.returns.events(record.id);
  if (wasScanned(events)) return record;
  const scanned = { ...record, updatedAt: ctx.clock.now() };
  // The version lets one of two scans that arrive at once through.
  if (!(await tx.returns.save(scanned))) throw new Error("The return was changed while its scan was noted; look again");
  const event = { id: ctx.ids.next(), returnId: record.id, event: FIRST_SCAN, actor, at: ctx.clock.now() };
  await tx.returns.addEvent({ ...event, detail: { scannedAt: at.toISOString() } });
  const noted = { ...scanned, version: record.version + 1 };
  const moved = noted.status === "approved" ? await moveReturn(tx, ctx, { record: noted, event: "ship", actor: "system" }) : undefined;
  return startAtFirstScan(tx, ctx, moved?.ok ? moved.value : noted);
}

/** Has a return paid that was agreed to be paid at the first scan, if there was one and nothing was started yet. */
export async function startAtFirstScan(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<StoredReturn> {
  if (!record.quote.paysAtFirstScan || !record.shopifyGid) return record;
  const events = await tx.returns.events(record.id);
  if (!wasScanned(events) || events.some(({ event }) => event === "start_processing")) return record;
  const detail = { by: FIRST_SCAN };
  const started = await moveReturn(tx, ctx, { record, event: "start_processing", actor: "system", detail });
  if (!started.ok) return record;
  await tx.outbox.send("process-return", { returnId: record.id });
  return started.value;
}

function wasScanned(events: readonly ReturnEventRecord[]): boolean {
  return events.some(({ event }) => event === FIRST_SCAN);
}
