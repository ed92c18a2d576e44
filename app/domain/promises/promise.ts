import type { FulfillmentGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { PromiseEvent, PromiseStatus } from "./promise-status.ts";

/** What can be promised. */
export const PROMISE_KINDS = ["delivered_by", "first_reply_by", "plan_by", "refund_paid_by", "goods_back_by", "repair_back_by"] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** A commitment with a due time. A promise is kept by something that happens *before* `dueAt`. */
export interface PromiseRecord {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: PromiseKind;
  /** What it is about: a fulfillment gid for `delivered_by`, our own case or return id for the others. One promise per kind and subject. */
  readonly subject: FulfillmentGid | string;
  readonly orderGid: OrderGid | null;
  readonly status: PromiseStatus;
  /** The first moment at which the promise is broken. */
  readonly dueAt: Date;
  /** When what was promised happened; null while it has not. */
  readonly metAt: Date | null;
}

/** What is known about the thing that was promised. */
export interface PromiseFacts {
  /** When it happened, as the world says (a carrier's own time), not when we heard of it. */
  readonly metAt: Date | null;
  /** When there was nothing left to promise: the fulfillment or order was cancelled. */
  readonly cancelledAt: Date | null;
}

/**
 * What has happened to a promise by now: kept when the thing happened before `dueAt`, void when it was cancelled before `dueAt`,
 * breached otherwise, from `dueAt` on. Answers null when nothing changes, so it may be asked any number of times, late, and in any
 * order of facts: a breach is taken back when a delivery or cancellation from before `dueAt` is reported after it.
 * Due 2026-11-21 00:00, delivered 2026-11-20 18:00, reported two days later: pending → breached → kept.
 */
export function judgePromise(promise: Pick<PromiseRecord, "status" | "dueAt">, facts: PromiseFacts, now: Date): PromiseEvent | null {
  const wasMetInTime = facts.metAt !== null && facts.metAt < promise.dueAt;
  const wasCancelledInTime = facts.cancelledAt !== null && facts.cancelledAt < promise.dueAt;
  switch (promise.status) {
    case "pending":
      if (wasMetInTime) return "keep";
      if (wasCancelledInTime) return "cancel";
      return now >= promise.dueAt || facts.metAt !== null ? "breach" : null;
    case "breached":
      if (wasMetInTime) return "prove_kept";
      return wasCancelledInTime ? "cancel" : null;
    case "kept":
    case "void":
      return null;
  }
}
