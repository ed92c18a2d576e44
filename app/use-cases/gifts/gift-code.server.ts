import { giftCodeOf, readGiftCode } from "#app/domain/gifts/gift-code.ts";
import type { GiftState } from "#app/domain/gifts/gift.ts";
import { giftState } from "#app/domain/gifts/gift.ts";
import type { ShopProfile } from "#app/use-cases/shops/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { possibilitiesOf } from "#app/use-cases/returns/possibilities.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { GiftCode } from "./ports.ts";

/** The code that belongs to an id; it can be shown again at any time and is stored nowhere. */
export function codeOfGift({ secrets }: Pick<ShopContext, "secrets">, id: string): string {
  return giftCodeOf(secrets.digest("gift-code", id));
}

/** What is stored of a code, by which its row is found. */
export function digestOfCode({ secrets }: Pick<ShopContext, "secrets">, code: string): string {
  return secrets.digest("gift-code-typed", code);
}

/** The code that somebody typed; undefined when this shop has none like it. What cannot be a code is looked for like any other. */
export function findTypedCode(tx: Repositories, ctx: Pick<ShopContext, "secrets">, typed: string): Promise<GiftCode | undefined> {
  return tx.giftCodes.findByDigest(digestOfCode(ctx, readGiftCode(typed) ?? ""));
}

/** What a code is worth now. */
export async function stateOfGift(tx: Repositories, { clock }: Pick<ShopContext, "clock">, gift: GiftCode): Promise<GiftState> {
  return giftState(gift, await returnsByGift(tx, gift), clock.now());
}

/** Returns that the code was used for. */
export async function returnsByGift(tx: Repositories, { id, orderGid }: Pick<GiftCode, "id" | "orderGid">) {
  return (await tx.returns.ofOrder(orderGid)).filter(({ giftId }) => giftId === id);
}

/** Whether gifts can be returned in this shop: the merchant did not switch it off, and there is a way to pay somebody who paid nothing. */
export async function takesGiftsBack(tx: Repositories, shop: ShopProfile): Promise<boolean> {
  const { hasStoreCredit, hasGiftCards } = possibilitiesOf(shop);
  return (hasStoreCredit || hasGiftCards) && (await readSetting(tx, shop, "gifts")).isOn;
}

/** The same, for a page of the portal: whether it speaks of gifts at all. */
export function offersGifts(ctx: ShopContext): Promise<boolean> {
  return ctx.transaction((tx) => takesGiftsBack(tx, ctx.shop));
}
