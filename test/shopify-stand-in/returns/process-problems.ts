import type { ApiContext } from "../admin-api/context.ts";
import { userError, type UserError } from "../admin-api/errors.ts";
import type { MoneyInput, RefundMethod } from "../admin-api/mutations/refund.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import type { DutyChoice } from "./duties.ts";
import type { Chosen, ShippingChoice } from "./financial-outcome.ts";

export interface Disposition {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: string;
  locationId?: string | null;
}

export interface ProcessInput {
  returnId: string;
  returnLineItems?: (Chosen & { dispositions?: Disposition[] | null })[] | null;
  exchangeLineItems?: Chosen[] | null;
  financialTransfer?: {
    issueRefund?: {
      orderTransactions: { parentId: string; transactionAmount: MoneyInput }[];
      refundMethods?: RefundMethod[] | null;
      allowOverRefunding?: boolean | null;
    };
  } | null;
  refundShipping?: ShippingChoice | null;
  refundDuties?: DutyChoice[] | null;
  tipLineId?: string | null;
  note?: string | null;
}

export function quantityProblems(
  name: string,
  lines: readonly { id: string; quantity: number; processedQuantity: number }[],
  chosen: readonly Chosen[],
): UserError[] {
  return chosen.flatMap(({ id, quantity }, index) => {
    const line = lines.find((one) => one.id === id);
    const field = ["input", name, String(index)];
    if (!line) return [userError([...field, "id"], "Return line item not found.", "NOT_FOUND")];
    const isTooMany = quantity < 1 || quantity > line.quantity - line.processedQuantity;
    return isTooMany ? [userError([...field, "quantity"], "Quantity is greater than the quantity that can be processed.", "INVALID")] : [];
  });
}

export function dispositionProblems(record: ReturnRecord, wanted: ProcessInput, ctx: ApiContext): UserError[] {
  return (wanted.returnLineItems ?? []).flatMap(({ id, quantity, dispositions }, index) => {
    const field = ["input", "returnLineItems", String(index), "dispositions"];
    const all = dispositions ?? [];
    if (all.reduce((sum, one) => sum + one.quantity, 0) > quantity)
      return [userError(field, "Disposition quantity is greater than the processed quantity.", "INVALID")];
    return all.flatMap((one) => {
      const reverse = record.reverseOrders
        .flatMap((order) => order.lines)
        .find((line) => line.id === one.reverseFulfillmentOrderLineItemId);
      if (!reverse || reverse.returnLineId !== id) return [userError(field, "Reverse fulfillment order line item not found.", "NOT_FOUND")];
      const done = reverse.dispositions.reduce((sum, disposition) => sum + disposition.quantity, 0);
      if (one.quantity < 1 || done + one.quantity > reverse.totalQuantity)
        return [userError(field, "Disposition quantity is invalid.", "INVALID")];
      if (one.dispositionType !== "RESTOCKED") return [];
      if (!one.locationId) return [userError(field, "Location is required to restock.", "BLANK")];
      return ctx.shop.locations.get(one.locationId)?.isActive
        ? []
        : [userError(field, "Location does not exist or is not active.", "NOT_FOUND")];
    });
  });
}
