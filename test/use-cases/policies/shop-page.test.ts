import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StoredShopPage } from "#app/use-cases/policies/ports.ts";
import { putPolicyOnPage, putPolicyPage, refreshPolicyPage } from "#app/use-cases/policies/shop-page.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

const FIRST = { title: "Return policy", body: "<p>30 days</p>", translations: {} };
const SECOND = { title: "Return policy", body: "<p>14 days</p>", translations: {} };

let amends: TestApp;
let ctx: ShopContext;
beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  amends.standIn.world.firstShop.installation.scopes.push("write_online_store_pages");
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

const pages = () => [...amends.standIn.world.firstShop.pages.values()];
async function stored(): Promise<StoredShopPage | undefined> {
  return ctx.transaction((tx) => tx.shopPage.find());
}

describe("the policy as a page of the shop", () => {
  beforeEach(async () => {
    for (const { id } of pages()) amends.standIn.world.firstShop.pages.delete(id);
    await putPolicyOnPage(ctx, FIRST);
    await putPolicyPage(ctx);
  });

  test("is made once, however often the job runs and the merchant clicks", async () => {
    await Promise.allSettled([putPolicyPage(ctx), putPolicyPage(ctx)]);
    await putPolicyOnPage(ctx, FIRST);
    await putPolicyPage(ctx);
    expect(pages()).toMatchObject([{ title: FIRST.title, body: FIRST.body, isPublished: true }]);
    expect(await stored()).toMatchObject({ state: "published", gid: pages()[0]?.id, isForced: false });
  });

  test("a worker that dies after Shopify made it makes no second one", async () => {
    const [page] = pages();
    const known = await stored();
    if (!known || !page) throw new Error("The page is there");
    await ctx.transaction((tx) => tx.shopPage.want({ ...known, state: "waiting", gid: null, writtenDigest: null }, ctx.clock.now()));
    await putPolicyPage(ctx);
    expect(pages().map(({ id }) => id)).toEqual([page.id]);
    expect(await stored()).toMatchObject({ state: "published", gid: page.id });
  });

  test("follows a new version; title, address and visibility stay the merchant's", async () => {
    Object.assign(pages()[0] ?? {}, { title: "Our promise", isPublished: false });
    await refreshPolicyPage(ctx, SECOND);
    await putPolicyPage(ctx);
    expect(pages()).toMatchObject([{ body: SECOND.body, title: "Our promise", isPublished: false }]);
  });

  test("one that somebody edited is left so, until the merchant replaces it", async () => {
    Object.assign(pages()[0] ?? {}, { body: "<p>By hand</p>" });
    await refreshPolicyPage(ctx, SECOND);
    await putPolicyPage(ctx);
    expect([pages()[0]?.body, (await stored())?.state]).toEqual(["<p>By hand</p>", "edited"]);
    await putPolicyOnPage(ctx, SECOND);
    await putPolicyPage(ctx);
    expect([pages()[0]?.body, (await stored())?.state]).toEqual([SECOND.body, "published"]);
  });

  test("one that somebody deleted stays away, until the merchant publishes it again", async () => {
    amends.standIn.world.firstShop.pages.clear();
    await refreshPolicyPage(ctx, SECOND);
    await putPolicyPage(ctx);
    expect([pages().length, (await stored())?.state]).toEqual([0, "deleted"]);
    await refreshPolicyPage(ctx, FIRST);
    await putPolicyPage(ctx);
    expect(pages()).toEqual([]);
    await putPolicyOnPage(ctx, SECOND);
    await putPolicyPage(ctx);
    expect(pages()).toMatchObject([{ title: SECOND.title, body: SECOND.body }]);
  });

  test("what Shopify refuses is told in its own words", async () => {
    amends.standIn.world.firstShop.pages.clear();
    await putPolicyOnPage(ctx, { ...FIRST, title: "" });
    await putPolicyPage(ctx);
    expect(await stored()).toMatchObject({ state: "refused", message: "Title can't be blank" });
  });
});

test("a shop whose merchant wanted no page gets none when it publishes", async () => {
  const other = await startTestApp({ isWorking: false });
  const theirs = await other.ctx();
  await refreshPolicyPage(theirs, FIRST);
  await putPolicyPage(theirs);
  expect(await theirs.transaction((tx) => tx.shopPage.find())).toBeUndefined();
  expect(other.standIn.world.firstShop.pages.size).toBe(0);
  await other.close();
});
