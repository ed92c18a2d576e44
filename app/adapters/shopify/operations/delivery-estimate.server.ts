import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import type { AdminClient } from "../admin-client.server.ts";

const DELIVERY_ESTIMATE = `#graphql
  query DeliveryEstimate($id: ID!) {
    fulfillment(id: $id) {
      estimatedDeliveryAt
      events(first: 100, sortKey: HAPPENED_AT) {
        nodes {
          estimatedDeliveryAt
        }
      }
    }
  }`;

/** The estimate of a fulfillment; one that only repeats what a carrier event says is that event's, with its own time. */
export async function readDeliveryEstimate(admin: AdminClient, id: FulfillmentGid): Promise<Date | undefined> {
  const { fulfillment } = await admin.run(DELIVERY_ESTIMATE, { id });
  const estimate = instantOf(fulfillment?.estimatedDeliveryAt);
  const repeated = (fulfillment?.events?.nodes ?? []).some(
    (event) => instantOf(event.estimatedDeliveryAt)?.getTime() === estimate?.getTime(),
  );
  return repeated ? undefined : estimate;
}

function instantOf(value: unknown): Date | undefined {
  return typeof value === "string" && value !== "" ? new Date(value) : undefined;
}
