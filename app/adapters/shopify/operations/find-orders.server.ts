import { isSameEmail } from "#app/domain/customers/email-address.ts";
import { isSameOrderName, orderNameFrom } from "#app/domain/customers/order-number.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import { legacyId } from "#app/domain/shared/gid.ts";
import type { FoundOrder, OrderOfCustomer } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import type { OrderCardsQuery } from "../generated/admin.generated.d.ts";
import { pair } from "./money-bag.server.ts";
import { quoted } from "./search-language.server.ts";

const ORDER_NAME_FORMAT = `#graphql
  query OrderNameFormat {
    shop {
      orderNumberFormatPrefix
      orderNumberFormatSuffix
    }
  }`;

const ORDERS_BY_NAME = `#graphql
  query OrdersByName($query: String!) {
    orders(first: 10, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        id
        name
        email
        customer {
          defaultEmailAddress {
            emailAddress
          }
        }
        shippingAddress {
          name
        }
      }
    }
  }`;

const ORDER_CARDS = `#graphql
  query OrderCards($query: String!, $customer: ID!, $isCustomer: Boolean!) {
    customer(id: $customer) @include(if: $isCustomer) {
      firstName
    }
    orders(first: 20, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        id
        name
        email
        processedAt
        cancelledAt
        displayFulfillmentStatus
        subtotalLineItemsQuantity
        customer {
          id
        }
        totalPriceSet {
          shopMoney {
            amount
            currencyCode
          }
          presentmentMoney {
            amount
            currencyCode
          }
        }
        lineItems(first: 4) {
          nodes {
            title
            image {
              url
              altText
            }
          }
        }
      }
    }
  }`;

/** Search results are only candidates: what the shopper typed is compared again with each order. */
export async function findOrder(admin: AdminClient, asked: { orderNumber: string; email: string }): Promise<FoundOrder | undefined> {
  const format = await orderNameFormat(admin);
  const name = orderNameFrom(asked.orderNumber, format);
  if (name === null) return undefined;
  const query = `name:${quoted(name)} AND email:${quoted(asked.email)}`;
  const { orders } = await admin.run(ORDERS_BY_NAME, { query });
  const found = orders.nodes.find(
    (order) =>
      isSameOrderName(asked.orderNumber, order.name, format) &&
      [order.email, order.customer?.defaultEmailAddress?.emailAddress].some((email) => isSameEmail(email ?? "", asked.email)),
  );
  if (!found) return undefined;
  const customerName = found.shippingAddress?.name;
  return { gid: found.id as OrderGid, name: found.name, email: found.email ?? asked.email, ...(customerName ? { customerName } : {}) };
}

/** The order that staff mean by a name or number. */
export async function findOrderByName(admin: AdminClient, text: string): Promise<OrderGid | undefined> {
  const format = await orderNameFormat(admin);
  const name = orderNameFrom(text, format);
  if (name === null) return undefined;
  const { orders } = await admin.run(ORDERS_BY_NAME, { query: `name:${quoted(name)}` });
  return orders.nodes.find((order) => isSameOrderName(text, order.name, format))?.id as OrderGid | undefined;
}

/** A customer's newest orders; the customer comes from Shopify's own signature and is compared again with each order. */
export async function ordersOf(
  admin: AdminClient,
  customerGid: CustomerGid,
): Promise<{ customerName?: string; orders: OrderOfCustomer[] }> {
  const query = `customer_id:${legacyId(customerGid)}`;
  const { customer, orders } = await admin.run(ORDER_CARDS, { query, customer: customerGid, isCustomer: true });
  const own = orders.nodes.filter((order) => order.customer?.id === customerGid);
  return { ...(customer?.firstName ? { customerName: customer.firstName } : {}), orders: own.map(toCard) };
}

/** The newest orders that were placed with an address; Shopify's answer is compared with it again. */
export async function ordersWith(admin: AdminClient, email: string): Promise<OrderOfCustomer[]> {
  const query = `email:${quoted(email)}`;
  const { orders } = await admin.run(ORDER_CARDS, { query, customer: NOBODY, isCustomer: false });
  return orders.nodes.filter((order) => isSameEmail(order.email ?? "", email)).map(toCard);
}

/** Is not asked for. */
const NOBODY: CustomerGid = "gid://shopify/Customer/0";

function toCard(order: OrderCardsQuery["orders"]["nodes"][number]): OrderOfCustomer {
  return {
    gid: order.id as OrderGid,
    name: order.name,
    processedAt: new Date(order.processedAt),
    total: pair(order.totalPriceSet).presentment,
    itemCount: order.subtotalLineItemsQuantity,
    images: order.lineItems.nodes.flatMap(({ image, title }) => (image ? [{ url: String(image.url), alt: image.altText ?? title }] : [])),
    wasSent: !order.cancelledAt && order.displayFulfillmentStatus !== "UNFULFILLED",
    isCancelled: Boolean(order.cancelledAt),
  };
}

async function orderNameFormat(admin: AdminClient): Promise<{ prefix: string; suffix: string }> {
  const { shop } = await admin.run(ORDER_NAME_FORMAT);
  return { prefix: shop.orderNumberFormatPrefix, suffix: shop.orderNumberFormatSuffix };
}
