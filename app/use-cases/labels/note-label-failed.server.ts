import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { PurchaseRefused, PurchaseWork } from "./purchase-work.server.ts";

/** So often the queue asks a seller that cannot be reached; then staff hear of it. */
const TRIES_AT_ONCE = 4;
/** After those it is asked every hour, for a day. */
const MOST_TRIES = TRIES_AT_ONCE + 24;

/** The seller or the settings refused: one case for staff; the shopper goes on with the packing slip. */
export async function noteLabelFailed(
  ctx: ShopContext,
  { purchase, record }: PurchaseWork,
  { code, message }: PurchaseRefused,
): Promise<void> {
  ctx.log.warn({ purchaseId: purchase.id, code, message }, "A label was not bought");
  await ctx.transaction(async (tx) => {
    const now = (await tx.labelPurchases.find(purchase.id)) ?? purchase;
    await tx.labelPurchases.save({ ...now, status: "failed", problem: code, message, updatedAt: ctx.clock.now() });
    await tellStaff(tx, ctx, { purchase: now, record, code, message });
  });
}

/** The seller could not be reached, or what it said could not be read; throws so that the queue tries again, as long as that makes sense. */
export async function noteUnreached(ctx: ShopContext, { purchase, record }: PurchaseWork, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const tries = purchase.tries + 1;
  await ctx.transaction(async (tx) => {
    // What was learnt in this try stays learnt.
    const now = (await tx.labelPurchases.find(purchase.id)) ?? purchase;
    const status = tries >= MOST_TRIES ? "failed" : "wanted";
    await tx.labelPurchases.save({ ...now, status, tries, problem: "unreached", message, updatedAt: ctx.clock.now() });
    if (tries === TRIES_AT_ONCE) await tellStaff(tx, ctx, { purchase: now, record, code: "unreached", message });
  });
  if (tries < TRIES_AT_ONCE) throw error;
  ctx.log.warn({ purchaseId: purchase.id, error }, "The seller of labels cannot be reached; it is asked again in an hour");
}

async function tellStaff(
  tx: Repositories,
  ctx: ShopContext,
  { purchase, record, code, message }: Pick<PurchaseWork, "purchase" | "record"> & { readonly code: string; readonly message: string },
): Promise<void> {
  const event = { id: ctx.ids.next(), returnId: record.id, event: "label_failed", actor: "system", at: ctx.clock.now() };
  await tx.returns.addEvent({ ...event, detail: { problem: code, message } });
  await openLabelCase(tx, ctx, { record, key: `label-failed:${purchase.id}:${purchase.attempt}`, code, message });
}

interface LabelTrouble {
  readonly record: StoredReturn;
  /** Unique per trouble: the same one is one case. */
  readonly key: string;
  readonly code: string;
  /** The seller's own words. */
  readonly message: string;
}

/** Tells staff, once, what is wrong with a label of a return; part of the caller's transaction. */
export async function openLabelCase(tx: Repositories, ctx: ShopContext, { record, key, code, message }: LabelTrouble): Promise<void> {
  const { id: returnId, orderGid, orderName, customerGid, customerName, email, locale, name } = record;
  await openCase(tx, ctx, {
    key,
    type: "other",
    subject: "",
    body: null,
    detail: { code: `label_${code}`, message, returnName: name },
    ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
  });
}
