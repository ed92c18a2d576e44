import { writeAddress } from "../../state/address.ts";
import { restId } from "../../state/gids.ts";
import type { CustomerRecord, ShopRecord } from "../../state/records.ts";
import { localInstant } from "./instant.ts";

export function customerPayload(shop: ShopRecord, customer: CustomerRecord): Record<string, unknown> {
  const address = writeAddress(customer.address);
  const defaultAddress =
    customer.address && address
      ? {
          id: restId(customer.address.id),
          customer_id: restId(customer.id),
          ...address,
          country_name: customer.address.country,
          default: true,
        }
      : null;
  return {
    id: restId(customer.id),
    admin_graphql_api_id: customer.id,
    created_at: localInstant(shop, customer.createdAt),
    updated_at: localInstant(shop, customer.updatedAt),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state.toLowerCase(),
    note: customer.note,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: customer.taxExempt,
    email: customer.email,
    phone: customer.phone,
    currency: customer.currency,
    addresses: defaultAddress ? [defaultAddress] : [],
    tax_exemptions: [],
    ...(defaultAddress ? { default_address: defaultAddress } : {}),
  };
}
