import type { GoodsFulfillment, GoodsLine } from "#app/domain/compensation/fulfillment-goods.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";

let lastNumber = 0;

/** A parcel with what it carries, as numbers of line items and units. */
export function aFulfillment(...carried: readonly (readonly [line: number, quantity: number])[]): GoodsFulfillment {
  return {
    gid: gid("Fulfillment", ++lastNumber),
    lines: carried.map(([line, quantity]) => ({ lineItemGid: gid("LineItem", line), quantity })),
  };
}

/** Two units for USD 40.00 together, after discounts. */
export function aGoodsLine(overrides: Partial<GoodsLine> = {}): GoodsLine {
  return { lineItemGid: gid("LineItem", 1), quantity: 2, paid: money(4000, "USD"), ...overrides };
}
