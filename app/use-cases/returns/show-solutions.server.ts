import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { AbuseSignal } from "#app/domain/returns/abuse-signals.ts";
import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import { needsReview } from "#app/domain/returns/decide-items.ts";
import { isShippingShared } from "#app/domain/returns/joint-return.ts";
import { possibleResolutions } from "#app/domain/returns/possible-resolutions.ts";
import { quoteResolution, resolutionsOffered } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { SelectionProblem } from "#app/domain/returns/select-items.ts";
import type { SizeReturns } from "#app/domain/returns/size-advice.ts";
import { ADVICE_DAYS } from "#app/domain/returns/size-advice.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { OptionsOfItem } from "./item-options.server.ts";
import { highestOf, optionsOfItems } from "./item-options.server.ts";
import type { OtherWishes } from "./other-products.server.ts";
import type { EvidenceHead, ReturnDraft } from "./portal-records.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { possibilitiesOf } from "./possibilities.server.ts";
import type { OrderInPortal } from "./read-order-in-portal.server.ts";
import { readOrderInPortal } from "./read-order-in-portal.server.ts";
import type { ExchangeOptions, SelectionRefused } from "./read-selection.server.ts";
import { decideSelection, decisionsOf, readEvidence, readExchangeOptions } from "./read-selection.server.ts";
import type { OrderGone } from "./show-items.server.ts";
import type { Standing } from "./standing.server.ts";
import { readStanding, signalsOf, withBesides } from "./standing.server.ts";

/** One way to make it right. */
export interface Solution {
  readonly kind: ResolutionKind;
  /** Exact; null for an exchange whose variants are not all chosen yet. */
  readonly quote: ResolutionQuote | null;
}

/** Everything that can be chosen for a draft, decided and priced now. */
export interface Solutions {
  readonly read: OrderInPortal;
  readonly draft: ReturnDraft;
  readonly items: readonly DecidedItem[];
  readonly evidence: readonly EvidenceHead[];
  readonly solutions: readonly Solution[];
  /** For each item what can become of it alone, when there are several. */
  readonly perItem: readonly OptionsOfItem[];
  /** For each chosen line, what it can be exchanged for. */
  readonly exchangeOptions: ExchangeOptions;
  /** By product, what came back for its size; empty where nobody chooses. */
  readonly sizeReturns: ReadonlyMap<string, SizeReturns>;
  /** What is known of the customer; undefined when nobody looks. */
  readonly standing: Standing | undefined;
  /** Why staff look at it though the policy would approve it. */
  readonly signals: readonly AbuseSignal[];
  /** Staff look at it before it is approved. */
  readonly isForReview: boolean;
  /** The parcel comes with another order that bears the fee for it. */
  readonly isShippingShared: boolean;
}

export type SolutionsRefused = OrderGone | SelectionRefused | { readonly code: "draft_gone" };

/** How a draft is looked at. */
export interface Looking {
  /** The order, if this very request has read it already. */
  readonly read?: OrderInPortal;
  /** Somebody is choosing: other products are suggested and searched for, and what was chosen before and is gone is forgotten. */
  readonly choosing?: Pick<OtherWishes, "search" | "variants">;
  /** Another order of the same parcel bears the fee for it; absent: as far as the access knows. */
  readonly isShippingShared?: boolean;
  /** What other orders of the same return come to, in the shop's currency: it is on its way as well. */
  readonly besides?: Money;
}

/**
 * What can be done about the items of a draft, each solution with its exact amount. Everything is read again from Shopify and decided
 * again. Refuses with `order_gone`, `draft_gone`, or as the choice of items does.
 */
export async function showSolutions(
  ctx: ShopContext,
  access: PortalAccess,
  { read: known, choosing, isShippingShared = isSharedIn(access), besides }: Looking = {},
): Promise<Result<Solutions, SolutionsRefused>> {
  const read = access.isFollowOnly ? undefined : (known ?? (await readOrderInPortal(ctx, access.orderGid, access.gift)));
  if (!read) return refuse({ code: "order_gone" });
  const begun = await readDraft(ctx, access, { read, isChoosing: choosing !== undefined });
  if (!begun) return refuse({ code: "draft_gone" });
  const { items } = begun.draft;
  const chosen = items.flatMap(({ exchangeVariantGid }) => exchangeVariantGid ?? []);
  const { search = "", variants = [] } = choosing ?? {};
  const wishes = { isChoosing: choosing !== undefined, search, variants: [...chosen, ...variants] };
  const exchangeOptions = await readExchangeOptions(ctx, read, { items, wishes });
  const all = { ...begun, standing: withBesides(begun.standing, besides), read, exchangeOptions, isShippingShared };
  const priced = priceDraft(ctx, all);
  return priced.ok || !choosing ? priced : priceDraft(ctx, { ...all, draft: withoutGoneGoods(all.draft, priced.error) });
}

function isSharedIn({ joint, orderGid }: PortalAccess): boolean {
  return isShippingShared(joint ?? [], orderGid);
}

/** The draft without the goods that cannot be had any more. */
function withoutGoneGoods(draft: ReturnDraft, refused: SelectionRefused): ReturnDraft {
  if (refused.code !== "invalid_selection") return draft;
  const gone = refused.problems.filter(({ code }) => isAboutGoods(code)).map(({ lineGid }) => lineGid);
  return { ...draft, items: draft.items.map((item) => (gone.includes(item.lineGid) ? { ...item, exchangeVariantGid: null } : item)) };
}

/** Whether a problem is about what is wanted instead, and not about what comes back. */
export function isAboutGoods(code: SelectionProblem["code"]): boolean {
  return code === "variant_not_offered" || code === "variant_out_of_stock";
}

/** The draft that the access names, if it is one of its order, with its photos and what is known of the customer. */
function readDraft(
  ctx: ShopContext,
  { draftId, orderGid, device }: PortalAccess,
  { read, isChoosing }: { readonly read: OrderInPortal; readonly isChoosing: boolean },
): Promise<Pick<Solutions, "draft" | "evidence" | "standing" | "sizeReturns"> | undefined> {
  return ctx.transaction(async (tx) => {
    const draft = draftId ? await tx.drafts.find(draftId) : undefined;
    if (draft?.orderGid !== orderGid) return undefined;
    const standing = await readStanding(tx, ctx, { order: read.context.order, found: read.found, device });
    const evidence = await readEvidence(tx, read, draft.items);
    return { draft, evidence, standing, sizeReturns: isChoosing ? await readSizeReturns(tx, ctx, { read, draft }) : new Map() };
  });
}

function readSizeReturns(
  tx: Repositories,
  { clock }: Pick<ShopContext, "clock">,
  { read, draft }: { readonly read: OrderInPortal; readonly draft: ReturnDraft },
): Promise<Solutions["sizeReturns"]> {
  const chosen = read.context.order.lines.filter(({ gid }) => draft.items.some(({ lineGid }) => lineGid === gid));
  const products = [...new Set(chosen.flatMap(({ productGid }) => productGid ?? []))];
  return tx.returns.sizeReturnsOf(products, after(clock.now(), -ADVICE_DAYS * DAY));
}

/** Decides and prices what a draft holds. */
export function priceDraft(
  { shop }: Pick<ShopContext, "shop">,
  begun: Pick<Solutions, "read" | "draft" | "evidence" | "exchangeOptions" | "standing" | "sizeReturns" | "isShippingShared">,
): Result<Solutions, SelectionRefused> {
  const { read, draft, evidence, exchangeOptions, standing } = begun;
  const chosen = decideSelection(read, { items: draft.items, options: exchangeOptions, evidence });
  if (!chosen.ok) return chosen;
  const decided = ok(begun.isShippingShared ? chosen.value.map(withoutShippingFee) : chosen.value);
  const { order, now: requestedAt } = read.context;
  const offered = decided.value.map(({ quoted }) => quoted);
  const again = withSameGoods(decided.value, exchangeOptions);
  const possible = { ...possibilitiesOf(shop), isForGift: read.context.gift !== undefined };
  const kinds = possibleResolutions(resolutionsOffered(offered), order, possible).filter((kind) =>
    kind === "replacement" ? again !== undefined : kind !== "exchange" || canExchange(decided.value, exchangeOptions),
  );
  const solutions = kinds.map((kind): Solution => {
    const items = kind === "replacement" ? (again ?? []).map(({ quoted }) => quoted) : offered;
    const quote = quoteResolution({ order, items, requestedAt }, kind);
    return { kind, quote: quote.ok ? quote.value : null };
  });
  const items = draft.resolution === "replacement" && again ? again : decided.value;
  const perItem = items.length > 1 ? optionsOfItems(read, { items, options: exchangeOptions, possible }) : [];
  const quotes = solutions.map(({ quote }) => quote);
  const signals = signalsOf(standing, highestOf(quotes, perItem, shop.currency));
  const isForReview = needsReview(decisionsOf(decided.value)) || signals.length > 0;
  return ok({ ...begun, items, solutions, perItem, signals, isForReview });
}

/** What is quoted leaves the fee out; what was decided stays as the policy says it. */
function withoutShippingFee(item: DecidedItem): DecidedItem {
  return { ...item, quoted: { ...item.quoted, terms: { ...item.quoted.terms, returnShippingFee: null } } };
}

/** The same items, each wanted once more; undefined when one is gone from the shop or not in stock. */
function withSameGoods(items: readonly DecidedItem[], options: ExchangeOptions): DecidedItem[] | undefined {
  const again = items.flatMap((item): DecidedItem[] => {
    const { line, quantity } = item.selected;
    const same = (options.get(line.gid) ?? []).find(({ variantGid }) => variantGid === line.variantGid);
    if (!same || (same.available !== null && same.available < quantity)) return [];
    const exchange = { variantGid: same.variantGid, title: same.title, unitPrice: same.unitPrice };
    return [{ ...item, selected: { ...item.selected, exchange }, quoted: { ...item.quoted, exchange } }];
  });
  return again.length === items.length ? again : undefined;
}

/** An exchange is offered while every chosen item has something in stock to be exchanged for. */
function canExchange(items: readonly DecidedItem[], options: ExchangeOptions): boolean {
  return items.every(({ selected: { line, quantity } }) =>
    (options.get(line.gid) ?? []).some(({ available }) => available === null || available >= quantity),
  );
}
