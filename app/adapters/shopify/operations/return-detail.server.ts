import type { FulfillmentLineItemGid, Gid, LineItemGid, OrderGid, ReturnGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { ShopifyReturn, ShopifyReturnLine } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { pair } from "./money-bag.server.ts";

const RETURN_DETAIL = `#graphql
  fragment ReturnParts on Return {
    id
    name
    status
    createdAt
    decline {
      reason
      note
    }
    order {
      id
    }
    returnShippingFees {
      amountSet {
        ...ReturnBag
      }
    }
    returnLineItems(first: 50) {
      nodes {
        id
        quantity
        processedQuantity
        unprocessedQuantity
        customerNote
        returnReasonNote
        returnReasonDefinition {
          handle
        }
        ... on ReturnLineItem {
          fulfillmentLineItem {
            id
            lineItem {
              id
              title
            }
          }
        }
      }
    }
    exchangeLineItems(first: 50) {
      nodes {
        id
        quantity
        unprocessedQuantity
        variantId
      }
    }
    reverseFulfillmentOrders(first: 5) {
      nodes {
        lineItems(first: 50) {
          nodes {
            id
            fulfillmentLineItem {
              id
            }
            dispositions {
              quantity
            }
          }
        }
      }
    }
    refunds(first: 10) {
      nodes {
        id
        createdAt
        totalRefundedSet {
          ...ReturnBag
        }
      }
    }
  }
  fragment ReturnBag on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
  query ReturnDetail($id: ID!) {
    return(id: $id) {
      ...ReturnParts
    }
  }`;

const RETURN_IDS = `#graphql
  query ReturnIdsOfOrder($id: ID!) {
    order(id: $id) {
      returns(first: 50) {
        nodes {
          id
        }
      }
    }
  }`;

type Detail = NonNullable<Awaited<ReturnType<typeof readNode>>>;
type LineNode = Detail["returnLineItems"]["nodes"][number];

/** One return with everything that moves in it. */
export async function readReturn(admin: AdminClient, gid: ReturnGid): Promise<ShopifyReturn | undefined> {
  const node = await readNode(admin, gid);
  return node ? toReturn(node) : undefined;
}

/** The returns of one order, oldest first. */
export async function readReturnsOf(admin: AdminClient, orderGid: OrderGid): Promise<ShopifyReturn[]> {
  const { order } = await admin.run(RETURN_IDS, { id: orderGid });
  const found: ShopifyReturn[] = [];
  for (const { id } of order?.returns.nodes ?? []) {
    const one = await readReturn(admin, id as ReturnGid);
    if (one) found.push(one);
  }
  return found;
}

async function readNode(admin: AdminClient, gid: ReturnGid) {
  return (await admin.run(RETURN_DETAIL, { id: gid })).return;
}

const STATUSES = { REQUESTED: "requested", OPEN: "open", CLOSED: "closed", DECLINED: "declined", CANCELED: "cancelled" } as const;

function toReturn(node: Detail): ShopifyReturn {
  const reverse = node.reverseFulfillmentOrders.nodes.flatMap(({ lineItems }) => lineItems.nodes);
  const [fee] = node.returnShippingFees;
  return {
    gid: node.id as ReturnGid,
    name: node.name,
    status: STATUSES[node.status],
    orderGid: node.order.id as OrderGid,
    createdAt: new Date(node.createdAt),
    ...(node.decline ? { decline: { reason: node.decline.reason, ...(node.decline.note ? { note: node.decline.note } : {}) } } : {}),
    lines: node.returnLineItems.nodes.flatMap((line, index) => toLine(line, reverseLineOf(reverse, node, index))),
    exchanges: node.exchangeLineItems.nodes.map(({ id, quantity, unprocessedQuantity, variantId }) => ({
      gid: id,
      quantity,
      unprocessedQuantity,
      ...(variantId ? { variantGid: variantId as VariantGid } : {}),
    })),
    returnShippingFee: fee ? pair(fee.amountSet).presentment : null,
    refunds: node.refunds.nodes
      .map(({ id, createdAt, totalRefundedSet }) => ({
        gid: id as Gid<"Refund">,
        createdAt: new Date(createdAt ?? node.createdAt),
        total: pair(totalRefundedSet),
      }))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
  };
}

type ReverseNode = Detail["reverseFulfillmentOrders"]["nodes"][number]["lineItems"]["nodes"][number];

/** Reverse lines stand in the order of the return's lines; two lines of one parcel are told apart by their place among equals. */
function reverseLineOf(reverse: readonly ReverseNode[], node: Detail, index: number): ReverseNode | undefined {
  const parcelOf = (line: LineNode | undefined) => (line && "fulfillmentLineItem" in line ? line.fulfillmentLineItem.id : undefined);
  const lines = node.returnLineItems.nodes;
  const parcel = parcelOf(lines[index]);
  if (!parcel) return undefined;
  const place = lines.slice(0, index).filter((line) => parcelOf(line) === parcel).length;
  return reverse.filter(({ fulfillmentLineItem }) => fulfillmentLineItem?.id === parcel)[place];
}

/** Lines that Shopify cannot tie to a parcel (returns made without an order) are none of ours. */
function toLine(line: LineNode, reverse: ReverseNode | undefined): ShopifyReturnLine[] {
  if (!("fulfillmentLineItem" in line)) return [];
  return [
    {
      gid: line.id,
      lineGid: line.fulfillmentLineItem.lineItem.id as LineItemGid,
      fulfillmentLineGid: line.fulfillmentLineItem.id as FulfillmentLineItemGid,
      title: line.fulfillmentLineItem.lineItem.title,
      quantity: line.quantity,
      processedQuantity: line.processedQuantity,
      unprocessedQuantity: line.unprocessedQuantity,
      reason: line.returnReasonDefinition?.handle ?? "unknown",
      note: line.returnReasonNote,
      customerNote: line.customerNote ?? "",
      ...(reverse ? { reverseLineGid: reverse.id } : {}),
      disposedQuantity: (reverse?.dispositions ?? []).reduce((all, { quantity }) => all + quantity, 0),
    },
  ];
}
