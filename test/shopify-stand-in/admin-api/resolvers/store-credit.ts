import type { StoreCreditAccountRecord, StoreCreditTransactionRecord } from "../../state/credit-records.ts";
import { connection } from "../connection.ts";
import type { Fields } from "../context.ts";
import { moneyV2 } from "./money.ts";
import { transactionsOf } from "./refund.ts";

export type CreditTransactionSource = StoreCreditTransactionRecord & { account: StoreCreditAccountRecord };

export const StoreCreditAccount: Fields<StoreCreditAccountRecord> = {
  id: (account) => account.id,
  balance: (account) => moneyV2(account.balance),
  owner: (account, _args, ctx) => ctx.shop.customers.get(account.customerId) ?? null,
  transactions: (account, args, ctx) =>
    connection(
      account.transactions.map((transaction) => ({ ...transaction, account })),
      args,
      ctx,
    ),
};

export const StoreCreditAccountCreditTransaction: Fields<CreditTransactionSource> = {
  id: (transaction) => transaction.id,
  amount: (transaction) => moneyV2(transaction.amount),
  remainingAmount: (transaction) => moneyV2(transaction.amount),
  balanceAfterTransaction: (transaction) => moneyV2(transaction.balanceAfter),
  createdAt: (transaction) => transaction.createdAt,
  event: (transaction) => transaction.event,
  expiresAt: (transaction) => transaction.expiresAt,
  account: (transaction) => transaction.account,
  origin: (transaction, _args, ctx) => {
    const order = ctx.shop.orderOf(transaction.orderId);
    const credited =
      order &&
      transactionsOf(order, (one) => one.gateway === "shopify_store_credit" && one.amount.presentment.minor === transaction.amount.minor);
    return credited?.[0] ?? null;
  },
};
