import type { CustomerGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";

/**
 * A gift's return with its receiver as a customer of the shop, who is made only now that they are paid: credit belongs to customers. An
 * address that the shop knows already is that customer, whose name stays as it is. A later try finds who was made before. Any other return
 * is answered as it is. Refuses with `refused_by_shopify`.
 */
export async function ensureReceiver(ctx: ShopContext, record: StoredReturn): Promise<Result<StoredReturn, RefusedByShopify>> {
  const { giftId, customerGid, email } = record;
  if (!giftId || customerGid || !email) return ok(record);
  const receiver = await findOrCreate(ctx, { email, name: record.customerName ?? email, locale: record.locale });
  if (!receiver.ok) return receiver;
  const known = { ...record, customerGid: receiver.value, updatedAt: ctx.clock.now() };
  if (!(await ctx.transaction((tx) => tx.returns.save(known))))
    throw new Error("The return changed while its receiver was made; look again");
  return ok({ ...known, version: record.version + 1 });
}

async function findOrCreate(
  ctx: ShopContext,
  receiver: { readonly email: string; readonly name: string; readonly locale: string },
): Promise<Result<CustomerGid, RefusedByShopify>> {
  const known = await ctx.shopify.receivers.findByEmail(receiver.email);
  if (known) return ok(known);
  const made = await ctx.shopify.receivers.create(receiver);
  if (made.ok) return made;
  // Somebody else may have made them in between.
  const meanwhile = await ctx.shopify.receivers.findByEmail(receiver.email);
  return meanwhile ? ok(meanwhile) : made;
}
