import type { DraftOrderRecord } from "./draft-order-record.ts";
import type { PageRecord } from "./page-record.ts";
import type {
  BulkOperationRecord,
  DiscountRecord,
  GiftCardRecord,
  IdempotencyRecord,
  InstallationRecord,
  StoreCreditAccountRecord,
} from "./credit-records.ts";
import type { CustomerRecord, LocationRecord, MetafieldRecord, OrderRecord, ProductRecord, ShopRecord } from "./records.ts";
import type { ReturnRecord } from "./return-records.ts";

/** Where a child record lives: the gid of the order, product or return that holds it. */
interface Home {
  kind: "order" | "product" | "return" | "customer" | "credit" | "discount" | "giftCard" | "bulk" | "location";
  rootId: string;
}

/** Ids by something they have in common; each id is in one group at most. */
class Groups {
  readonly #groups = new Map<string, Set<string>>();
  readonly #groupOf = new Map<string, string>();

  put(group: string | null, id: string): void {
    const before = this.#groupOf.get(id);
    if (before === group) return;
    if (before !== undefined) this.#groups.get(before)?.delete(id);
    this.#groupOf.delete(id);
    if (group === null) return;
    const members = this.#groups.get(group) ?? new Set<string>();
    this.#groups.set(group, members.add(id));
    this.#groupOf.set(id, group);
  }

  of(group: string): string[] {
    return [...(this.#groups.get(group) ?? [])];
  }
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
  readonly giftCards = new Map<string, GiftCardRecord>();
  readonly draftOrders = new Map<string, DraftOrderRecord>();
  /** Pages of the online store by id. */
  readonly pages = new Map<string, PageRecord>();
  readonly bulkOperations = new Map<string, BulkOperationRecord>();
  readonly metafields = new Map<string, MetafieldRecord[]>();
  readonly idempotency = new Map<string, IdempotencyRecord>();
  readonly #homes = new Map<string, Home>();
  readonly #byCustomer = new Groups();
  readonly #returnsByOrder = new Groups();
  readonly #byEmail = new Groups();
  #highestNumber = 1000;

  constructor(shop: ShopRecord, installation: InstallationRecord) {
    this.shop = shop;
    this.installation = installation;
  }

  putOrder(order: OrderRecord): OrderRecord {
    this.orders.set(order.id, order);
    this.#byCustomer.put(order.customerId, order.id);
    this.#highestNumber = Math.max(this.#highestNumber, order.number);
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
    this.#returnsByOrder.put(record.orderId, record.id);
    const home: Home = { kind: "return", rootId: record.id };
    this.#index(record.id, home);
    for (const part of [...record.lines, ...record.exchangeLines, ...record.reverseOrders]) this.#index(part.id, home);
    for (const reverse of record.reverseOrders) for (const line of reverse.lines) this.#index(line.id, home);
    return record;
  }

  putCustomer(customer: CustomerRecord): CustomerRecord {
    this.customers.set(customer.id, customer);
    this.#byEmail.put(customer.email?.toLowerCase() ?? null, customer.id);
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

  putGiftCard(card: GiftCardRecord): GiftCardRecord {
    this.giftCards.set(card.id, card);
    this.#index(card.id, { kind: "giftCard", rootId: card.id });
    return card;
  }

  putPage(page: PageRecord): PageRecord {
    this.pages.set(page.id, page);
    return page;
  }

  putBulkOperation(operation: BulkOperationRecord): BulkOperationRecord {
    this.bulkOperations.set(operation.id, operation);
    this.#index(operation.id, { kind: "bulk", rootId: operation.id });
    return operation;
  }

  /** The number after the highest one given so far. */
  get nextOrderNumber(): number {
    return this.#highestNumber + 1;
  }

  /** Takes back an order that turned out not to be usable. */
  dropOrder(order: OrderRecord): void {
    this.orders.delete(order.id);
    this.#byCustomer.put(null, order.id);
    this.#highestNumber = [...this.orders.values()].reduce((highest, one) => Math.max(highest, one.number), 1000);
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
    return this.#byCustomer.of(customerId).flatMap((id) => this.orders.get(id) ?? []);
  }

  returnsOf(orderId: string): ReturnRecord[] {
    return this.#returnsByOrder.of(orderId).flatMap((id) => this.returns.get(id) ?? []);
  }

  customerByEmail(email: string | null): CustomerRecord | undefined {
    const [id] = email ? this.#byEmail.of(email.toLowerCase()) : [];
    return id === undefined ? undefined : this.customers.get(id);
  }

  #rootOf(kind: Home["kind"], gid: string | null): string {
    const home = gid === null ? undefined : this.#homes.get(gid);
    return home?.kind === kind ? home.rootId : "";
  }

  #index(gid: string, home: Home): void {
    this.#homes.set(gid, home);
  }
}
