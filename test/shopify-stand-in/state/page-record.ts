/** One text of a page in another language, with the fingerprint of the text that it was made from. */
export interface TranslationRecord {
  key: string;
  locale: string;
  value: string;
  digest: string;
  updatedAt: string;
}

/** A page of the online store. */
export interface PageRecord {
  id: string;
  handle: string;
  title: string;
  body: string;
  isPublished: boolean;
  /** Of its texts, into other languages of the shop. */
  translations?: TranslationRecord[];
  createdAt: string;
  updatedAt: string;
}
