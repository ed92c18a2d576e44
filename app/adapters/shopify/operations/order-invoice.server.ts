import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { doneOr } from "../user-errors.server.ts";

const SEND_INVOICE = `#graphql
  mutation SendOrderInvoice($id: ID!, $email: EmailInput) {
    orderInvoiceSend(id: $id, email: $email) {
      order {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

/** Has Shopify mail what is left to pay of an order, with its own checkout behind it. A second call sends a second mail. */
export async function sendInvoice(admin: AdminClient, id: OrderGid, to: string): Promise<Result<null, RefusedByShopify>> {
  const { orderInvoiceSend } = await admin.run(SEND_INVOICE, { id, email: { to } });
  return doneOr(orderInvoiceSend);
}
