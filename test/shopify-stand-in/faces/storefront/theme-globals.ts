import { digitsOfGid } from "../../state/gids.ts";
import type { CustomerRecord, MetafieldRecord, ShopRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";
import type { Visitor } from "./visitor.ts";

/** The objects that Liquid finds on every page: shop, customer, request, routes, localization, app. */
export function themeGlobals(visitor: Visitor, page: { template: string }): Record<string, unknown> {
  const { shop, customer, rootUrl, origin, currency } = visitor;
  const root = rootUrl === "/" ? "" : rootUrl;
  return {
    shop: shopDrop(shop.shop, origin),
    customer: customer && customerDrop(customer, shop),
    request: requestDrop(visitor, page.template),
    routes: routesDrop(rootUrl, root),
    localization: localizationDrop(visitor),
    cart: { currency: { iso_code: currency }, item_count: 0 },
    template: { name: page.template, suffix: null },
    app: { metafields: metafieldDrops(shop.metafields.get(shop.installation.id) ?? []) },
    canonical_url: origin + root + visitor.path,
  };
}

function shopDrop(shop: ShopRecord, origin: string): Record<string, unknown> {
  const { name, email, domain, currency } = shop;
  return {
    id: digitsOfGid(shop.id),
    name,
    email,
    domain,
    permanent_domain: domain,
    url: origin,
    secure_url: origin,
    currency,
    customer_accounts_enabled: true,
  };
}

function customerDrop(customer: CustomerRecord, shop: ShopState): Record<string, unknown> {
  return {
    id: digitsOfGid(customer.id),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: customer.address?.name ?? [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    phone: customer.phone,
    tags: customer.tags,
    orders_count: shop.ordersOf(customer.id).length,
  };
}

function requestDrop(visitor: Visitor, template: string): Record<string, unknown> {
  const { locale, rootUrl, origin } = visitor;
  return {
    locale: { iso_code: locale, root_url: rootUrl, endonym_name: locale === "en" ? "English" : "简体中文", primary: locale === "en" },
    host: new URL(origin).host,
    origin,
    path: (rootUrl === "/" ? "" : rootUrl) + (visitor.path.split("?")[0] ?? ""),
    page_type: template,
    design_mode: false,
  };
}

function routesDrop(rootUrl: string, root: string): Record<string, string> {
  return {
    root_url: rootUrl,
    root_url_slash: `${root}/`,
    account_url: `${root}/account`,
    account_login_url: `${root}/account/login`,
    account_logout_url: `${root}/account/logout`,
    collections_url: `${root}/collections`,
    all_products_collection_url: `${root}/collections/all`,
    search_url: `${root}/search`,
    product_recommendations_url: `${root}/recommendations/products`,
  };
}

function localizationDrop(visitor: Visitor): Record<string, unknown> {
  const country = visitor.customer?.address?.countryCode ?? visitor.shop.shop.countryCode;
  return {
    language: { iso_code: visitor.locale },
    country: { iso_code: country, currency: { iso_code: visitor.currency } },
    available_languages: [
      { iso_code: "en", endonym_name: "English", url: visitor.path },
      { iso_code: "zh-CN", endonym_name: "简体中文", url: `/zh-cn${visitor.path === "/" ? "" : visitor.path}` },
    ],
  };
}

/** `app.metafields.<namespace>.<key>`, reserved namespaces also without their prefix. */
function metafieldDrops(list: readonly MetafieldRecord[]): Record<string, Record<string, { value: unknown; type: string }>> {
  const drops: Record<string, Record<string, { value: unknown; type: string }>> = {};
  for (const { namespace, key, type, value } of list) {
    const parsed: unknown = type === "json" ? JSON.parse(value) : type === "boolean" ? value === "true" : value;
    for (const name of new Set([namespace, namespace.replace(/^(app--\d+--|\$app:)/, "")]))
      drops[name] = { ...drops[name], [key]: { value: parsed, type } };
  }
  return drops;
}
