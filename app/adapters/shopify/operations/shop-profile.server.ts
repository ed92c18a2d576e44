import { parseMoney } from "#app/domain/shared/money.ts";
import type { ShopProfileChange } from "#app/use-cases/shops/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";

const SHOP_PROFILE = `#graphql
  query ShopProfile {
    shop {
      id
      name
      email
      contactEmail
      currencyCode
      ianaTimezone
      primaryDomain {
        url
      }
      shopAddress {
        countryCodeV2
      }
    }
    storeCreditConfiguration {
      storeCreditEnabled
    }
    shopLocales(published: true) {
      locale
      primary
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }`;

/** What Shopify says of the shop itself. */
export async function readShopProfile(admin: AdminClient): Promise<ShopProfileChange> {
  const { shop, storeCreditConfiguration, shopLocales, currentAppInstallation } = await admin.run(SHOP_PROFILE);
  return {
    name: shop.name,
    email: shop.contactEmail || shop.email,
    currency: parseMoney("0", shop.currencyCode).currency,
    timezone: shop.ianaTimezone,
    locale: shopLocales.find((locale) => locale.primary)?.locale ?? "en",
    country: shop.shopAddress.countryCodeV2 ?? undefined,
    storefrontUrl: shop.primaryDomain.url,
    hasStoreCredit: storeCreditConfiguration?.storeCreditEnabled ?? false,
    scopes: currentAppInstallation.accessScopes.map((scope) => scope.handle),
  };
}
