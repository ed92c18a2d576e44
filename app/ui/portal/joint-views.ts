import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { FieldError, ImageView, OrderSummary } from "./page-parts.ts";
import type { PortalStep } from "./fields.ts";

/** What the server tells the pages of a return of several orders. */

/** A page that a link opens: its step and its signed state. */
export interface StepTarget {
  readonly step: PortalStep;
  readonly token: string;
}

/** Where the shopper is among the orders. */
export interface JointProgress {
  readonly orders: readonly { readonly name: string; readonly state: "ready" | "current" | "next" }[];
  /** The order of this page, and the page that comes when it is left out. */
  readonly current: string;
  readonly leaveOut: StepTarget;
}

export interface OrderToJoin {
  /** What the form sends. */
  readonly id: string;
  readonly name: string;
  readonly placedAt: Moment;
  readonly total: Money;
  readonly itemCount: number;
  readonly images: readonly ImageView[];
  readonly isChosen: boolean;
}

/** The page on which orders are put together. */
export interface TogetherPage {
  readonly page: "together";
  /** The order that the visitor came from. */
  readonly base?: OrderSummary;
  readonly orders: readonly OrderToJoin[];
  readonly errors: readonly FieldError[];
}
