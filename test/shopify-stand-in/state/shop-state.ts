import type {
  BulkOperationRecord,
  DiscountRecord,
  IdempotencyRecord,
  InstallationRecord,
  StoreCreditAccountRecord,
} from "./credit-records.ts";
import type { CustomerRecord, LocationRecord, MetafieldRecord, OrderRecord, ProductRecord, ShopRecord } from "./records.ts";
import type { ReturnRecord } from "./return-records.ts";

/** Where a child record lives: the gid of the order, product or return that holds it. */
interface Home {
  kind: "order" | "product" | "return" | "customer" | "credit" | "discount" | "bulk" | "location";
  rootId: string;
}

/** Everything one shop knows. Write through the `put…` methods, which keep the gid index. */
export class ShopState {
  shop: ShopRecord;
  installation: InstallationRecord;
  readonly orders = new Map<string, OrderRecord>();
  readonly customers = new Map<string, CustomerRecord>();
  readonly products = new Map<string, ProductRecord>();
  readonly locations = new Map<string, LocationRecord>();
  readonly returns = new Map<string, ReturnRecord>();
  readonly credits = new Map<string, StoreCreditAccountRecord>();
  readonly discounts = new Map<string, DiscountRecord>();
  readonly bulkOperations = new Map<string, BulkOperationRecord>();
  readonly metafields = new Map<string, MetafieldRecord[]>();
  readonly idempotency = new Map<string, IdempotencyRecord>();
  readonly #homes = new Map<string, Home>();

  constructor(shop: ShopRecord, installation: InstallationRecord) {
    this.shop = shop;
    this.installation = installation;
  }

  putOrder(order: OrderRecord): OrderRecord {
    this.orders.set(order.id, order);
    const home: Home = { kind: "order", rootId: order.id };
    this.#index(order.id, home);
    for (const part of [...order.lines, ...order.shippingLines, ...order.transactions, ...order.refunds]) this.#index(part.id, home);
    for (const fulfillment of order.fulfillments) {
      for (const part of [fulfillment, ...fulfillment.lines, ...fulfillment.events]) this.#index(part.id, home);
    }
    return order;
  }

  putProduct(product: ProductRecord): ProductRecord {
    this.products.set(product.id, product);
    const home: Home = { kind: "product", rootId: product.id };
    this.#index(product.id, home);
    for (const variant of product.variants) {
      this.#index(variant.id, home);
      this.#index(variant.inventoryItemId, home);
    }
    return product;
  }

  putReturn(record: ReturnRecord): ReturnRecord {
    this.returns.set(record.id, record);
    const home: Home = { kind: "return", rootId: record.id };
    this.#index(record.id, home);
    for (const part of [...record.lines, ...record.exchangeLines, ...record.reverseOrders]) this.#index(part.id, home);
    for (const reverse of record.reverseOrders) for (const line of reverse.lines) this.#index(line.id, home);
    return record;
  }

  putCustomer(customer: CustomerRecord): CustomerRecord {
    this.customers.set(customer.id, customer);
    this.#index(customer.id, { kind: "customer", rootId: customer.id });
    return customer;
  }

  putLocation(location: LocationRecord): LocationRecord {
    this.locations.set(location.id, location);
    this.#index(location.id, { kind: "location", rootId: location.id });
    return location;
  }

  putCredit(account: StoreCreditAccountRecord): StoreCreditAccountRecord {
    this.credits.set(account.id, account);
    this.#index(account.id, { kind: "credit", rootId: account.id });
    return account;
  }

  putDiscount(discount: DiscountRecord): DiscountRecord {
    this.discounts.set(discount.id, discount);
    this.#index(discount.id, { kind: "discount", rootId: discount.id });
    return discount;
  }

  putBulkOperation(operation: BulkOperationRecord): BulkOperationRecord {
    this.bulkOperations.set(operation.id, operation);
    this.#index(operation.id, { kind: "bulk", rootId: operation.id });
    return operation;
  }

  /** Takes back an order that turned out not to be usable. */
  dropOrder(order: OrderRecord): void {
    this.orders.delete(order.id);
    for (const [gid, home] of this.#homes) if (home.kind === "order" && home.rootId === order.id) this.#homes.delete(gid);
  }

  has(gid: string): boolean {
    return this.#homes.has(gid);
  }

  orderOf(gid: string | null): OrderRecord | undefined {
    return this.orders.get(this.#rootOf("order", gid));
  }

  productOf(gid: string | null): ProductRecord | undefined {
    return this.products.get(this.#rootOf("product", gid));
  }

  returnOf(gid: string | null): ReturnRecord | undefined {
    return this.returns.get(this.#rootOf("return", gid));
  }

  ordersOf(customerId: string): OrderRecord[] {
    return [...this.orders.values()].filter((order) => order.customerId === customerId);
  }

  returnsOf(orderId: string): ReturnRecord[] {
    return [...this.returns.values()].filter((record) => record.orderId === orderId);
  }

  customerByEmail(email: string | null): CustomerRecord | undefined {
    if (!email) return undefined;
    const wanted = email.toLowerCase();
    return [...this.customers.values()].find((customer) => customer.email?.toLowerCase() === wanted);
  }

  #rootOf(kind: Home["kind"], gid: string | null): string {
    const home = gid === null ? undefined : this.#homes.get(gid);
    return home?.kind === kind ? home.rootId : "";
  }

  #index(gid: string, home: Home): void {
    this.#homes.set(gid, home);
  }
}
