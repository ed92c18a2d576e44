import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { LoginStarted, TooManyTries } from "#app/use-cases/returns/start-login.server.ts";
import { sendCode, takeAll } from "#app/use-cases/returns/start-login.server.ts";
import { codeOfGift, findTypedCode, stateOfGift, takesGiftsBack } from "./gift-code.server.ts";
import type { GiftCode, Receiver } from "./ports.ts";

/** Nobody's name is longer. */
export const RECEIVER_NAME_MAX = 100;

export interface GiftForm extends Receiver {
  /** As it was typed. */
  readonly code: string;
  readonly ip: string;
}

export interface GiftRefused extends Refusal {
  /** Nobody in this shop knows the code, also where it is another shop's; or it was taken back, is too old, or all of it was returned. */
  readonly code: "gift_unknown" | "gift_revoked" | "gift_expired" | "gift_used";
}

export interface InvalidGiftForm extends Refusal {
  readonly code: "invalid_gift_form";
  readonly problems: readonly ("name_missing" | "email_invalid")[];
}

/**
 * Begins the return of a gift: whoever has its code gives their own name and address and is sent a one-time code, as everybody else is. Each try
 * counts whether or not the code is right, and a wrong one is looked for like a right one. Refuses with `invalid_gift_form`,
 * `too_many_tries`, `gift_unknown`, `gift_revoked`, `gift_expired` or `gift_used`.
 */
export async function startGiftLogin(
  ctx: ShopContext,
  form: GiftForm,
): Promise<Result<LoginStarted, GiftRefused | InvalidGiftForm | TooManyTries>> {
  const email = normalizeEmail(form.email);
  const name = form.name.trim().replace(/\s+/gu, " ").slice(0, RECEIVER_NAME_MAX);
  const problems = [...(name ? [] : (["name_missing"] as const)), ...(email ? [] : (["email_invalid"] as const))];
  if (problems.length > 0 || !email) return refuse({ code: "invalid_gift_form", problems });
  const tooMany = await takeAll(ctx, { ip: form.ip, email, shop: "" });
  if (tooMany) return tooMany;
  const found = await findOpen(ctx, form.code);
  if (!found.ok) return found;
  const { id, orderGid } = found.value;
  return ok(
    await sendCode(ctx, { email, locale: form.locale, giftId: id }, { orderGid, claims: { g: id, n: name, e: email, l: form.locale } }),
  );
}

/** The same for whoever had entered it before, from what their page remembers. */
export function resendGiftLogin(
  ctx: ShopContext,
  { giftId, ...form }: Omit<GiftForm, "code"> & { readonly giftId: string },
): ReturnType<typeof startGiftLogin> {
  return startGiftLogin(ctx, { ...form, code: codeOfGift(ctx, giftId) });
}

async function findOpen(ctx: ShopContext, typed: string): Promise<Result<GiftCode, GiftRefused>> {
  return ctx.transaction(async (tx) => {
    const gift = await findTypedCode(tx, ctx, typed);
    if (!gift || !(await takesGiftsBack(tx, ctx.shop))) return refuse({ code: "gift_unknown" });
    const state = await stateOfGift(tx, ctx, gift);
    return state === "open" ? ok(gift) : refuse({ code: `gift_${state}` });
  });
}
