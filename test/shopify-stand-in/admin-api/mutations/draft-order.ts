import { release, reserve } from "../../state/draft-stock.ts";
import type { DraftOrderRecord } from "../../state/draft-order-record.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";

interface DraftOrderInput {
  lineItems?: { variantId?: string | null; quantity: number }[] | null;
  tags?: string[] | null;
  note?: string | null;
  reserveInventoryUntil?: string | null;
}

const NAME = "draftOrder";

function problems({ lineItems, reserveInventoryUntil }: DraftOrderInput, ctx: ApiContext): UserError[] {
  if (!lineItems || lineItems.length === 0) return [userError(null, "Add at least 1 product")];
  const gone = lineItems.filter(({ variantId }) => !ctx.shop.productOf(variantId ?? null)).map(({ variantId }) => String(variantId));
  const found = gone.map((gid) => userError(null, `Product with ID ${/\d+$/.exec(gid)?.[0] ?? gid} is no longer available.`));
  if (lineItems.some(({ quantity }) => quantity < 1)) found.push(userError(["lineItems"], "Quantity must be greater than or equal to 1"));
  if (reserveInventoryUntil && new Date(reserveInventoryUntil) <= ctx.world.clock.now())
    found.push(userError(["reserveInventoryUntil"], "Reserve inventory until must be in the future"));
  return found;
}

/** `draftOrderCreate` of variants of the shop, with or without a reservation; `draftOrderDelete`. Neither has a key in Shopify. */
export const draftOrderMutations: Fields<unknown> = {
  draftOrderCreate: (_root, args, ctx) => {
    const wanted = input<DraftOrderInput>(args, "input");
    const errors = problems(wanted, ctx);
    if (errors.length > 0) return failed(NAME, ...errors);
    const now = ctx.world.nowIso();
    const draft: DraftOrderRecord = {
      id: ctx.world.ids.gid("DraftOrder"),
      name: `#D${ctx.world.ids.next("DraftOrderName") - 1000}`,
      tags: wanted.tags ?? [],
      note: wanted.note ?? null,
      lines: (wanted.lineItems ?? []).map(({ variantId, quantity }) => ({ variantId: String(variantId), quantity })),
      reserveInventoryUntil: wanted.reserveInventoryUntil ? new Date(wanted.reserveInventoryUntil).toISOString() : null,
      reserved: [],
      createdAt: now,
      updatedAt: now,
    };
    ctx.shop.draftOrders.set(draft.id, draft);
    reserve(ctx.world, ctx.shop, draft);
    ctx.announce();
    return done(NAME, draft);
  },
  draftOrderDelete: (_root, args, ctx) => {
    const { id } = input<{ id: string }>(args, "input");
    const draft = ctx.shop.draftOrders.get(id);
    if (!draft) return failed("deletedId", userError(["id"], "Draft order does not exist"));
    release(ctx.shop, draft);
    ctx.shop.draftOrders.delete(id);
    ctx.announce();
    return done("deletedId", id);
  },
};
