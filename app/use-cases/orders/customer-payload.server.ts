import { z } from "zod";
import type { CustomerGid } from "#app/domain/shared/gid.ts";
import { gidOf } from "#app/use-cases/inbox/shopify-json.server.ts";
import { id, instant, known, text } from "./payload-parts.server.ts";
import type { CustomerProjection } from "./ports.ts";

export const customerPayload = z.object({
  id,
  admin_graphql_api_id: text,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  created_at: instant.nullish(),
  updated_at: instant.nullish(),
  default_address: z.object({ country_code: text }).nullish(),
});

/** Reads a customers/* payload, or the customer inside an order. Tags and locale are not in it and stay as they are. */
export function toCustomer(
  customer: z.infer<typeof customerPayload>,
  { fallbackAt, country }: { fallbackAt: Date; country?: string | null },
): CustomerProjection {
  return {
    gid: gidOf("Customer", customer.id, customer.admin_graphql_api_id) as CustomerGid,
    ...known({ firstName: customer.first_name, lastName: customer.last_name, email: customer.email, phone: customer.phone }),
    ...known({ country: customer.default_address?.country_code ?? country, createdAt: customer.created_at }),
    sourceUpdatedAt: customer.updated_at ?? fallbackAt,
  };
}
