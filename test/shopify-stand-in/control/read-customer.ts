import { readAddress } from "../state/address.ts";
import type { CustomerRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { Reading } from "./reading.ts";

/** Makes or updates the customer of an order payload. Without a `customer`, the order's e-mail finds or makes one; without either the buyer is a guest. */
export function readCustomer(desk: Desk, order: Reading, createdAt: string): CustomerRecord | undefined {
  if (order.has("customer")) {
    const given = new Reading(order.raw("customer"), `${order.where}.customer`);
    return upsertCustomer(desk, given, { email: order.text("email"), locale: order.text("customer_locale"), createdAt });
  }
  const email = order.text("email");
  if (email === null || order.raw("customer") === null) return undefined;
  const address = order.has("shipping_address") ? new Reading(order.raw("shipping_address"), `${order.where}.shipping_address`) : undefined;
  const given = new Reading(
    {
      email,
      first_name: address?.text("first_name") ?? null,
      last_name: address?.text("last_name") ?? null,
      default_address: order.raw("shipping_address") ?? null,
    },
    `${order.where}.email`,
  );
  return upsertCustomer(desk, given, { email, locale: order.text("customer_locale"), createdAt });
}

function upsertCustomer(
  { world, shop }: Desk,
  given: Reading,
  around: { email: string | null; locale: string | null; createdAt: string },
): CustomerRecord {
  const id = given.gid("Customer");
  const email = given.text("email") ?? around.email;
  const known = (id === null ? undefined : shop.customers.get(id)) ?? (id === null ? shop.customerByEmail(email) : undefined);
  const tags = given.text("tags");
  const customer: CustomerRecord = {
    id: known?.id ?? id ?? world.ids.gid("Customer"),
    email: email ?? known?.email ?? null,
    phone: given.text("phone") ?? known?.phone ?? null,
    firstName: given.text("first_name") ?? known?.firstName ?? null,
    lastName: given.text("last_name") ?? known?.lastName ?? null,
    locale: given.text("locale") ?? around.locale ?? known?.locale ?? shop.shop.primaryLocale,
    state: (given.text("state") ?? known?.state ?? "disabled").toUpperCase(),
    note: given.text("note") ?? known?.note ?? null,
    tags: tags === null ? (known?.tags ?? []) : given.words("tags"),
    verifiedEmail: given.flag("verified_email", known?.verifiedEmail ?? true),
    taxExempt: given.flag("tax_exempt", known?.taxExempt ?? false),
    currency: given.currency("currency") ?? known?.currency ?? shop.shop.currency,
    address: readAddress(given.raw("default_address"), known?.address?.id ?? world.ids.gid("MailingAddress")) ?? known?.address ?? null,
    createdAt: given.instant("created_at") ?? known?.createdAt ?? around.createdAt,
    updatedAt: world.nowIso(),
  };
  return shop.putCustomer(customer);
}
