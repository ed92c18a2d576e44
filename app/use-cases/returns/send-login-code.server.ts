import { sendAtOnce } from "#app/use-cases/messages/hand-over.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { CODE_MINUTES } from "./start-login.server.ts";

const CODE_DIGITS = 6;

/**
 * Looks for the order that was named and sends its address a one-time code; sends nothing when number and address do not belong
 * together. A run that died half-way is repeated with a new code: then only the newest works.
 */
export async function sendLoginCode(ctx: ShopContext, loginId: string): Promise<void> {
  const login = await ctx.transaction((tx) => tx.loginCodes.find(loginId));
  if (!login?.request || login.expiresAt <= ctx.clock.now()) return;
  const { orderNumber, email, locale } = login.request;
  const found = await ctx.shopify.returns.findOrder({ orderNumber, email });
  if (found) {
    const code = ctx.secrets.code(CODE_DIGITS);
    const prepared = { orderGid: found.gid, codeHash: hashOfCode(ctx, loginId, code) };
    await ctx.transaction((tx) => tx.loginCodes.prepare(loginId, prepared));
    await sendAtOnce(ctx, {
      key: `login-code:${loginId}:${ctx.ids.next()}`,
      template: "one_time_code",
      to: { address: email, name: found.customerName ?? null, locale },
      orderGid: found.gid,
      orderName: found.name,
      variables: { code, expires_minutes: CODE_MINUTES },
    });
  }
  await ctx.transaction((tx) => tx.loginCodes.forgetRequest(loginId));
}

/** What is stored of a code: a keyed hash that belongs to one request only. */
export function hashOfCode(ctx: Pick<ShopContext, "secrets">, loginId: string, code: string): string {
  return ctx.secrets.digest("login-code", `${loginId}:${code}`);
}
