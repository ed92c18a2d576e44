import type { GiftItem } from "#app/domain/gifts/gift.ts";
import { giftExpiry } from "#app/domain/gifts/gift.ts";
import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import { offeredItems } from "#app/domain/returns/offered-items.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readOrderInPortal } from "#app/use-cases/returns/read-order-in-portal.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import { codeOfGift, digestOfCode, stateOfGift, takesGiftsBack } from "./gift-code.server.ts";
import type { GiftCode } from "./ports.ts";

/** Nobody gives one order to more people. */
const MOST_CODES = 20;

/** A line of an order that can be given: what its receiver could return, now or once it has arrived. */
export interface GiftLine {
  readonly line: OrderLine;
  /** Most units that a code can hold. */
  readonly units: number;
  /** Last day on which it may come back; null while that is not known, or without a limit. */
  readonly lastDay: string | null;
}

/** A code that was made for the order. */
export interface GiftCodeShown {
  readonly gift: GiftCode;
  /** As the receiver types it. */
  readonly code: string;
  readonly state: Awaited<ReturnType<typeof stateOfGift>>;
}

/** Everything about gifts of one order. */
export interface GiftsOfOrder {
  readonly orderName: string;
  readonly placedAt: Date;
  readonly lines: readonly GiftLine[];
  /** Also those that cannot be given (any more). */
  readonly allLines: readonly OrderLine[];
  /** Oldest first; what was taken back, expired or used up included. */
  readonly codes: readonly GiftCodeShown[];
}

export interface GiftsRefused extends Refusal {
  /** `gifts_off`: the shop takes no gifts back; `order_gone`: Shopify has no such order. */
  readonly code: "gifts_off" | "order_gone";
}

/** The codes of an order and what another one can be made for. Refuses with `gifts_off` or `order_gone`. */
export async function readGifts(ctx: ShopContext, orderGid: OrderGid): Promise<Result<GiftsOfOrder, GiftsRefused>> {
  const { isOn, extraDays } = await ctx.transaction(async (tx) => ({
    isOn: await takesGiftsBack(tx, ctx.shop),
    extraDays: (await readSetting(tx, ctx.shop, "gifts")).extraDays,
  }));
  if (!isOn) return refuse({ code: "gifts_off" });
  const read = await readOrderInPortal(ctx, orderGid);
  if (!read) return refuse({ code: "order_gone" });
  const { order } = read.context;
  const units = new Map(order.lines.map(({ gid, currentQuantity }) => [String(gid), currentQuantity]));
  const items = order.cancelledAt ? [] : offeredItems({ ...read.context, gift: { units, extraDays } });
  const lines = items.flatMap((item) => giftLine(item));
  const codes = await ctx.transaction((tx) => codesOf(tx, ctx, orderGid));
  return ok({ orderName: order.name, placedAt: order.processedAt, lines, allLines: order.lines, codes });
}

/** What was not sent yet can be given as well: its receiver may return it later. */
function giftLine({ line, reasons, unitsLeft, decision, latestOn }: OfferedItem): GiftLine[] {
  if (line.isGiftCard || !line.requiresShipping || line.currentQuantity < 1) return [];
  if (decision.because === "not_sent") return [{ line, units: line.currentQuantity, lastDay: null }];
  return reasons.length > 0 && unitsLeft > 0 ? [{ line, units: Math.min(unitsLeft, line.currentQuantity), lastDay: latestOn }] : [];
}

async function codesOf(tx: Repositories, ctx: ShopContext, orderGid: OrderGid): Promise<GiftCodeShown[]> {
  const shown: GiftCodeShown[] = [];
  for (const gift of await tx.giftCodes.ofOrder(orderGid)) {
    shown.push({ gift, code: codeOfGift(ctx, gift.id), state: await stateOfGift(tx, ctx, gift) });
  }
  return shown;
}

export interface GiftNotMade extends Refusal {
  /** `nothing_chosen`: no line, or none that can be given; `quantity_invalid`: more than there are; `too_many_codes`: 20 are open. */
  readonly code: "nothing_chosen" | "quantity_invalid" | "too_many_codes";
}

export interface GiftWanted {
  readonly orderGid: OrderGid;
  readonly items: readonly GiftItem[];
  /** "shopper" or "staff:{id}". */
  readonly actor: string;
}

/**
 * Makes a code by which somebody else returns these units without the order. Asked for the same units once more it answers the code that is
 * there. It expires with the last day on which one of them may come back. Refuses with `nothing_chosen`, `quantity_invalid`,
 * `too_many_codes`, `gifts_off` or `order_gone`.
 */
export async function giveGiftCode(ctx: ShopContext, wanted: GiftWanted): Promise<Result<GiftCode, GiftNotMade | GiftsRefused>> {
  const { orderGid, items, actor } = wanted;
  const found = await readGifts(ctx, orderGid);
  if (!found.ok) return found;
  const { lines, codes } = found.value;
  const chosen = items.map((item) => ({ item, line: lines.find(({ line }) => line.gid === item.lineGid) }));
  const isTwice = new Set(items.map(({ lineGid }) => lineGid)).size < items.length;
  if (chosen.length === 0 || isTwice || chosen.some(({ line }) => !line)) return refuse({ code: "nothing_chosen" });
  const isCounted = chosen.every(
    ({ item, line }) => Number.isSafeInteger(item.quantity) && item.quantity >= 1 && item.quantity <= (line?.units ?? 0),
  );
  if (!isCounted) return refuse({ code: "quantity_invalid" });
  const open = codes.filter(({ state }) => state === "open");
  const same = open.find(({ gift }) => isSame(gift.items, items));
  if (same) return ok(same.gift);
  if (open.length >= MOST_CODES) return refuse({ code: "too_many_codes" });
  const now = ctx.clock.now();
  const id = ctx.ids.next();
  const lastDays = chosen.map(({ line }) => line?.lastDay ?? null);
  const gift: GiftCode = {
    ...{ id, orderGid, items, createdBy: actor, createdAt: now },
    digest: digestOfCode(ctx, codeOfGift(ctx, id)),
    expiresAt: giftExpiry(lastDays, { now, zone: ctx.shop.timezone }),
  };
  await ctx.transaction((tx) => tx.giftCodes.add(gift));
  return ok(gift);
}

function isSame(one: readonly GiftItem[], other: readonly GiftItem[]): boolean {
  const has = ({ lineGid, quantity }: GiftItem) => other.some((item) => item.lineGid === lineGid && item.quantity === quantity);
  return one.length === other.length && one.every(has);
}

/** Takes a code back: from then on nobody can use it. Doing so twice changes nothing. Refuses with `gift_unknown`, also for another order's. */
export function revokeGiftCode(
  ctx: ShopContext,
  { orderGid, giftId, actor }: { readonly orderGid: OrderGid; readonly giftId: string; readonly actor: string },
): Promise<Result<null, { readonly code: "gift_unknown" }>> {
  return ctx.transaction(async (tx) => {
    const gift = await tx.giftCodes.find(giftId);
    if (gift?.orderGid !== orderGid) return refuse({ code: "gift_unknown" });
    await tx.giftCodes.revoke(giftId, { at: ctx.clock.now(), by: actor });
    return ok(null);
  });
}
