import type { Gift } from "#app/domain/gifts/gift.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";

/** A code by which the receiver of a gift returns it. The code itself follows from the id and is kept nowhere. */
export interface GiftCode extends Gift {
  readonly id: string;
  readonly orderGid: OrderGid;
  /** Of the code: by it the row is found. */
  readonly digest: string;
  /** "shopper" or "staff:{id}". */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly revokedBy?: string;
}

export interface GiftCodeRepository {
  add(code: GiftCode): Promise<void>;
  find(id: string): Promise<GiftCode | undefined>;
  findByDigest(digest: string): Promise<GiftCode | undefined>;
  /** Of one order, oldest first. */
  ofOrder(orderGid: OrderGid): Promise<GiftCode[]>;
  /** The first who takes it back stays. */
  revoke(id: string, revoked: { readonly at: Date; readonly by: string }): Promise<void>;
}

/** Who got a gift, as they said themselves. */
export interface Receiver {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** The receiver as a customer of the shop, to whom credit can be given. Shopify writes to nobody. */
export interface ShopifyReceivers {
  findByEmail(email: string): Promise<CustomerGid | undefined>;
  /** Not idempotent, but an address can belong to one customer only. */
  create(receiver: Receiver): Promise<Result<CustomerGid, RefusedByShopify>>;
}
