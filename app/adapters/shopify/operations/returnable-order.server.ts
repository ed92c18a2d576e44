import type { AdminClient } from "../admin-client.server.ts";
import { ShopifyFault } from "../admin-client.server.ts";
import type { OrderToReturn } from "#app/use-cases/returns/shopify-return.server.ts";
import { toOrderToReturn } from "./returnable-order-mapping.server.ts";
import { isComplete, SIZES, type Size } from "./returnable-order-size.server.ts";

const ORDER_TO_RETURN = `#graphql
  fragment Bag on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
  query OrderToReturn($id: ID!, $lines: Int!, $parcels: Int!) {
    order(id: $id) {
      id
      name
      email
      customerLocale
      processedAt
      cancelledAt
      taxesIncluded
      dutiesIncluded
      currencyCode
      presentmentCurrencyCode
      totalPriceSet {
        ...Bag
      }
      totalTipReceivedSet {
        ...Bag
      }
      shippingAddress {
        name
        address1
        address2
        zip
        city
        countryCodeV2
      }
      customer {
        id
        tags
        numberOfOrders
        defaultEmailAddress {
          emailAddress
        }
      }
      lineItems(first: $lines) {
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
          image {
            url
          }
          product {
            id
            productType
            tags
            finalSale: metafield(namespace: "custom", key: "final_sale") {
              value
            }
          }
          variant {
            id
          }
          originalUnitPriceSet {
            ...Bag
          }
          originalTotalSet {
            ...Bag
          }
          discountAllocations {
            allocatedAmountSet {
              ...Bag
            }
          }
          taxLines {
            priceSet {
              ...Bag
            }
          }
          duties {
            id
            price { ...Bag }
            taxLines { priceSet { ...Bag } }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      shippingLines(first: 5) {
        nodes {
          isRemoved
          discountedPriceSet {
            ...Bag
          }
          taxLines {
            priceSet {
              ...Bag
            }
          }
        }
      }
      fulfillments(first: $parcels) {
        id
        status
        createdAt
        deliveredAt
        location {
          id
          name
          address {
            formatted
          }
        }
        fulfillmentLineItems(first: $lines) {
          nodes {
            id
            quantity
            lineItem {
              id
            }
          }
        }
      }
      transactions(first: 20) {
        id
        kind
        status
        gateway
        amountSet {
          ...Bag
        }
        parentTransaction {
          id
        }
      }
      refunds(first: $parcels) {
        id
        createdAt
        return {
          id
        }
        totalRefundedSet {
          ...Bag
        }
        duties {
          amountSet { ...Bag }
          originalDuty { id }
        }
        refundLineItems(first: $lines) {
          nodes {
            quantity
            lineItem {
              id
            }
            subtotalSet {
              ...Bag
            }
            totalTaxSet {
              ...Bag
            }
          }
        }
        refundShippingLines(first: 2) {
          nodes {
            subtotalAmountSet {
              ...Bag
            }
            taxAmountSet {
              ...Bag
            }
          }
        }
      }
      returns(first: $parcels) {
        nodes {
          id
          status
          createdAt
          returnLineItems(first: $lines) {
            nodes {
              quantity
              processedQuantity
              refundedQuantity
              ... on ReturnLineItem {
                fulfillmentLineItem {
                  lineItem {
                    id
                  }
                }
              }
            }
          }
          exchangeLineItems(first: $lines) {
            nodes {
              lineItems {
                id
              }
            }
          }
        }
      }
    }
    returnableFulfillments(orderId: $id, first: $parcels) {
      nodes {
        returnableFulfillmentLineItems(first: $lines) {
          nodes {
            quantity
            fulfillmentLineItem {
              id
            }
          }
        }
      }
    }
  }`;

/** One order with everything that a return of it is decided and priced by. */
export async function readOrderToReturn(admin: AdminClient, id: string): Promise<OrderToReturn | undefined> {
  for (const size of SIZES) {
    const data = await readPage(admin, id, size).catch(nothingForUnknown);
    if (!data?.order) return undefined;
    if (isComplete(data, size)) return toOrderToReturn(data);
  }
  throw new Error(`Order ${id} has more lines or parcels than can be read at once`);
}

/** `returnableFulfillments` has no null for an order that is not there. */
function nothingForUnknown(error: unknown): undefined {
  if (error instanceof ShopifyFault && error.code === "RESOURCE_NOT_FOUND") return undefined;
  throw error;
}

async function readPage(admin: AdminClient, id: string, size: Size) {
  return admin.run(ORDER_TO_RETURN, { id, ...size });
}
