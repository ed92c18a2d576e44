import type { CustomerRecord } from "../../state/records.ts";
import { customerPayload } from "../../webhooks/payloads/customer.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { done, failed } from "./payload.ts";

interface CustomerInput {
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  locale?: string | null;
  note?: string | null;
  tags?: string[] | null;
}

const NAME = "customer";
const LONGEST_NAME = 255;

function problems({ email, phone, firstName, lastName }: CustomerInput, ctx: ApiContext): UserError[] {
  const found: UserError[] = [];
  if (!email && !phone && !firstName && !lastName) found.push(userError(null, "A name, phone number, or email address must be present"));
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) found.push(userError(["email"], "Email is invalid"));
  if (email && ctx.shop.customerByEmail(email)) found.push(userError(["email"], "Email has already been taken"));
  for (const [field, name] of Object.entries({ firstName, lastName })) {
    if ((name ?? "").length > LONGEST_NAME) found.push(userError([field], `is too long (maximum is ${LONGEST_NAME} characters)`));
  }
  return found;
}

/** `customerCreate`: writes to nobody. */
export const customerMutations: Fields<unknown> = {
  customerCreate: (_root, args, ctx) => {
    const wanted = input<CustomerInput>(args, "input");
    const errors = problems(wanted, ctx);
    if (errors.length > 0) return failed(NAME, ...errors);
    const now = ctx.world.nowIso();
    const customer: CustomerRecord = {
      id: ctx.world.ids.gid("Customer"),
      email: wanted.email ?? null,
      phone: wanted.phone ?? null,
      firstName: wanted.firstName ?? null,
      lastName: wanted.lastName ?? null,
      locale: wanted.locale ?? ctx.shop.shop.primaryLocale,
      state: "DISABLED",
      note: wanted.note ?? null,
      tags: wanted.tags ?? [],
      verifiedEmail: true,
      taxExempt: false,
      currency: ctx.shop.shop.currency,
      address: null,
      createdAt: now,
      updatedAt: now,
    };
    ctx.shop.putCustomer(customer);
    ctx.announce({ topic: "customers/create", payload: customerPayload(ctx.shop.shop, customer) });
    return done(NAME, customer);
  },
};
