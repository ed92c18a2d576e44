import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { accessToDraft, writeDraft } from "./choose-items.server.ts";
import type { ItemOption } from "./item-options.server.ts";
import type { ReturnDraft } from "./portal-records.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import type { Confirmation } from "./show-confirmation.server.ts";
import { confirmationOf } from "./show-confirmation.server.ts";
import type { Solutions, SolutionsRefused } from "./show-solutions.server.ts";
import { priceDraft } from "./show-solutions.server.ts";

export interface SolutionRefused extends Refusal {
  /** Nothing chosen; not (any more) among what is offered; an exchange without a variant for each item. */
  readonly code: "resolution_required" | "resolution_unavailable" | "variants_required" | "choices_required";
  /** The lines that have no variant, or no resolution of their own, yet. */
  readonly lineGids: readonly string[];
}

export interface ChosenSolution {
  /** What this very request has read and may be chosen from. */
  readonly shown: Solutions;
  readonly resolution: string;
  /** By the line they are exchanged from. */
  readonly variants: ReadonlyMap<string, string>;
  /** For "mixed": what each line becomes. */
  readonly choices?: ReadonlyMap<string, ItemOption>;
}

/**
 * Keeps the solution a shopper chose and answers with what is to be confirmed. Amounts are never taken from the form. Refuses with
 * `resolution_required`, `resolution_unavailable`, `variants_required`, `choices_required`, `invalid_selection` for a variant that is not offered or sold out,
 * or as the page of solutions does.
 */
export async function chooseSolution(
  ctx: ShopContext,
  access: PortalAccess,
  chosen: ChosenSolution,
): Promise<Result<{ readonly access: PortalAccess; readonly confirmation: Confirmation }, SolutionRefused | SolutionsRefused>> {
  const { shown } = chosen;
  if (chosen.resolution === "") return refuse({ code: "resolution_required", lineGids: [] });
  if (chosen.resolution === "mixed") return chooseForEach(ctx, access, chosen);
  const kind = RESOLUTION_KINDS.find((one) => one === chosen.resolution);
  if (!kind || !isOffered(shown, kind)) return refuse({ code: "resolution_unavailable", lineGids: [] });
  const items = shown.draft.items.map((item) => ({
    ...item,
    exchangeVariantGid: kind === "exchange" ? (chosen.variants.get(item.lineGid) ?? null) : null,
  }));
  const missing = kind === "exchange" ? items.filter(({ exchangeVariantGid }) => exchangeVariantGid === null) : [];
  if (missing.length > 0) return refuse({ code: "variants_required", lineGids: missing.map(({ lineGid }) => lineGid) });
  return confirm(ctx, access, { shown, next: { ...shown.draft, items, resolution: kind } });
}

/** Every item has a resolution of its own. */
function chooseForEach(ctx: ShopContext, access: PortalAccess, { shown, choices }: ChosenSolution): ReturnType<typeof chooseSolution> {
  const missing = shown.draft.items.filter(({ lineGid }) => !choices?.has(lineGid)).map(({ lineGid }) => lineGid);
  if (missing.length > 0) return Promise.resolve(refuse({ code: "choices_required", lineGids: missing }));
  const items = shown.draft.items.map((item) => {
    const option = choices?.get(item.lineGid);
    return { ...item, exchangeVariantGid: option?.variant?.variantGid ?? null, ...(option ? { resolution: option.kind } : {}) };
  });
  return confirm(ctx, access, { shown, next: { ...shown.draft, items, resolution: "mixed" } });
}

/** Keeps the draft with what was chosen, once it is sure that it can be had. */
async function confirm(
  ctx: ShopContext,
  access: PortalAccess,
  { shown, next }: { readonly shown: Solutions; readonly next: ReturnDraft },
): ReturnType<typeof chooseSolution> {
  const checked = priceDraft(ctx, { ...shown, draft: next });
  if (!checked.ok) return checked;
  const draft = await writeDraft(ctx, access, next);
  const confirmation = confirmationOf({ ...checked.value, draft });
  if (!confirmation.ok) return refuse({ code: "resolution_unavailable", lineGids: [] });
  return ok({ access: accessToDraft(access, draft), confirmation: confirmation.value });
}

function isOffered({ solutions }: Solutions, kind: ResolutionKind): boolean {
  return solutions.some((solution) => solution.kind === kind);
}
