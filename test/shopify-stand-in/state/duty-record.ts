import type { Bag } from "../money/amount.ts";
import type { TaxLineRecord } from "./records.ts";

/** A duty on all pieces of a line. */
export interface DutyRecord {
  id: string;
  price: Bag;
  taxLines: TaxLineRecord[];
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
}
