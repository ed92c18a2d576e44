import type { CustomerGid, Gid } from "#app/domain/shared/gid.ts";
import { parseMoney, type Money } from "#app/domain/shared/money.ts";
import { ok, type Result } from "#app/domain/shared/result.ts";
import type { CreditTransaction, ShopifyRefusal } from "#app/use-cases/compensation/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";
import { moneyInput } from "./money-bag.server.ts";

const GIVE_STORE_CREDIT = `#graphql
  mutation GiveStoreCredit($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {
    storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
      storeCreditAccountTransaction {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const STORE_CREDITS = `#graphql
  query StoreCredits($id: ID!) {
    customer(id: $id) {
      storeCreditAccounts(first: 20) {
        nodes {
          id
          balance {
            currencyCode
          }
          transactions(first: 50, reverse: true, sortKey: CREATED_AT) {
            nodes {
              __typename
              amount {
                amount
                currencyCode
              }
              createdAt
              ... on StoreCreditAccountCreditTransaction {
                id
              }
            }
          }
        }
      }
    }
  }`;

/** Puts credit into the customer's account of that currency, which Shopify opens on first use. Not idempotent. */
export async function giveStoreCredit(
  admin: AdminClient,
  { customerGid, amount, expiresAt }: { customerGid: CustomerGid; amount: Money; expiresAt?: Date },
): Promise<Result<{ gid: Gid }, ShopifyRefusal>> {
  const creditInput = { creditAmount: moneyInput(amount), ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) };
  const { storeCreditAccountCredit: answer } = await admin.run(GIVE_STORE_CREDIT, { id: customerGid, creditInput });
  const refused = refusal(answer);
  if (refused) return refused;
  const gid = answer?.storeCreditAccountTransaction?.id;
  if (!gid) throw new Error("Shopify took a store credit and named no transaction");
  return ok({ gid: gid as Gid });
}

/** The currencies of the customer's store credit accounts. */
export async function readCreditCurrencies(admin: AdminClient, customerGid: CustomerGid): Promise<string[]> {
  return (await accountsOf(admin, customerGid)).map(({ balance }) => balance.currencyCode);
}

/** Credits given to the customer since a moment, newest first. Shopify writes instants to the second. */
export async function readCreditsSince(admin: AdminClient, customerGid: CustomerGid, since: Date): Promise<CreditTransaction[]> {
  return (await accountsOf(admin, customerGid))
    .flatMap(({ transactions }) => transactions.nodes)
    .flatMap((one): CreditTransaction[] => {
      if (one.__typename !== "StoreCreditAccountCreditTransaction") return [];
      return [
        {
          gid: one.id as Gid,
          amount: parseMoney(String(one.amount.amount), one.amount.currencyCode),
          at: new Date(String(one.createdAt)),
        },
      ];
    })
    .filter(({ at }) => at.getTime() >= Math.floor(since.getTime() / 1_000) * 1_000)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

async function accountsOf(admin: AdminClient, id: CustomerGid) {
  const { customer } = await admin.run(STORE_CREDITS, { id });
  return customer?.storeCreditAccounts.nodes ?? [];
}
