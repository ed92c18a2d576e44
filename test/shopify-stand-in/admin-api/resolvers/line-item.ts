import { addBags, mapBag, subtractBags, zeroLike } from "../../money/bag.ts";
import { share, type Bag } from "../../money/amount.ts";
import { currentQuantity, refundedQuantity, unfulfilledQuantity } from "../../state/derive-order.ts";
import { discountedTotal, discountsWhere, originalTotal, portion } from "../../state/line-value.ts";
import type { DutyRecord, LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from "../../state/records.ts";
import { connection, firstOf } from "../connection.ts";
import type { Fields } from "../context.ts";
import { RETURN_REASONS } from "../../returns/reasons.ts";
import { discountApplication } from "./discount-application.ts";
import { moneyBag, moneyV2 } from "./money.ts";

export type LineSource = LineRecord & { order: OrderRecord };

export function taxLine(tax: TaxLineRecord): Record<string, unknown> {
  return {
    title: tax.title,
    rate: tax.rate,
    ratePercentage: Math.round(tax.rate * 1_000_000) / 10_000,
    price: moneyV2(tax.price.shop).amount,
    priceSet: moneyBag(tax.price),
    source: null,
    channelLiable: false,
  };
}

const perPiece = (total: Bag, quantity: number): Bag => mapBag(total, (minor) => share(minor, 1, quantity));

/** Line-level discounts only; those that came with a code are left in the price unless asked for. */
function lineDiscounted(line: LineSource, withCodes: boolean): Bag {
  const taken = discountsWhere(
    line.order,
    line,
    ({ type, allocation }) => allocation !== "across" && (withCodes || type !== "discount_code"),
  );
  return subtractBags(originalTotal(line), taken);
}

export const LineItem: Fields<LineSource> = {
  id: (line) => line.id,
  title: (line) => line.title,
  name: (line) => line.name,
  variantTitle: (line) => line.variantTitle,
  sku: (line) => line.sku,
  vendor: (line) => line.vendor,
  quantity: (line) => line.quantity,
  currentQuantity: (line) => currentQuantity(line.order, line),
  refundableQuantity: (line) => line.quantity - refundedQuantity(line.order, line.id),
  unfulfilledQuantity: (line) => unfulfilledQuantity(line.order, line),
  nonFulfillableQuantity: () => 0,
  requiresShipping: (line) => line.requiresShipping,
  taxable: (line) => line.taxable,
  isGiftCard: (line) => line.giftCard,
  restockable: (line) => line.variantId !== null,
  merchantEditable: () => true,
  customAttributes: (line) => line.properties.map(({ name, value }) => ({ key: name, value })),
  product: (line, _args, ctx) => ctx.shop.productOf(line.productId) ?? null,
  variant: (line, _args, ctx) => ctx.shop.productOf(line.variantId)?.variants.find((variant) => variant.id === line.variantId) ?? null,
  image: (line, _args, ctx) => {
    const product = ctx.shop.productOf(line.productId);
    return product?.variants.find((variant) => variant.id === line.variantId)?.image ?? product?.images[0] ?? null;
  },
  originalUnitPriceSet: (line) => moneyBag(line.price),
  originalTotalSet: (line) => moneyBag(originalTotal(line)),
  totalDiscountSet: (line) => moneyBag(subtractBags(originalTotal(line), lineDiscounted(line, true))),
  discountedTotalSet: (line, args) => moneyBag(lineDiscounted(line, args["withCodeDiscounts"] === true)),
  discountedUnitPriceSet: (line) => moneyBag(perPiece(lineDiscounted(line, false), line.quantity)),
  discountedUnitPriceAfterAllDiscountsSet: (line) => moneyBag(perPiece(discountedTotal(line), line.quantity)),
  priceAfterAllDiscountsBeforeTaxesSet: (line) => {
    const left = portion(discountedTotal(line), line.quantity, {
      before: refundedQuantity(line.order, line.id),
      count: currentQuantity(line.order, line),
    });
    if (!line.order.taxesIncluded) return moneyBag(left);
    const tax = line.taxLines.reduce((all, one) => addBags(all, one.price), zeroLike(line.price));
    return moneyBag(
      subtractBags(
        left,
        portion(tax, line.quantity, { before: refundedQuantity(line.order, line.id), count: currentQuantity(line.order, line) }),
      ),
    );
  },
  unfulfilledOriginalTotalSet: (line) =>
    moneyBag(portion(originalTotal(line), line.quantity, { before: 0, count: unfulfilledQuantity(line.order, line) })),
  unfulfilledDiscountedTotalSet: (line) =>
    moneyBag(portion(discountedTotal(line), line.quantity, { before: 0, count: unfulfilledQuantity(line.order, line) })),
  discountAllocations: (line) =>
    line.allocations.map((allocation) => ({
      allocatedAmountSet: moneyBag(allocation.amount),
      allocatedAmount: moneyV2(allocation.amount.shop),
      discountApplication: discountApplication(
        line.order.discountApplications[allocation.applicationIndex],
        allocation.applicationIndex,
        line.order.currency,
      ),
    })),
  taxLines: (line, args) => firstOf(line.taxLines, args).map(taxLine),
  duties: (line) => line.duties ?? [],
  sellingPlan: () => null,
  lineItemGroup: () => null,
  suggestedReturnReasonDefinitions: (_line, args, ctx) => connection(RETURN_REASONS.slice(0, 10), args, ctx),
};

export const Duty: Fields<DutyRecord> = {
  id: (duty) => duty.id,
  price: (duty) => moneyBag(duty.price),
  taxLines: (duty) => duty.taxLines.map(taxLine),
  harmonizedSystemCode: (duty) => duty.harmonizedSystemCode,
  countryCodeOfOrigin: (duty) => duty.countryCodeOfOrigin,
};

export const ShippingLine: Fields<ShippingLineRecord> = {
  id: (line) => line.id,
  title: (line) => line.title,
  code: (line) => line.code,
  source: (line) => line.source,
  custom: () => false,
  isRemoved: () => false,
  carrierIdentifier: () => null,
  deliveryCategory: () => null,
  phone: () => null,
  originalPriceSet: (line) => moneyBag(line.price),
  discountedPriceSet: (line) => moneyBag(line.discountedPrice),
  currentDiscountedPriceSet: (line) => moneyBag(line.discountedPrice),
  discountAllocations: () => [],
  taxLines: (line) => line.taxLines.map(taxLine),
};
