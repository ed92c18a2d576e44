import type { Explained } from "#app/domain/policies/explanation.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { EvidenceView, FieldError, OrderSummary, PhotoRules, ReturnState } from "./page-parts.ts";
import type { ParcelsView } from "./parcel-views.ts";
import type { ChosenItem, ResolutionKind } from "./solution-views.ts";

/** What the server tells the page on which a return is followed. */

export type StepKey =
  | "requested"
  | "approved"
  | "sent"
  | "received"
  | "inspected"
  | "exchange-shipped"
  | "paid"
  | "closed"
  | "declined"
  | "cancelled"
  | "in-repair"
  | "repaired"
  | "irreparable"
  | "sent-back"
  | "delivered";

export interface TimelineStep {
  readonly key: StepKey;
  readonly state: "done" | "current" | "next";
  readonly at?: Moment;
  /** The day it should have happened by, for current and next steps. */
  readonly expectedOn?: string;
}

export interface MoneyStatus {
  readonly kind: ResolutionKind;
  readonly amount: Money;
  readonly paidTo?: string;
  readonly paidAt?: Moment;
  /** Before it is paid: the days it is expected on. */
  readonly expected?: { readonly from: string; readonly to: string };
  /** It is paid at the carrier's first scan: still to come, or paid while the parcel is awaited. */
  readonly scan?: "pays" | "awaited";
  /** Gift card or discount code, or a store credit's last day. */
  readonly code?: string;
  readonly expiresOn?: string;
  /** The amount is not paid out but to be paid by the shopper: not yet, asked for by Shopify's invoice, or paid. */
  readonly owed?: "later" | "invoiced" | "paid";
}

export interface PackingView {
  readonly sendBy?: string;
  readonly addressLines: readonly string[];
  readonly labelUrl?: string;
  /** Of the second parcel and so on. */
  readonly furtherLabelUrls?: readonly string[];
  /** Of the codes that a counter prints labels from, one for each parcel that has one. */
  readonly codeUrls?: readonly string[];
  readonly slipUrl?: string;
  /** What to write on the parcel, usually the return's name. */
  readonly reference: string;
  /** The orders whose items go into the one parcel, where there are several. */
  readonly orders?: readonly string[];
  /** Orders of the same request that are still looked at. */
  readonly waitsFor?: readonly string[];
  readonly instructions?: string;
}

/** What the shop found when it looked at what came back. */
export interface InspectionView {
  /** How the condition of the items changed what the policy grants, or that the shop still looks at it. */
  readonly terms?: "better" | "waiting" | "kept" | "ruled";
  /** What counts for items of a condition now; an offer that is absent: nothing is paid for them. */
  readonly byCondition: readonly ConditionTermsView[];
  readonly lines: readonly InspectedLineView[];
  /** What it comes to now, and what is kept of it for the condition; neither when nothing came back. */
  readonly amount?: Money;
  readonly deduction?: Money;
}

export interface ConditionTermsView {
  readonly grade: string;
  readonly condition: FindingView["condition"];
  readonly offer?: Explained;
}

export interface InspectedLineView {
  readonly title: string;
  readonly variantTitle?: string;
  readonly findings: readonly FindingView[];
  /** Announced units that were not in the parcel. */
  readonly missing: number;
  readonly photoUrls: readonly string[];
}

export interface FindingView {
  readonly quantity: number;
  /** The merchant's own name of the grade; empty is the portal's word for the condition. */
  readonly grade: string;
  readonly condition: "as_new" | "used" | "damaged";
  readonly deductionBp: number;
}

/** How a repair stands once its goods have arrived. */
export type RepairStageKey = "diagnosis" | "in-repair" | "repaired" | "irreparable" | "sent-back" | "delivered";

export interface RepairView {
  readonly stage: RepairStageKey;
  /** The page's own return is the repair; otherwise it is one part of a request. */
  readonly isWhole: boolean;
  /** Of one that is a part of the request. */
  readonly steps: readonly TimelineStep[];
  /** How it went back. */
  readonly carrier?: string;
  readonly trackingNumber?: string;
  /** Staff's own words about why it cannot be repaired. */
  readonly note?: string;
  /** What the shopper can have instead of a repair that failed, each with its exact amount. */
  readonly options: readonly { readonly kind: ResolutionKind; readonly amount: Money }[];
}

export interface ConversationLine {
  readonly from: "shopper" | "shop";
  readonly text: string;
  readonly at: Moment;
}

export type Notice =
  | "submitted"
  | "approved"
  | "cancelled"
  | "question-sent"
  | "appeal-sent"
  | "instead-chosen"
  | "photo-added"
  | "label-wanted"
  | "pickup-booked"
  | "pickup-wanted"
  | "pickup-cancelled";

export interface ThanksView {
  readonly amount: Money;
  readonly code: string;
  /** Calendar date in the shop's zone. */
  readonly expiresOn: string;
  /** The next order comes to at least this. */
  readonly minimum?: Money;
}

/** The return of another order in the same parcel. */
export interface JoinedView {
  readonly orderName: string;
  readonly returnName: string;
  readonly state: ReturnState;
  readonly items: readonly ChosenItem[];
  readonly money: readonly MoneyStatus[];
  readonly declineNote?: string;
  /** The signed state of its own page. */
  readonly token: string;
}

export interface StatusPage {
  readonly page: "status";
  /** Absent for the receiver of a gift. */
  readonly order?: OrderSummary;
  readonly returnName: string;
  readonly state: ReturnState;
  readonly items: readonly ChosenItem[];
  /** Goods chosen instead: kept until a day, kept until a day that is over, or gone. */
  readonly goods?: { readonly kept: "held" | "over" | "gone"; readonly until?: string };
  readonly steps: readonly TimelineStep[];
  readonly money?: MoneyStatus;
  /** Paid in other ways, or for items that are settled on their own. */
  readonly furtherMoney?: readonly MoneyStatus[];
  /** A code for the next order. */
  readonly thanks?: ThanksView;
  readonly packing?: PackingView;
  /** The returns of other orders in the same parcel. */
  readonly joined?: readonly JoinedView[];
  /** Some of them could be taken back together with this one. */
  readonly canCancelAll?: boolean;
  readonly parcels?: ParcelsView;
  readonly inspection?: InspectionView;
  readonly repair?: RepairView;
  /** The staff's own words when declined. */
  readonly declineNote?: string;
  readonly evidence: readonly EvidenceView[];
  readonly conversation: readonly ConversationLine[];
  readonly photos: PhotoRules;
  readonly questionMax: number;
  readonly canCancel: boolean;
  readonly canAsk: boolean;
  readonly canAddPhoto: boolean;
  readonly notice?: Notice;
  readonly question?: string;
  /** The words of an appeal that could not be taken as they are. */
  readonly appeal?: string;
  readonly errors: readonly FieldError[];
}
