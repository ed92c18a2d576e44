import { beforeEach, describe, expect, test } from "vitest";
import { putPolicyOnPage, putPolicyPage, refreshPolicyPage } from "#app/use-cases/policies/shop-page.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { must } from "#test/builders/a-shopper.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const world = useRestingApp();
const PERMISSIONS = ["write_online_store_pages", "write_translations"];

/** What a policy says in three languages. */
function policyOf(days: number) {
  const said = (title: string, unit: string) => ({ title, body: `<p>${days} ${unit}</p>` });
  return {
    ...said("Return policy", "days"),
    translations: { en: said("Return policy", "days"), de: said("Rückgabe", "Tage"), "zh-CN": said("退货政策", "天") },
  };
}

const shop = () => world.amends.standIn.world.firstShop;
const page = () => [...shop().pages.values()][0];
const said = () => (page()?.translations ?? []).map(({ locale, key, value }) => `${locale} ${key} ${value}`).sort();
const outcomes = async () =>
  (await world.ctx.transaction((tx) => tx.shopPage.find()))?.languages.map(({ locale, state }) => `${locale} ${state}`);

function publishedIn(...locales: string[]): void {
  shop().shop.locales = ["en", ...locales].map((locale) => ({ locale, name: locale, published: true }));
}

async function publish(days: number): Promise<void> {
  await refreshPolicyPage(world.ctx, policyOf(days));
  await putPolicyPage(world.ctx);
}

beforeEach(async () => {
  for (const scope of PERMISSIONS) if (!shop().installation.scopes.includes(scope)) shop().installation.scopes.push(scope);
  for (const { id } of [...shop().pages.values()]) shop().pages.delete(id);
  publishedIn("de", "zh-CN", "pt-BR");
  await putPolicyOnPage(world.ctx, policyOf(30));
  await putPolicyPage(world.ctx);
});

const IN_BOTH = (days: number) => [
  `de body_html <p>${days} Tage</p>`,
  "de title Rückgabe",
  `zh-CN body_html <p>${days} 天</p>`,
  "zh-CN title 退货政策",
];

describe("the policy's page in the languages of the online store", () => {
  test("is in every one that Amends speaks, once, and says which it is not in", async () => {
    await Promise.allSettled([putPolicyPage(world.ctx), putPolicyPage(world.ctx)]);
    await putPolicyOnPage(world.ctx, policyOf(30));
    await putPolicyPage(world.ctx);
    expect(said()).toEqual(IN_BOTH(30));
    expect(await outcomes()).toEqual(["de published", "zh-CN published", "pt-BR no_words"]);
  });

  test("follows a new version in all of them", async () => {
    await publish(14);
    expect(said()).toEqual(IN_BOTH(14));
    const { data } = await world.amends.standIn.graphql(
      'query ($id: ID!) { translatableResource(resourceId: $id) { translations(locale: "de", outdated: true) { key } } }',
      { id: page()?.id },
    );
    expect(data).toMatchObject({ translatableResource: { translations: [] } });
  });

  test("leaves a translation by hand as it is, until the merchant writes the page again", async () => {
    const german = page()?.translations?.find(({ key, locale }) => key === "body_html" && locale === "de");
    if (german) german.value = "<p>Von Hand</p>";
    await publish(14);
    expect(said()).toContain("de body_html <p>Von Hand</p>");
    expect(await outcomes()).toEqual(["de edited", "zh-CN published", "pt-BR no_words"]);
    await putPolicyOnPage(world.ctx, policyOf(14));
    await putPolicyPage(world.ctx);
    expect(said()).toEqual(IN_BOTH(14));
  });

  test("is taken back where the shop does not offer the language any more, and where the store is not published in it", async () => {
    const save = async (offered: string[]) => {
      const version = (await world.ctx.transaction((tx) => tx.settings.read("languages")))?.version ?? 0;
      must(await saveSettings(world.ctx, { changes: [{ name: "languages", value: { offered }, version }], actor: "staff:1" }));
    };
    await save(["en", "de"]);
    await publish(14);
    expect(said()).toEqual(IN_BOTH(14).slice(0, 2));
    expect(await outcomes()).toEqual(["de published", "zh-CN no_words", "pt-BR no_words"]);
    publishedIn("zh-CN");
    await save(["en", "zh-CN"]);
    await publish(7);
    expect(said()).toEqual(IN_BOTH(7).slice(2));
    expect(await outcomes()).toEqual(["zh-CN published"]);
    await save(["en", "zh-CN", "de"]);
  });

  test("stays in the shop's own language without the permission, says so, and comes with it", async () => {
    shop().pages.clear();
    shop().installation.scopes = shop().installation.scopes.filter((scope) => scope !== "write_translations");
    await putPolicyOnPage(world.ctx, policyOf(30));
    await putPolicyPage(world.ctx);
    expect([page()?.body, said()]).toEqual(["<p>30 days</p>", []]);
    expect(await outcomes()).toEqual(["de no_permission", "zh-CN no_permission", "pt-BR no_words"]);
    shop().installation.scopes.push("write_translations");
    await putPolicyOnPage(world.ctx, policyOf(30));
    await putPolicyPage(world.ctx);
    expect(said()).toEqual(IN_BOTH(30));
  });

  test("does not say the old policy where Shopify refuses the new words", async () => {
    const wrong = { ...policyOf(14), translations: { ...policyOf(14).translations, de: { title: "Rückgabe", body: "" } } };
    await refreshPolicyPage(world.ctx, wrong);
    await putPolicyPage(world.ctx);
    expect(said().filter((text) => text.startsWith("de body"))).toEqual([]);
    const [german] = (await world.ctx.transaction((tx) => tx.shopPage.find()))?.languages ?? [];
    expect(german).toMatchObject({ state: "refused", message: "Value can't be blank" });
  });

  test("a worker that dies before or after any step is followed by one that ends it", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      await refreshPolicyPage(world.ctx, policyOf(100 + dieAfter));
      isDone = await putPolicyPage(killable(world.ctx, dieAfter).ctx).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await putPolicyPage(world.ctx);
      expect([said(), await outcomes()], `died after step ${dieAfter}`).toEqual([
        IN_BOTH(100 + dieAfter),
        ["de published", "zh-CN published", "pt-BR no_words"],
      ]);
    }
    expect(dieAfter).toBeGreaterThan(8);
  });
});
