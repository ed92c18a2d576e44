import type { CustomerRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { readAddress } from "./read-address.ts";
import { BadInput, Reading } from "./reading.ts";

const CUSTOMER_STATES = ["disabled", "enabled", "invited", "declined"];

/** Makes or updates the customer of an order payload. Without a `customer`, the order's e-mail finds or makes one; without either the buyer is a guest. */
export function readCustomer(desk: Desk, order: Reading, createdAt: string): CustomerRecord | undefined {
  if (order.has("customer")) {
    const given = new Reading(order.raw("customer"), `${order.where}.customer`);
    return upsertCustomer(desk, given, { email: readEmail(order), locale: order.text("customer_locale"), createdAt });
  }
  const email = readEmail(order);
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
  const email = readEmail(given) ?? around.email;
  const known = (id === null ? undefined : shop.customers.get(id)) ?? (id === null ? shop.customerByEmail(email) : undefined);
  const tags = given.text("tags");
  const customer: CustomerRecord = {
    id: known?.id ?? id ?? world.ids.gid("Customer"),
    email: email ?? known?.email ?? null,
    phone: given.text("phone") ?? known?.phone ?? null,
    firstName: given.text("first_name") ?? known?.firstName ?? null,
    lastName: given.text("last_name") ?? known?.lastName ?? null,
    locale: given.text("locale") ?? around.locale ?? known?.locale ?? shop.shop.primaryLocale,
    state: (given.word("state", CUSTOMER_STATES) ?? known?.state ?? "disabled").toUpperCase(),
    note: given.text("note") ?? known?.note ?? null,
    tags: tags === null ? (known?.tags ?? []) : given.words("tags"),
    verifiedEmail: given.flag("verified_email", known?.verifiedEmail ?? true),
    taxExempt: given.flag("tax_exempt", known?.taxExempt ?? false),
    currency: given.currency("currency") ?? known?.currency ?? shop.shop.currency,
    address: readAddress(given.inner("default_address"), known?.address?.id ?? world.ids.gid("MailingAddress")) ?? known?.address ?? null,
    createdAt: given.instant("created_at") ?? known?.createdAt ?? around.createdAt,
    updatedAt: world.nowIso(),
  };
  return shop.putCustomer(customer);
}

/** The e-mail address of an order or customer: Shopify takes nothing else there. */
export function readEmail(given: Reading): string | null {
  const email = given.text("email");
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new BadInput(`${given.where}.email`, `must be an e-mail address, it is ${JSON.stringify(email)}`);
  return email;
}
