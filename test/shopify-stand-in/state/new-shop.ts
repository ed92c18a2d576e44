import { toIso } from "../clock/stand-in-clock.ts";
import { emptyAddress } from "./address.ts";
import type { Ids } from "./ids.ts";
import type { ShopRecord } from "./records.ts";
import { ShopState } from "./shop-state.ts";

export type ShopSetup = { domain: string; scopes?: string[]; installed?: boolean } & Partial<
  Omit<ShopRecord, "id" | "domain" | "createdAt">
>;

/** Languages that `shopLocales` names. */
const LOCALE_NAMES: Readonly<Record<string, string>> = {
  en: "English",
  "zh-CN": "Chinese (Simplified)",
  de: "German",
  fr: "French",
  ja: "Japanese",
};

export function newShop(setup: ShopSetup, around: { scopes: string[]; ids: Ids; now: Date }): ShopState {
  const { scopes, ids, now } = around;
  const { domain, scopes: ownScopes, installed = true, ...given } = setup;
  const locales =
    given.locales ?? [given.primaryLocale ?? "en"].map((locale) => ({ locale, name: LOCALE_NAMES[locale] ?? locale, published: true }));
  const shop: ShopRecord = {
    id: ids.gid("Shop"),
    domain,
    name: domain.split(".")[0] ?? domain,
    email: `owner@${domain}`,
    currency: "USD",
    presentmentCurrencies: [given.currency ?? "USD"],
    timezone: "America/New_York",
    countryCode: "US",
    primaryLocale: "en",
    taxesIncluded: false,
    weightUnit: "KILOGRAMS",
    planName: "Basic",
    storeCreditEnabled: true,
    customerAccountsVersion: "NEW_CUSTOMER_ACCOUNTS",
    createdAt: toIso(now),
    ...given,
    locales,
  };
  const state = new ShopState(shop, {
    id: ids.gid("AppInstallation"),
    installed,
    scopes: ownScopes ?? scopes,
    installedAt: installed ? toIso(now) : null,
    uninstalledAt: null,
    tokens: [],
  });
  const address = {
    ...emptyAddress(ids.gid("MailingAddress")),
    city: "Main street",
    country: shop.countryCode,
    countryCode: shop.countryCode,
  };
  state.putLocation({ id: ids.gid("Location"), name: "Main warehouse", isActive: true, fulfillsOnlineOrders: true, address });
  return state;
}
