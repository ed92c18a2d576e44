import type { GiftCardRecord } from "../../state/credit-records.ts";
import type { Fields } from "../context.ts";
import { moneyV2 } from "./money.ts";
import { sameId, sameInstant, search } from "../search.ts";

export const GiftCard: Fields<GiftCardRecord> = {
  id: (card) => card.id,
  initialValue: (card) => moneyV2(card.initialValue),
  balance: (card) => moneyV2(card.balance),
  note: (card) => card.note,
  enabled: (card) => card.enabled,
  expiresOn: (card) => card.expiresOn,
  createdAt: (card) => card.createdAt,
  updatedAt: (card) => card.updatedAt,
  lastCharacters: (card) => card.code.slice(-4).toLowerCase(),
  maskedCode: (card) => `•••• •••• •••• ${card.code.slice(-4)}`,
  customer: (card, _args, ctx) => ctx.shop.customers.get(card.customerId ?? "") ?? null,
};

/** The search fields that the app uses. */
export function findGiftCards(cards: Iterable<GiftCardRecord>, query: unknown): GiftCardRecord[] {
  return search(cards, query, (card, term) => {
    if (term.field === "customer_id") return sameId(card.customerId, term);
    return term.field === "created_at" && sameInstant(card.createdAt, term);
  });
}
