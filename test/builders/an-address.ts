import type { DeliveryAddress } from "#app/domain/orders/delivery-address.ts";

/** 1 Main St, Albany. */
export function anAddress(changes: Partial<DeliveryAddress> = {}): DeliveryAddress {
  return {
    firstName: "Jane",
    lastName: "Doe",
    company: "",
    address1: "1 Main St",
    address2: "",
    city: "Albany",
    zip: "12207",
    phone: "",
    countryCode: "US",
    country: "United States",
    provinceCode: "NY",
    province: "New York",
    ...changes,
  };
}
