import type { Money } from "#app/domain/shared/money.ts";
import { toDecimal } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";

/** What a carrier asks for one parcel. */
export interface CarrierRate {
  /** The seller's own. */
  readonly ref: string;
  /** "USPS", "DHLExpress". */
  readonly carrier: string;
  /** "GroundAdvantage". */
  readonly service: string;
  readonly price: Money;
}

export interface RateWish {
  /** Taken if it is offered at all; empty for any. */
  readonly carrier: string;
  readonly service: string;
  /** Null for no limit. A price in another currency cannot be held against it and does not fit. */
  readonly maxPrice: Money | null;
}

export interface NoRate extends Refusal {
  /** `no_rate`: no carrier takes the parcel; `too_expensive`: all that do ask for more than the limit. */
  readonly code: "no_rate" | "too_expensive";
}

/**
 * The rate to buy: within the limit, of the preferred carrier and service as far as there are any, and of those the cheapest. USPS at 7.10
 * and UPS at 9.40 with UPS preferred is UPS; with a limit of 8.00 it is USPS. Refuses with `no_rate` or `too_expensive`.
 */
export function chooseRate<Rate extends CarrierRate>(rates: readonly Rate[], wish: RateWish): Result<Rate, NoRate> {
  if (rates.length === 0) return refuse({ code: "no_rate" });
  const { maxPrice } = wish;
  const affordable = rates.filter(({ price }) => !maxPrice || (price.currency === maxPrice.currency && price.minor <= maxPrice.minor));
  const ofCarrier = preferred(affordable, ({ carrier }) => isSame(carrier, wish.carrier));
  const [cheapest] = preferred(ofCarrier, ({ service }) => isSame(service, wish.service)).toSorted(
    (a, b) => Number(toDecimal(a.price)) - Number(toDecimal(b.price)),
  );
  return cheapest ? ok(cheapest) : refuse({ code: "too_expensive" });
}

/** Those that fit, or all when none does. */
function preferred<Rate>(rates: readonly Rate[], fits: (rate: Rate) => boolean): readonly Rate[] {
  const fitting = rates.filter(fits);
  return fitting.length > 0 ? fitting : rates;
}

function isSame(offered: string, wished: string): boolean {
  return offered.toLowerCase() === wished.toLowerCase();
}
