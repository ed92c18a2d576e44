import { KEPT_KINDS, type ResolutionKind } from "#app/domain/policies/policy.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";

/** Whether there is something to send back and leave to: from the approval until the parcel has arrived, unless the goods are kept. */
export function hasSlip({ status, resolution }: { readonly status: ReturnStatus; readonly resolution: ResolutionKind }): boolean {
  return (status === "approved" || status === "in_transit") && !KEPT_KINDS.includes(resolution);
}
