import type { ReservationState } from "#app/domain/returns/stock-reservation.ts";
import type { Gid, OrderGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { RefusedByShopify } from "./shopify-return.server.ts";

/** Units of a variant that are kept for somebody. */
export interface GoodsKept {
  readonly variantGid: VariantGid;
  readonly quantity: number;
}

export interface StockToReserve {
  /** By which it is found again: unique in the shop. */
  readonly mark: string;
  readonly note: string;
  readonly goods: readonly GoodsKept[];
  readonly until: Date;
}

/**
 * Goods that Shopify keeps from other customers, by draft orders that nobody is meant to pay. Shopify ends a reservation by itself at its
 * time; the draft stays until it is deleted. Making one has no key there: look by the mark first.
 */
export interface ShopifyStock {
  find(mark: string): Promise<readonly Gid<"DraftOrder">[]>;
  reserve(wanted: StockToReserve): Promise<Result<Gid<"DraftOrder">, RefusedByShopify>>;
  /** Deletes the draft; one that is gone already is fine. */
  release(gid: Gid<"DraftOrder">): Promise<void>;
}

/** What is kept for one return, at most one at a time. */
export interface StockReservation {
  readonly returnId: string;
  readonly orderGid: OrderGid;
  readonly state: ReservationState;
  /** Only what Shopify counts. */
  readonly goods: readonly GoodsKept[];
  readonly draftGid: Gid<"DraftOrder"> | null;
  readonly until: Date | null;
  /** Shopify's own words for a refusal. */
  readonly message: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StockReservationRepository {
  find(returnId: string): Promise<StockReservation | undefined>;
  save(reservation: StockReservation): Promise<void>;
  /** Those whose time is over by `now`, and those that were last looked at before `since` and may be found better now. */
  due(times: { readonly now: Date; readonly since: Date }, limit: number): Promise<StockReservation[]>;
}
