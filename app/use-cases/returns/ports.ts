import type { Finding } from "#app/domain/inspection/findings.ts";
import type { NamedReturn } from "#app/domain/labels/slip-code.ts";
import type { AnswerGiven } from "#app/domain/policies/return-question.ts";
import type { PastReturns } from "#app/domain/policies/order-background.ts";
import type { VariantForSale } from "#app/domain/returns/other-products.ts";
import type { Regrade } from "#app/domain/returns/regrade.ts";
import type { Repair } from "#app/domain/returns/repair-stage.ts";
import type { Return } from "#app/domain/returns/return.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { SizeReturns } from "#app/domain/returns/size-advice.ts";
import type {
  CustomerGid,
  FulfillmentLineItemGid,
  LineItemGid,
  OrderGid,
  ProductGid,
  ReturnGid,
  VariantGid,
} from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { GoodsOrigin, ReverseDelivery, ReverseDeliveryWanted, ShopperAddress } from "#app/use-cases/labels/ports.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type {
  Disposition,
  FoundOrder,
  OrderOfCustomer,
  OrderToReturn,
  Processing,
  RefusedByShopify,
  ReturnToOpen,
  Settling,
  ShopifyReturn,
  SuggestedOutcome,
} from "./shopify-return.server.ts";

/** What returns ask of and tell Shopify. None of the changes is idempotent there: look before you repeat. */
export interface ShopifyReturns {
  /** The order of this number if it was placed with this address; both are compared again with what Shopify answers. */
  findOrder(asked: { readonly orderNumber: string; readonly email: string }): Promise<FoundOrder | undefined>;
  /** A customer's newest orders. */
  ordersOf(customerGid: CustomerGid): Promise<{ readonly customerName?: string; readonly orders: readonly OrderOfCustomer[] }>;
  /** The newest orders that were placed with this address. */
  ordersWith(email: string): Promise<readonly OrderOfCustomer[]>;
  readOrder(gid: OrderGid): Promise<OrderToReturn | undefined>;
  /** The order of this name, for staff. */
  findByName(name: string): Promise<OrderGid | undefined>;
  variantsOf(products: readonly ProductGid[]): Promise<ReadonlyMap<ProductGid, readonly VariantForSale[]>>;
  open(wanted: ReturnToOpen): Promise<Result<ReturnGid, RefusedByShopify>>;
  read(gid: ReturnGid): Promise<ShopifyReturn | undefined>;
  returnsOf(orderGid: OrderGid): Promise<readonly ShopifyReturn[]>;
  /** Of these returns, those that are open; at most 250. */
  openAmong(gids: readonly ReturnGid[]): Promise<readonly ReturnGid[]>;
  approve(gid: ReturnGid): Promise<Result<null, RefusedByShopify>>;
  decline(gid: ReturnGid, decline: { readonly reason: string; readonly note: string }): Promise<Result<null, RefusedByShopify>>;
  cancel(gid: ReturnGid): Promise<Result<null, RefusedByShopify>>;
  close(gid: ReturnGid): Promise<Result<null, RefusedByShopify>>;
  /** Takes units out of an open return, so that they can be returned another time; without its last unit it closes by itself. */
  takeOut(gid: ReturnGid, lines: Settling["lines"]): Promise<Result<null, RefusedByShopify>>;
  /** Where the order was sent, as carriers need it: there the parcel begins its way back. Undefined without a street. */
  parcelAddressOf(gid: OrderGid): Promise<ShopperAddress | undefined>;
  /** What the products of an order's lines say to customs, as far as the shop has filled it in. */
  originsOf(gid: OrderGid): Promise<ReadonlyMap<LineItemGid, GoodsOrigin>>;
  /** Parcels on their way back, of an open return. */
  deliveriesOf(gid: ReturnGid): Promise<readonly ReverseDelivery[]>;
  /** Tells Shopify of a parcel with all goods of the return; Shopify writes to nobody. Answers the delivery. */
  addDelivery(gid: ReturnGid, wanted: ReverseDeliveryWanted): Promise<Result<string, RefusedByShopify>>;
  suggest(settling: Settling): Promise<SuggestedOutcome>;
  process(processing: Processing): Promise<Result<null, RefusedByShopify>>;
  /** Says what becomes of units of one line, apart from settling them. `locationGid` is needed for whatever is restocked. */
  dispose(dispositions: Processing["dispositions"], locationGid: Processing["locationGid"]): Promise<Result<null, RefusedByShopify>>;
  /** Mails Shopify's own invoice for what is left to pay of an order; a second call sends a second mail. */
  sendInvoice(orderGid: OrderGid, to: string): Promise<Result<null, RefusedByShopify>>;
}

/** Where a return was asked for: in the portal, by staff, or natively in Shopify. */
export type ReturnSource = "portal" | "staff" | "shopify";

/** A return as it is stored. */
export interface StoredReturn extends Omit<Return, "items"> {
  /** What people read and write on parcels: return 1042. */
  readonly number: number;
  readonly customerGid?: CustomerGid;
  readonly customerName?: string;
  readonly email?: string;
  readonly locale: string;
  readonly source: ReturnSource;
  /** Unique per confirmation page: the same page sent twice is one return. */
  readonly formKey: string;
  /** The return that was asked for with it and stands for the whole request; absent for that one itself. */
  readonly partOf?: string;
  /** The return of another order that was asked for at the same time and leads their common parcel; absent for that one itself. */
  readonly joinedTo?: string;
  /** The code by which the receiver of a gift asked; name, address and customer are the receiver's then, and the buyer never sees it. */
  readonly giftId?: string;
  readonly policyVersionId?: string;
  readonly declineReason?: string;
  readonly declineNote?: string;
  /** Staff must decide before anything happens. */
  readonly needsReview: boolean;
  /** Why the last attempt at something stopped; staff put it right. */
  readonly errorCode?: string;
  /** Where the repair stands, also after it became something else; absent for every other return. */
  readonly repair?: Repair;
  /** What the condition of its goods changes about its terms; absent before the inspection, and when nothing. */
  readonly regrade?: Regrade;
  readonly updatedAt: Date;
  readonly paidAt?: Date;
  readonly closedAt?: Date;
  readonly lines: readonly StoredReturnLine[];
}

export const CONDITIONS = ["as_new", "used", "damaged", "missing"] as const;
/** What staff found when they looked at what came back. */
export type Condition = (typeof CONDITIONS)[number];

/** Units of one line of the order that travelled in one parcel. */
export interface StoredReturnLine {
  readonly id: string;
  /** Shopify's return line item, once the return is open there. */
  readonly gid?: string;
  readonly lineGid: LineItemGid;
  readonly fulfillmentLineGid: FulfillmentLineItemGid;
  readonly title: string;
  readonly variantTitle?: string;
  readonly sku?: string;
  readonly vendor?: string;
  readonly productType?: string;
  readonly imageUrl?: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string;
  /** To the shop's questions, in words. */
  readonly answers?: readonly AnswerGiven[];
  readonly decisionId?: string;
  readonly exchangeVariantGid?: VariantGid;
  readonly exchangeTitle?: string;
  /** What was paid for these units, in the customer's currency. */
  readonly amount: Money;
  readonly receivedQuantity: number;
  readonly condition?: Condition;
  /** What was found at the inspection, by the merchant's grades; absent before, and when only the condition was noted. */
  readonly findings?: readonly Finding[];
  readonly disposition?: Disposition;
}

/** One line of a return's history. Events of the status table carry both statuses; others (such as "photo_added") none. */
export interface ReturnEventRecord {
  readonly id: string;
  readonly returnId: string;
  readonly event: string;
  readonly fromStatus?: ReturnStatus;
  readonly toStatus?: ReturnStatus;
  /** "shopper", "system" or "staff:{id}". */
  readonly actor: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface ReturnRepository {
  /** Adds it; false when its form key was used already. */
  add(record: StoredReturn): Promise<boolean>;
  find(id: string): Promise<StoredReturn | undefined>;
  findByGid(gid: ReturnGid): Promise<StoredReturn | undefined>;
  /** By the number on its slip, or by its name in any case. */
  findNamed(named: NamedReturn): Promise<StoredReturn | undefined>;
  findByFormKey(formKey: string): Promise<StoredReturn | undefined>;
  /** All returns of an order, oldest first. */
  ofOrder(orderGid: OrderGid): Promise<StoredReturn[]>;
  /** The returns of other orders that share the parcel of this one, oldest first. */
  joinedTo(leadId: string): Promise<StoredReturn[]>;
  /** Those of these ids that are a gift's. */
  giftsAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Saves the return and its lines unless somebody else did since `record.version` was read; answers whether it was saved. */
  save(record: StoredReturn): Promise<boolean>;
  addEvent(event: ReturnEventRecord): Promise<void>;
  /** Oldest first. */
  events(returnId: string): Promise<ReturnEventRecord[]>;
  /** Those that a job should have taken further by then and that nothing stopped: approved but not in Shopify, or being processed. */
  waitingForJob(since: Date, limit: number): Promise<StoredReturn[]>;
  /** Those that are closed, and were not before `since` but by `until`. */
  closedBetween(since: Date, until: Date): Promise<Pick<StoredReturn, "id" | "number" | "shopifyGid">[]>;
  /** Units of the customer's other orders that are stored, and how many of them came back or are to. */
  pastReturnsOf(customerGid: CustomerGid, except: OrderGid): Promise<PastReturns>;
  /** By product, the units that came back for their size since then; a product without any is left out. */
  sizeReturnsOf(products: readonly ProductGid[], since: Date): Promise<ReadonlyMap<string, SizeReturns>>;
}

/** Who is asked about. A guest is known by their address only. */
export interface Person {
  readonly customerGid: CustomerGid | undefined;
  readonly email: string | undefined;
  /** Digest of the address that the order was sent to. */
  readonly addressKey: string | undefined;
  /** Digest of the device that it is asked for with; undefined when nobody looks. */
  readonly deviceKey: string | undefined;
  /** What is older says nothing any more. */
  readonly since: Date;
  /** The same of a device, whose network address goes to somebody else after a while. */
  readonly deviceSince: Date;
}

/** Who said that a customer's returns need no second look, and when. */
export interface Trust {
  /** "staff:{id}". */
  readonly by: string;
  readonly at: Date;
}

/** What two returns can have in common without being one customer's, as digests. */
export interface Traces {
  readonly addressKey?: string;
  readonly deviceKey?: string;
}

export interface StandingRepository {
  /** Worth of unseen returns in the shop's minor units, customers at the same address and device, and returns with missing units. */
  of(person: Person): Promise<{ onItsWayMinor: number; sharedAddress: number; sharedDevice: number; missingReturns: number }>;
  noteTraces(returnId: string, traces: Traces): Promise<void>;
  trustIn(customerGid: CustomerGid): Promise<Trust | undefined>;
  /** The first who says so stays. */
  trust(customerGid: CustomerGid, trust: Trust): Promise<void>;
  endTrust(customerGid: CustomerGid): Promise<void>;
}
