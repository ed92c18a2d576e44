import { normalizeEmail } from "#app/domain/customers/email-address.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { MINUTE, after } from "#app/domain/shared/time.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { LoginRequest } from "./portal-records.server.ts";

export const CODE_MINUTES = 10;

/** What a code's page remembers: which code it waits for, and what was typed, to send it again. */
export const LOGIN_PURPOSE = "login";

/** How often codes can be asked for, over all pages of the shop. Numbers and addresses count whether or not they exist. */
const LIMITS = [
  { of: "ip", limit: 20, seconds: 900 },
  { of: "order", limit: 6, seconds: 3_600 },
  { of: "email", limit: 6, seconds: 3_600 },
  { of: "shop", limit: 1_000, seconds: 3_600 },
] as const;

export interface LoginForm {
  readonly orderNumber: string;
  readonly email: string;
  readonly locale: string;
  readonly ip: string;
}

export interface LoginStarted {
  /** The state of the page that asks for the code. */
  readonly token: string;
  readonly email: string;
  readonly expiresInMinutes: number;
}

export interface InvalidLogin extends Refusal {
  readonly code: "invalid_login";
  readonly problems: readonly ("order_number_invalid" | "email_invalid")[];
}

export interface TooManyTries extends Refusal {
  readonly code: "too_many_tries";
  readonly retryAt: Date;
}

/**
 * Begins the way in for somebody without an account. The answer, and the time it takes, are the same whether or not there is such an
 * order: looking it up and sending the code are a job. Refuses with `invalid_login` for what cannot be a number or an address, and with
 * `too_many_tries`.
 */
export async function startLogin(ctx: ShopContext, form: LoginForm): Promise<Result<LoginStarted, InvalidLogin | TooManyTries>> {
  const email = normalizeEmail(form.email);
  const orderNumber = form.orderNumber.trim();
  const isNumber = /\p{N}/u.test(orderNumber) && [...orderNumber].length <= 64;
  const problems = [...(isNumber ? [] : (["order_number_invalid"] as const)), ...(email ? [] : (["email_invalid"] as const))];
  if (problems.length > 0 || !email) return refuse({ code: "invalid_login", problems });
  const tooMany = await takeAll(ctx, { ip: form.ip, order: orderNumber.toLowerCase().replace(/[\s#]/g, ""), email, shop: "" });
  if (tooMany) return tooMany;
  const { locale } = form;
  return ok(await sendCode(ctx, { orderNumber, email, locale }, { claims: { o: orderNumber, e: email, l: locale } }));
}

/** Has a one-time code sent for what was asked, by a job; `claims` is what the page that waits for it remembers. */
export async function sendCode(
  ctx: ShopContext,
  request: LoginRequest,
  { claims, orderGid }: { readonly claims: Record<string, string>; readonly orderGid?: OrderGid },
): Promise<LoginStarted> {
  const { email } = request;
  const id = ctx.ids.next();
  const now = ctx.clock.now();
  const expiresAt = after(now, CODE_MINUTES * MINUTE);
  await ctx.transaction(async (tx) => {
    const code = { id, request, emailHash: ctx.secrets.digest("email", email), attempts: 0, createdAt: now, expiresAt };
    await tx.loginCodes.add({ ...code, ...(orderGid ? { orderGid } : {}) });
    await tx.outbox.send("send-login-code", { loginId: id });
  });
  const token = await ctx.tokens.sign(LOGIN_PURPOSE, { id, ...claims }, expiresAt);
  return { token, email, expiresInMinutes: CODE_MINUTES };
}

/** Sends a new code for what was typed before. Refuses with `link_expired` for a page that is too old, or like `startLogin`. */
export async function resendLogin(
  ctx: ShopContext,
  asked: { readonly token: string; readonly ip: string },
): Promise<Result<LoginStarted, InvalidLogin | TooManyTries | { readonly code: "link_expired" }>> {
  const claims = await ctx.tokens.verify(LOGIN_PURPOSE, asked.token);
  if (!claims || claims.g) return refuse({ code: "link_expired" });
  await ctx.transaction((tx) => tx.loginCodes.markUsed(claims.id ?? "", ctx.clock.now()));
  return startLogin(ctx, { orderNumber: claims.o ?? "", email: claims.e ?? "", locale: claims.l ?? "en", ip: asked.ip });
}

/** Takes one try of every limit that is named; what is left of the others does not count. */
export async function takeAll(
  ctx: ShopContext,
  keys: Partial<Record<(typeof LIMITS)[number]["of"], string>>,
): Promise<ReturnType<typeof refuse<TooManyTries>> | undefined> {
  let wait = 0;
  for (const { of, limit, seconds } of LIMITS) {
    if (keys[of] === undefined) continue;
    const { allowed, retryAfterSeconds } = await ctx.throttle.take(`login:${ctx.shop.shopId}:${of}:${keys[of]}`, limit, seconds);
    if (!allowed) wait = Math.max(wait, retryAfterSeconds);
  }
  return wait > 0 ? refuse({ code: "too_many_tries", retryAt: after(ctx.clock.now(), wait * 1000) }) : undefined;
}
