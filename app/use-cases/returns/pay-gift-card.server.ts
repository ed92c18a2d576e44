import { giftCardCode } from "#app/domain/compensation/gift-card-code.ts";
import type { Gid } from "#app/domain/shared/gid.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { SettlementPlan } from "./settlement-plan.server.ts";
import type { SettlingState } from "./settling-state.server.ts";
import { ledgerKeys } from "./settling-history.server.ts";

/**
 * Issues the gift card that a return is paid with; Shopify mails it to the customer. The code follows from the ledger's key, is kept nowhere,
 * and a later try first looks for the card that carries the key in its note. Answers what was given; undefined when nothing is due as a gift
 * card, or Shopify refused it, which becomes a case and holds nothing up.
 */
export async function payGiftCard(ctx: ShopContext, state: SettlingState, { giftCard }: SettlementPlan): Promise<Money | undefined> {
  const { customerGid, quote } = state.record;
  if (giftCard.minor === 0 || !customerGid) return undefined;
  const key = ledgerKeys(state).giftCard;
  const lines = await ctx.transaction((tx) => tx.ledger.ofKey(key));
  if (lines.some(({ phase }) => phase === "confirmed")) return giftCard;
  if (lines.some(({ phase }) => phase === "failed")) return undefined;
  const earlier = await findCard(ctx, state, key);
  if (earlier) return confirm(ctx, state, { key, giftCard, shopifyGid: earlier });
  const days = quote.creditExpiresAfterDays;
  const issued = await ctx.shopify.compensation.issueGiftCard({
    ...{ customerGid, amount: giftCard, note: noteOf(key), code: giftCardCode(ctx.secrets.digest("gift-card", key)) },
    ...(days === null ? {} : { expiresOn: addDays(dateIn(ctx.shop.timezone, ctx.clock.now()), days) }),
  });
  if (issued.ok) return confirm(ctx, state, { key, giftCard, shopifyGid: issued.value.gid });
  if (issued.error.reason === "TAKEN") throw new Error("The gift card exists and is not found yet; look again later");
  await noteRefused(ctx, state, { key, giftCard, message: issued.error.message });
  return undefined;
}

/** By which a card in Shopify says what it is for. */
function noteOf(key: string): string {
  return `Amends ${key}`;
}

async function findCard(ctx: ShopContext, { record }: SettlingState, key: string): Promise<Gid | undefined> {
  if (!record.customerGid) return undefined;
  const cards = await ctx.shopify.compensation.giftCardsOf(record.customerGid);
  return cards.find(({ note }) => note === noteOf(key))?.gid;
}

interface Given {
  readonly key: string;
  readonly giftCard: Money;
}

async function confirm(
  ctx: ShopContext,
  { record }: SettlingState,
  { key, giftCard, shopifyGid }: Given & { readonly shopifyGid: Gid },
): Promise<Money> {
  const entry = { key, phase: "confirmed", kind: "gift_card", amount: giftCard, orderGid: record.orderGid, shopifyGid } as const;
  await ctx.transaction((tx) => tx.ledger.add({ ...entry, id: ctx.ids.next(), at: ctx.clock.now(), returnId: record.id }));
  return giftCard;
}

async function noteRefused(
  ctx: ShopContext,
  { record }: SettlingState,
  { key, giftCard, message }: Given & { readonly message: string },
): Promise<void> {
  const { orderGid, orderName, id: returnId, customerGid, customerName, email, locale } = record;
  await ctx.transaction(async (tx) => {
    const entry = { key, phase: "failed", kind: "gift_card", amount: giftCard, orderGid, shopifyGid: null, at: ctx.clock.now() } as const;
    await tx.ledger.add({ ...entry, id: ctx.ids.next(), returnId, detail: { message } });
    await openCase(tx, ctx, {
      key: `gift-card-refused:${key}`,
      type: "other",
      subject: "",
      body: null,
      detail: { code: "gift_card_refused", message, amount: giftCard, returnName: record.name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}
