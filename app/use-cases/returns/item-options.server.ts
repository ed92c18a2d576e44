import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import type { Possibilities } from "#app/domain/returns/possible-resolutions.ts";
import { possibleResolutions } from "#app/domain/returns/possible-resolutions.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { ExchangeOption } from "#app/domain/returns/select-items.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { max, sum, zero } from "#app/domain/shared/money.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import type { ExchangeOptions } from "./read-selection.server.ts";

/** One thing that can become of one item. */
export interface ItemOption {
  readonly kind: ResolutionKind;
  /** What is sent instead, for an exchange and a replacement. */
  readonly variant: ExchangeOption | null;
  /** Of this item alone, without the fee that the whole return pays once. */
  readonly quote: ResolutionQuote;
}

/** Everything that can become of one item. */
export interface OptionsOfItem {
  readonly lineGid: LineItemGid;
  readonly options: readonly ItemOption[];
}

/**
 * What each item can have when it is chosen item by item, in the order its rule lists them: also what the policy does not offer for all of the
 * items together. An exchange stands once for each variant in stock, with its own amount.
 */
export function optionsOfItems(
  read: Pick<OrderInPortal, "context">,
  { items, options, possible }: { items: readonly DecidedItem[]; options: ExchangeOptions; possible: Possibilities },
): OptionsOfItem[] {
  const { order, now: requestedAt } = read.context;
  return items.map(({ quoted, selected }) => {
    const kinds = possibleResolutions(
      quoted.terms.resolutions.map(({ kind }) => kind),
      order,
      possible,
    );
    const alone = { ...quoted, terms: { ...quoted.terms, returnShippingFee: null } };
    return {
      lineGid: quoted.lineGid,
      options: kinds.flatMap((kind) =>
        variantsFor(kind, selected, options).flatMap((variant): ItemOption[] => {
          const quote = quoteResolution({ order, items: [{ ...alone, exchange: variant }], requestedAt }, kind);
          return quote.ok ? [{ kind, variant, quote: quote.value }] : [];
        }),
      ),
    };
  });
}

/** The most that a request can come to, in the shop's currency: by one solution for all of it, or by the dearest of each item. */
export function highestOf(quotes: readonly (ResolutionQuote | null)[], perItem: readonly OptionsOfItem[], currency: string): Money {
  const dearest = (all: readonly (ResolutionQuote | null)[]) =>
    all.flatMap((quote) => (quote?.total.shop.currency === currency ? [quote.total.shop] : [])).reduce(max, zero(currency));
  const each = perItem.map(({ options }) => dearest(options.map(({ quote }) => quote)));
  return max(dearest(quotes), sum(each, currency));
}

/** Goods that can be sent for it and are in stock; null stands for no goods at all. */
function variantsFor(
  kind: ResolutionKind,
  { line, quantity }: DecidedItem["selected"],
  options: ExchangeOptions,
): (ExchangeOption | null)[] {
  if (kind !== "exchange" && kind !== "replacement") return [null];
  const inStock = (options.get(line.gid) ?? []).filter(({ available }) => available === null || available >= quantity);
  return kind === "exchange" ? inStock : inStock.filter(({ variantGid }) => variantGid === line.variantGid);
}
