import type { ReturnStatus } from "#app/domain/returns/return-status.ts";

/** Whether there is something to send back and leave to: from the approval until the parcel has arrived. */
export function hasSlip(status: ReturnStatus): boolean {
  return status === "approved" || status === "in_transit";
}
