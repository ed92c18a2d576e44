import { hasSlip } from "./slip-status.ts";
import type { LabelBuying } from "./label-settings.ts";

/** As many parcels as a return may have labels bought for. */
export const MOST_BOUGHT_LABELS = 5;

/** What decides whether the shop gives a label with a return. */
export interface LabelTerms {
  readonly buying: LabelBuying;
  /** Who pays for the label by the policy, for each item of the return. */
  readonly paidBy: readonly ("merchant" | "customer")[];
  /** Whether the shopper pays for the way back out of the refund. */
  readonly takesFee: boolean;
}

/**
 * Whether a label is bought for a return as soon as it is approved: when the shop buys labels, something is sent back, and the policy has
 * the shop pay the carrier for at least one item, or a fee for the way back is taken from the refund, for which the shopper gets a label.
 */
export function isLabelDue(record: Parameters<typeof hasSlip>[0], { buying, paidBy, takesFee }: LabelTerms): boolean {
  return buying.isOn && hasSlip(record) && (takesFee || paidBy.includes("merchant"));
}
