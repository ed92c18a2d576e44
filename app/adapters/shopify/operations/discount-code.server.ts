import type { Gid } from "#app/domain/shared/gid.ts";
import { toDecimal } from "#app/domain/shared/money.ts";
import { ok, type Result } from "#app/domain/shared/result.ts";
import type { DiscountCode, ShopifyRefusal } from "#app/use-cases/compensation/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { refusal } from "../user-errors.server.ts";

const CREATE_CODE = `#graphql
  mutation CreateCompensationCode($basicCodeDiscount: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }`;

const FIND_CODE = `#graphql
  query FindCompensationCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
    }
  }`;

/** Makes a code for one use: for this customer alone, or, on an order without a customer, for whoever has it. */
export async function createDiscountCode(admin: AdminClient, wanted: DiscountCode): Promise<Result<{ gid: Gid }, ShopifyRefusal>> {
  const basicCodeDiscount = {
    title: wanted.title,
    code: wanted.code,
    startsAt: wanted.startsAt.toISOString(),
    endsAt: wanted.endsAt?.toISOString() ?? null,
    usageLimit: 1,
    appliesOncePerCustomer: true,
    context: wanted.customerGid ? { customers: { add: [wanted.customerGid] } } : { all: "ALL" as never },
    customerGets: {
      value: { discountAmount: { amount: toDecimal(wanted.amount), appliesOnEachItem: false } },
      items: { all: true },
    },
    ...(wanted.minimum ? { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: toDecimal(wanted.minimum) } } } : {}),
    combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
  };
  const { discountCodeBasicCreate: answer } = await admin.run(CREATE_CODE, { basicCodeDiscount });
  const refused = refusal(answer);
  if (refused) return refused;
  const gid = answer?.codeDiscountNode?.id;
  if (!gid) throw new Error("Shopify took a discount code and named no discount");
  return ok({ gid: gid as Gid });
}

/** The discount that a code belongs to. */
export async function findDiscountCode(admin: AdminClient, code: string): Promise<{ gid: Gid } | undefined> {
  const { codeDiscountNodeByCode: found } = await admin.run(FIND_CODE, { code });
  return found ? { gid: found.id as Gid } : undefined;
}
