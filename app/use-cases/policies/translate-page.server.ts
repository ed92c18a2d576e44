import { nearestLanguage } from "#app/domain/shops/languages.ts";
import { readLanguages } from "#app/use-cases/shops/languages.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PageLanguage, PolicyDocument, StoredShopPage } from "./ports.ts";

interface PageInLanguage {
  readonly page: StoredShopPage;
  readonly gid: string;
  readonly locale: string;
  /** What became of it the last time. */
  readonly known: PageLanguage | undefined;
}

/**
 * Says the page in every other language that the online store is published in and that the shop offers its shoppers, and takes back what
 * it said in languages that are not among them any more. A translation by hand is left as it is unless the merchant wanted the page
 * written over. Answers what became of each; doing it again changes nothing.
 */
export async function translatePage(ctx: ShopContext, page: StoredShopPage, gid: string): Promise<readonly PageLanguage[]> {
  const offered = await readLanguages(ctx);
  const locales = await ctx.shopify.pages.otherLocales();
  for (const known of page.languages.filter(({ locale }) => !locales.includes(locale))) {
    await takeBack(ctx, { page, gid, locale: known.locale, known });
  }
  const outcomes: PageLanguage[] = [];
  for (const locale of locales) {
    const language = nearestLanguage(locale, offered);
    const words = language && page.translations[language];
    const one = { page, gid, locale, known: page.languages.find((known) => known.locale === locale) };
    outcomes.push(words ? await sayIn(ctx, one, words) : await withoutWords(ctx, one));
  }
  return outcomes;
}

async function sayIn(ctx: ShopContext, { page, gid, locale, known }: PageInLanguage, words: PolicyDocument): Promise<PageLanguage> {
  const read = await ctx.shopify.pages.readIn(gid, locale);
  const before = { locale, digest: known?.digest ?? null, message: null };
  if (!read.ok) return { ...before, state: "no_permission" };
  const { title, titleDigest, bodyDigest, translated } = read.value;
  const isOurs = translated.body === undefined || translated.body === words.body || digestOf(ctx, translated.body) === before.digest;
  if (!isOurs && !page.isForced) return { ...before, state: "edited" };
  const isTitleFree = translated.title === undefined && title === page.title;
  const written = await ctx.shopify.pages.translate(gid, {
    locale,
    body: { value: words.body, digest: bodyDigest },
    ...(isTitleFree ? { title: { value: words.title, digest: titleDigest } } : {}),
  });
  if (written.ok) return { ...before, state: "published", digest: digestOf(ctx, written.value) };
  // The old policy is not left standing beside the new one.
  if (translated.body !== undefined) await ctx.shopify.pages.untranslate(gid, locale);
  return { locale, state: "refused", digest: null, message: written.error.message };
}

async function withoutWords(ctx: ShopContext, one: PageInLanguage): Promise<PageLanguage> {
  await takeBack(ctx, one);
  return { locale: one.locale, state: "no_words", digest: null, message: null };
}

/** Removes what is there by our hand, and nothing else. */
async function takeBack(ctx: ShopContext, { gid, locale, known }: PageInLanguage): Promise<void> {
  if (!known?.digest) return;
  const read = await ctx.shopify.pages.readIn(gid, locale);
  const body = read.ok ? read.value.translated.body : undefined;
  if (body !== undefined && digestOf(ctx, body) === known.digest) await ctx.shopify.pages.untranslate(gid, locale);
}

function digestOf({ secrets }: Pick<ShopContext, "secrets">, body: string): string {
  return secrets.digest("policy-page", body);
}
