import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { hashOfCode } from "./send-login-code.server.ts";
import type { TooManyTries } from "./start-login.server.ts";
import { LOGIN_PURPOSE } from "./start-login.server.ts";

/** A code dies after this many wrong tries. */
const ATTEMPTS = 5;

/** Codes that one address of the network may try, over all orders. */
const PER_IP = { limit: 40, seconds: 900 };

export interface WrongCode extends Refusal {
  readonly code: "code_wrong";
  /** Tries left; none means that a new code is needed. */
  readonly left: number;
}

export interface CodeRefused extends Refusal {
  /** `link_expired`: the page is too old or forged; `code_invalid`: not six digits; `code_expired`: used, too old, or tried too often. */
  readonly code: "link_expired" | "code_invalid" | "code_expired";
}

/** Who waits for a code, as its page knows it. */
export interface LoginPage {
  readonly email: string;
  readonly locale: string;
  /** The receiver of a gift waits. */
  readonly gift?: { readonly id: string; readonly name: string };
}

/** What the code's page was opened with; undefined when it is too old or forged. */
export async function readLoginPage(ctx: ShopContext, token: string): Promise<LoginPage | undefined> {
  const claims = await ctx.tokens.verify(LOGIN_PURPOSE, token);
  if (!claims) return undefined;
  return { email: claims.e ?? "", locale: claims.l ?? "en", ...(claims.g ? { gift: { id: claims.g, name: claims.n ?? "" } } : {}) };
}

/**
 * Exchanges a one-time code for access to its order. A wrong code and a code for an order that does not exist are answered alike.
 * Refuses with `code_wrong`, `code_expired`, `code_invalid`, `link_expired` or `too_many_tries`.
 */
export async function verifyCode(
  ctx: ShopContext,
  typed: { readonly token: string; readonly code: string; readonly ip: string },
): Promise<Result<PortalAccess, WrongCode | CodeRefused | TooManyTries>> {
  const claims = await ctx.tokens.verify(LOGIN_PURPOSE, typed.token);
  if (!claims?.id) return refuse({ code: "link_expired" });
  const code = typed.code.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(code)) return refuse({ code: "code_invalid" });
  const { allowed, retryAfterSeconds } = await ctx.throttle.take(`code:${ctx.shop.shopId}:${typed.ip}`, PER_IP.limit, PER_IP.seconds);
  const now = ctx.clock.now();
  if (!allowed) return refuse({ code: "too_many_tries", retryAt: after(now, retryAfterSeconds * 1000) });
  const id = claims.id;
  return ctx.transaction(async (tx) => {
    const login = await tx.loginCodes.takeAttempt(id, now, ATTEMPTS);
    if (!login) return refuse({ code: "code_expired" });
    if (!login.orderGid || login.codeHash !== hashOfCode(ctx, id, code)) {
      return refuse({ code: "code_wrong", left: ATTEMPTS - login.attempts });
    }
    await tx.loginCodes.markUsed(id, now);
    // Whoever came with a gift's code has shown nothing about orders of their own.
    const person = claims.g ? { gift: { id: claims.g, name: claims.n ?? "", email: claims.e ?? "" } } : { mailKey: login.emailHash };
    return ok({ orderGid: login.orderGid, locale: claims.l ?? "en", ...person });
  });
}
