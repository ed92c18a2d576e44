import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyRule, ResolutionKind } from "#app/domain/policies/policy.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { must } from "./a-shopper.ts";

/** Lets every item come back for each of these, free of fees unless told otherwise; orders from now on are bought under it. `rules` come before. */
export async function publishOffers(
  ctx: ShopContext,
  offers: Partial<Record<ResolutionKind, Partial<OfferedResolution>>>,
  {
    rules = [],
    duties,
    tips,
    ...terms
  }: Partial<EligibleOutcome> & Pick<Policy, "duties" | "tips"> & { readonly rules?: readonly PolicyRule[] } = {},
): Promise<void> {
  const policy = defaultPolicy(ctx.shop.currency);
  if (policy.otherwise.kind === "ineligible") throw new Error("The starter policy takes things back");
  const resolutions = (Object.keys(offers) as ResolutionKind[]).map((kind) => ({
    ...{ kind, bonusBp: 0, restockingFeeBp: 0, takesReturnShippingFee: false, expectedDays: 3, creditExpiresAfterDays: null },
    ...offers[kind],
  }));
  const offering = {
    ...policy,
    ...(duties ? { duties } : {}),
    ...(tips ? { tips } : {}),
    rules,
    otherwise: { ...policy.otherwise, resolutions, ...terms },
  };
  const { draft } = await readPolicy(ctx);
  const saved = must(await savePolicyDraft(ctx, { document: offering, revision: draft?.revision ?? 0 }));
  must(await publishPolicy(ctx, { revision: saved.revision, actor: "staff:1" }));
}
