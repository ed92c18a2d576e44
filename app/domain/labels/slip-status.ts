import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import { isKept } from "#app/domain/returns/return.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";

/** Whether there is something to send back and leave to: from the approval until the parcel has arrived, unless the goods are kept. */
export function hasSlip({ status, resolution }: { readonly status: ReturnStatus; readonly resolution: ReturnResolution }): boolean {
  return (status === "approved" || status === "in_transit") && !isKept({ resolution });
}
