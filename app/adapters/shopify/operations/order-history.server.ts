import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parseGid } from "#app/domain/shared/gid.ts";
import type { BulkStatus, PastOrder } from "#app/use-cases/shops/ports.ts";
import { ShopifyFault, type AdminClient } from "../admin-client.server.ts";
import { firstUserError } from "../user-errors.server.ts";
import { toSnapshot, type OrderNode } from "./order-snapshot-mapping.server.ts";

const START_BULK = `#graphql
  mutation StartOrderHistory($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const BULK_STATUS = `#graphql
  query OrderHistoryStatus($id: ID!) {
    bulkOperation(id: $id) {
      status
      errorCode
      objectCount
      url
    }
  }`;

const BOTH = "{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }";

/**
 * A bulk document takes no variables, no connection inside a list and none below the second level, so carrier events, what a parcel
 * carried and the lines of returns are not part of the history.
 */
const historyOf = (since: Date) => `{
  orders(query: "updated_at:>='${since.toISOString()}'", sortKey: UPDATED_AT) { edges { node {
    id name email phone processedAt updatedAt cancelledAt test taxesIncluded tags customerLocale displayFinancialStatus displayFulfillmentStatus
    subtotalPriceSet ${BOTH} totalPriceSet ${BOTH} totalShippingPriceSet ${BOTH} totalTipReceivedSet ${BOTH}
    shippingAddress { name countryCodeV2 provinceCode }
    customer { id firstName lastName locale tags updatedAt defaultEmailAddress { emailAddress } }
    fulfillments(first: 10) {
      id name status displayStatus createdAt updatedAt estimatedDeliveryAt inTransitAt deliveredAt
      trackingInfo(first: 1) { company number url }
    }
    refunds(first: 10) { id createdAt note totalRefundedSet ${BOTH} return { id } }
    lineItems { edges { node {
      id title variantTitle sku vendor quantity currentQuantity requiresShipping isGiftCard
      product { id title productType vendor tags updatedAt }
      variant { id }
      originalUnitPriceSet ${BOTH} originalTotalSet ${BOTH} discountAllocations { allocatedAmountSet ${BOTH} }
      duties { id price ${BOTH} taxLines { priceSet ${BOTH} } }
    } } }
    returns { edges { node { id } } }
  } } }
}`;

/** Starts reading all orders updated since a moment; answers the bulk operation's gid. */
export async function startOrderHistory(admin: AdminClient, since: Date): Promise<string> {
  const { bulkOperationRunQuery: started } = await admin.run(START_BULK, { query: historyOf(since) });
  const refusal = firstUserError(started?.userErrors);
  if (refusal || !started?.bulkOperation) throw new ShopifyFault("StartOrderHistory", refusal?.code ?? "NO_OPERATION", refusal);
  return started.bulkOperation.id;
}

export async function readBulkStatus(admin: AdminClient, gid: string): Promise<BulkStatus> {
  const { bulkOperation } = await admin.run(BULK_STATUS, { id: gid });
  if (!bulkOperation) return { status: "failed", objectCount: 0, errorCode: "NOT_FOUND" };
  const isOver = ["CANCELED", "EXPIRED", "FAILED"].includes(bulkOperation.status);
  return {
    status: bulkOperation.status === "COMPLETED" ? "completed" : isOver ? "failed" : "running",
    objectCount: Number(bulkOperation.objectCount),
    ...(bulkOperation.url ? { url: String(bulkOperation.url) } : {}),
    ...(bulkOperation.errorCode ? { errorCode: bulkOperation.errorCode } : {}),
  };
}

type BulkLine = { __parentId?: string } & Record<string, unknown>;

/** Returns are nested like line items and told apart by their ids. */
const isReturn = ({ id }: BulkLine): boolean => parseGid("Return", String(id)) !== undefined;

/** Streams the result line by line; only the order at hand is in memory. Orders are contiguous (`groupObjects`). */
export async function* readOrderHistory(url: string, skipLines: number): AsyncGenerator<PastOrder> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new ShopifyFault("OrderHistoryFile", `HTTP_${response.status}`, undefined);
  const lines = createInterface({ input: Readable.fromWeb(response.body as never), crlfDelay: Infinity });
  let group: BulkLine[] = [];
  let index = 0;
  for await (const text of lines) {
    index += 1;
    if (index <= skipLines || text === "") continue;
    const line = JSON.parse(text) as BulkLine;
    if (!line.__parentId && group.length > 0) {
      yield toPastOrder(group);
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) yield toPastOrder(group);
}

function toPastOrder(group: BulkLine[]): PastOrder {
  const [order, ...children] = group;
  const fulfillments = ((order?.fulfillments ?? []) as object[]).map((fulfillment) => ({
    ...fulfillment,
    fulfillmentLineItems: { nodes: [] },
  }));
  const lineItems = { nodes: children.filter((child) => !isReturn(child)) };
  return {
    // No code is generated for a bulk document: it selects by hand what the mapping reads of an order, put together here as one answer.
    snapshot: toSnapshot({ ...order, fulfillments, lineItems } as unknown as OrderNode),
    returnGids: children.filter(isReturn).map(({ id }) => String(id)),
    lines: group.length,
  };
}
