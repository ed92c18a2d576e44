import type { CustomerGid } from "#app/domain/shared/gid.ts";
import type { AdminClient } from "../admin-client.server.ts";

const MARKETING_CONSENT = `#graphql
  query MarketingConsent($id: ID!) {
    customer(id: $id) {
      defaultEmailAddress {
        emailAddress
        marketingState
      }
    }
  }`;

/** Whether a customer agreed to marketing at this very address. */
export async function hasMarketingConsent(admin: AdminClient, customer: CustomerGid, address: string): Promise<boolean> {
  const { customer: found } = await admin.run(MARKETING_CONSENT, { id: customer });
  const email = found?.defaultEmailAddress;
  return email?.marketingState === "SUBSCRIBED" && email.emailAddress.toLowerCase() === address.toLowerCase();
}
