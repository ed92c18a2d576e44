import type { CompensationEvent } from "#app/domain/compensation/compensation-status.ts";
import { transitionCompensation } from "#app/domain/compensation/compensation-status.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";
import { after } from "#app/domain/shared/time.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { periodsAt } from "./check-limits.server.ts";
import type { CompensationRecord } from "./ports.ts";

/** A person's decision about one compensation. */
export interface CompensationDecision {
  readonly id: string;
  /** Who decides, as history and the audit log name them. */
  readonly actor: string;
  /** The version that was seen. */
  readonly version: number;
  readonly note?: string;
}

export type DecisionRefusal = IllegalTransition | { readonly code: "not_found" } | { readonly code: "stale" };

/**
 * Lets a compensation that waits for a person go out: at most the amount that was seen, whatever the limits say. Refuses `not_found`,
 * `stale` and `illegal_transition`.
 */
export async function approveCompensation(ctx: ShopContext, decision: CompensationDecision): Promise<Result<null, DecisionRefusal>> {
  return decideOn(ctx, decision, async (tx, record) => {
    const now = ctx.clock.now();
    await tx.outbox.send("pay-compensation", { compensationId: record.id });
    return { event: "approve", change: { approvedBy: decision.actor, dueAt: after(now, LOOK_AGAIN) } };
  });
}

/** Lets nothing go out; the playbook that asked for it ends. Refuses `not_found`, `stale` and `illegal_transition`. */
export async function rejectCompensation(ctx: ShopContext, decision: CompensationDecision): Promise<Result<null, DecisionRefusal>> {
  return decideOn(ctx, decision, async (tx, record) => {
    if (record.fulfillmentGid) await noteEvent(tx, ctx, { name: "compensation_withdrawn", subject: record.fulfillmentGid });
    const explanation = { ...record.explanation, reason: "rejected" as const, ...(decision.note ? { note: decision.note } : {}) };
    return { event: "reject", change: { explanation } };
  });
}

/**
 * Tries a compensation again that Shopify refused, once what it objected to is put right. It counts in the budget again, and Shopify is
 * looked at first. Refuses `not_found`, `stale` and `illegal_transition`.
 */
export async function retryCompensation(ctx: ShopContext, decision: CompensationDecision): Promise<Result<null, DecisionRefusal>> {
  return decideOn(ctx, decision, async (tx, record) => {
    const now = ctx.clock.now();
    const { day, month } = periodsAt(now, ctx.shop.timezone);
    await tx.budgets.lock([day, month], record.shopAmount.currency);
    await tx.budgets.spend([day, month], record.shopAmount);
    await tx.outbox.send("pay-compensation", { compensationId: record.id });
    return { event: "retry", change: { explanation: { ...record.explanation, periods: [day, month] }, dueAt: after(now, LOOK_AGAIN) } };
  });
}

interface Decided {
  readonly event: CompensationEvent;
  readonly change: Partial<CompensationRecord>;
}

async function decideOn(
  ctx: ShopContext,
  { id, actor, version, note }: CompensationDecision,
  work: (tx: Repositories, record: CompensationRecord) => Promise<Decided>,
): Promise<Result<null, DecisionRefusal>> {
  try {
    return await ctx.transaction(async (tx) => {
      const record = await tx.compensations.find(id);
      if (!record) return refuse({ code: "not_found" });
      if (record.version !== version) return refuse({ code: "stale" });
      const decided = await work(tx, record);
      const moved = transitionCompensation(record.status, decided.event);
      // Thrown, so that what `work` has done is taken back.
      if (!moved.ok) throw new Taken(moved.error);
      const at = ctx.clock.now();
      if (!(await tx.compensations.save({ ...record, ...decided.change, status: moved.value, updatedAt: at })))
        throw new Taken({ code: "stale" });
      const detail = { amount: record.amount, key: record.key, ...(note ? { note } : {}) };
      await tx.shop.audit({ at, actor, action: `compensation.${decided.event}`, subject: `compensation:${id}`, detail });
      return ok(null);
    });
  } catch (error) {
    if (error instanceof Taken) return refuse(error.refusal);
    throw error;
  }
}

class Taken extends Error {
  readonly refusal: DecisionRefusal;

  constructor(refusal: DecisionRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
