import type { Policy } from "#app/domain/policies/policy.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import { policyDocument } from "#app/ui/portal/policy-document.tsx";
import type { ShopPageView } from "#app/ui/policies/shop-page-card.tsx";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import { putPolicyOnPage, refreshPolicyPage } from "#app/use-cases/policies/shop-page.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** The merchant wants the published policy as a page of the shop, in its own language. */
export async function putOnPage(ctx: ShopContext): Promise<void> {
  const { published } = await readPolicy(ctx);
  await putPolicyOnPage(ctx, documentOf(ctx, published.policy));
}

/** Another version holds: the page, if there is one, says so. */
export async function refreshPage(ctx: ShopContext, policy: Policy): Promise<void> {
  await refreshPolicyPage(ctx, documentOf(ctx, policy));
}

/** Where the page stands, as the policy's own page shows it; null before a merchant wanted one. */
export async function shopPageView(ctx: ShopContext): Promise<ShopPageView | null> {
  const page = await ctx.transaction((tx) => tx.shopPage.find());
  if (!page) return null;
  const { state, message, gid, handle } = page;
  return { state, message, url: gid ? new URL(`/pages/${handle}`, ctx.links.portal("/")).href : null };
}

function documentOf({ shop, links }: ShopContext, policy: Policy) {
  return policyDocument(policyPageText(policy), { locale: shop.locale, portalUrl: links.portal("/") });
}
