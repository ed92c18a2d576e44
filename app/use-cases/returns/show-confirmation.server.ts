import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { DecidedItem } from "#app/domain/returns/decide-items.ts";
import { quoteRequest } from "#app/domain/returns/request-quote.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Looking, Solutions, SolutionsRefused } from "./show-solutions.server.ts";
import { showSolutions } from "./show-solutions.server.ts";

/** Items that are settled together, and what they come to. */
export interface PartToConfirm {
  readonly items: readonly DecidedItem[];
  readonly quote: ResolutionQuote;
}

/** What the shopper is about to confirm. */
export interface Confirmation extends Solutions {
  /** What is made of it: one return, and one more for each kind of what is kept of a mixed request. The first is the one that is followed. */
  readonly parts: readonly [PartToConfirm, ...PartToConfirm[]];
  /** Names this page with these amounts: sending it twice makes one return, and a page whose amounts are outdated makes none. */
  readonly formKey: string;
}

export type ConfirmationRefused = SolutionsRefused | { readonly code: "resolution_unavailable" };

/** The chosen solution once more, exact as of now. Refuses with `resolution_unavailable` when it is not offered any more. */
export async function showConfirmation(
  ctx: ShopContext,
  access: PortalAccess,
  looking: Pick<Looking, "isShippingShared" | "besides"> = {},
): Promise<Result<Confirmation, ConfirmationRefused>> {
  const shown = await showSolutions(ctx, access, looking);
  if (!shown.ok) return shown;
  return confirmationOf(shown.value);
}

/** The confirmation of what a draft holds. Refuses with `resolution_unavailable`. */
export function confirmationOf(shown: Solutions): Result<Confirmation, { readonly code: "resolution_unavailable" }> {
  const { draft, items, solutions } = shown;
  if (draft.resolution === "mixed") return mixedConfirmation(shown);
  const quote = solutions.find(({ kind }) => kind === draft.resolution)?.quote;
  if (!quote) return refuse({ code: "resolution_unavailable" });
  return ok({ ...shown, parts: [{ items, quote }], formKey: formKeyOf(draft.id, [quote]) });
}

/** Each item has what was chosen for it, as long as that is offered. */
function mixedConfirmation(shown: Solutions): Result<Confirmation, { readonly code: "resolution_unavailable" }> {
  const { draft, items, read, perItem } = shown;
  const kinds = new Map<string, ResolutionKind>(
    draft.items.flatMap(({ lineGid, resolution }) => (resolution ? [[lineGid, resolution]] : [])),
  );
  const isOffered = perItem.every(({ lineGid, options }) => {
    const variantGid = draft.items.find((item) => item.lineGid === lineGid)?.exchangeVariantGid ?? null;
    return options.some(({ kind, variant }) => kind === kinds.get(lineGid) && (variant?.variantGid ?? null) === variantGid);
  });
  if (!isOffered) return refuse({ code: "resolution_unavailable" });
  const { order, now: requestedAt } = read.context;
  const quoted = items.map((item) => item.quoted);
  const priced = quoteRequest({ order, items: quoted, requestedAt }, ({ lineGid }) => kinds.get(lineGid) ?? "refund");
  if (!priced.ok) return refuse({ code: "resolution_unavailable" });
  const [first, ...others] = priced.value.map(({ items: own, quote }) => ({
    items: items.filter((item) => own.includes(item.quoted)),
    quote,
  }));
  if (!first) return refuse({ code: "resolution_unavailable" });
  const quotes = priced.value.map(({ quote }) => quote);
  return ok({ ...shown, parts: [first, ...others], formKey: formKeyOf(draft.id, quotes) });
}

/** "{draft}.{total}.{owed}" in minor units of the customer's currency, both for each part. */
function formKeyOf(draftId: string, quotes: readonly ResolutionQuote[]): string {
  return [draftId, ...quotes.flatMap(({ total, owed }) => [total.presentment.minor, owed.presentment.minor])].join(".");
}
