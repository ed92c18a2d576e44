import type { Result } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { PageRefused, PolicyDocuments, ShopifyPage, StoredShopPage } from "./ports.ts";
import { translatePage } from "./translate-page.server.ts";

/** The merchant wants the policy as a page of the shop, whatever became of an earlier one. A job makes or rewrites it. */
export async function putPolicyOnPage(ctx: ShopContext, document: PolicyDocuments): Promise<void> {
  await ctx.transaction((tx) => want(tx, ctx, { document, isForced: true }));
}

/** What the page is to say since another version of the policy holds; a shop without a page gets none. */
export async function refreshPolicyPage(ctx: ShopContext, document: PolicyDocuments): Promise<void> {
  await ctx.transaction((tx) => want(tx, ctx, { document, isForced: false }));
}

async function want(
  tx: Repositories,
  ctx: ShopContext,
  { document, isForced }: { readonly document: PolicyDocuments; readonly isForced: boolean },
): Promise<void> {
  const known = await tx.shopPage.find();
  if (!known && !isForced) return;
  if (known?.state === "deleted" && !isForced) return;
  const fresh = { handle: `return-policy-${ctx.ids.next().slice(-6)}`, gid: null, writtenDigest: null, revision: 0, isForced: false };
  const { title, body, translations } = document;
  const page = known ?? { ...fresh, title, body, languages: [], state: "waiting", message: null };
  await tx.shopPage.want(
    {
      ...page,
      title,
      body,
      translations,
      state: "waiting",
      message: null,
      isForced: isForced || page.isForced,
      revision: page.revision + 1,
    },
    ctx.clock.now(),
  );
  await tx.outbox.send("put-policy-page", {});
}

/**
 * Makes the shop's page say what is wanted. Every try looks at the page first: one that somebody edited or deleted by hand is left so, and
 * told, unless the merchant wanted it written over; running twice writes the same once more and makes no second page. Then the other
 * languages of the online store follow.
 */
export async function putPolicyPage(ctx: ShopContext): Promise<void> {
  const outcome = await ctx.locks.hold("put-policy-page", () => put(ctx));
  if (outcome === "busy") throw new Error("Another worker writes the policy page; look again later");
}

async function put(ctx: ShopContext): Promise<void> {
  const page = await ctx.transaction((tx) => tx.shopPage.find());
  if (page?.state !== "waiting") return;
  const { pages } = ctx.shopify;
  const there = page.gid ? await pages.find(page.gid) : await pages.findByHandle(page.handle);
  if (!there) {
    if (page.gid && !page.isForced) return settle(ctx, { ...page, state: "deleted" });
    return settleWith(ctx, page, await pages.create({ handle: page.handle, title: page.title, body: page.body }));
  }
  const isEdited = page.writtenDigest !== null && there.body !== page.body && digestOf(ctx, there.body) !== page.writtenDigest;
  if (isEdited && !page.isForced) return settle(ctx, { ...page, state: "edited" });
  return settleWith(ctx, page, await pages.rewrite(there.gid, page.body));
}

async function settleWith(ctx: ShopContext, page: StoredShopPage, written: Result<ShopifyPage, PageRefused>): Promise<void> {
  if (!written.ok) return settle(ctx, { ...page, state: "refused", message: written.error.message });
  const { gid, handle, body } = written.value;
  const there = { ...page, gid, handle, writtenDigest: digestOf(ctx, body), message: null };
  // What is there is ours, also if the languages are never come to.
  await settle(ctx, there);
  await settle(ctx, { ...there, state: "published", languages: await translatePage(ctx, there, gid), isForced: false });
}

function settle(ctx: ShopContext, page: StoredShopPage): Promise<void> {
  return ctx.transaction((tx) => tx.shopPage.settle(page, ctx.clock.now()));
}

function digestOf({ secrets }: ShopContext, body: string): string {
  return secrets.digest("policy-page", body);
}
