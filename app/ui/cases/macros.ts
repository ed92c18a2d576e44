import type { CasePageRow } from "./case-json.ts";

/** Beginnings that staff write often; the words in them are filled in from the case. */
export const MACROS = ["greeting", "parcel", "refund", "sorry"] as const;
export type Macro = (typeof MACROS)[number];

/** What a macro is filled in with. */
export interface MacroWords {
  readonly order: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly date: string;
}

/** The words of a case; what is not known is said in the words of `unknown`. `dateOf` writes an instant as a date. */
export function macroWords(page: CasePageRow, unknown: MacroWords, dateOf: (at: string) => string): MacroWords {
  const parcel = page.order?.parcels.at(-1);
  const seen = parcel?.deliveredAt ?? parcel?.shippedAt;
  return {
    order: page.orderName ?? unknown.order,
    carrier: parcel?.carrier ?? unknown.carrier,
    tracking: parcel?.trackingNumber ?? unknown.tracking,
    date: seen ? dateOf(seen) : unknown.date,
  };
}
