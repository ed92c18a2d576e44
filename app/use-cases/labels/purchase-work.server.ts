import type { LabelBuying } from "#app/domain/labels/label-settings.ts";
import type { Refusal } from "#app/domain/shared/result.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { CarrierRefused, LabelPurchase } from "./carrier-ports.server.ts";

/** Why a label was not bought. */
export interface PurchaseRefused extends Refusal {
  readonly code: "no_address" | "no_rate" | "customs" | "too_expensive" | CarrierRefused["reason"];
  readonly message: string;
}

/** Everything a purchase needs, as it is now. */
export interface PurchaseWork {
  readonly purchase: LabelPurchase;
  /** The return that has the parcel's papers. */
  readonly record: StoredReturn;
  /** What is in the parcel: that return, and those of other orders that come with it. */
  readonly sent: readonly StoredReturn[];
  readonly buying: LabelBuying;
}
