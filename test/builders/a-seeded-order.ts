/** One parcel of USD 80.00 to Berlin, promised for 18 March 2026 by Shopify's estimate, sent on the 15th. */
export function aSeededOrder(overrides: Record<string, unknown> = {}) {
  return {
    email: "ada@example.com",
    customer: { first_name: "Ada", email: "ada@example.com" },
    shipping_address: {
      name: "Ada L",
      first_name: "Ada",
      last_name: "L",
      city: "Berlin",
      country_code: "DE",
      country: "Germany",
      zip: "10115",
    },
    line_items: [{ title: "Wool coat", price: "40.00", quantity: 2, product_id: 501, variant_id: 5011 }],
    shipping_lines: [{ title: "Standard", price: "5.00" }],
    fulfillments: [aSeededParcel()],
    ...overrides,
  };
}

/** Its parcel, handed to the carrier. */
export function aSeededParcel(overrides: Record<string, unknown> = {}) {
  return {
    tracking_company: "DHL",
    tracking_number: "JD014",
    tracking_url: "https://example.com/JD014",
    estimated_delivery_at: "2026-03-18T15:00:00+01:00",
    ...overrides,
  };
}
