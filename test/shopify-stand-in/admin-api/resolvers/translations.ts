import { createHash } from "node:crypto";
import type { PageRecord, TranslationRecord } from "../../state/page-record.ts";
import type { Fields } from "../context.ts";

/** What of a page can be said in other languages, under Shopify's own keys. */
const CONTENT = [
  { key: "title", type: "SINGLE_LINE_TEXT_FIELD", of: (page: PageRecord) => page.title },
  { key: "body_html", type: "HTML", of: (page: PageRecord) => page.body },
  { key: "handle", type: "URI", of: (page: PageRecord) => page.handle },
];

/** The fingerprint of a text; a translation belongs to the text that it was made from. */
function digestOf(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

export function contentOf(page: PageRecord, locale: string) {
  return CONTENT.map(({ key, type, of }) => ({ key, type, locale, value: of(page), digest: digestOf(of(page)) }));
}

/** A translation as the API shows it: outdated once the text that it was made from has changed. */
export function translationView(page: PageRecord, { key, locale, value, digest, updatedAt }: TranslationRecord) {
  const isCurrent = contentOf(page, locale).some((content) => content.key === key && content.digest === digest);
  return { key, locale, value, updatedAt, market: null, outdated: !isCurrent };
}

export const TranslatableResource: Fields<PageRecord> = {
  resourceId: (page) => page.id,
  translatableContent: (page, _args, ctx) => contentOf(page, ctx.shop.shop.primaryLocale),
  translations: (page, args) =>
    (page.translations ?? [])
      .filter(({ locale }) => locale === args["locale"])
      .map((one) => translationView(page, one))
      .filter(({ outdated }) => typeof args["outdated"] !== "boolean" || outdated === args["outdated"]),
};
