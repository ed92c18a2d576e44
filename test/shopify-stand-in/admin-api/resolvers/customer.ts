import { digitsOfGid } from "../../state/gids.ts";
import type { AddressRecord, CustomerRecord } from "../../state/records.ts";
import { nothing, plus } from "../../money/amount.ts";
import { netPayment } from "../../state/derive-order.ts";
import { connection, firstOf } from "../connection.ts";
import type { ApiContext, Fields } from "../context.ts";
import { search, sameId, sameInstant, sameText, type Term } from "../search.ts";
import { findOrders } from "../order-search.ts";
import { metafieldFields } from "./metafield.ts";
import { moneyV2 } from "./money.ts";
import { addressLines } from "../../state/address.ts";

function lastOrder(customer: CustomerRecord, ctx: ApiContext): unknown {
  return (
    ctx.shop
      .ordersOf(customer.id)
      .sort((a, b) => (a.processedAt < b.processedAt ? -1 : 1))
      .at(-1) ?? null
  );
}

export const Customer: Fields<CustomerRecord> = {
  ...metafieldFields,
  id: (customer) => customer.id,
  legacyResourceId: (customer) => digitsOfGid(customer.id),
  displayName: (customer) => [customer.firstName, customer.lastName].filter(Boolean).join(" ") || (customer.email ?? customer.phone ?? ""),
  firstName: (customer) => customer.firstName,
  lastName: (customer) => customer.lastName,
  email: (customer) => customer.email,
  phone: (customer) => customer.phone,
  locale: (customer) => customer.locale,
  state: (customer) => customer.state,
  note: (customer) => customer.note,
  tags: (customer) => customer.tags,
  taxExempt: (customer) => customer.taxExempt,
  verifiedEmail: (customer) => customer.verifiedEmail,
  createdAt: (customer) => customer.createdAt,
  updatedAt: (customer) => customer.updatedAt,
  numberOfOrders: (customer, _args, ctx) => String(ctx.shop.ordersOf(customer.id).length),
  amountSpent: (customer, _args, ctx) => {
    const paid = ctx.shop.ordersOf(customer.id).map((order) => netPayment(order).shop);
    return moneyV2(paid.reduce(plus, nothing(ctx.shop.shop.currency)));
  },
  lastOrder: (customer, _args, ctx) => lastOrder(customer, ctx),
  orders: (customer, args, ctx) => connection(findOrders(ctx.shop.ordersOf(customer.id), args, ctx), { ...args, reverse: false }, ctx),
  defaultAddress: (customer) => customer.address,
  addresses: (customer, args) => firstOf(customer.address ? [customer.address] : [], args),
  addressesV2: (customer, args, ctx) => connection(customer.address ? [customer.address] : [], args, ctx),
  defaultEmailAddress: (customer) =>
    customer.email === null
      ? null
      : {
          emailAddress: customer.email,
          marketingState: customer.acceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
          marketingOptInLevel: null,
          marketingUpdatedAt: null,
          validFormat: /^\S+@\S+\.\S+$/.test(customer.email),
        },
  defaultPhoneNumber: (customer) =>
    customer.phone === null
      ? null
      : {
          phoneNumber: customer.phone,
          marketingState: "NOT_SUBSCRIBED",
          marketingOptInLevel: null,
          marketingUpdatedAt: null,
          whatsAppMarketingConsent: { state: "NOT_SUBSCRIBED", optInLevel: null, updatedAt: null },
        },
  storeCreditAccounts: (customer, args, ctx) =>
    connection(
      [...ctx.shop.credits.values()].filter((account) => account.customerId === customer.id),
      args,
      ctx,
    ),
};

export const MailingAddress: Fields<AddressRecord> = {
  id: (address) => address.id,
  name: (address) => address.name,
  firstName: (address) => address.firstName,
  lastName: (address) => address.lastName,
  company: (address) => address.company,
  address1: (address) => address.address1,
  address2: (address) => address.address2,
  city: (address) => address.city,
  province: (address) => address.province,
  provinceCode: (address) => address.provinceCode,
  country: (address) => address.country,
  countryCode: (address) => address.countryCode,
  countryCodeV2: (address) => address.countryCode,
  zip: (address) => address.zip,
  phone: (address) => address.phone,
  latitude: (address) => address.latitude,
  longitude: (address) => address.longitude,
  coordinatesValidated: () => false,
  formatted: (address) => addressLines(address),
  formattedArea: (address) => [address.city, address.country].filter(Boolean).join(", "),
};

function matches(customer: CustomerRecord, term: Term): boolean {
  if (term.field === "id") return sameId(customer.id, term);
  if (term.field === "email") return sameText(customer.email, term);
  if (term.field === "phone") return sameText(customer.phone, term);
  if (term.field === "first_name") return sameText(customer.firstName, term);
  if (term.field === "last_name") return sameText(customer.lastName, term);
  if (term.field === "tag") return customer.tags.some((tag) => sameText(tag, term));
  if (term.field === "updated_at") return sameInstant(customer.updatedAt, term);
  if (term.field === "customer_date" || term.field === "created_at") return sameInstant(customer.createdAt, term);
  if (term.field !== null) return false;
  return [customer.email, customer.phone, customer.firstName, customer.lastName].some((value) =>
    value?.toLowerCase().includes(term.value.toLowerCase()),
  );
}

export function findCustomers(all: Iterable<CustomerRecord>, query: unknown): CustomerRecord[] {
  return search(all, query, matches);
}
