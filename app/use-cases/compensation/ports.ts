import type { CompensationMethod } from "#app/domain/compensation/compensation-settings.ts";
import type { CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { GoodsFulfillment } from "#app/domain/compensation/fulfillment-goods.ts";
import type { LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import type { ReturnIncentiveSettings } from "#app/domain/compensation/return-incentive.ts";
import type { LedgerEntry, Movement } from "#app/domain/compensation/ledger.ts";
import type { CustomerGid, FulfillmentGid, Gid, LineItemGid, OrderGid, ReturnGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import type { Result } from "#app/domain/shared/result.ts";

/** Why the amount is what it is: codes and figures only, so that it reads in every language. */
export interface CompensationExplanation {
  readonly promisedOn?: string;
  readonly zone?: string;
  /** ISO 8601. */
  readonly deliveredAt?: string;
  /** Where the clock of lateness started, and up to when it was read: the delivery, or the moment of computing. ISO 8601. */
  readonly startsAt?: string;
  readonly countedUntil?: string;
  /** The settings as they were then. */
  readonly settings?: LateDeliverySettings;
  readonly capReached?: boolean;
  /** What the lateness comes to in all; less than that is paid when something was given before. */
  readonly owed?: Money;
  readonly lateBlocks?: number;
  readonly blockHours?: number;
  /** The share in all: blocks times rate, at most the cap. */
  readonly rateBp?: number;
  /** What the rate was applied to. */
  readonly base?: Money;
  /** Why a person decides, or why nothing is paid. */
  readonly reason?: CompensationReason;
  /** The limit that was reached, and what was spent of it before. */
  readonly limit?: Money;
  readonly spent?: Money;
  /** The budget periods that this payment is counted in, "day:2026-11-22" and "month:2026-11". */
  readonly periods?: readonly string[];
  readonly note?: string;
  /** Of an incentive: the return that it follows, and the settings as they were then. */
  readonly returnId?: string;
  readonly returnName?: string;
  readonly incentive?: ReturnIncentiveSettings;
}

export type CompensationReason =
  | "above_approval_limit"
  | "over_daily_budget"
  | "over_monthly_budget"
  | "limit_in_other_currency"
  | "not_late"
  | "already_settled"
  | "switched_off"
  | "order_cancelled"
  | "order_refunded"
  | "order_gone"
  | "parcel_cancelled"
  | "rejected";

export interface CompensationRecord {
  readonly id: string;
  /** What it is for, unique per shop for ever; also the key of its ledger lines. */
  readonly key: string;
  readonly reason: "late_delivery" | "return_incentive";
  readonly method: CompensationMethod;
  readonly status: CompensationStatus;
  readonly orderGid: OrderGid;
  readonly fulfillmentGid?: FulfillmentGid;
  readonly customerGid?: CustomerGid;
  readonly caseId?: string;
  /** What the customer gets, in the currency they get it in. */
  readonly amount: Money;
  /** The same in the shop's currency, which budgets and limits are in. */
  readonly shopAmount: Money;
  readonly explanation: CompensationExplanation;
  readonly shopifyGid?: string;
  /** The discount code, when it is one. */
  readonly code?: string;
  readonly error?: string;
  readonly approvedBy?: string;
  readonly attempts: number;
  /** When to take it up again by itself; absent while only a person can, and at the end. */
  readonly dueAt?: Date;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly paidAt?: Date;
}

export interface CompensationSearch {
  readonly statuses?: readonly CompensationStatus[];
  readonly limit: number;
  readonly offset: number;
}

export interface CompensationRepository {
  /** Adds those whose keys are new; answers the ids of those. */
  addAll(records: readonly CompensationRecord[]): Promise<ReadonlySet<string>>;
  find(id: string): Promise<CompensationRecord | undefined>;
  ofFulfillments(gids: readonly FulfillmentGid[]): Promise<CompensationRecord[]>;
  ofOrder(gid: OrderGid): Promise<CompensationRecord[]>;
  /** Saves unless somebody else did since `record.version` was read; answers the record with its new version, or undefined. */
  save(record: CompensationRecord): Promise<CompensationRecord | undefined>;
  /** Takes those that are due until `now`, and has them come up again at `again` in case nobody finishes them. Answers their ids. */
  claimDue(now: Date, again: Date, limit: number): Promise<string[]>;
  search(search: CompensationSearch): Promise<{ records: CompensationRecord[]; total: number }>;
}

/** The append-only ledger of every movement of money, refunds of returns included. */
export interface LedgerRepository {
  /** Adds a line unless this key has one of this phase; answers whether it was added. */
  add(entry: NewLedgerEntry): Promise<boolean>;
  ofOrder(orderGid: OrderGid): Promise<LedgerEntry[]>;
  ofKey(key: string): Promise<LedgerEntry[]>;
  /** Which of these ids of Shopify's the ledger already has under a key. */
  known(gids: readonly string[]): Promise<ReadonlySet<string>>;
  all(): Promise<LedgerEntry[]>;
  /** All lines of every key that has a line since then. */
  changedSince(since: Date): Promise<LedgerEntry[]>;
}

/** One page of the ledger, a movement a line, newest first. */
export interface MovementSearch {
  /** Found in order and key. */
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
}

export interface ListedMovement extends Movement {
  readonly orderName?: string;
  /** When its last line was written. */
  readonly changedAt: Date;
}

export interface MovementListRepository {
  search(search: MovementSearch): Promise<{ movements: ListedMovement[]; total: number }>;
}

export interface NewLedgerEntry extends LedgerEntry {
  readonly returnId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What was spent in each budget period. */
export interface BudgetRepository {
  /** Reads what was spent and holds the rows until the transaction ends, so that two payments never see the same room. */
  lock(periods: readonly string[], currency: string): Promise<ReadonlyMap<string, Money>>;
  /** Counts an amount (negative gives it back) in each period; call it only on locked rows. */
  spend(periods: readonly string[], amount: Money): Promise<void>;
  read(periods: readonly string[], currency: string): Promise<ReadonlyMap<string, Money>>;
}

/** An order's goods as Shopify has them at the moment of use. */
export interface OrderGoods {
  readonly orderGid: OrderGid;
  readonly name: string;
  readonly customerGid?: CustomerGid;
  readonly isCancelled: boolean;
  readonly isFullyRefunded: boolean;
  /** After every discount, in both currencies. */
  readonly lines: readonly { readonly lineItemGid: LineItemGid; readonly quantity: number; readonly paid: MoneyPair }[];
  readonly shipping: MoneyPair;
  /** Those that are not cancelled, oldest first. */
  readonly fulfillments: readonly (GoodsFulfillment & { readonly deliveredAt?: Date })[];
}

/** Shopify said no for a reason of its own; trying the same again gives the same answer. */
export interface ShopifyRefusal {
  readonly code: "refused_by_shopify";
  readonly reason: string;
  readonly message: string;
}

export interface CreditTransaction {
  readonly gid: Gid;
  readonly amount: Money;
  readonly at: Date;
}

/** What compensation asks of Shopify. Nothing here is idempotent there: look before you repeat. */
export interface ShopifyCompensation {
  readOrderGoods(orderGid: OrderGid): Promise<OrderGoods | undefined>;
  /** The currencies that the customer has a store credit account in. */
  creditCurrencies(customerGid: CustomerGid): Promise<string[]>;
  credit(grant: { customerGid: CustomerGid; amount: Money; expiresAt?: Date }): Promise<Result<{ gid: Gid }, ShopifyRefusal>>;
  /** Credits given to the customer by hand or by apps since a moment, newest first. */
  creditsSince(customerGid: CustomerGid, since: Date): Promise<CreditTransaction[]>;
  /** A code for one use; for this customer only, where there is one. The amount is in the shop's currency. */
  createCode(code: DiscountCode): Promise<Result<{ gid: Gid }, ShopifyRefusal>>;
  findCode(code: string): Promise<{ gid: Gid } | undefined>;
  /** A gift card that Shopify mails to the customer. */
  issueGiftCard(card: NewGiftCard): Promise<Result<{ gid: Gid }, ShopifyRefusal>>;
  /** The customer's newest gift cards, newest first. */
  giftCardsOf(customerGid: CustomerGid): Promise<IssuedGiftCard[]>;
  /** Every refund of some orders; an order that cannot be read is left out. At most 250. */
  readRefunds(orders: readonly OrderGid[]): Promise<OrderMovements[]>;
  /** Those of these discount codes that Shopify still has. At most 250. */
  readCodes(gids: readonly Gid[]): Promise<KnownCode[]>;
}

/** The refunds of one order, by whomever, in the customer's currency. */
export interface OrderMovements {
  readonly orderGid: OrderGid;
  readonly customerGid?: CustomerGid;
  readonly refunds: readonly {
    readonly gid: Gid<"Refund">;
    readonly amount: Money;
    readonly note: string;
    readonly returnGid?: ReturnGid;
  }[];
}

export interface KnownCode {
  readonly gid: Gid;
  readonly amount: Money;
}

export interface NewGiftCard {
  /** 8 to 20 letters and figures; a code is used once only. */
  readonly code: string;
  readonly amount: Money;
  readonly customerGid: CustomerGid;
  /** Staff see it in Shopify; ours are known by it. */
  readonly note: string;
  /** Its last calendar day, in the shop's zone. */
  readonly expiresOn?: string;
}

export interface IssuedGiftCard {
  readonly gid: Gid;
  readonly note: string;
  /** As issued. */
  readonly amount: Money;
  /** False once it was deactivated. */
  readonly isActive: boolean;
  readonly at: Date;
}

export interface DiscountCode {
  readonly code: string;
  readonly title: string;
  readonly amount: Money;
  /** The order it is used for comes to at least this. */
  readonly minimum?: Money;
  readonly customerGid?: CustomerGid;
  readonly startsAt: Date;
  readonly endsAt?: Date;
}
