import type { DeliveryAddress } from "#app/domain/orders/delivery-address.ts";
import type { OrderNow, OrderProgress } from "#app/domain/orders/order-change.ts";
import type { CustomerGid, Gid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { AddressRefused, ShopifyOrderChanges } from "#app/use-cases/order-changes/ports.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";
import type { OrderBeforeItLeavesQuery } from "../generated/admin.generated.d.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { firstUserError, refusal } from "../user-errors.server.ts";
import { pair } from "./money-bag.server.ts";

const ORDER = `#graphql
  fragment ChangeBag on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
  query OrderBeforeItLeaves($id: ID!) {
    order(id: $id) {
      id
      name
      processedAt
      updatedAt
      cancelledAt
      displayFulfillmentStatus
      returnStatus
      email
      customer {
        id
        defaultEmailAddress {
          emailAddress
        }
      }
      shippingAddress {
        firstName
        lastName
        company
        address1
        address2
        city
        zip
        phone
        province
        provinceCode
        country
        countryCodeV2
      }
      netPaymentSet {
        ...ChangeBag
      }
      fulfillments(first: 25) {
        status
      }
      refunds(first: 100) {
        id
        totalRefundedSet {
          ...ChangeBag
        }
      }
      lineItems(first: 50) {
        nodes {
          title
          variantTitle
          quantity
          image {
            url
          }
        }
      }
    }
  }`;

const CANCEL = `#graphql
  mutation CancelOrder($id: ID!, $note: String!) {
    orderCancel(
      orderId: $id
      reason: CUSTOMER
      restock: true
      refundMethod: { originalPaymentMethodsRefund: true }
      notifyCustomer: false
      staffNote: $note
    ) {
      job {
        id
        done
      }
      orderCancelUserErrors {
        field
        message
        code
      }
    }
  }`;

const JOB = `#graphql
  query CancellationJob($id: ID!) {
    job(id: $id) {
      id
      done
    }
  }`;

const READDRESS = `#graphql
  mutation ReaddressOrder($input: OrderInput!) {
    orderUpdate(input: $input) {
      userErrors {
        field
        message
      }
    }
  }`;

/** Orders before they leave, over one shop's client. */
export function orderChangesPort(admin: AdminClient): ShopifyOrderChanges {
  return {
    readOrder: (gid) => readOrderNow(admin, gid),
    cancel: (gid, note) => cancelOrder(admin, gid, note),
    isJobDone: async (gid) => (await admin.run(JOB, { id: gid })).job?.done ?? true,
    changeAddress: (gid, address) => changeAddress(admin, gid, address),
  };
}

async function readOrderNow(admin: AdminClient, id: OrderGid): Promise<OrderNow | undefined> {
  const { order } = await admin.run(ORDER, { id });
  if (!order) return undefined;
  const { customer, shippingAddress } = order;
  const email = order.email ?? customer?.defaultEmailAddress?.emailAddress;
  const customerName = [shippingAddress?.firstName, shippingAddress?.lastName].filter(Boolean).join(" ");
  return {
    gid: order.id as OrderGid,
    name: order.name,
    processedAt: new Date(order.processedAt),
    updatedAt: new Date(order.updatedAt),
    isCancelled: Boolean(order.cancelledAt),
    progress: progressOf(order.displayFulfillmentStatus, order.fulfillments),
    hasReturn: order.returnStatus === "RETURN_REQUESTED" || order.returnStatus === "IN_PROGRESS",
    address: shippingAddress ? addressOf(shippingAddress) : null,
    paid: pair(order.netPaymentSet),
    refunds: order.refunds.map(({ id: gid, totalRefundedSet }) => ({ gid: gid as Gid<"Refund">, total: pair(totalRefundedSet) })),
    lines: order.lineItems.nodes.map(({ title, variantTitle, quantity, image }) => ({
      title,
      variantTitle: variantTitle ?? null,
      imageUrl: image ? String(image.url) : null,
      quantity,
    })),
    ...(email ? { email } : {}),
    ...(customer ? { customerGid: customer.id as CustomerGid } : {}),
    ...(customerName ? { customerName } : {}),
  };
}

const GONE: ReadonlySet<string> = new Set(["CANCELLED", "ERROR", "FAILURE"]);
const WAITING: ReadonlySet<string> = new Set(["UNFULFILLED", "OPEN", "SCHEDULED"]);
const PREPARED: ReadonlySet<string> = new Set(["IN_PROGRESS", "PENDING_FULFILLMENT", "REQUEST_DECLINED"]);

/** The status that Shopify shows tells of fulfillment orders too, and takes no permission beyond orders. */
function progressOf(status: string, fulfillments: readonly { readonly status: string }[]): OrderProgress {
  if (fulfillments.some((one) => !GONE.has(one.status))) return "sent";
  if (status === "ON_HOLD") return "on_hold";
  if (PREPARED.has(status)) return "being_prepared";
  return WAITING.has(status) ? "waiting" : "sent";
}

type AddressNode = NonNullable<NonNullable<OrderBeforeItLeavesQuery["order"]>["shippingAddress"]>;

function addressOf({ countryCodeV2, ...node }: AddressNode): DeliveryAddress {
  return {
    firstName: node.firstName ?? "",
    lastName: node.lastName ?? "",
    company: node.company ?? "",
    address1: node.address1 ?? "",
    address2: node.address2 ?? "",
    city: node.city ?? "",
    zip: node.zip ?? "",
    phone: node.phone ?? "",
    province: node.province ?? "",
    provinceCode: node.provinceCode ?? "",
    country: node.country ?? "",
    countryCode: countryCodeV2 ?? "",
  };
}

async function cancelOrder(
  admin: AdminClient,
  id: OrderGid,
  note: string,
): Promise<Result<{ readonly jobGid: Gid<"Job"> | null }, RefusedByShopify>> {
  const { orderCancel } = await admin.run(CANCEL, { id, note });
  const refused = orderCancel && refusal({ userErrors: orderCancel.orderCancelUserErrors });
  if (refused) return refused;
  const job = orderCancel?.job;
  return ok({ jobGid: job && !job.done ? (job.id as Gid<"Job">) : null });
}

async function changeAddress(admin: AdminClient, id: OrderGid, address: DeliveryAddress): Promise<Result<null, AddressRefused>> {
  const { countryCode, country: _c, province: _p, provinceCode, ...parts } = address;
  const { orderUpdate } = await admin.run(READDRESS, {
    input: {
      id,
      shippingAddress: { ...parts, countryCode: countryCode as never, ...(provinceCode ? { provinceCode } : {}) },
    },
  });
  const error = firstUserError(orderUpdate?.userErrors);
  if (!error) return ok(null);
  const field = orderUpdate?.userErrors[0]?.field?.at(-1);
  return refuse({ code: "refused_by_shopify", reason: error.code, message: error.message, ...(field ? { field } : {}) });
}
