import type { Refusal, Result } from "#app/domain/shared/result.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { NamedGrade, NamedThing } from "#app/domain/policies/policy-condition.ts";
import type { PolicyVersion } from "#app/domain/policies/policy-versions.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { CustomerGid, ProductGid } from "#app/domain/shared/gid.ts";

/** A version of the policy as it is stored. `revision` counts every change of the row; a save names the one it read. */
export interface StoredPolicyVersion extends PolicyVersion {
  /** UUIDv7. */
  readonly id: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedBy?: string;
}

/** A version without its document, for lists and for finding the right one. */
export type PolicyVersionHead = Omit<StoredPolicyVersion, "policy">;

/** A decision with what it was about; its facts and its version replay it. */
export interface StoredDecision {
  readonly id: string;
  readonly policyVersionId: string;
  readonly orderGid: string;
  readonly lineGid: string;
  readonly returnId?: string;
  readonly decision: Decision;
  readonly decidedAt: Date;
}

export interface PolicyRepository {
  /** Every version with its document, oldest first. */
  versions(): Promise<StoredPolicyVersion[]>;
  heads(): Promise<PolicyVersionHead[]>;
  find(version: number): Promise<StoredPolicyVersion | undefined>;
  /** Adds a version; false when its number was taken meanwhile. */
  add(version: StoredPolicyVersion): Promise<boolean>;
  /** Saves over the revision that was read; false when somebody else saved meanwhile. */
  change(version: StoredPolicyVersion): Promise<boolean>;
  /** Removes the draft of this revision; false when it is gone or was changed. */
  removeDraft(revision: number): Promise<boolean>;
  addDecisions(decisions: readonly StoredDecision[]): Promise<void>;
  /** What was decided about a return when it was asked for. */
  decisionsOf(returnId: string): Promise<StoredDecision[]>;
  /** What was decided again once the condition of its goods was known. */
  decisionsTakenAgain(returnId: string): Promise<StoredDecision[]>;
}

/** What a shop has that a condition of its policy can name, each list in alphabetical order. */
export interface PolicyVocabulary extends StoredVocabulary, VocabularyInShopify {
  /** The grades of the shop's inspection, the best first. */
  readonly grades: readonly NamedGrade[];
}

/** What the stored products and customers are called and tagged. */
export interface StoredVocabulary {
  readonly productTypes: readonly string[];
  readonly productTags: readonly string[];
  readonly vendors: readonly string[];
  readonly customerTags: readonly string[];
  readonly products: readonly NamedThing[];
}

/** What only Shopify knows; a list that the app may not read is empty. */
export interface VocabularyInShopify {
  readonly collections: readonly NamedThing[];
  readonly segments: readonly NamedThing[];
  readonly markets: readonly NamedThing[];
}

export interface VocabularyRepository {
  /** At most `limit` values of each kind; very large shops are sampled. */
  read(limit: number): Promise<StoredVocabulary>;
  /** Where the newest orders went, most orders first, and the lowest price of an item in them that was not free; in shop currency. */
  sold(): Promise<{ readonly countries: readonly string[]; readonly cheapest: Money | null }>;
}

/** What policies ask of Shopify beyond the order. */
export interface PolicyFactsPort {
  vocabulary(): Promise<VocabularyInShopify>;
  /** By product, the gids of its collections; products that are gone are left out. */
  collectionsOf(products: readonly ProductGid[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Of these segments, the ones that the customer is in; null when it cannot be told. */
  segmentsOf(customerGid: CustomerGid, segments: readonly string[]): Promise<readonly string[] | null>;
  /** The gid of the market that a country belongs to, empty for none; null when it cannot be told. */
  marketOf(countryCode: string): Promise<string | null>;
}

/** The policy in words, as a page of the shop holds it. */
export interface PolicyDocument {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

/** The same in the shop's own language and in others. */
export interface PolicyDocuments extends PolicyDocument {
  readonly translations: PageTranslations;
}

export type PageTranslations = Readonly<Partial<Record<ShopperLanguage, PolicyDocument>>>;

export const PAGE_LANGUAGE_STATES = ["published", "edited", "refused", "no_permission", "no_words"] as const;

/**
 * What became of the page in one more language of the online store. `edited`: somebody translated it by hand, which is left as it is;
 * `no_permission`: the shop has not allowed it; `no_words`: the shop does not offer that language, or Amends does not speak it.
 */
export interface PageLanguage {
  /** As Shopify names it. */
  readonly locale: string;
  readonly state: (typeof PAGE_LANGUAGE_STATES)[number];
  /** Digest of the body that is there by our hand; null when none is. */
  readonly digest: string | null;
  /** Shopify's own words for a refusal. */
  readonly message: string | null;
}

export const SHOP_PAGE_STATES = ["waiting", "published", "edited", "deleted", "refused"] as const;
/** `edited`, `deleted`: by hand in Shopify, which is left as it is; `refused`: by Shopify. */
export type ShopPageState = (typeof SHOP_PAGE_STATES)[number];

/** The shop's policy page in Shopify, and what it is to say. */
export interface StoredShopPage extends PolicyDocuments {
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
  /** Every other language that the online store is published in, as of the last try. */
  readonly languages: readonly PageLanguage[];
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

/** A page in another language, and what a translation of it must name. */
export interface TranslatedPage {
  readonly title: string;
  readonly titleDigest: string;
  readonly bodyDigest: string;
  /** What is there in that language. */
  readonly translated: { readonly title?: string; readonly body?: string };
}

export interface TranslationToWrite {
  readonly locale: string;
  readonly body: { readonly value: string; readonly digest: string };
  /** Left as it is when absent. */
  readonly title?: { readonly value: string; readonly digest: string };
}

export interface TranslationsForbidden extends Refusal {
  /** The permission `write_translations` is missing. */
  readonly code: "no_permission";
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
  /** Languages that the online store is published in besides its own. */
  otherLocales(): Promise<readonly string[]>;
  readIn(gid: string, locale: string): Promise<Result<TranslatedPage, TranslationsForbidden>>;
  /** Answers the body as Shopify keeps it. Writing the same again changes nothing. */
  translate(gid: string, translation: TranslationToWrite): Promise<Result<string, PageRefused>>;
  /** The page is shown in the shop's own language there again. */
  untranslate(gid: string, locale: string): Promise<void>;
}
