import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import type { ExchangeOption } from "#app/domain/returns/select-items.ts";
import { fitAdvice, nextSize, sizeWanted } from "#app/domain/returns/size-advice.ts";
import type { ExchangeLine } from "#app/ui/portal/solution-views.ts";
import type { Solutions } from "#app/use-cases/returns/show-solutions.server.ts";

/** What helps to choose a size for one item. */
interface SizeHelp {
  /** The size that the reason asks for, of the same product and in stock. */
  readonly suggested?: string;
  /** How the product runs, as the shop's own returns say. */
  readonly fit?: NonNullable<ExchangeLine["fit"]>;
}

export function sizeHelp(shown: Pick<Solutions, "exchangeOptions" | "sizeReturns">, { selected }: DecidedItem): SizeHelp {
  const { line, quantity, reason } = selected;
  const direction = sizeWanted(reason.code);
  const own = (shown.exchangeOptions.get(line.gid) ?? []).filter((option) => option.group === undefined && isInStock(option, quantity));
  const suggested = direction && nextSize(line.variantTitle, own, direction)?.variantGid;
  const fit = fitAdvice(shown.sizeReturns.get(line.productGid ?? "") ?? { tooSmall: 0, tooBig: 0 });
  return { ...(suggested ? { suggested } : {}), ...(fit ? { fit } : {}) };
}

/** Whether as many are for sale; null is any number. */
export function isInStock({ available }: ExchangeOption, quantity: number): boolean {
  return available === null || available >= quantity;
}
