import type { CustomerGid, Gid, OrderGid, ReturnGid } from "#app/domain/shared/gid.ts";
import { parseMoney } from "#app/domain/shared/money.ts";
import type { KnownCode, OrderMovements } from "#app/use-cases/compensation/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { pair } from "./money-bag.server.ts";

const REFUNDS = `#graphql
  query RefundsOfOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Order {
        id
        customer {
          id
        }
        refunds(first: 100) {
          id
          note
          totalRefundedSet {
            shopMoney {
              amount
              currencyCode
            }
            presentmentMoney {
              amount
              currencyCode
            }
          }
          return {
            id
          }
        }
      }
    }
  }`;

const CODES = `#graphql
  query CompensationCodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on DiscountCodeNode {
        id
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            customerGets {
              value {
                __typename
                ... on DiscountAmount {
                  amount {
                    amount
                    currencyCode
                  }
                }
                ... on DiscountOnQuantity {
                  quantity {
                    quantity
                  }
                }
              }
            }
          }
        }
      }
    }
  }`;

/** Every refund of some orders, by whomever; an order that the shop does not let us read is left out. */
export async function readRefunds(admin: AdminClient, ids: readonly OrderGid[]): Promise<OrderMovements[]> {
  if (ids.length === 0) return [];
  const { nodes } = await admin.run(REFUNDS, { ids: [...ids] });
  return nodes.flatMap((node): OrderMovements[] => {
    if (node?.__typename !== "Order") return [];
    return [
      {
        orderGid: node.id as OrderGid,
        ...(node.customer ? { customerGid: node.customer.id as CustomerGid } : {}),
        refunds: node.refunds.map((refund) => ({
          gid: refund.id as Gid<"Refund">,
          amount: pair(refund.totalRefundedSet).presentment,
          note: refund.note ?? "",
          ...(refund.return ? { returnGid: refund.return.id as ReturnGid } : {}),
        })),
      },
    ];
  });
}

/** Those of these discounts that Shopify still has, with the amount they take off. */
export async function readCodes(admin: AdminClient, ids: readonly Gid[]): Promise<KnownCode[]> {
  if (ids.length === 0) return [];
  const { nodes } = await admin.run(CODES, { ids: [...ids] });
  return nodes.flatMap((node): KnownCode[] => {
    if (node?.__typename !== "DiscountCodeNode" || node.codeDiscount.__typename !== "DiscountCodeBasic") return [];
    const { value } = node.codeDiscount.customerGets;
    if (value.__typename !== "DiscountAmount") return [];
    return [{ gid: node.id as Gid, amount: parseMoney(String(value.amount.amount), value.amount.currencyCode) }];
  });
}
