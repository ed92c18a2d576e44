import type { Bag } from "../money/amount.ts";

export type ReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";

export interface RestockingFeeRecord {
  id: string;
  percentage: number;
  amount: Bag;
}

export interface ReturnLineRecord {
  id: string;
  fulfillmentLineItemId: string;
  lineItemId: string;
  quantity: number;
  processedQuantity: number;
  refundedQuantity: number;
  reasonId: string;
  reasonNote: string;
  customerNote: string | null;
  restockingFee: RestockingFeeRecord | null;
}

export interface ExchangeLineRecord {
  id: string;
  variantId: string;
  quantity: number;
  processedQuantity: number;
  unitPrice: Bag;
  discount: Bag;
  tax: Bag;
  lineItemIds: string[];
}

export interface DispositionRecord {
  id: string;
  type: string;
  quantity: number;
  locationId: string | null;
  createdAt: string;
}

export interface ReverseLineRecord {
  id: string;
  returnLineId: string;
  fulfillmentLineItemId: string;
  totalQuantity: number;
  dispositions: DispositionRecord[];
}

export interface ReverseFulfillmentOrderRecord {
  id: string;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lines: ReverseLineRecord[];
  /** Parcels on their way back. */
  deliveries?: ReverseDeliveryRecord[];
}

export interface ReverseDeliveryRecord {
  id: string;
  labelUrl: string | null;
  tracking: { number: string | null; url: string | null } | null;
  createdAt: string;
  lines: { id: string; reverseLineId: string; quantity: number }[];
}

export interface ReturnRecord {
  id: string;
  name: string;
  orderId: string;
  status: ReturnStatus;
  lines: ReturnLineRecord[];
  exchangeLines: ExchangeLineRecord[];
  shippingFee: { id: string; amount: Bag; charged: boolean } | null;
  reverseOrders: ReverseFulfillmentOrderRecord[];
  decline: { reason: string; note: string | null } | null;
  refundIds: string[];
  createdAt: string;
  requestApprovedAt: string | null;
  closedAt: string | null;
}
