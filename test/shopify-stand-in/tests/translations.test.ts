import { afterEach, beforeEach, expect, test } from "vitest";
import { at, scene, type Scene } from "./scene.ts";

let on: Scene;
let page: unknown;

beforeEach(async () => {
  on = await scene({ scopes: ["write_online_store_pages", "write_translations"] });
  on.standIn.world.firstShop.shop.locales = ["en", "de"].map((locale) => ({ locale, name: locale, published: true }));
  const { data } = await on.standIn.graphql("mutation ($page: PageCreateInput!) { pageCreate(page: $page) { page { id } } }", {
    page: { title: "Returns", body: "<p>30 days</p>" },
  });
  page = at(data, "pageCreate.page.id");
});
afterEach(() => on.close());

const REGISTER = `mutation ($id: ID!, $translations: [TranslationInput!]!) {
  translationsRegister(resourceId: $id, translations: $translations) { translations { key value outdated } userErrors { field code message } }
}`;
const READ = `query ($id: ID!) { translatableResource(resourceId: $id) {
  translatableContent { key value digest locale } translations(locale: "de") { key value outdated } } }`;

async function digestOfBody(): Promise<unknown> {
  return at((await on.standIn.graphql(READ, { id: page })).data, "translatableResource.translatableContent.1.digest");
}

async function register(more: object) {
  const given = { key: "body_html", locale: "de", value: "<p>30 Tage</p>", translatableContentDigest: await digestOfBody(), ...more };
  return at((await on.standIn.graphql(REGISTER, { id: page, translations: [given] })).data, "translationsRegister");
}

test("a page is translated for the text that is there, and its translation is outdated once that changes", async () => {
  expect(await register({})).toEqual({ translations: [{ key: "body_html", value: "<p>30 Tage</p>", outdated: false }], userErrors: [] });
  await on.standIn.graphql('mutation ($id: ID!) { pageUpdate(id: $id, page: { body: "<p>14 days</p>" }) { page { id } } }', { id: page });
  expect(at((await on.standIn.graphql(READ, { id: page })).data, "translatableResource.translations")).toEqual([
    { key: "body_html", value: "<p>30 Tage</p>", outdated: true },
  ]);
});

test("another text's fingerprint, a language that the shop does not have and an unknown key are refused", async () => {
  expect(at(await register({ translatableContentDigest: "0" }), "userErrors.0")).toEqual({
    field: ["translations", "0", "translatableContentDigest"],
    code: "INVALID_TRANSLATABLE_CONTENT",
    message: "Translatable content hash is invalid",
  });
  expect(at(await register({ locale: "fr" }), "userErrors.0.code")).toBe("INVALID_LOCALE_FOR_SHOP");
  expect(at(await register({ key: "body" }), "userErrors.0.code")).toBe("INVALID_KEY_FOR_MODEL");
});

test("nothing is read or written without the permission", async () => {
  on.standIn.world.firstShop.installation.scopes = ["write_online_store_pages"];
  const { errors } = await on.standIn.graphql(READ, { id: page });
  expect(errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
});
