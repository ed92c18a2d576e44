import type { DiscountRecord } from "../../state/credit-records.ts";
import { connection } from "../connection.ts";
import type { ApiContext, Fields } from "../context.ts";
import { moneyV2 } from "./money.ts";

function status(discount: DiscountRecord, ctx: ApiContext): string {
  const now = ctx.world.clock.now().getTime();
  if (discount.deactivated || (discount.endsAt !== null && new Date(discount.endsAt).getTime() <= now)) return "EXPIRED";
  return new Date(discount.startsAt).getTime() > now ? "SCHEDULED" : "ACTIVE";
}

export const DiscountCodeNode: Fields<DiscountRecord> = {
  id: (discount) => discount.id,
  codeDiscount: (discount) => ({ ...discount, __typename: "DiscountCodeBasic" }),
};

export const DiscountCodeBasic: Fields<DiscountRecord> = {
  title: (discount) => discount.title,
  status: (discount, _args, ctx) => status(discount, ctx),
  startsAt: (discount) => discount.startsAt,
  endsAt: (discount) => discount.endsAt,
  createdAt: (discount) => discount.createdAt,
  updatedAt: (discount) => discount.updatedAt,
  usageLimit: (discount) => discount.usageLimit,
  asyncUsageCount: (discount) => discount.usageCount,
  appliesOncePerCustomer: (discount) => discount.appliesOncePerCustomer,
  tags: (discount) => discount.tags,
  codes: (discount, args, ctx) =>
    connection([{ id: discount.codeId, code: discount.code, asyncUsageCount: discount.usageCount }], args, ctx),
  codesCount: () => ({ count: 1, precision: "EXACT" }),
  combinesWith: (discount) => ({ ...discount.combinesWith, productDiscountsWithTagsOnSameCartLine: [] }),
  discountClasses: () => ["ORDER"],
  context: (discount, _args, ctx) =>
    discount.customerIds.length > 0
      ? { __typename: "DiscountCustomers", customers: discount.customerIds.flatMap((id) => ctx.shop.customers.get(id) ?? []) }
      : { __typename: "DiscountBuyerSelectionAll", all: "ALL" },
  customerGets: (discount) => ({
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    items: { __typename: "AllDiscountItems", allItems: true },
    value: discount.amount
      ? { __typename: "DiscountAmount", amount: moneyV2(discount.amount), appliesOnEachItem: discount.appliesOnEachItem }
      : { __typename: "DiscountPercentage", percentage: discount.percentage ?? 0 },
  }),
};

export function discountByCode(code: string, ctx: ApiContext): DiscountRecord | undefined {
  return [...ctx.shop.discounts.values()].find((discount) => discount.code.toLowerCase() === code.toLowerCase());
}
