import type { DeliveryView } from "#app/domain/promises/delivery-views.ts";
import type { PromiseKind } from "#app/domain/promises/promise.ts";
import type { PromiseStatus } from "#app/domain/promises/promise-status.ts";
import type { CustomerGid, FulfillmentGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { CompensationRecord } from "#app/use-cases/compensation/ports.ts";
import type { FulfillmentEventProjection, Shipment, StoredOrder } from "#app/use-cases/orders/ports.ts";

/** What is remembered beside a promise's columns. Instants are ISO 8601. */
export interface PromiseDetail {
  /** What Shopify said of the fulfillment itself when it was first looked at; carrier events stand on their own. */
  readonly estimate?: string;
  /** Its due time lies before the installation: counted, but nothing is said or paid about it. */
  readonly isHistory?: boolean;
  readonly metAt?: string;
}

export interface StoredPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly subject: string;
  readonly orderGid?: OrderGid;
  readonly customerGid?: CustomerGid;
  /** The date that was promised, on wall clocks in `zone`. */
  readonly promisedOn?: string;
  readonly zone: string;
  /** Where the date comes from. */
  readonly source: "estimate" | "table" | string;
  readonly dueAt: Date;
  readonly status: PromiseStatus;
  readonly settledAt?: Date;
  readonly createdAt: Date;
  readonly detail: PromiseDetail;
}

export interface PromiseSearch {
  readonly statuses?: readonly PromiseStatus[];
  readonly limit: number;
  readonly offset: number;
}

export interface PromiseRepository {
  /** Adds it unless there is one of this kind about this subject; answers whether it was added. */
  add(promise: StoredPromise): Promise<boolean>;
  /** Reads it and holds it until the transaction ends. */
  lock(kind: PromiseKind, subject: string): Promise<StoredPromise | undefined>;
  save(promise: StoredPromise): Promise<void>;
  /** Takes pending promises of one kind that are due, oldest first, leaving out those that another worker has in hand. */
  claimDue(kind: PromiseKind, now: Date, limit: number): Promise<StoredPromise[]>;
  /** Pending promises of all other kinds that are due; nobody is kept from them. */
  dueBeside(kind: PromiseKind, now: Date, limit: number): Promise<StoredPromise[]>;
  /** Gives many promises that are still pending the same new status. */
  settle(ids: readonly string[], status: PromiseStatus, at: Date): Promise<void>;
  ofOrder(orderGid: OrderGid): Promise<StoredPromise[]>;
  search(search: PromiseSearch): Promise<{ promises: StoredPromise[]; total: number }>;
}

/** A parcel with everything that is known around it. */
export interface Delivery {
  readonly shipment: Shipment;
  readonly events: readonly FulfillmentEventProjection[];
  /** Absent when the parcel was heard of before its order. */
  readonly order?: StoredOrder;
  readonly productTypes: readonly string[];
  readonly promise?: StoredPromise;
  readonly compensations: readonly CompensationRecord[];
}

export interface DeliveryRepository {
  /** Parcels by gid, each with its order; what is not known is left out. */
  read(gids: readonly FulfillmentGid[]): Promise<ReadonlyMap<string, Delivery>>;
}

/** What Shopify says of one fulfillment beyond its webhooks. */
export interface ShopifyDeliveries {
  /** The estimate of the fulfillment itself, unless it only repeats that of a carrier event. */
  readEstimate(gid: FulfillmentGid): Promise<Date | undefined>;
}

export interface DeliveryListSearch {
  readonly view: DeliveryView;
  /** Found in order, customer and tracking number. */
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
}

/** Delivery promises in the order in which they matter: the next or longest due first, what is over newest first. */
export interface DeliveryListRepository {
  /** The fulfillments of one page of a view, and how many there are in all. */
  search(search: DeliveryListSearch): Promise<{ gids: FulfillmentGid[]; total: number }>;
  counts(): Promise<Record<DeliveryView, number>>;
}
