import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Solutions, SolutionsRefused } from "./show-solutions.server.ts";
import { showSolutions } from "./show-solutions.server.ts";

/** What the shopper is about to confirm. */
export interface Confirmation extends Solutions {
  readonly quote: ResolutionQuote;
  /** Names this page with these amounts: sending it twice makes one return, and a page whose amounts are outdated makes none. */
  readonly formKey: string;
}

export type ConfirmationRefused = SolutionsRefused | { readonly code: "resolution_unavailable" };

/** The chosen solution once more, exact as of now. Refuses with `resolution_unavailable` when it is not offered any more. */
export async function showConfirmation(ctx: ShopContext, access: PortalAccess): Promise<Result<Confirmation, ConfirmationRefused>> {
  const shown = await showSolutions(ctx, access);
  if (!shown.ok) return shown;
  return confirmationOf(shown.value);
}

/** The confirmation of what a draft holds. Refuses with `resolution_unavailable`. */
export function confirmationOf(shown: Solutions): Result<Confirmation, { readonly code: "resolution_unavailable" }> {
  const { draft, solutions } = shown;
  const quote = solutions.find(({ kind }) => kind === draft.resolution)?.quote;
  if (!quote) return refuse({ code: "resolution_unavailable" });
  return ok({ ...shown, quote, formKey: formKeyOf(draft.id, quote) });
}

/** "{draft}.{total}.{owed}" in minor units of the customer's currency. */
function formKeyOf(draftId: string, { total, owed }: ResolutionQuote): string {
  return [draftId, total.presentment.minor, owed.presentment.minor].join(".");
}
