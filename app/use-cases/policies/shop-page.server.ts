import type { Refusal, Result } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";

/** The policy in words, as a page of the shop holds it. */
export interface PolicyDocument {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

export const SHOP_PAGE_STATES = ["waiting", "published", "edited", "deleted", "refused"] as const;
/** `edited`, `deleted`: by hand in Shopify, which is left as it is; `refused`: by Shopify. */
export type ShopPageState = (typeof SHOP_PAGE_STATES)[number];

/** The shop's policy page in Shopify, and what it is to say. */
export interface StoredShopPage extends PolicyDocument {
  readonly state: ShopPageState;
  /** Chosen by us before the page is made, so that a page whose creation nobody heard the end of is found again. */
  readonly handle: string;
  /** Null until Shopify has the page. */
  readonly gid: string | null;
  /** Digest of the body as Shopify last gave it back to us; another one says that somebody edited it. */
  readonly writtenDigest: string | null;
  /** The merchant said so: an edited page is written over, a deleted one made again. */
  readonly isForced: boolean;
  /** Shopify's own words for a refusal. */
  readonly message: string | null;
  /** Counts every change of what is wanted. */
  readonly revision: number;
}

export interface ShopPageRepository {
  find(): Promise<StoredShopPage | undefined>;
  /** Saves what is wanted now, or the only page there is. */
  want(page: StoredShopPage, at: Date): Promise<void>;
  /** Notes how a try ended, unless something else is wanted by now. */
  settle(page: StoredShopPage, at: Date): Promise<void>;
}

/** A page of the online store. */
export interface ShopifyPage {
  readonly gid: string;
  readonly handle: string;
  readonly body: string;
}

export interface PageRefused extends Refusal {
  readonly code: "page_refused";
  readonly message: string;
}

/** The online store's pages. Needs the permission `write_online_store_pages`. Creating has no key: look by the handle first. */
export interface ShopifyPages {
  find(gid: string): Promise<ShopifyPage | undefined>;
  findByHandle(handle: string): Promise<ShopifyPage | undefined>;
  create(page: PolicyDocument & { readonly handle: string }): Promise<Result<ShopifyPage, PageRefused>>;
  /** Changes nothing but the body: title, address and visibility stay the merchant's. */
  rewrite(gid: string, body: string): Promise<Result<ShopifyPage, PageRefused>>;
}

/** The merchant wants the policy as a page of the shop, whatever became of an earlier one. A job makes or rewrites it. */
export async function putPolicyOnPage(ctx: ShopContext, document: PolicyDocument): Promise<void> {
  await ctx.transaction((tx) => want(tx, ctx, { document, isForced: true }));
}

/** What the page is to say since another version of the policy holds; a shop without a page gets none. */
export async function refreshPolicyPage(ctx: ShopContext, document: PolicyDocument): Promise<void> {
  await ctx.transaction((tx) => want(tx, ctx, { document, isForced: false }));
}

async function want(
  tx: Repositories,
  ctx: ShopContext,
  { document, isForced }: { readonly document: PolicyDocument; readonly isForced: boolean },
): Promise<void> {
  const known = await tx.shopPage.find();
  if (!known && !isForced) return;
  if (known?.state === "deleted" && !isForced) return;
  const fresh = { handle: `return-policy-${ctx.ids.next().slice(-6)}`, gid: null, writtenDigest: null, revision: 0, isForced: false };
  const { title, body } = document;
  const page = known ?? { ...fresh, title, body, state: "waiting", message: null };
  await tx.shopPage.want(
    { ...page, title, body, state: "waiting", message: null, isForced: isForced || page.isForced, revision: page.revision + 1 },
    ctx.clock.now(),
  );
  await tx.outbox.send("put-policy-page", {});
}

/**
 * Makes the shop's page say what is wanted. Every try looks at the page first: one that somebody edited or deleted by hand is left so, and
 * told, unless the merchant wanted it written over; running twice writes the same once more and makes no second page.
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
  const isEdited = page.writtenDigest !== null && digestOf(ctx, there.body) !== page.writtenDigest;
  if (isEdited && !page.isForced) return settle(ctx, { ...page, state: "edited" });
  return settleWith(ctx, page, await pages.rewrite(there.gid, page.body));
}

function settleWith(ctx: ShopContext, page: StoredShopPage, written: Result<ShopifyPage, PageRefused>): Promise<void> {
  if (!written.ok) return settle(ctx, { ...page, state: "refused", message: written.error.message });
  const { gid, handle, body } = written.value;
  return settle(ctx, { ...page, state: "published", gid, handle, writtenDigest: digestOf(ctx, body), isForced: false, message: null });
}

function settle(ctx: ShopContext, page: StoredShopPage): Promise<void> {
  return ctx.transaction((tx) => tx.shopPage.settle(page, ctx.clock.now()));
}

function digestOf({ secrets }: ShopContext, body: string): string {
  return secrets.digest("policy-page", body);
}
