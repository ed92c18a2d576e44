import type { ShopifyPorts } from "#app/use-cases/ports.ts";
import type { AdminClient } from "./admin-client.server.ts";
import { readDeliveryEstimate } from "./operations/delivery-estimate.server.ts";
import { createDiscountCode, findDiscountCode } from "./operations/discount-code.server.ts";
import { issueGiftCard, readGiftCardsOf } from "./operations/gift-card.server.ts";
import { hasMarketingConsent } from "./operations/marketing-consent.server.ts";
import { readCodes, readRefunds } from "./operations/movements.server.ts";
import { orderChangesPort } from "./operations/order-change.server.ts";
import { readOrderGoods } from "./operations/order-goods.server.ts";
import { giveStoreCredit, readCreditCurrencies, readCreditsSince } from "./operations/store-credit.server.ts";
import { readBulkStatus, readOrderHistory, startOrderHistory } from "./operations/order-history.server.ts";
import { readChangedOrders } from "./operations/order-snapshot.server.ts";
import { policyFactsPort } from "./operations/policy-facts.server.ts";
import { productsPort } from "./operations/products-for-sale.server.ts";
import { readProducts } from "./operations/products.server.ts";
import { returnsPort } from "./returns-port.server.ts";
import { pagesPort } from "./operations/shop-page.server.ts";
import { stockPort } from "./operations/stock-reservation.server.ts";
import { receiversPort } from "./operations/receivers.server.ts";
import { readShopProfile } from "./operations/shop-profile.server.ts";

/** What the use cases ask of Shopify, over one shop's client. */
export function shopifyPorts(admin: AdminClient): ShopifyPorts {
  return {
    deliveries: { readEstimate: (gid) => readDeliveryEstimate(admin, gid) },
    compensation: {
      readOrderGoods: (gid) => readOrderGoods(admin, gid),
      creditCurrencies: (gid) => readCreditCurrencies(admin, gid),
      credit: (grant) => giveStoreCredit(admin, grant),
      creditsSince: (gid, since) => readCreditsSince(admin, gid, since),
      createCode: (code) => createDiscountCode(admin, code),
      issueGiftCard: (card) => issueGiftCard(admin, card),
      giftCardsOf: (customerGid) => readGiftCardsOf(admin, customerGid),
      readRefunds: (orders) => readRefunds(admin, orders),
      readCodes: (gids) => readCodes(admin, gids),
      findCode: (code) => findDiscountCode(admin, code),
    },
    shop: {
      readProfile: () => readShopProfile(admin),
      startOrderHistory: (since) => startOrderHistory(admin, since),
      bulkStatus: (gid) => readBulkStatus(admin, gid),
      readOrderHistory,
    },
    returns: returnsPort(admin),
    receivers: receiversPort(admin),
    products: productsPort(admin),
    stock: stockPort(admin),
    pages: pagesPort(admin),
    policyFacts: policyFactsPort(admin),
    orderChanges: orderChangesPort(admin),
    orders: {
      changedSince: (since, cursor) => readChangedOrders(admin, since, cursor),
      hasMarketingConsent: (customer, address) => hasMarketingConsent(admin, customer, address),
      readProducts: (gids) => readProducts(admin, gids),
    },
  };
}
