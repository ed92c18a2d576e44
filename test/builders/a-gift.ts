import type { OrderGid } from "#app/domain/shared/gid.ts";
import { giveGiftCode } from "#app/use-cases/gifts/give-gift-code.server.ts";
import { codeOfGift } from "#app/use-cases/gifts/gift-code.server.ts";
import type { GiftCode } from "#app/use-cases/gifts/ports.ts";
import { startGiftLogin } from "#app/use-cases/gifts/start-gift-login.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { sendLoginCode } from "#app/use-cases/returns/send-login-code.server.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { LOGIN_PURPOSE } from "#app/use-cases/returns/start-login.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { verifyCode } from "#app/use-cases/returns/verify-code.server.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { must } from "./a-shopper.ts";

/** A code for one unit of a line, unless told otherwise. */
export async function aGiftCode(
  ctx: ShopContext,
  { orderGid, lineGid, quantity = 1 }: { orderGid: OrderGid; lineGid: string; quantity?: number },
): Promise<{ gift: GiftCode; code: string }> {
  const gift = must(await giveGiftCode(ctx, { orderGid, items: [{ lineGid, quantity }], actor: "shopper" }));
  return { gift, code: codeOfGift(ctx, gift.id) };
}

export const RECEIVER = { name: "Robin Receiver", email: "robin@example.net", locale: "en" };

let addresses = 0;

/** Enters a gift's code and the one-time code that comes by mail. */
export async function enterGift(
  { ctx, standIn }: { ctx: ShopContext; standIn: StandIn },
  code: string,
  receiver: Partial<typeof RECEIVER> = {},
): Promise<PortalAccess> {
  addresses += 1;
  const who = { ...RECEIVER, ...receiver };
  const started = must(await startGiftLogin(ctx, { ...who, code, ip: `198.51.100.${addresses}` }));
  const claims = await ctx.tokens.verify(LOGIN_PURPOSE, started.token);
  await sendLoginCode(ctx, claims?.id ?? "");
  const mail = standIn.world.mailbox.to(who.email)[0];
  const oneTime = /\b\d{6}\b/.exec(mail?.subject ?? "")?.[0] ?? "";
  return must(await verifyCode(ctx, { token: started.token, code: oneTime, ip: `198.51.100.${addresses}` }));
}

/** Returns what the gift's code opens. */
export async function returnGift(
  ctx: ShopContext,
  access: PortalAccess,
  wish: { lineGid: string; quantity?: number; resolution: string },
): Promise<StoredReturn> {
  const { lineGid, quantity = 1, resolution } = wish;
  const item = { lineGid, quantity, reason: "too-small", note: "", evidence: [], exchangeVariantGid: null };
  const chosen = must(await chooseItems(ctx, access, { items: [item] }));
  const shown = must(await showSolutions(ctx, chosen, { choosing: { search: "", variants: [] } }));
  const next = must(await chooseSolution(ctx, chosen, { shown, resolution, variants: new Map() }));
  return must(await submitReturn(ctx, next.access, { formKey: next.confirmation.formKey }));
}
