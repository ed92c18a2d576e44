import type { OrderSnapshot } from "#app/use-cases/orders/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { toSnapshot } from "./order-snapshot-mapping.server.ts";

const CHANGED_ORDERS = `#graphql
  fragment BothMoneys on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
  query ChangedOrders($query: String!, $first: Int!, $after: String) {
    orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        name
        email
        phone
        processedAt
        updatedAt
        cancelledAt
        test
        taxesIncluded
        tags
        customerLocale
        displayFinancialStatus
        displayFulfillmentStatus
        subtotalPriceSet {
          ...BothMoneys
        }
        totalPriceSet {
          ...BothMoneys
        }
        totalShippingPriceSet {
          ...BothMoneys
        }
        totalTipReceivedSet {
          ...BothMoneys
        }
        shippingAddress {
          name
          countryCodeV2
          provinceCode
        }
        customer {
          id
          firstName
          lastName
          locale
          tags
          updatedAt
          defaultEmailAddress {
            emailAddress
          }
        }
        lineItems(first: 50) {
          nodes {
            id
            title
            variantTitle
            sku
            vendor
            quantity
            currentQuantity
            requiresShipping
            isGiftCard
            product {
              id
              title
              productType
              vendor
              tags
              updatedAt
            }
            variant {
              id
            }
            originalUnitPriceSet {
              ...BothMoneys
            }
            originalTotalSet {
              ...BothMoneys
            }
            discountAllocations {
              allocatedAmountSet {
                ...BothMoneys
              }
            }
            duties {
              id
              price {
                ...BothMoneys
              }
              taxLines {
                priceSet {
                  ...BothMoneys
                }
              }
            }
          }
        }
        fulfillments(first: 10) {
          id
          name
          status
          displayStatus
          createdAt
          updatedAt
          estimatedDeliveryAt
          inTransitAt
          deliveredAt
          trackingInfo(first: 1) {
            company
            number
            url
          }
          fulfillmentLineItems(first: 50) {
            nodes {
              quantity
              lineItem {
                id
              }
            }
          }
          events(first: 30, sortKey: HAPPENED_AT) {
            nodes {
              id
              status
              message
              happenedAt
              estimatedDeliveryAt
              city
              country
            }
          }
        }
        refunds(first: 10) {
          id
          createdAt
          note
          totalRefundedSet {
            ...BothMoneys
          }
          return {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }`;

/** Deep order pages are dear; ten orders stay well below Shopify's 1,000 points for one query. */
const PAGE_SIZE = 10;

/** Orders that changed since a moment, oldest change first. */
export async function readChangedOrders(
  admin: AdminClient,
  since: Date,
  cursor?: string,
): Promise<{ orders: OrderSnapshot[]; nextCursor?: string }> {
  const page = await readPage(admin, since, cursor);
  const nextCursor = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
  return { orders: page.nodes.map(toSnapshot), ...(nextCursor ? { nextCursor } : {}) };
}

async function readPage(admin: AdminClient, since: Date, cursor?: string) {
  const query = `updated_at:>='${since.toISOString()}'`;
  const { orders } = await admin.run(CHANGED_ORDERS, { query, first: PAGE_SIZE, after: cursor ?? null });
  return orders;
}
