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
  readonly record: StoredReturn;
  readonly buying: LabelBuying;
}
