import { share, type Bag } from "../money/amount.ts";
import { clampBag, mapBag, subtractBags, sumBags, zeroLike } from "../money/bag.ts";
import { netPayment } from "../state/derive-order.ts";
import type { OrderRecord, TransactionRecord } from "../state/records.ts";

export const STORE_CREDIT_GATEWAY = "shopify_store_credit";

export function isPayment(transaction: TransactionRecord): boolean {
  return transaction.status === "SUCCESS" && (transaction.kind === "SALE" || transaction.kind === "CAPTURE");
}

/** What can still go back to one payment. */
export function refundableOn(order: OrderRecord, payment: TransactionRecord): Bag {
  const back = order.transactions.filter((one) => one.parentId === payment.id && one.kind === "REFUND" && one.status === "SUCCESS");
  const left = subtractBags(
    payment.amount,
    sumBags(
      back.map((one) => one.amount),
      zeroLike(payment.amount),
    ),
  );
  return clampBag(
    mapBag(left, (minor) => Math.max(0, minor)),
    netPayment(order),
  );
}

/** Both sides of a sum that is known in the buyer's currency: the shop's side follows the order's own rate. */
export function fromPresentment(order: OrderRecord, minor: number): Bag {
  const total = order.totals.price;
  const same = total.shop.currency === total.presentment.currency || total.presentment.minor === 0;
  return {
    shop: { minor: same ? minor : share(minor, total.shop.minor, total.presentment.minor), currency: order.currency },
    presentment: { minor, currency: order.presentmentCurrency },
  };
}

export function fromShop(order: OrderRecord, minor: number): Bag {
  const total = order.totals.price;
  const same = total.shop.currency === total.presentment.currency || total.shop.minor === 0;
  return {
    shop: { minor, currency: order.currency },
    presentment: { minor: same ? minor : share(minor, total.presentment.minor, total.shop.minor), currency: order.presentmentCurrency },
  };
}

export interface Suggested {
  payment: TransactionRecord;
  amount: Bag;
  maximum: Bag;
}

/** Spreads a refund over the payments in the order they were made, each up to what is left on it. */
export function spreadOverPayments(order: OrderRecord, total: Bag): Suggested[] {
  let left = total.presentment.minor;
  const spread: Suggested[] = [];
  for (const payment of order.transactions.filter(isPayment)) {
    const maximum = refundableOn(order, payment);
    const take = Math.min(left, maximum.presentment.minor);
    if (take <= 0) continue;
    const shop = take === total.presentment.minor ? total.shop.minor : share(maximum.shop.minor, take, maximum.presentment.minor);
    const amount = { shop: { minor: shop, currency: order.currency }, presentment: { minor: take, currency: order.presentmentCurrency } };
    spread.push({ payment, amount, maximum });
    left -= take;
  }
  return spread;
}

export function maximumRefundable(order: OrderRecord): Bag {
  return mapBag(netPayment(order), (minor) => Math.max(0, minor));
}
