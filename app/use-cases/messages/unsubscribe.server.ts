import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import { refuse, ok, type Result } from "#app/domain/shared/result.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

const PURPOSE = "unsubscribe";

/** An unsubscribe link must go on working long after the mail. */
const LINK_DAYS = 730;

/** The link says nobody's address: the hash of it, keyed for this shop. */
export async function unsubscribeLink(ctx: Pick<ShopContext, "tokens" | "links" | "clock" | "secrets">, address: string): Promise<string> {
  const token = await ctx.tokens.sign(PURPOSE, { who: addressHash(ctx, address) }, after(ctx.clock.now(), LINK_DAYS * DAY));
  return ctx.links.app("/unsubscribe", { t: token });
}

/** How an address is known in the list of those who do not want messages. */
export function addressHash(ctx: Pick<ShopContext, "secrets">, address: string): string {
  return ctx.secrets.digest("email", normalizeEmail(address) ?? address);
}

/** The link is forged, too old, or of another shop. */
export interface LinkInvalid {
  readonly code: "link_invalid";
}

/** Whom an unsubscribe link is for, as a hash. Refuses `link_invalid`. */
export async function readUnsubscribeLink(ctx: ShopContext, token: string): Promise<Result<{ hasUnsubscribed: boolean }, LinkInvalid>> {
  const who = (await ctx.tokens.verify(PURPOSE, token))?.who;
  if (who === undefined) return refuse({ code: "link_invalid" });
  return ok({ hasUnsubscribed: await ctx.transaction((tx) => tx.messages.hasUnsubscribed(who)) });
}

/**
 * Switches off, for one address, everything that is not part of what was bought; `isWanted` switches it on again. Doing it twice is doing
 * it once. Refuses `link_invalid`.
 */
export async function unsubscribe(
  ctx: ShopContext,
  { token, isWanted, source }: { readonly token: string; readonly isWanted: boolean; readonly source: "page" | "one_click" },
): Promise<Result<{ hasUnsubscribed: boolean }, LinkInvalid>> {
  const who = (await ctx.tokens.verify(PURPOSE, token))?.who;
  if (who === undefined) return refuse({ code: "link_invalid" });
  await ctx.transaction((tx) =>
    isWanted ? tx.messages.resubscribe(who) : tx.messages.unsubscribe({ emailHash: who, at: ctx.clock.now(), source }),
  );
  return ok({ hasUnsubscribed: !isWanted });
}
