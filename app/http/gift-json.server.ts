import { json } from "@remix-run/node";
import { z } from "zod";
import { parseGid } from "#app/domain/shared/gid.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { GiftAnswer, GiftsView } from "#app/ui/gifts/gift-view.ts";
import { giftLink } from "#app/use-cases/gifts/gift-link.server.ts";
import type { GiftsOfOrder } from "#app/use-cases/gifts/give-gift-code.server.ts";
import { giveGiftCode, readGifts, revokeGiftCode } from "#app/use-cases/gifts/give-gift-code.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Staff } from "./admin.server.ts";
import { isId, notFound } from "./admin.server.ts";
import { jsonField } from "./typed-values.server.ts";

/** The order that is asked about; what is none is as unknown as one that does not exist. */
export function orderAsked(text: string | null): OrderGid {
  const gid = parseGid("Order", text ?? "");
  if (!gid) throw notFound();
  return gid;
}

/** The codes of an order as the page of a case or a return shows them. */
export async function giftsAnswer(ctx: ShopContext, orderGid: OrderGid): Promise<GiftAnswer> {
  const gifts = await readGifts(ctx, orderGid);
  return gifts.ok ? { ok: true, gifts: giftsView(ctx, gifts.value) } : { ok: false, code: gifts.error.code };
}

function giftsView(ctx: ShopContext, { lines, codes, allLines }: GiftsOfOrder): GiftsView {
  const titleOf = (lineGid: string) => {
    const line = allLines.find(({ gid }) => gid === lineGid);
    return line?.variantTitle ? `${line.title} (${line.variantTitle})` : (line?.title ?? "");
  };
  return {
    lines: lines.map(({ line, units }) => ({ lineGid: line.gid, title: titleOf(line.gid), units })),
    codes: codes.map(({ gift, code, state }) => ({
      ...{ id: gift.id, code, state, url: giftLink(ctx, code) },
      lastAt: new Date(gift.expiresAt.getTime() - 1).toISOString(),
      items: gift.items.map(({ lineGid, quantity }) => ({ title: titleOf(lineGid), quantity })),
    })),
  };
}

const commandSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("give"), items: z.array(z.object({ lineGid: z.string(), quantity: z.number() })).max(500) }),
  z.object({ intent: z.literal("revoke"), giftId: z.string().refine(isId) }),
]);

/** Makes a code for the order, or takes one back; the form holds the command as JSON under "command". */
export async function answerGiftCommand(ctx: ShopContext, staff: Staff, asked: { readonly orderGid: OrderGid; readonly form: FormData }) {
  const { data: command } = commandSchema.safeParse(jsonField(asked.form.get("command")));
  if (!command) return json<GiftAnswer>({ ok: false, code: "invalid_request" }, { status: 400 });
  const about = { orderGid: asked.orderGid, actor: staff.actor };
  const done =
    command.intent === "give"
      ? await giveGiftCode(ctx, { ...about, items: command.items })
      : await revokeGiftCode(ctx, { ...about, giftId: command.giftId });
  if (!done.ok) return json<GiftAnswer>({ ok: false, code: done.error.code }, { status: done.error.code === "gift_unknown" ? 404 : 422 });
  return json<GiftAnswer>(await giftsAnswer(ctx, asked.orderGid));
}
