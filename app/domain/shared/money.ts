import { fractionDigitsOf } from "./currency.ts";

/**
 * An amount in the currency's own smallest unit: USD 12.50 is `{ minor: 1250, currency: "USD" }`, JPY 1250 is
 * `{ minor: 1250, currency: "JPY" }`, KWD 1.250 is `{ minor: 1250, currency: "KWD" }`.
 * `minor` is a safe integer (up to about 90 trillion units of a two-digit currency) and may be negative.
 */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Numerator and denominator, whole numbers. */
export type Ratio = readonly [numerator: number, denominator: number];

/** How the one rounding at the end of a calculation treats exactly half a minor unit. */
export type RoundingMode = "half-up" | "half-even";

/** Makes a Money and refuses (by throwing) anything that is not a safe integer and a three-letter ISO 4217 code. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Money needs a whole number of minor units, got ${minor}`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`Money needs an ISO 4217 currency code, got ${JSON.stringify(currency)}`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** Nothing, in the given currency. */
export function zero(currency: string): Money {
  return money(0, currency);
}

/** Adds two amounts of one currency; throws on two currencies, because no rate is known here. */
export function add(left: Money, right: Money): Money {
  return money(left.minor + sameCurrency(left, right).minor, left.currency);
}

/** Takes the second amount from the first; throws on two currencies. */
export function subtract(left: Money, right: Money): Money {
  return money(left.minor - sameCurrency(left, right).minor, left.currency);
}

/** Adds up a list of one currency; an empty list is zero of `currency`. */
export function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(add, zero(currency));
}

/** Multiplies by a whole number, such as a quantity. */
export function times(amount: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`A quantity is a whole number, got ${quantity}`);
  return money(amount.minor * quantity, amount.currency);
}

/** Flips the sign. */
export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

/** The smaller of two amounts of one currency. */
export function min(left: Money, right: Money): Money {
  return left.minor <= sameCurrency(left, right).minor ? left : right;
}

/** The larger of two amounts of one currency. */
export function max(left: Money, right: Money): Money {
  return left.minor >= sameCurrency(left, right).minor ? left : right;
}

/** Negative amounts become zero. */
export function atLeastZero(amount: Money): Money {
  return max(amount, zero(amount.currency));
}

/** -1, 0 or 1, as a comparator needs it. */
export function compare(left: Money, right: Money): number {
  return Math.sign(left.minor - sameCurrency(left, right).minor);
}

/**
 * `amount × numerator ÷ denominator`, rounded once to the minor unit. The product is exact (BigInt), so 10 % of
 * 0.05 is decided by the rounding mode alone: half-up gives 0.01, half-even 0.00. Halves round away from zero in "half-up".
 */
export function fraction(amount: Money, [numerator, denominator]: Ratio, mode: RoundingMode = "half-up"): Money {
  return money(Number(divideRounded(BigInt(amount.minor) * BigInt(numerator), BigInt(denominator), mode)), amount.currency);
}

/** A share in basis points (1 bp = 0.01 %), rounded once: 250 bp of USD 80.00 is USD 2.00. */
export function basisPoints(amount: Money, points: number, mode: RoundingMode = "half-up"): Money {
  return fraction(amount, [points, 10_000], mode);
}

/**
 * Splits an amount over weights by largest remainder, so the parts always sum to the whole and no part is more than one
 * minor unit away from its exact share. Ties go to the earlier part. All-zero weights split evenly.
 * USD 1.00 over [1, 1, 1] is 0.34, 0.33, 0.33.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw new RangeError("An amount cannot be split over no parts");
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError("Weights are whole numbers from 0 up");
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const shares = total === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const divisor = total === 0n ? BigInt(weights.length) : total;
  const sign = amount.minor < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amount.minor));
  const floors = shares.map((share) => (whole * share) / divisor);
  const left = Number(whole - floors.reduce((all, part) => all + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (whole * share) % divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return floors.map((part, index) => money(sign * (Number(part) + (lucky.has(index) ? 1 : 0)), amount.currency));
}

/**
 * Reads a decimal string as Shopify sends it ("12.50") without ever passing through a float. Digits beyond the currency's
 * exponent must be zeros, otherwise it throws: rounding somebody else's figure is not ours to decide.
 */
export function parseMoney(decimal: string, currency: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) throw new RangeError(`Not a decimal amount: ${JSON.stringify(decimal)}`);
  const digits = fractionDigitsOf(currency);
  const [, sign = "", units = "0", decimals = ""] = match;
  if (/[^0]/.test(decimals.slice(digits))) throw new RangeError(`${currency} has ${digits} decimals, got ${JSON.stringify(decimal)}`);
  const minor = Number(units + decimals.slice(0, digits).padEnd(digits, "0"));
  return money(sign === "-" ? -minor : minor, currency);
}

/** Writes the amount as the decimal string that Shopify's `MoneyInput` takes: 1250 USD minor is "12.50", 1250 JPY is "1250". */
export function toDecimal(amount: Money): string {
  const digits = fractionDigitsOf(amount.currency);
  const text = Math.abs(amount.minor)
    .toString()
    .padStart(digits + 1, "0");
  const sign = amount.minor < 0 ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new RangeError(`Cannot combine ${left.currency} and ${right.currency}`);
  return right;
}

function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  if (divisor <= 0n) throw new RangeError("The denominator must be above zero");
  const negative = dividend < 0n;
  const whole = negative ? -dividend : dividend;
  const quotient = whole / divisor;
  const twice = (whole % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && (mode === "half-up" || quotient % 2n === 1n));
  const rounded = quotient + (up ? 1n : 0n);
  return negative ? -rounded : rounded;
}
