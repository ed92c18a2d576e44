import { sendAtOnce } from "#app/use-cases/messages/hand-over.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { LoginRequest } from "./portal-records.server.ts";
import type { FoundOrder } from "./shopify-return.server.ts";
import { CODE_MINUTES } from "./start-login.server.ts";

const CODE_DIGITS = 6;

/**
 * Looks for the order that was named and sends its address a one-time code; sends nothing when number and address do not belong
 * together. A run that died half-way is repeated with a new code: then only the newest works.
 */
export async function sendLoginCode(ctx: ShopContext, loginId: string): Promise<void> {
  const login = await ctx.transaction((tx) => tx.loginCodes.find(loginId));
  if (!login?.request || login.expiresAt <= ctx.clock.now()) return;
  const { email, locale } = login.request;
  const found = await findAsked(ctx, login.request, login.orderGid);
  if (found) {
    const code = ctx.secrets.code(CODE_DIGITS);
    const prepared = { orderGid: found.gid, codeHash: hashOfCode(ctx, loginId, code) };
    await ctx.transaction((tx) => tx.loginCodes.prepare(loginId, prepared));
    await sendAtOnce(ctx, {
      key: `login-code:${loginId}:${ctx.ids.next()}`,
      template: "one_time_code",
      to: { address: email, name: found.customerName ?? null, locale },
      ...(found.name === undefined ? {} : { orderGid: found.gid, orderName: found.name }),
      variables: { code, expires_minutes: CODE_MINUTES },
    });
  }
  await ctx.transaction((tx) => tx.loginCodes.forgetRequest(loginId));
}

/** The order that a code opens. The receiver of a gift, whose code was looked at before, is not told which. */
async function findAsked(
  ctx: ShopContext,
  request: LoginRequest,
  orderGid: OrderGid | undefined,
): Promise<(Pick<FoundOrder, "gid"> & Partial<FoundOrder>) | undefined> {
  const { orderNumber, email } = request;
  if (orderNumber !== undefined) return ctx.shopify.returns.findOrder({ orderNumber, email });
  return orderGid && { gid: orderGid };
}

/** What is stored of a code: a keyed hash that belongs to one request only. */
export function hashOfCode(ctx: Pick<ShopContext, "secrets">, loginId: string, code: string): string {
  return ctx.secrets.digest("login-code", `${loginId}:${code}`);
}
