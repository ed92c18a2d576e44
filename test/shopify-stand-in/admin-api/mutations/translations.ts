import type { PageRecord } from "../../state/page-record.ts";
import { contentOf, translationView } from "../resolvers/translations.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";

interface TranslationInput {
  key: string;
  locale: string;
  value: string;
  translatableContentDigest: string;
}

const NAME = "translations";
const noResource = () => failed(NAME, userError(["resourceId"], "Resource does not exist", "RESOURCE_NOT_FOUND"));

function problemOf(
  page: PageRecord,
  wanted: TranslationInput,
  { shop }: ApiContext,
): [field: string, message: string, code: string] | undefined {
  const { locales, primaryLocale } = shop.shop;
  const content = contentOf(page, primaryLocale).find(({ key }) => key === wanted.key);
  if (!locales.some(({ locale }) => locale === wanted.locale))
    return ["locale", "Locale is not valid for the shop", "INVALID_LOCALE_FOR_SHOP"];
  if (wanted.locale === primaryLocale)
    return ["locale", "Locale cannot be the same as the shop's primary locale", "INVALID_LOCALE_FOR_SHOP"];
  if (!content) return ["key", `Key ${wanted.key} is not a valid translatable field`, "INVALID_KEY_FOR_MODEL"];
  if (content.digest !== wanted.translatableContentDigest)
    return ["translatableContentDigest", "Translatable content hash is invalid", "INVALID_TRANSLATABLE_CONTENT"];
  return wanted.value === "" ? ["value", "Value can't be blank", "BLANK"] : undefined;
}

/** `translationsRegister`, `translationsRemove`, for pages of the online store: all of a call or nothing of it. */
export const translationMutations: Fields<unknown> = {
  translationsRegister: (_root, args, ctx) => {
    const page = ctx.shop.pages.get(String(args["resourceId"]));
    if (!page) return noResource();
    const wanted = input<TranslationInput[]>(args, NAME);
    const errors = wanted.flatMap((one, index): UserError[] => {
      const problem = problemOf(page, one, ctx);
      return problem ? [userError([NAME, String(index), problem[0]], problem[1], problem[2])] : [];
    });
    if (errors.length > 0) return failed(NAME, ...errors);
    const made = wanted.map(({ key, locale, value, translatableContentDigest: digest }) => {
      return { key, locale, value, digest, updatedAt: ctx.world.nowIso() };
    });
    const isMade = (one: { key: string; locale: string }) => made.some(({ key, locale }) => key === one.key && locale === one.locale);
    page.translations = [...(page.translations ?? []).filter((one) => !isMade(one)), ...made];
    ctx.announce();
    return done(
      NAME,
      made.map((one) => translationView(page, one)),
    );
  },
  translationsRemove: (_root, args, ctx) => {
    const page = ctx.shop.pages.get(String(args["resourceId"]));
    if (!page) return noResource();
    const [keys, locales] = [input<string[]>(args, "translationKeys"), input<string[]>(args, "locales")];
    const removed = (page.translations ?? []).filter(({ key, locale }) => keys.includes(key) && locales.includes(locale));
    page.translations = (page.translations ?? []).filter((one) => !removed.includes(one));
    ctx.announce();
    return done(
      NAME,
      removed.map((one) => translationView(page, one)),
    );
  },
};
