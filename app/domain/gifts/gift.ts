import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { DAY, after, endOfDate } from "#app/domain/shared/time.ts";

/** Units of one line of an order that were given as a gift. */
export interface GiftItem {
  readonly lineGid: string;
  readonly quantity: number;
}

/** What somebody who has the code may return. */
export interface Gift {
  readonly items: readonly GiftItem[];
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
}

/** Units of a return that this very code was used for. */
export interface UnitsReturned {
  readonly status: ReturnStatus;
  readonly lines: readonly GiftItem[];
}

/** What became of a code: it can be used, or why not. Taken back counts before too old, too old before used up. */
export type GiftState = "open" | "revoked" | "expired" | "used";

/** These gave their units back. */
const DID_NOT_COME_BACK: readonly ReturnStatus[] = ["declined", "cancelled"];

/**
 * By line, the units that the code can still bring back; a line without any is left out. A return that was declined or cancelled used none.
 * 3 mugs given, 1 in a return: 2.
 */
export function unitsOfGift({ items }: Pick<Gift, "items">, returns: readonly UnitsReturned[]): ReadonlyMap<string, number> {
  const taken = returns.filter(({ status }) => !DID_NOT_COME_BACK.includes(status)).flatMap(({ lines }) => lines);
  const left = items.map(({ lineGid, quantity }): [string, number] => {
    const gone = taken.filter((line) => line.lineGid === lineGid).reduce((all, line) => all + line.quantity, 0);
    return [lineGid, quantity - gone];
  });
  return new Map(left.filter(([, units]) => units > 0));
}

/** What a code is worth at a moment. It expires at its last instant: at `expiresAt` itself it is too old. */
export function giftState(gift: Gift, returns: readonly UnitsReturned[], now: Date): GiftState {
  if (gift.revokedAt) return "revoked";
  if (now >= gift.expiresAt) return "expired";
  return unitsOfGift(gift, returns).size === 0 ? "used" : "open";
}

/** A code for goods that have not arrived, or that can come back at any time. */
const LONGEST_DAYS = 365;

/**
 * When a new code expires: with the last day on which one of its items may come back, in the shop's zone; after a year where that day is not
 * known yet (null: not arrived) or there is none. The policy's window holds in any case when the code is used.
 *
 * Items until 3 June and until 3 July: with the end of 3 July.
 */
export function giftExpiry(lastDays: readonly (string | null)[], { now, zone }: { readonly now: Date; readonly zone: string }): Date {
  const latest = lastDays.includes(null)
    ? undefined
    : lastDays
        .filter((day) => day !== null)
        .toSorted()
        .at(-1);
  return latest === undefined ? after(now, LONGEST_DAYS * DAY) : endOfDate(latest, zone);
}

/** What a gift's return is called: its number in the shop alone, because the order's name is not the receiver's to know. 1042 is "G1042". */
export function giftReturnName(number: number): string {
  return `G${number}`;
}
