import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import { exchangeDifference } from "#app/domain/returns/exchange-difference.ts";
import type { ExchangeOption } from "#app/domain/returns/select-items.ts";
import { money, negate, sum } from "#app/domain/shared/money.ts";
import type { ExchangeLine, OptionsPage, VariantChoice } from "#app/ui/portal/solution-views.ts";
import type { Solutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { solutionKey } from "./portal-per-item-view.server.ts";
import { isInStock, sizeHelp } from "./portal-size-help.server.ts";

/** From this many pieces on, stock is not told. */
const PLENTY = 5;

/** For each item what it can be exchanged for, with what is known of its size. */
export function exchangeLines(shown: Solutions): ExchangeLine[] {
  return shown.items.map((item) => {
    const { line, quantity } = item.selected;
    const options = shown.exchangeOptions.get(line.gid) ?? [];
    const chosen = shown.draft.items.find(({ lineGid }) => lineGid === line.gid)?.exchangeVariantGid;
    const { suggested, fit } = sizeHelp(shown, item);
    return {
      key: solutionKey(shown, line.gid),
      title: line.title,
      ...(line.variantTitle ? { variantTitle: line.variantTitle } : {}),
      quantity,
      variants: options.map((option) => ({
        ...variantView(shown, item, option),
        ...(option.variantGid === suggested ? { isSuggested: true } : {}),
      })),
      ...(fit ? { fit } : {}),
      ...(chosen ? { chosen } : {}),
    };
  });
}

function variantView(shown: Solutions, { selected: { line, quantity } }: DecidedItem, option: ExchangeOption): VariantChoice {
  const { order, now } = shown.read.context;
  const { available, group } = option;
  const isOut = !isInStock(option, quantity);
  const isLow = available !== null && available < PLENTY;
  return {
    id: option.variantGid,
    title: option.title,
    stock: isOut ? "sold-out" : isLow ? "low" : "in-stock",
    ...(isLow && !isOut ? { available } : {}),
    difference: exchangeDifference(order, { lineGid: line.gid, quantity, requestedAt: now }, option),
    ...(group ? { group } : {}),
  };
}

/** Before every variant is chosen the total is told for the cheapest choice of each: of its own product, where that has something in stock. */
export function guessedTotal(lines: readonly ExchangeLine[], currency: string) {
  const cheapest = lines.map(({ variants }) => {
    const inStock = variants.filter(({ stock }) => stock !== "sold-out");
    const own = inStock.filter(({ group }) => group === undefined);
    const open = (own.length > 0 ? own : inStock).map(({ difference }) => difference);
    return open.reduce((least, one) => (one.minor < least.minor ? one : least), open[0] ?? money(0, currency));
  });
  return negate(sum(cheapest, currency));
}

/** The search for other products, where anything can be exchanged at all. */
export function searchView(shown: Solutions, search: string | undefined): Pick<OptionsPage, "search"> {
  const canExchange =
    shown.solutions.some(({ kind }) => kind === "exchange") ||
    shown.perItem.some(({ options }) => options.some(({ kind }) => kind === "exchange"));
  if (!canExchange) return {};
  const found = new Set(
    [...shown.exchangeOptions.values()].flat().flatMap(({ group, variantGid }) => (group === "found" ? [variantGid] : [])),
  );
  return { search: { text: search ?? "", ...(search ? { found: found.size } : {}) } };
}
