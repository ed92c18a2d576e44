import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import type { CustomerGid, Gid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { MINUTE, after } from "#app/domain/shared/time.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { expiryOf } from "./settlement-plan.server.ts";
import type { SettlementPlan } from "./settlement-plan.server.ts";
import type { SettlingState } from "./settling-state.server.ts";
import { ledgerKeys } from "./settling-history.server.ts";

/** Shopify's clock and ours may differ by so much, and Shopify writes instants to the second. */
const CLOCK_SKEW = 5 * MINUTE;

/**
 * Credits what the shopper gets on top for taking store credit, or all that the receiver of a gift gets: a free grant, apart from the refund,
 * which only ever reaches whoever bought it. Shopify has no key for it, so a later
 * try looks for a credit of exactly this amount since the intent that no other line of the ledger claims. Answers what was credited;
 * undefined when there is no bonus, or Shopify refused it, which becomes a case and holds nothing up.
 */
export async function payBonus(ctx: ShopContext, state: SettlingState, { bonus }: SettlementPlan): Promise<Money | undefined> {
  const { customerGid } = state.record;
  if (bonus.minor === 0 || !customerGid) return undefined;
  const key = ledgerKeys(state).bonus;
  const lines = await ctx.transaction((tx) => tx.ledger.ofKey(key));
  if (lines.some(({ phase }) => phase === "confirmed")) return bonus;
  if (lines.some(({ phase }) => phase === "failed")) return undefined;
  const earlier = await findCredit(ctx, customerGid, { lines, bonus });
  if (earlier) return confirm(ctx, state, { key, bonus, shopifyGid: earlier });
  const expiresAt = expiryOf(ctx, state.record.quote);
  const credited = await ctx.shopify.compensation.credit({ customerGid, amount: bonus, ...(expiresAt ? { expiresAt } : {}) });
  if (credited.ok) return confirm(ctx, state, { key, bonus, shopifyGid: credited.value.gid });
  await noteRefused(ctx, state, { key, bonus, message: credited.error.message });
  return undefined;
}

async function findCredit(
  ctx: ShopContext,
  customerGid: CustomerGid,
  { lines, bonus }: { lines: readonly LedgerEntry[]; bonus: Money },
): Promise<Gid | undefined> {
  const intendedAt = lines.find(({ phase }) => phase === "intended")?.at ?? ctx.clock.now();
  const credits = await ctx.shopify.compensation.creditsSince(customerGid, after(intendedAt, -CLOCK_SKEW));
  const same = credits.filter(({ amount }) => amount.minor === bonus.minor && amount.currency === bonus.currency);
  const claimed = await ctx.transaction((tx) => tx.ledger.known(same.map(({ gid }) => gid)));
  return same.findLast(({ gid }) => !claimed.has(gid))?.gid;
}

interface Credited {
  readonly key: string;
  readonly bonus: Money;
  readonly shopifyGid: Gid;
}

async function confirm(ctx: ShopContext, { record }: SettlingState, { key, bonus, shopifyGid }: Credited): Promise<Money> {
  const at = ctx.clock.now();
  const entry = { key, phase: "confirmed", kind: "store_credit", amount: bonus, orderGid: record.orderGid, shopifyGid, at } as const;
  await ctx.transaction((tx) => tx.ledger.add({ ...entry, id: ctx.ids.next(), returnId: record.id }));
  return bonus;
}

async function noteRefused(
  ctx: ShopContext,
  { record }: SettlingState,
  { key, bonus, message }: { key: string; bonus: Money; message: string },
): Promise<void> {
  const { orderGid, orderName, id: returnId, customerGid, customerName, email, locale } = record;
  await ctx.transaction(async (tx) => {
    const entry = { key, phase: "failed", kind: "store_credit", amount: bonus, orderGid, shopifyGid: null, at: ctx.clock.now() } as const;
    await tx.ledger.add({ ...entry, id: ctx.ids.next(), returnId, detail: { message } });
    await openCase(tx, ctx, {
      key: `bonus-refused:${key}`,
      type: "other",
      subject: "",
      body: null,
      detail: { code: record.giftId ? "gift_credit_refused" : "bonus_refused", message, bonus, returnName: record.name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}
