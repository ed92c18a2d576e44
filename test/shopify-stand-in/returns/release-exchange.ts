import { portion } from "../state/line-value.ts";
import { moveStock } from "./record-refund.ts";
import { findLine, type Chosen } from "./financial-outcome.ts";
import type { ApiContext } from "../admin-api/context.ts";
import type { LineRecord, OrderRecord } from "../state/records.ts";
import type { ReturnRecord } from "../state/return-records.ts";

/** Exchange pieces become a line of the order, waiting to be sent, and leave the shelf. */
export function releaseExchange(of: { record: ReturnRecord; order: OrderRecord }, chosen: Chosen, ctx: ApiContext): void {
  const { record, order } = of;
  const exchange = findLine(record.exchangeLines, chosen.id);
  const product = ctx.shop.productOf(exchange.variantId);
  const variant = product?.variants.find((one) => one.id === exchange.variantId);
  const discount = portion(exchange.discount, exchange.quantity, { before: exchange.processedQuantity, count: chosen.quantity });
  const tax = portion(exchange.tax, exchange.quantity, { before: exchange.processedQuantity, count: chosen.quantity });
  const hasDiscount = discount.presentment.minor > 0;
  if (hasDiscount) {
    order.discountApplications.push({
      type: "manual",
      title: "Exchange",
      value: "0.0",
      value_type: "fixed_amount",
      allocation_method: "each",
      target_selection: "explicit",
      target_type: "line_item",
    });
  }
  const title = product?.title ?? "Exchange item";
  const variantTitle = variant && variant.title !== "Default Title" ? variant.title : null;
  const line: LineRecord = {
    id: ctx.world.ids.gid("LineItem"),
    title,
    name: variantTitle === null ? title : `${title} - ${variantTitle}`,
    variantTitle,
    sku: variant?.sku ?? null,
    vendor: product?.vendor ?? null,
    quantity: chosen.quantity,
    price: exchange.unitPrice,
    grams: 0,
    taxable: variant?.taxable ?? true,
    requiresShipping: variant?.requiresShipping ?? true,
    giftCard: false,
    productId: product?.id ?? null,
    variantId: exchange.variantId,
    properties: [],
    taxLines: tax.presentment.minor === 0 ? [] : [{ title: "Tax", rate: 0, price: tax }],
    allocations: hasDiscount ? [{ amount: discount, applicationIndex: order.discountApplications.length - 1 }] : [],
    exchangeOf: record.id,
  };
  order.lines.push(line);
  exchange.lineItemIds.push(line.id);
  exchange.processedQuantity += chosen.quantity;
  const [locationId] = ctx.shop.locations.keys();
  if (locationId) moveStock(ctx.shop, order, { lineItemId: line.id, quantity: -chosen.quantity, locationId });
}
