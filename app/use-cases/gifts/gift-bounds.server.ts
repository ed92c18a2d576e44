import { unitsOfGift } from "#app/domain/gifts/gift.ts";
import type { GiftBounds } from "#app/domain/returns/decide-items.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { returnsByGift, stateOfGift, takesGiftsBack } from "./gift-code.server.ts";

/**
 * What somebody with this gift's code may return of the order now. Undefined when the code was taken back, expired or used up since it was
 * entered, when it is another order's, or when the shop has stopped taking gifts back.
 */
export async function giftBounds(
  tx: Repositories,
  ctx: ShopContext,
  { giftId, orderGid }: { readonly giftId: string; readonly orderGid: OrderGid },
): Promise<GiftBounds | undefined> {
  const gift = await tx.giftCodes.find(giftId);
  if (gift?.orderGid !== orderGid || !(await takesGiftsBack(tx, ctx.shop))) return undefined;
  if ((await stateOfGift(tx, ctx, gift)) !== "open") return undefined;
  const { extraDays } = await readSetting(tx, ctx.shop, "gifts");
  return { units: unitsOfGift(gift, await returnsByGift(tx, gift)), extraDays };
}
