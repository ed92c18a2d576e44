import type { ReturnGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ReverseDelivery, ReverseDeliveryWanted } from "#app/use-cases/labels/ports.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";

const DELIVERIES = `#graphql
  query ReverseDeliveries($id: ID!) {
    return(id: $id) {
      reverseFulfillmentOrders(first: 5) {
        nodes {
          id
          reverseDeliveries(first: 20) {
            nodes {
              id
              deliverable {
                ... on ReverseDeliveryShippingDeliverable {
                  label {
                    publicFileUrl
                  }
                  tracking {
                    number
                  }
                }
              }
            }
          }
        }
      }
    }
  }`;

const DELIVERY_CREATE = `#graphql
  mutation ReverseDeliveryCreate(
    $reverseFulfillmentOrderId: ID!
    $labelInput: ReverseDeliveryLabelInput
    $trackingInput: ReverseDeliveryTrackingInput
  ) {
    reverseDeliveryCreateWithShipping(
      reverseFulfillmentOrderId: $reverseFulfillmentOrderId
      reverseDeliveryLineItems: []
      labelInput: $labelInput
      trackingInput: $trackingInput
      notifyCustomer: false
    ) {
      reverseDelivery {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** The parcels that Shopify knows of. */
export async function readReverseDeliveries(admin: AdminClient, gid: ReturnGid): Promise<ReverseDelivery[]> {
  const orders = (await admin.run(DELIVERIES, { id: gid })).return?.reverseFulfillmentOrders.nodes ?? [];
  return orders.flatMap(({ reverseDeliveries }) =>
    reverseDeliveries.nodes.map(({ id, deliverable }) => ({
      gid: id,
      ...(deliverable?.label?.publicFileUrl ? { labelUrl: String(deliverable.label.publicFileUrl) } : {}),
      ...(deliverable?.tracking?.number ? { trackingNumber: deliverable.tracking.number } : {}),
    })),
  );
}

/** One parcel with everything that comes back. Shopify has no key for it: look for the parcel before trying again. */
export async function addReverseDelivery(
  admin: AdminClient,
  gid: ReturnGid,
  { labelUrl, trackingNumber, trackingUrl }: ReverseDeliveryWanted,
): Promise<Result<string, RefusedByShopify>> {
  const [order] = (await admin.run(DELIVERIES, { id: gid })).return?.reverseFulfillmentOrders.nodes ?? [];
  if (!order) throw new Error(`${gid} has nothing that comes back yet`);
  const { reverseDeliveryCreateWithShipping: made } = await admin.run(DELIVERY_CREATE, {
    reverseFulfillmentOrderId: order.id,
    labelInput: { fileUrl: labelUrl },
    trackingInput: trackingNumber ? { number: trackingNumber, ...(trackingUrl ? { url: trackingUrl } : {}) } : null,
  });
  const refused = refusal(made);
  if (refused) return refused;
  if (!made?.reverseDelivery) throw new Error("ReverseDeliveryCreate answered without a delivery and without an error");
  return ok(made.reverseDelivery.id);
}
