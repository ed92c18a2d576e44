import { mailGiftCard } from "../../mail/gift-card-mail.ts";
import { amount } from "../../money/amount.ts";
import type { GiftCardRecord } from "../../state/credit-records.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";
import type { MoneyInput } from "./refund.ts";

interface GiftCardInput {
  code?: string | null;
  initialAmount?: MoneyInput | null;
  customerId?: string | null;
  recipientAttributes?: { id: string } | null;
  expiresOn?: string | null;
  note?: string | null;
}

const NAME = "giftCard";

function problems(wanted: GiftCardInput, ctx: ApiContext): UserError[] {
  const { code, initialAmount, customerId, recipientAttributes } = wanted;
  const found: UserError[] = [];
  if (code && !/^[a-z0-9]{8,20}$/i.test(code)) found.push(userError(["input", "code"], "Code is invalid", "INVALID"));
  if (code && [...ctx.shop.giftCards.values()].some((card) => card.code.toLowerCase() === code.toLowerCase()))
    found.push(userError(["input", "code"], "Code has already been taken", "TAKEN"));
  if (!initialAmount || Number(initialAmount.amount) <= 0)
    found.push(userError(["input", "initialAmount"], "Initial amount must be greater than 0", "GREATER_THAN"));
  for (const [field, id] of Object.entries({ customerId, recipientId: recipientAttributes?.id })) {
    if (id && !ctx.shop.customers.has(id))
      found.push(userError(["input", field], "The customer could not be found.", "CUSTOMER_NOT_FOUND"));
  }
  return found;
}

export const giftCardMutations: Fields<unknown> = {
  giftCardCreate: (_root, args, ctx) => {
    const wanted = input<GiftCardInput>(args, "input");
    const { initialAmount } = wanted;
    const errors = problems(wanted, ctx);
    if (errors.length > 0 || !initialAmount) return { ...failed(NAME, ...errors), giftCardCode: null };
    const value = amount(initialAmount.amount, initialAmount.currencyCode);
    const now = ctx.world.nowIso();
    const code = wanted.code ?? ctx.world.ids.gid("Code").replace(/\D/g, "").padStart(16, "4");
    const card: GiftCardRecord = {
      id: ctx.world.ids.gid("GiftCard"),
      code,
      customerId: wanted.customerId ?? null,
      initialValue: value,
      balance: value,
      note: wanted.note ?? null,
      expiresOn: wanted.expiresOn ?? null,
      enabled: true,
      createdAt: now,
      updatedAt: now,
    };
    ctx.shop.putGiftCard(card);
    const email = ctx.shop.customers.get(wanted.recipientAttributes?.id ?? wanted.customerId ?? "")?.email;
    if (email) mailGiftCard(ctx, card, email);
    ctx.announce();
    return done(NAME, card, { giftCardCode: code });
  },
};
