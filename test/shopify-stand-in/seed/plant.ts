import type { ProductRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import { demoShop, type DemoOptions } from "./demo-shop.ts";

/** Puts the demo shop's records into a shop. History sends no webhooks: the app reads it when it is installed. */
export function plantDemoShop(state: ShopState, options: DemoOptions): void {
  const demo = demoShop(options);
  Object.assign(state.shop, demo.shop);
  state.locations.clear();
  state.putLocation(demo.location);
  demo.products.forEach((product) => state.putProduct(product));
  demo.products.filter(({ title }) => FINAL_SALE.includes(title)).forEach((product, index) => markFinalSale(state, product, index));
  demo.customers.forEach((customer) => state.putCustomer(customer));
  demo.orders.forEach((order) => state.putOrder(order));
  demo.returns.forEach((record) => state.putReturn(record));
}

/** Sold without a way back: said by the metafield that shops commonly define for it. */
const FINAL_SALE: readonly string[] = ["Garden Apron", "Kitchen Apron"];

function markFinalSale(state: ShopState, { id, createdAt }: ProductRecord, index: number): void {
  const field = { namespace: "custom", key: "final_sale", type: "boolean", value: "true", createdAt, updatedAt: createdAt };
  state.metafields.set(id, [{ ...field, id: `gid://shopify/Metafield/${7_700_000_001 + index}` }]);
}
