import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { PayoutMethod } from "#app/domain/returns/payouts.ts";
import { PAYOUT_METHODS, promisedBy } from "#app/domain/returns/payouts.ts";
import { atOrderRate } from "#app/domain/returns/refund-quote.ts";
import type { ResolutionQuote, ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import { sendsGoods } from "#app/domain/returns/quote-resolutions.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { max, money, sum } from "#app/domain/shared/money.ts";
import { lineKey } from "#app/ui/portal/fields.ts";
import type { ItemChoiceView, ItemToSolve, OptionsPage, PaidAs, ResolutionOption } from "#app/ui/portal/solution-views.ts";
import type { ItemOption } from "#app/use-cases/returns/item-options.server.ts";
import type { Solutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { sizeHelp } from "./portal-size-help.server.ts";

/** How the pages and forms of the portal call a resolution. */
export const KINDS: Readonly<Record<ReturnResolution, ResolutionOption["kind"]>> = {
  refund: "refund",
  store_credit: "store-credit",
  exchange: "exchange",
  gift_card: "gift-card",
  replacement: "replacement",
  repair: "repair",
  keep_it: "keep-it",
  mixed: "mixed",
};

/** The letters of an item's fields on the page of solutions: its place in the draft. */
export function solutionKey(shown: Pick<Solutions, "draft">, lineGid: string): string {
  return lineKey(
    Math.max(
      0,
      shown.draft.items.findIndex((item) => item.lineGid === lineGid),
    ),
  );
}

/** How the form calls one choice for one item: "refund", "exchange:gid://…". */
export function choiceValue({ kind, variant }: Pick<ItemOption, "kind" | "variant">): string {
  return variant ? `${KINDS[kind]}:${variant.variantGid}` : KINDS[kind];
}

/** The variant that a choice for one item names, if any. */
export function variantOfChoice(value: string): string | undefined {
  const [kind, ...rest] = value.split(":");
  return kind === KINDS.exchange && rest.length > 0 ? rest.join(":") : undefined;
}

/** Every item with everything that can become of it; nothing when there is only one item. `choices` is what a form sent, by item. */
export function perItemView(shown: Solutions, choices?: ReadonlyMap<string, string>): Pick<OptionsPage, "perItem" | "sharedFee"> {
  if (shown.perItem.length === 0 || shown.perItem.some(({ options }) => options.length === 0)) return {};
  const fee = sharedFee(shown);
  return {
    perItem: shown.perItem.map(({ lineGid, options }): ItemToSolve => {
      const item = shown.items.find(({ quoted }) => quoted.lineGid === lineGid);
      const { title, variantTitle } = item?.selected.line ?? { title: "", variantTitle: null };
      const { suggested, fit } = item ? sizeHelp(shown, item) : {};
      const views = options.map((option) => ({
        ...choiceView(option, lineGid),
        ...(option.kind === "exchange" && suggested !== undefined && option.variant?.variantGid === suggested ? { isSuggested: true } : {}),
      }));
      const chosen = choices?.get(lineGid) ?? chosenBefore(shown, lineGid);
      return {
        key: solutionKey(shown, lineGid),
        title: variantTitle ? `${title} (${variantTitle})` : title,
        quantity: item?.selected.quantity ?? 1,
        choices: views,
        ...(fit && views.some(({ kind }) => kind === "exchange") ? { fit } : {}),
        ...(views.some(({ value }) => value === chosen) ? { chosen } : {}),
      };
    }),
    ...(fee.minor > 0 ? { sharedFee: fee } : {}),
  };
}

function choiceView(option: ItemOption, lineGid: LineItemGid): ItemChoiceView {
  const { kind, variant, quote } = option;
  return {
    value: choiceValue(option),
    kind: KINDS[kind],
    ...(variant && kind === "exchange" ? { variant: variant.title } : {}),
    amount: itemAmount(quote, lineGid),
  };
}

function chosenBefore({ draft, perItem }: Solutions, lineGid: string): string | undefined {
  const item = draft.items.find((one) => one.lineGid === lineGid);
  const options = perItem.find((one) => one.lineGid === lineGid)?.options ?? [];
  const option = options.find(
    ({ kind, variant }) => kind === item?.resolution && (variant?.variantGid ?? null) === item.exchangeVariantGid,
  );
  return option && choiceValue(option);
}

/** What one item brings (positive) or costs (negative), without what the whole return bears, in the customer's currency. */
export function itemAmount(quote: ResolutionQuote, lineGid: LineItemGid): Money {
  const own = quote.parts.filter((part) => part.lineGid === lineGid).map(({ amount }) => amount.presentment);
  return sum(own, quote.total.presentment.currency);
}

/** The highest fee that any item's parcel may cost, taken once. */
function sharedFee({ items, read }: Solutions): Money {
  const { order } = read.context;
  const fees = items.flatMap(({ quoted: { terms } }) =>
    terms.returnShippingFee !== null && !terms.areFeesWaived && terms.resolutions.some((offer) => offer.takesReturnShippingFee)
      ? [atOrderRate(order, terms.returnShippingFee).presentment]
      : [],
  );
  return fees.reduce(max, money(0, order.presentmentCurrency));
}

const METHOD_KINDS: Readonly<Record<PayoutMethod, PaidAs["kind"]>> = {
  payment: "refund",
  store_credit: "store-credit",
  gift_card: "gift-card",
};

/** How a total is paid, where it is paid in several ways, or in none of the ways its name says. */
export function paidAs(pays: Readonly<Record<PayoutMethod, Money>>): PaidAs[] {
  return PAYOUT_METHODS.filter((method) => pays[method].minor > 0).map((method) => ({ kind: METHOD_KINDS[method], amount: pays[method] }));
}

/** What a mixed solution says beside its sum: in which ways it is paid, and that new goods go out. */
export function mixedView(shown: Solutions, quote: ResolutionQuote): Pick<ResolutionOption, "paidAs" | "exchange"> {
  const ways = paidAs(promisedBy(quote));
  const hasGoods = (quote.choices ?? []).some(({ kind }) => sendsGoods(kind));
  return { ...(ways.length > 0 ? { paidAs: ways } : {}), ...(hasGoods ? { exchange: [] } : {}) };
}
