import type { CustomerGid, Gid } from "#app/domain/shared/gid.ts";
import { parseMoney } from "#app/domain/shared/money.ts";
import { ok, type Result } from "#app/domain/shared/result.ts";
import type { IssuedGiftCard, NewGiftCard, ShopifyRefusal } from "#app/use-cases/compensation/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";
import { moneyInput } from "./money-bag.server.ts";

const ISSUE_GIFT_CARD = `#graphql
  mutation IssueGiftCard($input: GiftCardCreateInput!) {
    giftCardCreate(input: $input) {
      giftCard {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const GIFT_CARDS = `#graphql
  query GiftCardsOfCustomer($query: String!) {
    giftCards(first: 50, query: $query, reverse: true) {
      nodes {
        id
        note
        enabled
        createdAt
        initialValue {
          amount
          currencyCode
        }
      }
    }
  }`;

/** Issues a gift card that Shopify mails to the customer itself. Not idempotent, but a code can be used once only. */
export async function issueGiftCard(admin: AdminClient, wanted: NewGiftCard): Promise<Result<{ gid: Gid }, ShopifyRefusal>> {
  const { giftCardCreate: answer } = await admin.run(ISSUE_GIFT_CARD, {
    input: {
      code: wanted.code,
      initialAmount: moneyInput(wanted.amount),
      customerId: wanted.customerGid,
      recipientAttributes: { id: wanted.customerGid },
      note: wanted.note,
      ...(wanted.expiresOn ? { expiresOn: wanted.expiresOn } : {}),
    },
  });
  const refused = refusal(answer);
  if (refused) return refused;
  const gid = answer?.giftCard?.id;
  if (!gid) throw new Error("Shopify took a gift card and named none");
  return ok({ gid: gid as Gid });
}

/** The customer's gift cards, newest first, with the note by which ours are known. */
export async function readGiftCardsOf(admin: AdminClient, customerGid: CustomerGid): Promise<IssuedGiftCard[]> {
  const { giftCards } = await admin.run(GIFT_CARDS, { query: `customer_id:${customerGid.split("/").at(-1) ?? ""}` });
  return giftCards.nodes.map(({ id, note, enabled, createdAt, initialValue }) => ({
    gid: id as Gid,
    note: note ?? "",
    amount: parseMoney(String(initialValue.amount), initialValue.currencyCode),
    isActive: enabled,
    at: new Date(String(createdAt)),
  }));
}
