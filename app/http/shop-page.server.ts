import type { Policy } from "#app/domain/policies/policy.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import { policyDocument } from "#app/ui/portal/policy-document.tsx";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { PolicyDocuments } from "#app/use-cases/policies/ports.ts";
import type { ShopPageView } from "#app/ui/policies/shop-page-card.tsx";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import { putPolicyOnPage, refreshPolicyPage } from "#app/use-cases/policies/shop-page.server.ts";
import { impossibleIn } from "#app/use-cases/returns/possibilities.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** The merchant wants the published policy as a page of the shop, in every language of its online store. */
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
  const languages = page.languages.map(({ locale, state: became, message: words }) => ({ locale, state: became, message: words }));
  return { state, message, languages, url: gid ? new URL(`/pages/${handle}`, ctx.links.portal("/")).href : null };
}

/**
 * In the shop's own language and in all others: which of them the online store has is looked up when they are written. A page of another
 * language lies in that language's folder or domain ("/zh-cn/pages/…"), so its way to the portal starts from there.
 */
function documentOf({ shop, links }: ShopContext, policy: Policy): PolicyDocuments {
  const text = policyPageText(policy, impossibleIn(shop));
  const beside = `..${shop.proxyPath}/`;
  const translations = Object.fromEntries(SHOPPER_LANGUAGES.map((locale) => [locale, policyDocument(text, { locale, portalUrl: beside })]));
  return { ...policyDocument(text, { locale: shop.locale, portalUrl: links.portal("/") }), translations };
}
