import { amount } from "../money/amount.ts";
import { mapBag, negateBag, scaleBag } from "../money/bag.ts";
import { share } from "../money/amount.ts";
import type { ApiContext } from "../admin-api/context.ts";
import { badRequest, invalidId } from "../admin-api/errors.ts";
import { moneyBag } from "../admin-api/resolvers/money.ts";
import type { OrderRecord } from "../state/records.ts";
import { priceExchange, type ExchangeInput } from "./exchange-price.ts";
import { fromPresentment } from "./refundable.ts";
import { fulfillmentLine, returnableQuantity } from "./returnable.ts";
import { heldBy, valueLines } from "./settle-lines.ts";

export interface CalculateInput {
  orderId: string;
  returnLineItems?: { fulfillmentLineItemId: string; quantity: number; restockingFee?: { percentage: number } | null }[] | null;
  exchangeLineItems?: ExchangeInput[] | null;
  returnShippingFee?: { amount: { amount: string; currencyCode: string } } | null;
}

function exchangeLine(order: OrderRecord, entry: { wanted: ExchangeInput; index: number }, ctx: ApiContext): unknown {
  const { wanted, index } = entry;
  const variant = ctx.shop.productOf(wanted.variantId ?? null)?.variants.find((one) => one.id === wanted.variantId);
  if (!variant) throw invalidId(String(wanted.variantId));
  const price = priceExchange(order, variant, wanted);
  return {
    id: `gid://shopify/CalculatedExchangeLineItem/${index + 1}`,
    quantity: wanted.quantity,
    variant,
    originalUnitPriceSet: moneyBag(price.unitPrice),
    discountedUnitPriceSet: moneyBag(mapBag(price.subtotal, (minor) => share(minor, 1, wanted.quantity))),
    subtotalSet: moneyBag(price.subtotal),
    totalTaxSet: moneyBag(price.tax),
    calculatedDiscountAllocations: [],
  };
}

/** `returnCalculate`: what a return would be worth before it exists. The returned side is negative, fees are positive. */
export function calculateReturn(input: CalculateInput, ctx: ApiContext): unknown {
  const order = ctx.shop.orders.get(input.orderId);
  if (!order) throw invalidId(input.orderId);
  const wanted = input.returnLineItems ?? [];
  const parts = wanted.map(({ fulfillmentLineItemId, quantity }) => {
    const part = fulfillmentLine(order, fulfillmentLineItemId);
    if (!part) throw invalidId(fulfillmentLineItemId);
    if (quantity < 1 || quantity > returnableQuantity(ctx.shop, order, part)) throw badRequest("Return line item has an invalid quantity.");
    return part;
  });
  const valued = valueLines(
    order,
    parts.map((part, index) => ({ lineItemId: part.lineItemId, quantity: wanted[index]?.quantity ?? 0 })),
    heldBy(ctx.shop.returnsOf(order.id)),
  );
  const fee = input.returnShippingFee?.amount;
  return {
    id: `gid://shopify/CalculatedReturn/${order.number}`,
    returnShippingFee: fee
      ? {
          id: "gid://shopify/CalculatedReturnShippingFee/1",
          amountSet: moneyBag(fromPresentment(order, amount(fee.amount, order.presentmentCurrency).minor)),
        }
      : null,
    returnLineItems: valued.map((one, index) => {
      const percentage = wanted[index]?.restockingFee?.percentage;
      return {
        id: `gid://shopify/CalculatedReturnLineItem/${index + 1}`,
        quantity: one.quantity,
        fulfillmentLineItem: parts[index],
        subtotalBeforeOrderDiscountsSet: moneyBag(negateBag(one.beforeOrderDiscounts)),
        subtotalSet: moneyBag(negateBag(one.subtotal)),
        totalTaxSet: moneyBag(negateBag(one.tax)),
        restockingFee:
          percentage === undefined
            ? null
            : {
                id: `gid://shopify/CalculatedRestockingFee/${index + 1}`,
                percentage,
                amountSet: moneyBag(scaleBag(one.subtotal, Math.round(percentage * 10_000), 1_000_000)),
              },
      };
    }),
    exchangeLineItems: (input.exchangeLineItems ?? []).map((line, index) => exchangeLine(order, { wanted: line, index }, ctx)),
  };
}
