import { emptyAddress } from "../../state/address.ts";
import { countryOf } from "../../seed/people.ts";
import { chanceFrom } from "../../seed/random.ts";
import { withDuties, type Abroad } from "../../seed/abroad.ts";
import { lineOf, orderOf, pricedCart } from "../../seed/orders.ts";
import type { CustomerRecord, FulfillmentRecord, OrderRecord, ProductRecord, VariantRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";
import type { World } from "../../world.ts";

export interface Purchase {
  customer: CustomerRecord;
  items: readonly { product: ProductRecord; variant: VariantRecord; quantity: number }[];
  code?: { code: string; percent: number } | null;
  abroad?: Abroad | null;
  /** When it was bought; now, unless a story needs the past. */
  at?: Date;
  parcels?: (order: { name: string; lines: OrderRecord["lines"] }) => FulfillmentRecord[];
}

/** The codes that the demo checkout takes. */
export const CODES: Readonly<Record<string, number>> = { WELCOME10: 10, FRIENDS20: 20 };

/** Buys something: the order is put into the shop and stock goes down. Nothing is announced yet. */
export function buy(world: World, shop: ShopState, purchase: Purchase): OrderRecord {
  const { customer } = purchase;
  const country = customer.address?.countryCode ?? shop.shop.countryCode;
  const currency = currencyFor(shop, country);
  const number = Math.max(1000, ...[...shop.orders.values()].map((order) => order.number)) + 1;
  const chance = chanceFrom(number);
  const ids = (kind: string): string => world.ids.gid(kind);
  const lines = purchase.items.map((item) => lineOf({ ...item, currency, ids }));
  const goods = pricedCart({ customer, chance, ids }, { country, currency, lines }, purchase.code ?? null);
  const cart = purchase.abroad ? withDuties(goods, purchase.abroad, ids) : goods;
  const parcels = purchase.parcels?.({ name: `#${number}`, lines: goods.lines }) ?? [];
  const order = orderOf({ number, at: purchase.at ?? world.clock.now(), customer, chance, ids }, cart, parcels);
  for (const { variant, quantity } of purchase.items) takeFromStock(variant, quantity);
  return shop.putOrder(order);
}

function currencyFor(shop: ShopState, country: string): string {
  const known = ["US", "DE", "CN", "JP"].includes(country) ? countryOf(country).currency : shop.shop.currency;
  return shop.shop.presentmentCurrencies.includes(known) ? known : shop.shop.currency;
}

function takeFromStock(variant: VariantRecord, quantity: number): void {
  const [place] = Object.entries(variant.stock).filter(([, pieces]) => pieces >= quantity)[0] ?? [];
  if (variant.tracked && place !== undefined) variant.stock[place] = (variant.stock[place] ?? 0) - quantity;
}

/** The customer with this address, or a new one as a first checkout makes them. */
export function customerFor(
  world: World,
  shop: ShopState,
  buyer: { email: string; firstName: string; lastName: string; country: string; locale: string },
): CustomerRecord {
  const known = shop.customerByEmail(buyer.email);
  if (known) return known;
  const country = countryOf(["US", "DE", "CN", "JP"].includes(buyer.country) ? buyer.country : "US");
  const [city, province, provinceCode, zip] = country.cities[0] ?? ["", "", "", ""];
  const now = world.nowIso();
  const name = { firstName: buyer.firstName || "New", lastName: buyer.lastName || "Customer" };
  return shop.putCustomer({
    ...name,
    id: world.ids.gid("Customer"),
    email: buyer.email,
    phone: null,
    locale: buyer.locale,
    state: "DISABLED",
    note: null,
    tags: [],
    verifiedEmail: true,
    taxExempt: false,
    currency: country.currency,
    address: {
      ...emptyAddress(world.ids.gid("MailingAddress")),
      ...name,
      name: `${name.firstName} ${name.lastName}`,
      address1: `${country.streets[0] ?? ""} 1`,
      city,
      province,
      provinceCode,
      zip,
      country: country.name,
      countryCode: country.code,
    },
    createdAt: now,
    updatedAt: now,
  });
}
