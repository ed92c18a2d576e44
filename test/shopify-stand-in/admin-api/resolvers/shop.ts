import { DateTime } from "luxon";
import { digitsOfGid } from "../../state/gids.ts";
import type { InstallationRecord } from "../../state/credit-records.ts";
import type { LocationRecord, ShopRecord } from "../../state/records.ts";
import type { Fields } from "../context.ts";
import { API_VERSION } from "../../version.ts";
import { metafieldFields } from "./metafield.ts";
import { addressLines } from "../../state/address.ts";

function shopAddress(shop: ShopRecord) {
  return { __typename: "ShopAddress", countryCodeV2: shop.countryCode, country: shop.countryCode, city: null, zip: null, address1: null };
}

export const Shop: Fields<ShopRecord> = {
  ...metafieldFields,
  id: (shop) => shop.id,
  name: (shop) => shop.name,
  myshopifyDomain: (shop) => shop.domain,
  url: (shop) => `https://${shop.domain}`,
  primaryDomain: (shop) => ({
    id: `gid://shopify/Domain/${digitsOfGid(shop.id)}`,
    host: shop.domain,
    url: `https://${shop.domain}`,
    sslEnabled: true,
  }),
  email: (shop) => shop.email,
  contactEmail: (shop) => shop.email,
  shopOwnerName: (shop) => `${shop.name} owner`,
  currencyCode: (shop) => shop.currency,
  enabledPresentmentCurrencies: (shop) => shop.presentmentCurrencies,
  ianaTimezone: (shop) => shop.timezone,
  timezoneOffsetMinutes: (shop, _args, ctx) => DateTime.fromJSDate(ctx.world.clock.now(), { zone: shop.timezone }).offset,
  timezoneOffset: (shop, _args, ctx) => DateTime.fromJSDate(ctx.world.clock.now(), { zone: shop.timezone }).toFormat("ZZZ"),
  timezoneAbbreviation: (shop, _args, ctx) => DateTime.fromJSDate(ctx.world.clock.now(), { zone: shop.timezone }).toFormat("ZZZZ"),
  weightUnit: (shop) => shop.weightUnit,
  unitSystem: (shop) => (shop.weightUnit === "POUNDS" || shop.weightUnit === "OUNCES" ? "IMPERIAL_SYSTEM" : "METRIC_SYSTEM"),
  taxesIncluded: (shop) => shop.taxesIncluded,
  taxShipping: () => false,
  orderNumberFormatPrefix: () => "#",
  orderNumberFormatSuffix: () => "",
  transactionalSmsDisabled: () => false,
  marketingSmsConsentEnabledAtCheckout: () => false,
  setupRequired: () => false,
  createdAt: (shop) => shop.createdAt,
  updatedAt: (shop) => shop.createdAt,
  plan: (shop) => ({
    publicDisplayName: shop.planName,
    displayName: shop.planName,
    partnerDevelopment: shop.planName === "Development",
    shopifyPlus: shop.planName.startsWith("Plus"),
  }),
  customerAccountsV2: (shop) => ({
    customerAccountsVersion: shop.customerAccountsVersion,
    loginRequiredAtCheckout: false,
    loginLinksVisibleOnStorefrontAndCheckout: true,
    url: shop.customerAccountsVersion === "CLASSIC" ? null : `https://${shop.domain}/account`,
  }),
  shopPolicies: () => [],
  billingAddress: shopAddress,
  shopAddress,
};

export const Location: Fields<LocationRecord> = {
  id: (location) => location.id,
  legacyResourceId: (location) => digitsOfGid(location.id),
  name: (location) => location.name,
  isActive: (location) => location.isActive,
  isPrimary: (location, _args, ctx) => [...ctx.shop.locations.keys()][0] === location.id,
  isFulfillmentService: () => false,
  fulfillsOnlineOrders: (location) => location.fulfillsOnlineOrders,
  shipsInventory: (location) => location.fulfillsOnlineOrders,
  address: (location) => ({
    ...location.address,
    formatted: addressLines(location.address),
  }),
};

function scope(handle: string): { handle: string; description: string } {
  return { handle, description: handle.replaceAll("_", " ") };
}

export const AppInstallation: Fields<InstallationRecord> = {
  ...metafieldFields,
  id: (installation) => installation.id,
  launchUrl: (_installation, _args, ctx) => `https://${ctx.shop.shop.domain}/admin/apps/${ctx.world.options.apiKey}`,
  uninstallUrl: () => null,
  accessScopes: (installation) => installation.scopes.map(scope),
  activeSubscriptions: () => [],
  app: (installation) => installation,
};

export const App: Fields<InstallationRecord> = {
  id: () => "gid://shopify/App/1",
  title: (_app, _args, ctx) => ctx.world.options.appName,
  handle: (_app, _args, ctx) => ctx.world.options.appName.toLowerCase().replaceAll(" ", "-"),
  apiKey: (_app, _args, ctx) => ctx.world.options.apiKey,
  embedded: () => true,
  webhookApiVersion: () => API_VERSION,
  requestedAccessScopes: (app) => app.scopes.map(scope),
  optionalAccessScopes: () => [],
  installation: (app) => app,
};
