/** An amount in the smallest unit of its currency. The stand-in keeps its own money so that it can contradict the app's. */
export interface Amount {
  minor: number;
  currency: string;
}

/** The same sum in the shop's currency and in the one the buyer paid in. */
export interface Bag {
  shop: Amount;
  presentment: Amount;
}

const THREE_DIGITS = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);

const NO_DIGITS = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));

export function digitsOf(currency: string): number {
  if (NO_DIGITS.has(currency)) return 0;
  return THREE_DIGITS.has(currency) ? 3 : 2;
}

/** Reads "12.5", "12.50" or 12.5. More decimals than the currency has are refused unless they are zeros. */
export function amount(value: string | number, currency: string): Amount {
  const text = String(value).trim();
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) throw new RangeError(`${JSON.stringify(value)} is not a decimal amount`);
  const [, sign = "", units = "0", decimals = ""] = match;
  const digits = digitsOf(currency);
  if (/[1-9]/.test(decimals.slice(digits))) throw new RangeError(`${currency} has ${digits} decimals, ${JSON.stringify(value)} has more`);
  const minor = Number(units + decimals.slice(0, digits).padEnd(digits, "0"));
  return { minor: sign === "-" && minor !== 0 ? -minor : minor, currency };
}

export function nothing(currency: string): Amount {
  return { minor: 0, currency };
}

export function plus(left: Amount, right: Amount): Amount {
  if (left.currency !== right.currency) throw new RangeError(`${left.currency} and ${right.currency} cannot be added`);
  return { minor: left.minor + right.minor, currency: left.currency };
}

export function minus(left: Amount, right: Amount): Amount {
  return plus(left, { minor: -right.minor, currency: right.currency });
}

/** REST style, as many decimals as the currency has: "12.50", "1250" for JPY. Also the GraphQL `Money` scalar. */
export function plain(value: Amount): string {
  const digits = digitsOf(value.currency);
  const figures = String(Math.abs(value.minor)).padStart(digits + 1, "0");
  const sign = value.minor < 0 ? "-" : "";
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

/** GraphQL `Decimal` style, without trailing zeros but with at least one decimal: "12.5", "1250.0". */
export function decimal(value: Amount): string {
  const text = plain(value);
  if (!text.includes(".")) return `${text}.0`;
  const short = text.replace(/0+$/, "");
  return short.endsWith(".") ? `${short}0` : short;
}

/** total × part ÷ whole to the nearest minor unit, halves away from zero, without passing through a float. */
export function share(total: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const product = BigInt(total) * BigInt(part);
  const divisor = BigInt(whole);
  const negative = product < 0n !== divisor < 0n;
  const top = (product < 0n ? -product : product) * 2n + (divisor < 0n ? -divisor : divisor);
  const rounded = Number(top / ((divisor < 0n ? -divisor : divisor) * 2n));
  return negative && rounded !== 0 ? -rounded : rounded;
}
