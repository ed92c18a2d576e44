/**
 * Where the visitor's storefront begins: "/", or "/zh-cn/" below a market's or a language's folder. Shopify does not have to say the folder
 * in a proxied request, but knows it as it runs the page.
 */
const STOREFRONT_ROOT = "{{ routes.root_url | append: '/' | replace: '//', '/' }}";

const ROOT_AS_VALUE = STOREFRONT_ROOT.replace(" }}", " | url_encode }}");

/** Addresses of the storefront in a page's markup; in words a quotation mark is written otherwise. */
const ADDRESSES = /\b(href|action|src|data-address)="\/(?!\/)/g;
const WAYS_BACK = /([?&]return_url=)%2F/g;

/** Leads every address of a page to the storefront in the language that is being read, with or without scripts. */
export function keepFolder(markup: string, folder: string): string {
  const root = folder === "" ? STOREFRONT_ROOT : `${folder}/`;
  const asValue = folder === "" ? ROOT_AS_VALUE : encodeURIComponent(`${folder}/`);
  return markup.replace(ADDRESSES, `$1="${root}`).replace(WAYS_BACK, `$1${asValue}`);
}

/** A path prefix as the folder of the market's language, which may be empty, and where the merchant put the portal. */
export function splitBase(base: string): { readonly folder: string; readonly path: string } {
  const [, folder = "", path = base] = /^(\/[a-z]{2}(?:-[a-z]{2,4})?)(\/[^/]+\/[^/]+)$/i.exec(base) ?? [];
  return { folder, path };
}
