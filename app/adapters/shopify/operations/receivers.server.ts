import type { CustomerGid } from "#app/domain/shared/gid.ts";
import { ok, type Result } from "#app/domain/shared/result.ts";
import type { Receiver, ShopifyReceivers } from "#app/use-cases/gifts/ports.ts";
import type { RefusedByShopify } from "#app/use-cases/returns/shopify-return.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";

const CUSTOMER_BY_EMAIL = `#graphql
  query CustomerByEmail($identifier: CustomerIdentifierInput!) {
    customerByIdentifier(identifier: $identifier) {
      id
    }
  }`;

const CREATE_RECEIVER = `#graphql
  mutation CreateReceiver($input: CustomerInput!) {
    customerCreate(input: $input) {
      customer {
        id
      }
      userErrors {
        field
        message
      }
    }
  }`;

/** Receivers of gifts as customers. */
export function receiversPort(admin: AdminClient): ShopifyReceivers {
  return {
    findByEmail: async (emailAddress) => {
      const { customerByIdentifier } = await admin.run(CUSTOMER_BY_EMAIL, { identifier: { emailAddress } });
      return customerByIdentifier ? (customerByIdentifier.id as CustomerGid) : undefined;
    },
    create: (receiver) => createReceiver(admin, receiver),
  };
}

async function createReceiver(admin: AdminClient, { name, email, locale }: Receiver): Promise<Result<CustomerGid, RefusedByShopify>> {
  const { customerCreate: answer } = await admin.run(CREATE_RECEIVER, { input: { email, locale, ...splitName(name) } });
  const refused = refusal(answer);
  if (refused) return refused;
  const gid = answer?.customer?.id;
  if (!gid) throw new Error("Shopify took a customer and named none");
  return ok(gid as CustomerGid);
}

/** Shopify keeps two names: what stands after the last space is the second, where there is one. */
function splitName(name: string): { firstName: string; lastName?: string } {
  const [, first, last] = /^(.+)\s(\S+)$/su.exec(name) ?? [];
  return first && last ? { firstName: first, lastName: last } : { firstName: name };
}
