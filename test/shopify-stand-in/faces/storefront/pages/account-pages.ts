import { digitsOfGid } from "../../../state/gids.ts";
import type { CustomerRecord } from "../../../state/records.ts";
import { money, orderView, type Translate } from "../order-view.ts";
import type { PageContent } from "../theme.ts";
import type { Visitor } from "../visitor.ts";

const SHOWN = 12;

export function loginPage(visitor: Visitor, translate: Translate, problem?: string): PageContent {
  return {
    template: "login",
    title: translate("account.sign_in"),
    data: {
      people: demoPeople(visitor).map((each) => personDrop(visitor, each)),
      return_to: safePath(visitor.query.get("return_to") ?? visitor.query.get("return_url") ?? visitor.query.get("checkout_url")),
      problem,
    },
  };
}

export function accountPage(visitor: Visitor, customer: CustomerRecord, translate: Translate): PageContent {
  const orders = visitor.shop.ordersOf(customer.id).sort((a, b) => b.number - a.number);
  const credits = [...visitor.shop.credits.values()].filter((account) => account.customerId === customer.id && account.balance.minor > 0);
  return {
    template: "account",
    title: translate("footer.account"),
    data: {
      customer: {
        id: digitsOfGid(customer.id),
        first_name: customer.firstName,
        email: customer.email,
        orders: orders.map((order) => orderView(order, visitor, translate)),
        store_credit: credits.map(({ balance }) => money(balance, visitor.locale)),
      },
    },
  };
}

export function orderPage(visitor: Visitor, token: string, translate: Translate): PageContent | undefined {
  const order = [...visitor.shop.orders.values()].find((each) => each.token === token);
  if (!order) return undefined;
  return {
    template: "order",
    title: translate("order.title", { name: order.name }),
    data: { order: orderView(order, visitor, translate), thanks: visitor.query.has("thanks") },
  };
}

/** Customers to choose from: those with the newest orders, some of every country. */
export function demoPeople(visitor: Visitor): CustomerRecord[] {
  const newest = [...visitor.shop.orders.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const ids = [...new Set(newest.map(({ customerId }) => customerId))];
  const people = ids.flatMap((id) => visitor.shop.customers.get(id ?? "") ?? []);
  const byCountry = new Map<string, CustomerRecord[]>();
  for (const person of people) {
    const country = person.address?.countryCode ?? "";
    const list = byCountry.get(country) ?? [];
    if (list.length < SHOWN / 4) byCountry.set(country, [...list, person]);
  }
  return ["US", "DE", "CN", "JP"].flatMap((country) => byCountry.get(country) ?? []);
}

export function personDrop(visitor: Visitor, customer: CustomerRecord): Record<string, unknown> {
  return {
    id: digitsOfGid(customer.id),
    name: customer.address?.name ?? `${customer.firstName ?? ""} ${customer.lastName ?? ""}`.trim(),
    email: customer.email,
    country: customer.address?.countryCode ?? "",
    orders_count: visitor.shop.ordersOf(customer.id).length,
  };
}

/** Only a path of this storefront; anything else goes to the account. */
export function safePath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : "";
}
