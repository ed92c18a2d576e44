import type { CustomerGid, FulfillmentGid, LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import { subtractPairs } from "#app/domain/shared/money-pair.ts";
import type { OrderGoods } from "#app/use-cases/compensation/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { pair, sumOf } from "./money-bag.server.ts";

const ORDER_GOODS = `#graphql
  fragment GoodsBag on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
  query OrderGoods($id: ID!, $after: String) {
    order(id: $id) {
      id
      name
      cancelledAt
      displayFinancialStatus
      customer {
        id
      }
      totalShippingPriceSet {
        ...GoodsBag
      }
      fulfillments(first: 25) {
        id
        status
        deliveredAt
        fulfillmentLineItems(first: 100) {
          nodes {
            quantity
            lineItem {
              id
            }
          }
        }
      }
      lineItems(first: 50, after: $after) {
        nodes {
          id
          quantity
          originalTotalSet {
            ...GoodsBag
          }
          discountAllocations {
            allocatedAmountSet {
              ...GoodsBag
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }`;

type OrderNode = NonNullable<Awaited<ReturnType<typeof readPage>>>;
type LineNode = OrderNode["lineItems"]["nodes"][number];

const GONE: ReadonlySet<string> = new Set(["CANCELLED", "ERROR", "FAILURE"]);

/** What an order's goods cost after every discount, and which parcel carries what; undefined when the order is not there (any more). */
export async function readOrderGoods(admin: AdminClient, gid: OrderGid): Promise<OrderGoods | undefined> {
  const lines: LineNode[] = [];
  let order: OrderNode | null | undefined;
  let after: string | null = null;
  do {
    order = await readPage(admin, gid, after);
    if (!order) return undefined;
    lines.push(...order.lineItems.nodes);
    after = order.lineItems.pageInfo.hasNextPage ? (order.lineItems.pageInfo.endCursor ?? null) : null;
  } while (after);
  return {
    orderGid: order.id as OrderGid,
    name: order.name,
    ...(order.customer ? { customerGid: order.customer.id as CustomerGid } : {}),
    isCancelled: order.cancelledAt !== null && order.cancelledAt !== undefined,
    isFullyRefunded: order.displayFinancialStatus === "REFUNDED" || order.displayFinancialStatus === "VOIDED",
    lines: lines.map(toLine),
    shipping: pair(order.totalShippingPriceSet),
    fulfillments: order.fulfillments
      .filter(({ status }) => !GONE.has(status))
      .map((fulfillment) => ({
        gid: fulfillment.id as FulfillmentGid,
        ...(fulfillment.deliveredAt ? { deliveredAt: new Date(String(fulfillment.deliveredAt)) } : {}),
        lines: fulfillment.fulfillmentLineItems.nodes.map(({ lineItem, quantity }) => ({
          lineItemGid: lineItem.id as LineItemGid,
          quantity: quantity ?? 0,
        })),
      })),
  };
}

async function readPage(admin: AdminClient, id: OrderGid, after: string | null) {
  const { order } = await admin.run(ORDER_GOODS, { id, after });
  return order;
}

/** `discountedTotalSet` leaves out what was taken off the order as a whole; the allocations have every discount. */
function toLine(line: LineNode): OrderGoods["lines"][number] {
  const original = pair(line.originalTotalSet);
  const taken = sumOf(
    line.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet),
    original,
  );
  return { lineItemGid: line.id as LineItemGid, quantity: line.quantity, paid: subtractPairs(original, taken) };
}
