import { deliveryDueAt } from "#app/domain/promises/delivery-promise.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, atLeastZero, basisPoints } from "#app/domain/shared/money.ts";
import { after, HOUR } from "#app/domain/shared/time.ts";
import type { LateDeliverySettings } from "./late-delivery-settings.ts";

/** One fulfillment and the promise made about it. */
export interface LateParcel {
  /** Calendar date on wall clocks in `zone`. */
  readonly promisedOn: string;
  /** The destination's IANA zone, or the shop's where that is unknown. */
  readonly zone: string;
  /** The carrier's own time of delivery (or of the fulfillment's cancellation); null while it is under way. */
  readonly deliveredAt: Date | null;
  /** This fulfillment's goods after discounts. */
  readonly goods: Money;
  /** This fulfillment's share of shipping after discounts; counts only with the base "goods_and_shipping". */
  readonly shipping: Money;
}

/** What lateness comes to at one moment. */
export interface LateDelivery {
  /** Blocks of lateness so far, not limited by the cap. */
  readonly lateBlocks: number;
  /** Share of the base that is owed, in basis points: blocks × rate, at most the cap. */
  readonly rateBp: number;
  /** The base in minor units of its currency × `rateBp`, rounded once. */
  readonly amount: Money;
  readonly capReached: boolean;
  /** When the cap is reached if the parcel is not there before; null when it never can be (rate or cap 0). */
  readonly capReachedAt: Date | null;
  /** The next moment at which the share grows; null when delivered, at the cap, or with rate or cap 0. */
  readonly nextChangeAt: Date | null;
  /** Where the clock of lateness starts. */
  readonly startsAt: Date;
}

/**
 * What a late fulfillment owes its customer at the moment of delivery, or at `asOf` while it is under way: for every block of
 * hours of real elapsed time since the start of the clock, the rate, at most the cap, of the base, rounded once.
 * USD 80.00 promised for the 20th, delivered on the 22nd at 13:00: 37 h late, 3 completed blocks of 12 h, 6 %, USD 4.80.
 * Exactly at the end of a block that block is complete, and the next one has not started. Days of daylight-saving change are
 * 23 or 25 hours long; only the clock's start depends on the zone.
 */
export function lateDelivery(parcel: LateParcel, settings: LateDeliverySettings, asOf: Date): LateDelivery {
  const startsAt = deliveryDueAt(parcel, settings.start);
  const elapsed = Math.max(0, (parcel.deliveredAt ?? asOf).getTime() - startsAt.getTime());
  const blockLength = settings.blockHours * HOUR;
  const lateBlocks = settings.counting === "completed" ? Math.floor(elapsed / blockLength) : Math.ceil(elapsed / blockLength);
  const capBlocks = blocksToCap(settings);
  const capReached = capBlocks !== null && lateBlocks >= capBlocks;
  const rateBp = capReached ? settings.capBp : lateBlocks * settings.rateBp;
  const reaches = (block: number) => blockReachedAt(startsAt, block, settings);
  return {
    lateBlocks,
    rateBp: capBlocks === null ? 0 : rateBp,
    amount: basisPoints(baseOf(parcel, settings), capBlocks === null ? 0 : rateBp, settings.rounding),
    capReached,
    capReachedAt: capBlocks === null ? null : reaches(capBlocks),
    nextChangeAt: capBlocks === null || capReached || parcel.deliveredAt !== null ? null : reaches(lateBlocks + 1),
    startsAt,
  };
}

/** What the rate applies to, in minor units of the goods' currency; never below zero. */
export function baseOf(parcel: Pick<LateParcel, "goods" | "shipping">, settings: Pick<LateDeliverySettings, "base">): Money {
  return atLeastZero(settings.base === "goods" ? parcel.goods : add(parcel.goods, parcel.shipping));
}

/**
 * The block with which the cap is reached, or null when nothing is ever owed: 2 % up to 10 % is the fifth block, 3 % up to 10 %
 * the fourth (which pays the last 1 %).
 */
export function blocksToCap(settings: Pick<LateDeliverySettings, "rateBp" | "capBp">): number | null {
  return settings.rateBp === 0 || settings.capBp === 0 ? null : Math.ceil(settings.capBp / settings.rateBp);
}

/** The first moment at which that many blocks count. A started block counts from the first millisecond after the one before it. */
function blockReachedAt(startsAt: Date, block: number, settings: Pick<LateDeliverySettings, "blockHours" | "counting">): Date {
  const blockLength = settings.blockHours * HOUR;
  return settings.counting === "completed" ? after(startsAt, block * blockLength) : after(startsAt, (block - 1) * blockLength + 1);
}
