import type { Gid } from "#app/domain/shared/gid.ts";
import { after, DAY, HOUR, MINUTE } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { confirmCompensation, failCompensation } from "./settle-compensation.server.ts";
import type { CompensationRecord, ShopifyRefusal } from "./ports.ts";

/** Shopify's clock and ours may differ by so much, and Shopify writes instants to the second. */
const CLOCK_SKEW = 5 * MINUTE;

/** Waits until an intent whose outcome is unknown is looked at again. */
const RETRY_AFTER = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR];

/** What Shopify calls it, and the code when it is one. */
interface Given {
  readonly gid: Gid;
  readonly code?: string;
}

/**
 * Carries out an intent that stands in the ledger. Neither store credit nor codes are idempotent in Shopify, so anything but the first try
 * looks before it repeats: for a credit of exactly this amount to this customer since the intent that no other line of the ledger claims,
 * or for the code, which follows from the key. A fault leaves the intent open, and the next try looks.
 */
export async function giveCompensation(
  ctx: ShopContext,
  record: CompensationRecord,
  { isFirstTry }: { readonly isFirstTry: boolean },
): Promise<void> {
  try {
    const found = isFirstTry ? undefined : await findGiven(ctx, record);
    const given = found ? ok(found) : await give(ctx, record);
    if (given.ok) await confirmCompensation(ctx, record, given.value);
    else await failCompensation(ctx, record, given.error);
  } catch (error) {
    await lookLater(ctx, record, error);
    throw error;
  }
}

async function give(ctx: ShopContext, record: CompensationRecord): Promise<Result<Given, ShopifyRefusal>> {
  const now = ctx.clock.now();
  const { creditExpiryDays } = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "compensation"));
  const { incentive } = record.explanation;
  const days = incentive ? incentive.expiryDays : creditExpiryDays;
  const until = days === null ? undefined : after(now, days * DAY);
  const { amount, customerGid } = record;
  if (record.method === "store_credit" && customerGid) {
    return ctx.shopify.compensation.credit({ customerGid, amount, ...(until ? { expiresAt: until } : {}) });
  }
  const code = codeFor(ctx, record);
  const brand = await ctx.transaction((tx) => readSetting(tx, ctx.shop, "brand"));
  const made = await ctx.shopify.compensation.createCode({
    code,
    title: `${brand.name}: ${record.key}`,
    amount,
    ...(incentive?.minimumOrder ? { minimum: incentive.minimumOrder } : {}),
    ...(customerGid ? { customerGid } : {}),
    startsAt: now,
    ...(until ? { endsAt: until } : {}),
  });
  if (made.ok) return ok({ ...made.value, code });
  const taken = made.error.reason === "TAKEN" ? await ctx.shopify.compensation.findCode(code) : undefined;
  return taken ? ok({ ...taken, code }) : made;
}

async function findGiven(ctx: ShopContext, record: CompensationRecord): Promise<Given | undefined> {
  if (record.method !== "store_credit" || !record.customerGid) {
    const code = codeFor(ctx, record);
    const found = await ctx.shopify.compensation.findCode(code);
    return found && { ...found, code };
  }
  const lines = await ctx.transaction((tx) => tx.ledger.ofKey(record.key));
  const intendedAt = lines.find(({ phase }) => phase === "intended")?.at ?? record.updatedAt;
  const credits = await ctx.shopify.compensation.creditsSince(record.customerGid, after(intendedAt, -CLOCK_SKEW));
  const same = credits.filter(({ amount }) => amount.minor === record.amount.minor && amount.currency === record.amount.currency);
  const claimed = await ctx.transaction((tx) => tx.ledger.known(same.map(({ gid }) => gid)));
  const unclaimed = same.filter(({ gid }) => !claimed.has(gid)).at(-1);
  return unclaimed && { gid: unclaimed.gid };
}

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The same code for the same key, and none that anybody could guess: "SORRY-7K2MPQ9XWD". */
function codeFor(ctx: Pick<ShopContext, "secrets">, { key, reason }: CompensationRecord): string {
  const digest = ctx.secrets.digest("discount-code", key);
  const letters = Array.from({ length: 10 }, (_, index) => ALPHABET[Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16) % 32]);
  return `${reason === "return_incentive" ? "THANKS" : "SORRY"}-${letters.join("")}`;
}

async function lookLater(ctx: ShopContext, record: CompensationRecord, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const now = ctx.clock.now();
  const wait = RETRY_AFTER[Math.min(record.attempts, RETRY_AFTER.length) - 1] ?? DAY;
  await ctx.transaction((tx) =>
    tx.compensations.save({ ...record, error: message, attempts: record.attempts + 1, dueAt: after(now, wait), updatedAt: now }),
  );
}
