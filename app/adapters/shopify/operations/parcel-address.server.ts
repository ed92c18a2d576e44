import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopperAddress } from "#app/use-cases/labels/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";

const PARCEL_ADDRESS = `#graphql
  query ParcelAddress($id: ID!) {
    order(id: $id) {
      email
      phone
      shippingAddress {
        name
        company
        address1
        address2
        city
        provinceCode
        zip
        countryCodeV2
        phone
      }
    }
  }`;

/** Where an order was sent; undefined without an address that a carrier could find. */
export async function readParcelAddress(admin: AdminClient, gid: OrderGid): Promise<ShopperAddress | undefined> {
  const { order } = await admin.run(PARCEL_ADDRESS, { id: gid });
  const address = order?.shippingAddress;
  if (!address?.address1 || !address.city || !address.countryCodeV2) return undefined;
  return {
    name: address.name ?? address.company ?? "",
    street1: address.address1,
    street2: address.address2 ?? "",
    city: address.city,
    state: address.provinceCode ?? "",
    zip: address.zip ?? "",
    country: address.countryCodeV2,
    phone: address.phone ?? order?.phone ?? "",
    email: order?.email ?? "",
  };
}
