import type { MovementKind, MovementState } from "#app/domain/compensation/ledger.ts";
import type { OrderChangeKind, OrderChangeStatus } from "#app/domain/orders/order-change.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";

/**
 * One thing that happened to a customer's order, as staff read it: figures and codes, put into words by the page. Statuses and kinds of
 * other features are their own words ("in_transit", "auto_approve").
 */
export type TimelineFact =
  | { readonly kind: "order_placed"; readonly orderName: string; readonly total: Money }
  | { readonly kind: "order_cancelled"; readonly orderName: string }
  | {
      readonly kind: "order_change";
      readonly change: OrderChangeKind;
      readonly status: OrderChangeStatus;
      readonly problem: string | null;
    }
  | { readonly kind: "shipped"; readonly carrier: string | null; readonly trackingNumber: string | null; readonly units: number }
  | { readonly kind: "carrier"; readonly status: string; readonly place: string | null; readonly expectedAt: string | null }
  | { readonly kind: "promise"; readonly promise: string; readonly status: string; readonly promisedOn: string | null }
  | {
      readonly kind: "message";
      readonly direction: string;
      readonly template: string | null;
      readonly subject: string | null;
      readonly status: string;
      readonly reason: string | null;
    }
  | { readonly kind: "button"; readonly choice: string }
  | { readonly kind: "return"; readonly returnId: string; readonly number: number; readonly event: string; readonly actor: string }
  | { readonly kind: "money"; readonly movement: MovementKind; readonly state: MovementState; readonly amount: Money }
  | { readonly kind: "refund_in_shopify"; readonly amount: Money }
  | { readonly kind: "compensation"; readonly method: string; readonly status: string; readonly amount: Money }
  | { readonly kind: "survey_asked"; readonly touchpoint: Touchpoint }
  | { readonly kind: "survey_answered"; readonly touchpoint: Touchpoint; readonly score: number; readonly comment: string | null }
  | {
      readonly kind: "case";
      readonly caseId: string;
      readonly number: number;
      readonly event: string;
      readonly actor: string;
      readonly body: string | null;
      readonly detail: Readonly<Record<string, unknown>>;
    };

export interface TimelineEntry<At = Date> {
  /** Unique in its timeline. */
  readonly id: string;
  readonly at: At;
  readonly fact: TimelineFact;
}

/** The order in which things of one moment are read: what causes comes before what follows from it. */
const RANK: Readonly<Record<TimelineFact["kind"], number>> = {
  order_placed: 0,
  order_change: 1,
  order_cancelled: 1,
  shipped: 2,
  carrier: 3,
  promise: 4,
  return: 5,
  compensation: 6,
  money: 7,
  refund_in_shopify: 7,
  button: 8,
  survey_answered: 9,
  case: 10,
  survey_asked: 11,
  message: 12,
};

/** One list of everything, newest first; of two things at one moment the later in the chain of cause and effect comes first. */
export function mergeTimeline(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || RANK[b.fact.kind] - RANK[a.fact.kind] || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  );
}
