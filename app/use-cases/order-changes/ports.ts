import type { DeliveryAddress } from "#app/domain/orders/delivery-address.ts";
import type { CancelReason, OrderChangeKind, OrderChangeStatus, OrderNow } from "#app/domain/orders/order-change.ts";
import type { Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";

/** What belongs to a change; written by this app alone. */
export interface OrderChangeDetail {
  readonly reason?: CancelReason;
  /** What is to be paid back, in the customer's currency; absent when nothing was paid. */
  readonly owed?: Money;
  /** Refunds that the order had before. */
  readonly refundsBefore?: readonly string[];
  /** Shopify's own job that cancels the order; absent as long as its answer is not known. */
  readonly jobGid?: string;
  readonly before?: DeliveryAddress;
  readonly after?: DeliveryAddress;
}

/** One change that a shopper asked for. */
export interface OrderChangeRecord {
  readonly id: string;
  /** What it is, unique per shop: the same thing is never done twice. */
  readonly key: string;
  readonly orderGid: OrderGid;
  readonly orderName: string;
  readonly kind: OrderChangeKind;
  readonly status: OrderChangeStatus;
  /** The language it was asked in. */
  readonly locale: string;
  /** How often Shopify was asked. */
  readonly attempts: number;
  /** Why it was refused: a code of ours, or Shopify's. */
  readonly problem?: string;
  readonly detail: OrderChangeDetail;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Changes of orders of one shop. Whoever changes one holds the order's lock. */
export interface OrderChangeRepository {
  /** Answers whether the key was free. */
  add(record: OrderChangeRecord): Promise<boolean>;
  find(id: string): Promise<OrderChangeRecord | undefined>;
  /** Oldest first. */
  ofOrder(orderGid: OrderGid): Promise<OrderChangeRecord[]>;
  save(record: OrderChangeRecord): Promise<void>;
  /** Those that nobody took further since then. */
  waiting(since: Date, limit: number): Promise<OrderChangeRecord[]>;
}

/** Shopify's user error about an address names the field where it can. */
export interface AddressRefused extends RefusedByShopify {
  readonly field?: string;
}

/** Orders before they leave, in Shopify. */
export interface ShopifyOrderChanges {
  /** As it is at this moment; undefined when there is none. */
  readOrder(gid: OrderGid): Promise<OrderNow | undefined>;
  /** Asks Shopify to cancel, pay back to the original payment and restock; answers the job that does it, or null when it is done. */
  cancel(gid: OrderGid, note: string): Promise<Result<{ readonly jobGid: Gid<"Job"> | null }, RefusedByShopify>>;
  isJobDone(gid: string): Promise<boolean>;
  changeAddress(gid: OrderGid, address: DeliveryAddress): Promise<Result<null, AddressRefused>>;
}
