import { nothing, plain, plus, type Amount } from "../money/amount.ts";
import { STORE_CREDIT_GATEWAY } from "../returns/refundable.ts";
import type { StoreCreditTransactionRecord } from "../state/credit-records.ts";
import type { OrderRecord, RefundRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";

interface Written {
  amount: string;
  currency: string;
}

const written = (value: Amount): Written => ({ amount: plain(value), currency: value.currency });

function totals(values: readonly Amount[]): Written[] {
  const sums = new Map<string, Amount>();
  for (const value of values) sums.set(value.currency, plus(sums.get(value.currency) ?? nothing(value.currency), value));
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)).map(written);
}

function refundEntry(order: OrderRecord, refund: RefundRecord): Record<string, unknown> {
  return {
    id: refund.id,
    returnId: refund.returnId,
    note: refund.note,
    createdAt: refund.createdAt,
    total: written(refund.total.presentment),
    shopTotal: written(refund.total.shop),
    lines: refund.lines.map((line) => ({
      lineItemId: line.lineItemId,
      quantity: line.quantity,
      restockType: line.restockType,
      restocked: line.restocked,
    })),
    transactions: order.transactions
      .filter((one) => refund.transactionIds.includes(one.id))
      .map((one) => ({ id: one.id, gateway: one.gateway, parentId: one.parentId, ...written(one.amount.presentment) })),
  };
}

const creditEntry = (customerId: string, one: StoreCreditTransactionRecord): Record<string, unknown> => ({
  id: one.id,
  customerId,
  orderId: one.orderId,
  event: one.event,
  createdAt: one.createdAt,
  expiresAt: one.expiresAt,
  ...written(one.amount),
});

/**
 * What left the shop: per order its refunds and the store credit that came out of them; free store credit and codes by
 * customer, since Shopify does not tie those to an order; totals by currency.
 */
export function ledger(shop: ShopState): Record<string, unknown> {
  const credits = [...shop.credits.values()].flatMap((account) =>
    account.transactions.map((one) => ({ customerId: account.customerId, one })),
  );
  const orders = [...shop.orders.values()].map((order) => ({
    id: order.id,
    name: order.name,
    customerId: order.customerId,
    refunds: order.refunds.map((refund) => refundEntry(order, refund)),
    storeCredits: credits.filter(({ one }) => one.orderId === order.id).map(({ customerId, one }) => creditEntry(customerId, one)),
  }));
  const refunds = [...shop.orders.values()].flatMap((order) => order.transactions.filter((one) => one.kind === "REFUND"));
  return {
    shop: shop.shop.domain,
    orders: orders.filter((order) => order.refunds.length + order.storeCredits.length > 0),
    storeCredits: credits.filter(({ one }) => one.orderId === null).map(({ customerId, one }) => creditEntry(customerId, one)),
    discountCodes: [...shop.discounts.values()].map((discount) => ({
      id: discount.id,
      code: discount.code,
      title: discount.title,
      customerIds: discount.customerIds,
      percentage: discount.percentage,
      amount: discount.amount ? written(discount.amount) : null,
      startsAt: discount.startsAt,
      endsAt: discount.endsAt,
      isActive: !discount.deactivated,
    })),
    giftCards: [...shop.giftCards.values()].map((card) => ({
      id: card.id,
      customerId: card.customerId,
      note: card.note,
      expiresOn: card.expiresOn,
      isActive: card.enabled,
      ...written(card.initialValue),
    })),
    totals: {
      refunded: totals(refunds.filter((one) => one.gateway !== STORE_CREDIT_GATEWAY).map((one) => one.amount.presentment)),
      refundedAsStoreCredit: totals(refunds.filter((one) => one.gateway === STORE_CREDIT_GATEWAY).map((one) => one.amount.presentment)),
      storeCredit: totals(credits.filter(({ one }) => one.orderId === null).map(({ one }) => one.amount)),
    },
  };
}
