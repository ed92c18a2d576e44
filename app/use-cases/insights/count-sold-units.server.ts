import type { OrderSnapshot } from "#app/use-cases/orders/ports.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import { recordMetrics } from "./record-metric.server.ts";

/**
 * Counts what an order sold, line by line on the day it was placed: the units that the return rate is measured against. Gift cards and test
 * orders do not count, a cancelled order counts nothing any more. Told again, it changes nothing.
 */
export async function countSoldUnits(tx: Repositories, { order, lines }: Pick<OrderSnapshot, "order" | "lines">): Promise<void> {
  if (order.isTest) return;
  const goods = lines.filter(({ isGiftCard }) => !isGiftCard);
  const products = await tx.orders.products(goods.flatMap(({ productGid }) => productGid ?? []));
  await recordMetrics(
    tx,
    goods.map((line) => {
      const product = line.productGid && products.get(line.productGid);
      const dimensions = { product_type: product?.productType ?? "", vendor: product?.vendor ?? line.vendor ?? "" };
      const weight = order.cancelledAt ? 0 : line.quantity;
      return { key: `sold:${line.gid}`, metric: "return_rate", at: order.processedAt, value: 0, weight, dimensions };
    }),
  );
}
