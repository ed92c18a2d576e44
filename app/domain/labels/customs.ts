import { EU_MEMBERS } from "#app/domain/shared/european-union.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";

/** Goods of one kind in a parcel. */
export interface GoodsInParcel {
  readonly title: string;
  readonly quantity: number;
  /** Of all units, in the customer's currency. */
  readonly value: Money;
  /** Harmonized System code, as the product says; six digits and more. */
  readonly tariffCode?: string;
  /** Where they were made: ISO 3166, two letters. */
  readonly origin?: string;
}

/** The same as customs want to know it. */
export interface CustomsLine extends GoodsInParcel {
  readonly tariffCode: string;
  readonly origin: string;
  /** Of all units. */
  readonly grams: number;
}

export interface CustomsUnknown extends Refusal {
  readonly code: "customs";
  /** What is missing, product by product: "Wool Throw: HS code, country of origin". */
  readonly message: string;
}

/**
 * Whether a parcel is declared on its way: between two countries, unless both are in the customs union of the EU. "DE" to "FR" is not,
 * "DE" to "US" and "GB" to "IE" are.
 */
export function needsCustoms(from: string, to: string): boolean {
  return from !== to && !(EU_MEMBERS.includes(from) && EU_MEMBERS.includes(to));
}

/**
 * The declaration of a parcel of so many grams. Its weight is spread over the units: two shirts and a throw in 1,000 g are declared with
 * 666 g and 333 g, never more than the parcel weighs. Refuses with `customs` naming every product whose HS code or country of origin is missing.
 */
export function declareGoods(goods: readonly GoodsInParcel[], parcelGrams: number): Result<CustomsLine[], CustomsUnknown> {
  const units = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  const missing = goods.flatMap(({ title, tariffCode, origin }) => {
    const parts = [...(tariffCode ? [] : ["HS code"]), ...(origin ? [] : ["country of origin"])];
    return parts.length > 0 ? [`${title}: ${parts.join(", ")}`] : [];
  });
  if (missing.length > 0) return refuse({ code: "customs", message: [...new Set(missing)].join("\n") });
  const lines = goods.flatMap(({ tariffCode, origin, ...one }) =>
    tariffCode && origin ? [{ ...one, tariffCode, origin, grams: Math.floor((parcelGrams * one.quantity) / units) }] : [],
  );
  return ok(lines);
}
