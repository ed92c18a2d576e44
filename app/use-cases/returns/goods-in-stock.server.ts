import type { VariantGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";

export interface ExchangeSoldOut extends Refusal {
  readonly code: "exchange_sold_out";
  readonly variantGids: readonly VariantGid[];
}

/**
 * Whether everything that returns send out instead can be sold right now, all of it together. What is not counted, or may be oversold, is
 * always in stock; what is not for sale any more never is. Refuses with `exchange_sold_out`.
 */
export async function checkGoodsInStock(
  ctx: Pick<ShopContext, "shopify">,
  records: readonly Pick<StoredReturn, "quote">[],
): Promise<Result<null, ExchangeSoldOut>> {
  const wanted = new Map<VariantGid, number>();
  for (const { variantGid, quantity } of records.flatMap(({ quote }) => quote.exchanges)) {
    wanted.set(variantGid, (wanted.get(variantGid) ?? 0) + quantity);
  }
  if (wanted.size === 0) return ok(null);
  const stock = await ctx.shopify.products.stockOf([...wanted.keys()]);
  const gone = [...wanted].filter(([variantGid, quantity]) => {
    const units = stock.get(variantGid);
    return units === undefined || (units !== null && units < quantity);
  });
  return gone.length > 0 ? refuse({ code: "exchange_sold_out", variantGids: gone.map(([variantGid]) => variantGid) }) : ok(null);
}
