import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import { QUOTE_PART_KINDS, kindOfLine, sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import type { QuotePartKind, ResolutionQuote, ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import { isKept } from "#app/domain/returns/return.ts";
import { fraction, subtract } from "#app/domain/shared/money.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { JointProgress } from "#app/ui/portal/joint-views.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type {
  AmountPart,
  AmountPartKind,
  ChosenItem,
  OptionsPage,
  OrderToConfirm,
  ResolutionOption,
} from "#app/ui/portal/solution-views.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Confirmation } from "#app/use-cases/returns/show-confirmation.server.ts";
import type { Solution, Solutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { exchangeLines, guessedTotal, searchView } from "./portal-exchange-view.server.ts";
import { momentIn, reasonLabels } from "./portal-moments.server.ts";
import { KINDS, itemAmount, mixedView, perItemView } from "./portal-per-item-view.server.ts";

interface ViewInput<Shown> {
  readonly ctx: ShopContext;
  readonly locale: string;
  readonly shown: Shown;
  readonly errors: readonly FieldError[];
}

interface ChosenSoFar {
  readonly chosen?: string;
  /** By item, as the form sent it. */
  readonly choices?: ReadonlyMap<string, string>;
  /** What was searched for among other products. */
  readonly search?: string;
  readonly joint?: JointProgress | undefined;
}

/** The page on which a solution is chosen. */
export function optionsPage({ ctx, locale, shown, errors, search, joint, ...soFar }: ViewInput<Solutions> & ChosenSoFar): OptionsPage {
  const { choices } = soFar;
  // Who searches means to exchange.
  const chosen = soFar.chosen ?? (search && shown.solutions.some(({ kind }) => kind === "exchange") ? KINDS.exchange : undefined);
  const isMixed = chosen ? chosen === KINDS.mixed : shown.draft.resolution === "mixed";
  const resolution = shown.solutions.find(({ kind }) => KINDS[kind] === chosen || kind === shown.draft.resolution)?.kind;
  return {
    page: "options",
    ...(joint ? { joint } : {}),
    ...orderView(ctx, shown),
    items: itemViews(shown, locale),
    options: shown.solutions.map((solution) => optionView(ctx, shown, solution)),
    ...(isGift(shown) ? {} : perItemView(shown, choices)),
    ...searchView(shown, search),
    ...(isMixed ? { chosen: KINDS.mixed } : resolution ? { chosen: KINDS[resolution] } : {}),
    errors,
  };
}

/** What is confirmed of one order. */
export function orderToConfirm(ctx: ShopContext, shown: Confirmation, locale: string): OrderToConfirm {
  const [option, ...others] = shown.parts.map(({ items, quote }) =>
    optionView(ctx, { ...shown, items: [...items] }, { kind: quote.resolution, quote }),
  );
  if (!option) throw new Error("A confirmation has at least one part");
  return { ...orderView(ctx, shown), items: solvedViews(shown, locale), option, ...(others.length > 0 ? { others } : {}) };
}

function isGift({ read }: Solutions): boolean {
  return read.context.gift !== undefined;
}

/** The receiver of a gift is not told whose order it was. */
function orderView(ctx: ShopContext, shown: Solutions): Pick<OrderToConfirm, "order"> {
  const { order } = shown.read.context;
  return isGift(shown) ? {} : { order: { name: order.name, placedAt: momentIn(ctx, order.processedAt) } };
}

/** Where items differ, each says what becomes of it. */
function solvedViews(shown: Confirmation, locale: string): ChosenItem[] {
  const views = itemViews(shown, locale);
  if (shown.draft.resolution !== "mixed") return views;
  return shown.items.flatMap(({ selected, quoted }, index): ChosenItem[] => {
    const quote = shown.parts.find(({ items }) => items.some((item) => item.quoted.lineGid === quoted.lineGid))?.quote;
    const view = views[index];
    if (!view || !quote) return [];
    const variant = selected.exchange?.title;
    const kind = KINDS[kindOfLine(quote, quoted.lineGid)];
    return [{ ...view, solution: { kind, ...(variant ? { variant } : {}), amount: itemAmount(quote, quoted.lineGid) } }];
  });
}

function itemViews(shown: Solutions, locale: string): ChosenItem[] {
  const label = reasonLabels(locale);
  const hasPrice = !isGift(shown);
  return shown.items.map(({ selected: { line, quantity, reason } }) => ({
    title: line.title,
    ...(line.variantTitle ? { variantTitle: line.variantTitle } : {}),
    ...(line.imageUrl ? { image: { url: line.imageUrl, alt: line.title } } : {}),
    quantity,
    reason: label(reason.code),
    ...(hasPrice ? { price: fraction(line.paid.presentment, [quantity, line.quantity]) } : {}),
  }));
}

function optionView(
  ctx: ShopContext,
  shown: Solutions,
  { kind, quote }: Pick<Solution, "quote"> & { kind: ReturnResolution },
): ResolutionOption {
  const { order, now, zone } = shown.read.context;
  const exchange = kind === "exchange" ? exchangeLines(shown) : undefined;
  const mixed = kind === "mixed" && quote ? mixedView(shown, quote) : {};
  const total = quote ? subtract(quote.total.presentment, quote.owed.presentment) : guessedTotal(exchange ?? [], order.presentmentCurrency);
  const days = quote?.expectedDays ?? expectedDays(shown.items, kind);
  const expires = quote?.creditExpiresAfterDays;
  const kept = isKept({ resolution: kind });
  return {
    ...mixed,
    kind: KINDS[kind],
    parts: quote && !isGift(shown) ? partViews(quote, shown.items) : [],
    total,
    time: quote?.paysAtFirstScan
      ? { after: "drop-off" }
      : { after: kept ? "approval" : "arrival", ...(days > 0 ? { businessDays: [days, days] as const } : {}) },
    approval: shown.isForReview ? "by-staff" : "at-once",
    sendBack: !kept,
    ...(kept || kind === "repair" || !dependsOnCondition(shown.items) ? {} : { dependsOnCondition: true }),
    ...(asksToDonate(shown.items, kind) ? { asksToDonate: true } : {}),
    ...(expires ? { expiresOn: addDays(dateIn(zone, now), expires) } : {}),
    ...(exchange ? { exchange } : {}),
  };
}

function dependsOnCondition(items: readonly DecidedItem[]): boolean {
  return items.some(({ decision }) => decision.explanation.some(({ code }) => code === "depends_on_condition"));
}

function expectedDays(items: readonly DecidedItem[], kind: ReturnResolution): number {
  const offers = items.flatMap(({ quoted }) => quoted.terms.resolutions.filter((offer) => offer.kind === kind));
  return Math.max(0, ...offers.map((offer) => offer.expectedDays));
}

function asksToDonate(items: readonly DecidedItem[], kind: ReturnResolution): boolean {
  return items.some(({ quoted }) => quoted.terms.resolutions.some((offer) => offer.kind === kind && offer.asksToDonate === true));
}

const PART_KINDS: Readonly<Record<QuotePartKind, AmountPartKind>> = {
  goods: "goods",
  tax: "tax",
  duties: "duties",
  shipping: "shipping",
  tip: "tip",
  restocking_fee: "restocking-fee",
  return_shipping_fee: "return-shipping-fee",
  already_refunded: "already-refunded",
  grade_deduction: "grade-deduction",
  bonus: "bonus",
  exchange_goods: "exchange-goods",
  exchange_tax: "exchange-tax",
};

/** One row for each kind. Where prices contain the tax, goods are shown with it and the tax is only told. */
function partViews(quote: ResolutionQuote, items: readonly DecidedItem[]): AmountPart[] {
  const { taxesIncluded } = quote;
  return QUOTE_PART_KINDS.flatMap((kind): AmountPart[] => {
    const inGoods: QuotePartKind[] = ["goods", ...(taxesIncluded ? (["tax"] as const) : [])];
    const inExchange: QuotePartKind[] = ["exchange_goods", ...(taxesIncluded ? (["exchange_tax"] as const) : [])];
    const kinds = kind === "goods" ? inGoods : kind === "exchange_goods" ? inExchange : [kind];
    const amount = sumOfParts(quote, kinds).presentment;
    if (amount.minor === 0) return [];
    const isTold = taxesIncluded && (kind === "tax" || kind === "exchange_tax");
    const rateBp = rateOf(kind, quote, items);
    return [{ kind: PART_KINDS[kind], amount, ...(isTold ? { included: true } : {}), ...(rateBp ? { rateBp } : {}) }];
  });
}

/** The rate of a fee or bonus, when it is the same for every item. */
function rateOf(kind: QuotePartKind, quote: ResolutionQuote, items: readonly DecidedItem[]): number | undefined {
  if (kind !== "bonus" && kind !== "restocking_fee") return undefined;
  const charged = new Set(quote.parts.flatMap((part) => (part.kind === kind && part.lineGid ? [part.lineGid] : [])));
  const offers = items
    .filter(({ quoted }) => quote.resolution !== "mixed" || charged.has(quoted.lineGid))
    .flatMap(({ quoted }) => quoted.terms.resolutions.filter((offer) => offer.kind === kindOfLine(quote, quoted.lineGid)));
  const rates = new Set(offers.map((offer) => (kind === "bonus" ? offer.bonusBp : offer.restockingFeeBp)));
  const [rate] = rates;
  return rates.size === 1 ? rate : undefined;
}
