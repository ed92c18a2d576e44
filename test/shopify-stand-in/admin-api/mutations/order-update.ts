import { emptyAddress } from "../../state/address.ts";
import type { AddressRecord } from "../../state/records.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { input, type ApiContext } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";

interface AddressInput extends Partial<Record<keyof AddressRecord, string | null>> {
  countryCode?: string | null;
}

interface OrderInput {
  id: string;
  email?: string | null;
  note?: string | null;
  tags?: string[] | null;
  shippingAddress?: AddressInput | null;
}

/** `orderUpdate`: its errors have no code. Shopify lets the address be changed even when the parcel has left. */
export function updateOrder(args: Record<string, unknown>, ctx: ApiContext): Record<string, unknown> {
  const wanted = input<OrderInput>(args, "input");
  const order = ctx.shop.orders.get(wanted.id);
  if (!order) return failed("order", userError(["id"], "Order does not exist"));
  const errors = wanted.shippingAddress ? addressErrors(wanted.shippingAddress) : [];
  if (errors.length > 0) return failed("order", ...errors);
  if (wanted.shippingAddress) order.shippingAddress = addressFrom(wanted.shippingAddress, order.shippingAddress, ctx);
  if (wanted.email !== undefined) order.email = wanted.email;
  if (wanted.note !== undefined) order.note = wanted.note;
  if (wanted.tags) order.tags = wanted.tags;
  order.updatedAt = ctx.world.nowIso();
  ctx.shop.putOrder(order);
  ctx.announce({ topic: "orders/updated", payload: orderPayload(ctx.shop, order) });
  return done("order", order);
}

/** What a postcode looks like where Shopify looks at it. */
const POSTCODES: Readonly<Record<string, RegExp>> = { US: /^\d{5}(-\d{4})?$/, DE: /^\d{5}$/, FR: /^\d{5}$/, ES: /^\d{5}$/ };

function addressErrors(address: AddressInput): UserError[] {
  const errors: UserError[] = [];
  const blank = (field: "lastName" | "address1" | "city", name: string) => {
    if (!address[field]) errors.push(userError(["shippingAddress", field], `${name} can't be blank`));
  };
  blank("lastName", "Last name");
  blank("address1", "Address1");
  blank("city", "City");
  const form = POSTCODES[address.countryCode ?? ""];
  if (form && !form.test(address.zip ?? "")) errors.push(userError(["shippingAddress", "zip"], "Zip is not valid"));
  return errors;
}

function addressFrom(wanted: AddressInput, before: AddressRecord | null, ctx: ApiContext): AddressRecord {
  const base = before ?? emptyAddress(ctx.world.ids.gid("MailingAddress"));
  const { countryCode, provinceCode } = wanted;
  const isSameCountry = !countryCode || countryCode === base.countryCode;
  const name = [wanted.firstName, wanted.lastName].filter(Boolean).join(" ");
  return {
    ...base,
    firstName: wanted.firstName ?? null,
    lastName: wanted.lastName ?? null,
    name: name || null,
    company: wanted.company ?? null,
    address1: wanted.address1 ?? null,
    address2: wanted.address2 ?? null,
    city: wanted.city ?? null,
    zip: wanted.zip ?? null,
    phone: wanted.phone ?? null,
    countryCode: countryCode ?? base.countryCode,
    country: isSameCountry ? base.country : (countryCode ?? null),
    provinceCode: provinceCode ?? (isSameCountry ? base.provinceCode : null),
    province: isSameCountry ? base.province : (provinceCode ?? null),
    latitude: null,
    longitude: null,
  };
}
