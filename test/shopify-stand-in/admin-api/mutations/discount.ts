import { amount } from "../../money/amount.ts";
import type { DiscountRecord } from "../../state/credit-records.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { notImplemented, userError, type UserError } from "../errors.ts";
import { discountByCode } from "../resolvers/discount.ts";
import { done, failed } from "./payload.ts";

interface BasicInput {
  title?: string | null;
  code?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  tags?: string[] | null;
  context?: { all?: string; customers?: { add?: string[] | null }; customerSegments?: unknown; markets?: unknown } | null;
  customerSelection?: unknown;
  customerGets?: {
    value?: {
      percentage?: number | null;
      discountAmount?: { amount: string; appliesOnEachItem?: boolean | null } | null;
      discountOnQuantity?: unknown;
    } | null;
    items?: { all?: boolean | null; products?: unknown; collections?: unknown } | null;
  } | null;
  combinesWith?: Partial<DiscountRecord["combinesWith"]> | null;
  minimumRequirement?: { subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null; quantity?: unknown } | null;
}

const NAME = "codeDiscountNode";

function problem(field: string, message: string, code: string): UserError & { extraInfo: null } {
  return { ...userError(["basicCodeDiscount", field], message, code), extraInfo: null };
}

function problems(wanted: BasicInput, ctx: ApiContext): UserError[] {
  const found: UserError[] = [];
  const value = wanted.customerGets?.value;
  if (!wanted.title) found.push(problem("title", "Title can't be blank", "BLANK"));
  if (!wanted.code) found.push(problem("code", "Code can't be blank", "BLANK"));
  if (wanted.code && wanted.code.length > 255) found.push(problem("code", "Code is too long (maximum is 255 characters)", "TOO_LONG"));
  if (wanted.code && discountByCode(wanted.code, ctx))
    found.push(problem("code", "Code must be unique. Please try a different code.", "TAKEN"));
  if (!wanted.startsAt) found.push(problem("startsAt", "Starts at can't be blank", "BLANK"));
  if (wanted.startsAt && wanted.endsAt && new Date(wanted.endsAt) <= new Date(wanted.startsAt)) {
    found.push(problem("endsAt", "Ends at needs to be after starts_at", "END_DATE_BEFORE_START_DATE"));
  }
  if (typeof value?.percentage === "number" && (value.percentage <= 0 || value.percentage > 1)) {
    found.push(problem("customerGets", "Value must be between 0.0 and 1.0", "VALUE_OUTSIDE_RANGE"));
  }
  for (const id of wanted.context?.customers?.add ?? []) {
    if (!ctx.shop.customers.has(id)) found.push(problem("context", "Customer does not exist", "INVALID"));
  }
  return found;
}

function demandImplemented(wanted: BasicInput): void {
  if (wanted.minimumRequirement?.quantity) throw notImplemented("DiscountMinimumRequirementInput.quantity");
  if (wanted.customerSelection) throw notImplemented("DiscountCodeBasicInput.customerSelection (deprecated: use context)");
  if (wanted.context?.customerSegments || wanted.context?.markets) throw notImplemented("DiscountContextInput for segments and markets");
  if (wanted.customerGets?.items?.products || wanted.customerGets?.items?.collections)
    throw notImplemented("DiscountItemsInput for products and collections");
  if (wanted.customerGets?.value?.discountOnQuantity) throw notImplemented("DiscountCustomerGetsValueInput.discountOnQuantity");
}

export const discountMutations: Fields<unknown> = {
  discountCodeBasicCreate: (_root, args, ctx) => {
    const wanted = input<BasicInput>(args, "basicCodeDiscount");
    demandImplemented(wanted);
    const errors = problems(wanted, ctx);
    if (errors.length > 0) return failed(NAME, ...errors);
    const now = ctx.world.nowIso();
    const fixed = wanted.customerGets?.value?.discountAmount;
    const minimum = wanted.minimumRequirement?.subtotal?.greaterThanOrEqualToSubtotal;
    const discount: DiscountRecord = {
      id: ctx.world.ids.gid("DiscountCodeNode"),
      codeId: ctx.world.ids.gid("DiscountRedeemCode"),
      code: wanted.code ?? "",
      title: wanted.title ?? "",
      startsAt: wanted.startsAt ?? now,
      endsAt: wanted.endsAt ?? null,
      deactivated: false,
      usageLimit: wanted.usageLimit ?? null,
      usageCount: 0,
      appliesOncePerCustomer: wanted.appliesOncePerCustomer ?? false,
      customerIds: wanted.context?.customers?.add ?? [],
      percentage: wanted.customerGets?.value?.percentage ?? null,
      amount: fixed ? amount(fixed.amount, ctx.shop.shop.currency) : null,
      minimumSubtotal: minimum ? amount(minimum, ctx.shop.shop.currency) : null,
      appliesOnEachItem: fixed?.appliesOnEachItem ?? false,
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false, ...wanted.combinesWith },
      tags: wanted.tags ?? [],
      createdAt: now,
      updatedAt: now,
    };
    ctx.shop.putDiscount(discount);
    return done(NAME, discount);
  },
  discountCodeDeactivate: (_root, args, ctx) => {
    const discount = ctx.shop.discounts.get(String(args["id"]));
    if (!discount) return failed(NAME, { ...userError(["id"], "Code discount does not exist.", "INVALID") });
    discount.deactivated = true;
    discount.endsAt = ctx.world.nowIso();
    discount.updatedAt = ctx.world.nowIso();
    return done(NAME, discount);
  },
};
