/** Currencies whose smallest unit is not a hundredth (ISO 4217, amendment 176, column "Minor unit"); all others have two digits. */
const UNUSUAL_FRACTION_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimals the currency has: USD 2, JPY 0, KWD 3. */
export function fractionDigitsOf(currency: string): number {
  return UNUSUAL_FRACTION_DIGITS[currency] ?? 2;
}
