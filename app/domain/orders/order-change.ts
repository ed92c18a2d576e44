import type { CustomerGid, Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { HOUR, after } from "#app/domain/shared/time.ts";
import type { DeliveryAddress } from "./delivery-address.ts";
import type { ChangeRule } from "./order-change-settings.ts";

/** What a shopper can change about an order before it leaves. */
export const ORDER_CHANGE_KINDS = ["cancel", "address"] as const;
export type OrderChangeKind = (typeof ORDER_CHANGE_KINDS)[number];

/** `sending` until Shopify has done it, or has refused. */
export const ORDER_CHANGE_STATUSES = ["sending", "done", "refused"] as const;
export type OrderChangeStatus = (typeof ORDER_CHANGE_STATUSES)[number];

/** Why shoppers cancel: their words for it are in the portal's texts. */
export const CANCEL_REASONS = ["changed-my-mind", "ordered-by-mistake", "wrong-details", "takes-too-long", "other"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** How far an order is: a warehouse that was asked to prepare it may have packed it. */
export type OrderProgress = "waiting" | "being_prepared" | "on_hold" | "sent";

/** An order as Shopify has it at this moment, read to be changed. */
export interface OrderNow {
  readonly gid: OrderGid;
  readonly name: string;
  readonly processedAt: Date;
  readonly updatedAt: Date;
  readonly isCancelled: boolean;
  readonly progress: OrderProgress;
  /** Whether a return of it is requested or open; Shopify cancels no such order. */
  readonly hasReturn: boolean;
  /** Null for what is picked up or sent by e-mail. */
  readonly address: DeliveryAddress | null;
  /** Received and not paid back yet. */
  readonly paid: MoneyPair;
  /** Every refund that it has. */
  readonly refunds: readonly { readonly gid: Gid<"Refund">; readonly total: MoneyPair }[];
  readonly lines: readonly OrderNowLine[];
  readonly email?: string;
  readonly customerGid?: CustomerGid;
  readonly customerName?: string;
}

export interface OrderNowLine {
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
}

/** Why an order cannot be changed (any more). */
export type ChangeBlocker = "switched_off" | "cancelled" | "sent" | "being_prepared" | "on_hold" | "has_return" | "no_address" | "too_late";

export interface ChangeNotPossible extends Refusal {
  readonly code: "not_possible";
  readonly because: ChangeBlocker;
}

/**
 * Whether a shopper may change an order now: the merchant allows it, nothing of it is sent, prepared or held back, and its hours are not
 * over. Answers the moment until which it may be done; null has no such moment. Refuses with `not_possible` and the first reason that holds.
 *
 * Ordered at 10:00 with 24 hours allowed: at 9:59 of the next day it may be done until 10:00, at 10:00 it is `too_late`.
 */
export function mayChange(
  kind: OrderChangeKind,
  { order, rule, now }: { readonly order: OrderNow; readonly rule: ChangeRule; readonly now: Date },
): Result<{ readonly until: Date | null }, ChangeNotPossible> {
  const blocker = blockerOf(kind, order, rule);
  if (blocker) return refuse({ code: "not_possible", because: blocker });
  const until = rule.withinHours === null ? null : after(order.processedAt, rule.withinHours * HOUR);
  if (until && now >= until) return refuse({ code: "not_possible", because: "too_late" });
  return ok({ until });
}

function blockerOf(kind: OrderChangeKind, order: OrderNow, rule: ChangeRule): ChangeBlocker | undefined {
  if (order.isCancelled) return "cancelled";
  if (order.progress !== "waiting") return order.progress;
  if (!rule.isOn) return "switched_off";
  if (kind === "cancel" && order.hasReturn) return "has_return";
  return kind === "address" && !order.address ? "no_address" : undefined;
}
