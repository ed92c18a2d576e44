import fc from "fast-check";
import type { OrderLine, OrderTransaction, RefundedLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { addPairs, subtractPairs, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOrder, anOrderLine, aParcel, aRefund, aTransaction } from "#test/builders/an-order.ts";

/** Currencies with 0, 2 and 3 digits, alone and as shop and customer currency that differ in digits. */
const CURRENCIES = [
  { shop: "USD", presentment: "USD" },
  { shop: "JPY", presentment: "JPY" },
  { shop: "KWD", presentment: "KWD" },
  { shop: "USD", presentment: "JPY" },
  { shop: "EUR", presentment: "KWD" },
] as const;

type Currencies = (typeof CURRENCIES)[number];

const anyPair = (currencies: Currencies, max: number): fc.Arbitrary<MoneyPair> =>
  fc
    .tuple(fc.nat(max), fc.nat(max))
    .map(([shop, presentment]) =>
      currencies.shop === currencies.presentment
        ? { shop: money(shop, currencies.shop), presentment: money(shop, currencies.shop) }
        : { shop: money(shop, currencies.shop), presentment: money(presentment, currencies.presentment) },
    );

const anyLine = (currencies: Currencies): fc.Arbitrary<OrderLine> =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 5 }),
      paid: anyPair(currencies, 20_000),
      discount: anyPair(currencies, 500),
      taxBp: fc.nat(2_500),
    })
    .map(({ quantity, paid, discount, taxBp }) => {
      const taxOf = (side: "shop" | "presentment") => money(Math.floor((paid[side].minor * taxBp) / 10_000), paid[side].currency);
      const listOf = (side: "shop" | "presentment") =>
        money(Math.ceil((paid[side].minor + discount[side].minor) / quantity), paid[side].currency);
      return anOrderLine({
        quantity,
        paid,
        tax: { shop: taxOf("shop"), presentment: taxOf("presentment") },
        listUnitPrice: { shop: listOf("shop"), presentment: listOf("presentment") },
        parcels: [aParcel({ quantity, returnableQuantity: quantity })],
      });
    });

/** A fully paid order of up to three lines with shipping, tax inside or on top, paid over one or two transactions. */
export const anyOrder: fc.Arbitrary<ReturnableOrder> = fc.constantFrom(...CURRENCIES).chain((currencies) =>
  fc
    .record({
      lines: fc.array(anyLine(currencies), { minLength: 1, maxLength: 3 }),
      taxesIncluded: fc.boolean(),
      shipping: anyPair(currencies, 1_500),
      firstPaymentBp: fc.constantFrom(10_000, 3_333),
    })
    .map(({ lines, taxesIncluded, shipping, firstPaymentBp }) => {
      const nothing = zeroPair(shipping);
      const goods = sumPairs(
        lines.map(({ paid, tax }) => (taxesIncluded ? paid : addPairs(paid, tax))),
        nothing,
      );
      const total = addPairs(goods, shipping);
      return anOrder({
        lines,
        taxesIncluded,
        total,
        shopCurrency: currencies.shop,
        presentmentCurrency: currencies.presentment,
        shipping: { paid: shipping, tax: nothing, refunded: nothing },
        transactions: paymentsOf(total, firstPaymentBp),
      });
    }),
);

/** What Shopify recorded as one refund: units and amounts of lines, and all that was paid, shipping included. */
interface Recorded {
  readonly lines: readonly RefundedLine[];
  readonly total: MoneyPair;
  readonly shipping?: MoneyPair;
}

/** The same order after a refund: units and amounts gone from the lines, money gone from the payments. */
export function afterRefund(order: ReturnableOrder, { lines, total, shipping }: Recorded): ReturnableOrder {
  return {
    ...order,
    refunds: [...order.refunds, aRefund(lines, { total })],
    transactions: payFrom(order.transactions, total),
    shipping: shipping ? { ...order.shipping, refunded: addPairs(order.shipping.refunded, shipping) } : order.shipping,
  };
}

function paymentsOf(total: MoneyPair, firstBp: number): OrderTransaction[] {
  const firstOf = (side: "shop" | "presentment") => money(Math.floor((total[side].minor * firstBp) / 10_000), total[side].currency);
  const first = { shop: firstOf("shop"), presentment: firstOf("presentment") };
  return [aTransaction({ amount: first }), aTransaction({ amount: subtractPairs(total, first), gateway: "gift_card" })];
}

/** Takes each side from the payments in turn. */
function payFrom(transactions: readonly OrderTransaction[], total: MoneyPair): OrderTransaction[] {
  const left = { shop: total.shop.minor, presentment: total.presentment.minor };
  return transactions.map((transaction) => {
    const take = (side: "shop" | "presentment") => {
      const taken = Math.min(left[side], transaction.refundable[side].minor);
      left[side] -= taken;
      return money(transaction.refundable[side].minor - taken, transaction.refundable[side].currency);
    };
    return { ...transaction, refundable: { shop: take("shop"), presentment: take("presentment") } };
  });
}
