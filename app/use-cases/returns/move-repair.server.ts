import type { Repair, RepairEvent } from "#app/domain/returns/repair-stage.ts";
import { COUNTS_AS_BACK_DAYS, allowedRepairEvents, moveRepair } from "#app/domain/returns/repair-stage.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "./approve-return.server.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import { repairVariables, tellRepair } from "./tell-repair.server.ts";

/** What staff do with goods that are here to be mended. */
export type RepairStep =
  | { readonly event: "start_repair" | "finish_repair" | "arrive_back" }
  | { readonly event: "give_up"; readonly note: string }
  | { readonly event: "send_back"; readonly carrier: string; readonly trackingNumber: string };

/** The promise by which a parcel that nobody hears of counts as delivered. */
const KIND = "repair_back_by";

/**
 * Takes a repair one step further by its table; the customer is told when it cannot be mended and when it goes back. Once it is there the
 * return is over: a job gives its units free again in Shopify, and whether the repair holds is asked later. Refuses with `return_unknown`,
 * `not_allowed` or `changed_meanwhile`.
 */
export function stepRepair(
  ctx: ShopContext,
  { returnId, actor, step }: StaffAction & { readonly step: RepairStep },
): Promise<Result<StoredReturn, ReturnUnknown | MoveRefused>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return refuse({ code: "return_unknown" });
    const moved = await saveStage(tx, ctx, { record, actor, event: step.event, change: changeBy(step) });
    return moved.ok ? ok(await follow(tx, ctx, { record: moved.value, event: step.event })) : moved;
  });
}

/** A parcel of which nobody said that it arrived counts as delivered now; part of the caller's transaction. */
export async function assumeBack(tx: Repositories, ctx: ShopContext, returnId: string): Promise<void> {
  const record = await tx.returns.find(returnId);
  if (record?.repair?.stage !== "sent_back") return;
  const moved = await saveStage(tx, ctx, { record, actor: "system", event: "arrive_back", change: {} });
  if (moved.ok) await follow(tx, ctx, { record: moved.value, event: "arrive_back" });
}

/** One step of a repair with what else changes. */
export interface StageMove {
  readonly record: StoredReturn;
  readonly actor: string;
  readonly event: RepairEvent;
  readonly change: Partial<Omit<Repair, "stage">>;
  /** What else of the return changes with it. */
  readonly also?: Partial<StoredReturn>;
}

/** The only way a repair's stage changes once its goods are here: by its table, over the version that was read, with its line of history. */
export async function saveStage(
  tx: Repositories,
  ctx: Pick<ShopContext, "clock" | "ids">,
  { record, actor, event, change, also }: StageMove,
): Promise<Result<StoredReturn, MoveRefused>> {
  const { repair, id: returnId, status } = record;
  if (!repair || !isRepair(record) || status !== "received") return refuse({ code: "not_allowed" });
  const next = moveRepair(repair.stage, event);
  if (!next.ok || !allowedRepairEvents(repair.stage, roleOf(actor)).includes(event)) return refuse({ code: "not_allowed" });
  const at = ctx.clock.now();
  const moved: StoredReturn = { ...record, ...also, repair: { ...repair, ...change, stage: next.value }, updatedAt: at };
  if (!(await tx.returns.save(moved))) return refuse({ code: "changed_meanwhile" });
  const detail = { stage: next.value, ...change, ...(also?.resolution ? { resolution: also.resolution } : {}) };
  await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event: `repair_${event}`, actor, at, detail });
  return ok({ ...moved, version: record.version + 1 });
}

function changeBy(step: RepairStep): StageMove["change"] {
  switch (step.event) {
    case "finish_repair":
      return { isMended: true };
    case "give_up":
      return { isMended: false, ...(step.note.trim() ? { note: step.note.trim() } : {}) };
    case "send_back": {
      const [carrier, trackingNumber] = [step.carrier.trim(), step.trackingNumber.trim()];
      return { ...(carrier ? { carrier } : {}), ...(trackingNumber ? { trackingNumber } : {}) };
    }
    case "start_repair":
    case "arrive_back":
      return {};
  }
}

/** What follows from a step in the same transaction; answers the return as it is then. */
async function follow(tx: Repositories, ctx: ShopContext, { record, event }: Pick<StageMove, "record" | "event">): Promise<StoredReturn> {
  if (event === "give_up") await tellRepair(tx, ctx, { record, news: "repair_impossible" });
  if (event === "send_back") {
    await tellRepair(tx, ctx, { record, news: "repair_sent" });
    await expectArrival(tx, ctx, record);
  }
  return event === "arrive_back" ? endRepair(tx, ctx, record) : record;
}

async function expectArrival(tx: Repositories, ctx: ShopContext, { id: subject }: StoredReturn): Promise<void> {
  const now = ctx.clock.now();
  const dueAt = after(now, COUNTS_AS_BACK_DAYS * DAY);
  const earlier = await tx.promises.lock(KIND, subject);
  // A return that was opened again in Shopify is repaired once more.
  if (earlier) return tx.promises.save({ ...earlier, dueAt, status: "pending" });
  await tx.promises.add({
    id: ctx.ids.next(),
    ...{ kind: KIND, subject, zone: ctx.shop.timezone, source: "sent_back", status: "pending", dueAt, createdAt: now, detail: {} },
  });
}

/** The goods are with the customer: nothing is awaited any more, and the playbooks learn of what was mended. */
async function endRepair(tx: Repositories, ctx: ShopContext, record: StoredReturn): Promise<StoredReturn> {
  const now = ctx.clock.now();
  const awaited = await tx.promises.lock(KIND, record.id);
  if (awaited?.status === "pending") await tx.promises.save({ ...awaited, status: "kept", settledAt: now });
  const closed = await moveReturn(tx, ctx, { record, event: "close", actor: "system", change: { closedAt: now } });
  if (!closed.ok) throw new Error(`A repair that is over cannot be closed: ${closed.error.code}`);
  await tx.outbox.send("release-repaired", { returnId: record.id });
  if (record.repair?.isMended) {
    const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale } = record;
    await noteEvent(tx, ctx, {
      name: "repair_delivered",
      subject: returnId,
      about: {
        ...{ returnId, orderGid, orderName, locale, variables: repairVariables(record) },
        ...(customerGid ? { customerGid } : {}),
        ...(customerName ? { customerName } : {}),
        ...(email ? { address: email } : {}),
      },
    });
  }
  return closed.value;
}
