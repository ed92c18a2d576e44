import { toGid } from "../state/gids.ts";

/** Where each kind's ids begin: far from those the stand-in counts up itself, and as long as Shopify's own. */
const FIRST: Readonly<Record<string, number>> = {
  Order: 5_600_000_000_000,
  LineItem: 14_200_000_000_000,
  ShippingLine: 4_500_000_000_000,
  Fulfillment: 5_100_000_000_000,
  FulfillmentLineItem: 12_100_000_000_000,
  FulfillmentEvent: 28_100_000_000_000,
  OrderTransaction: 6_900_000_000_000,
  Refund: 910_000_000_000,
  RefundLineItem: 520_000_000_000,
  Return: 11_600_000_000,
  ReturnLineItem: 22_400_000_000,
  ReverseFulfillmentOrder: 8_800_000_000,
  ReverseFulfillmentOrderLineItem: 9_900_000_000,
  ReverseFulfillmentOrderDisposition: 3_300_000_000,
  MailingAddress: 9_500_000_000_000,
};

/** Gives ids that count up, per kind. */
export type Numbering = (kind: string) => string;

export function numberingFrom(): Numbering {
  const used = new Map<string, number>();
  return (kind) => {
    const next = (used.get(kind) ?? FIRST[kind] ?? 1_000_000_000) + 1;
    used.set(kind, next);
    return toGid(kind, next);
  };
}
