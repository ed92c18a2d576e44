import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopifyPages } from "#app/use-cases/policies/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { ShopifyFault } from "../admin-client.server.ts";

const OTHER_LOCALES = `#graphql
  query OtherLocales {
    shopLocales(published: true) {
      locale
      primary
    }
  }`;

const PAGE_IN_LANGUAGE = `#graphql
  query PageInLanguage($id: ID!, $locale: String!) {
    translatableResource(resourceId: $id) {
      translatableContent {
        key
        value
        digest
      }
      translations(locale: $locale) {
        key
        value
      }
    }
  }`;

const TRANSLATE_PAGE = `#graphql
  mutation TranslatePage($id: ID!, $translations: [TranslationInput!]!) {
    translationsRegister(resourceId: $id, translations: $translations) {
      translations {
        key
        value
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const UNTRANSLATE_PAGE = `#graphql
  mutation UntranslatePage($id: ID!, $locale: String!) {
    translationsRemove(resourceId: $id, translationKeys: ["title", "body_html"], locales: [$locale]) {
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** Shopify's keys of a page's texts. */
const [TITLE, BODY] = ["title", "body_html"];

/** A page of the online store in other languages, over one shop's client. Needs `write_translations`. */
export function pageTranslations(admin: AdminClient): Pick<ShopifyPages, "otherLocales" | "readIn" | "translate" | "untranslate"> {
  return {
    otherLocales: async () => {
      const { shopLocales } = await admin.run(OTHER_LOCALES);
      return shopLocales.filter(({ primary }) => !primary).map(({ locale }) => locale);
    },
    readIn: (gid, locale) => readIn(admin, gid, locale),
    translate: async (gid, { locale, body, title }) => {
      const texts = [{ key: BODY, ...body }, ...(title ? [{ key: TITLE, ...title }] : [])];
      const translations = texts.map(({ key, value, digest }) => ({ key, locale, value, translatableContentDigest: digest }));
      const { translationsRegister: answer } = await admin.run(TRANSLATE_PAGE, { id: gid, translations });
      const [error] = answer?.userErrors ?? [];
      if (error) return refuse({ code: "page_refused", message: error.message });
      const written = answer?.translations?.find(({ key }) => key === BODY)?.value;
      return ok(written ?? body.value);
    },
    untranslate: async (gid, locale) => {
      const { translationsRemove: answer } = await admin.run(UNTRANSLATE_PAGE, { id: gid, locale });
      const [error] = answer?.userErrors ?? [];
      if (error) throw new Error(`Shopify keeps the translation into ${locale}: ${error.message}`);
    },
  };
}

async function readIn(admin: AdminClient, gid: string, locale: string): ReturnType<ShopifyPages["readIn"]> {
  try {
    const { translatableResource: page } = await admin.run(PAGE_IN_LANGUAGE, { id: gid, locale });
    const content = (wanted: string) => page?.translatableContent.find(({ key }) => key === wanted);
    const translated = (wanted: string) => page?.translations.find(({ key }) => key === wanted)?.value ?? undefined;
    const [title, body] = [translated(TITLE), translated(BODY)];
    return ok({
      title: content(TITLE)?.value ?? "",
      titleDigest: content(TITLE)?.digest ?? "",
      bodyDigest: content(BODY)?.digest ?? "",
      translated: { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) },
    });
  } catch (error) {
    // The permission may be given at any moment; the shop's own list of them hears of it later.
    if (error instanceof ShopifyFault && error.code === "ACCESS_DENIED") return refuse({ code: "no_permission" });
    throw error;
  }
}
