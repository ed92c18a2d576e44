import { nothing, plus, type Amount } from "../money/amount.ts";
import type { StoreCreditAccountRecord, StoreCreditTransactionRecord } from "../state/credit-records.ts";
import type { Desk } from "../state/desk.ts";

export interface Credit {
  customerId: string;
  amount: Amount;
  expiresAt: string | null;
  event: string;
  orderId: string | null;
}

/** The customer's account in the currency, made on first use. */
function creditAccount({ world, shop }: Desk, customerId: string, currency: string): StoreCreditAccountRecord {
  const known = [...shop.credits.values()].find((account) => account.customerId === customerId && account.balance.currency === currency);
  return known ?? shop.putCredit({ id: world.ids.gid("StoreCreditAccount"), customerId, balance: nothing(currency), transactions: [] });
}

export function creditCustomer(
  { world, shop }: Desk,
  credit: Credit,
): { account: StoreCreditAccountRecord; transaction: StoreCreditTransactionRecord } {
  const account = creditAccount({ world, shop }, credit.customerId, credit.amount.currency);
  account.balance = plus(account.balance, credit.amount);
  const transaction: StoreCreditTransactionRecord = {
    id: world.ids.gid("StoreCreditAccountCreditTransaction"),
    amount: credit.amount,
    balanceAfter: account.balance,
    event: credit.event,
    expiresAt: credit.expiresAt,
    orderId: credit.orderId,
    createdAt: world.nowIso(),
  };
  account.transactions.push(transaction);
  return { account, transaction };
}
