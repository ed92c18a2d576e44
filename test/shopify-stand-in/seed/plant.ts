import type { ShopState } from "../state/shop-state.ts";
import { demoShop, type DemoOptions } from "./demo-shop.ts";

/** Puts the demo shop's records into a shop. History sends no webhooks: the app reads it when it is installed. */
export function plantDemoShop(state: ShopState, options: DemoOptions): void {
  const demo = demoShop(options);
  Object.assign(state.shop, demo.shop);
  state.locations.clear();
  state.putLocation(demo.location);
  demo.products.forEach((product) => state.putProduct(product));
  demo.customers.forEach((customer) => state.putCustomer(customer));
  demo.orders.forEach((order) => state.putOrder(order));
  demo.returns.forEach((record) => state.putReturn(record));
}
