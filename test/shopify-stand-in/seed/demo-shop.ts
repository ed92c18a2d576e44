import { toIso } from "../clock/stand-in-clock.ts";
import { toGid } from "../state/gids.ts";
import type { CustomerRecord, LocationRecord, OrderRecord, ProductRecord, ShopRecord } from "../state/records.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import { seedCustomers } from "./customers.ts";
import type { Fate, Step } from "./journeys.ts";
import { numberingFrom, type Numbering } from "./numbering.ts";
import { seedOrder } from "./orders.ts";
import { seedProducts } from "./products.ts";
import { chanceFrom, type Chance } from "./random.ts";
import { deliveredAt, finishedReturn, refundByHand, refundOfLine } from "./refunds.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEED = 20_260_712;

export const DEMO_DOMAIN = "field-and-thread.myshopify.com";
export const ORDER_COUNT = 400;
export const HISTORY_DAYS = 120;

export interface DemoShop {
  shop: Omit<ShopRecord, "id" | "domain" | "createdAt">;
  location: LocationRecord;
  products: ProductRecord[];
  customers: CustomerRecord[];
  orders: OrderRecord[];
  returns: ReturnRecord[];
}

export interface DemoOptions {
  now: Date;
  /** Where the storefront answers; product images are served from there. */
  imageBase: string;
  /** Told of what carriers will report after now. */
  onAhead?: (fulfillmentId: string, steps: Step[]) => void;
}

/** The demo shop "Field & Thread" as it stands at `now`. The same `now` gives the same shop, record for record. */
export function demoShop(options: DemoOptions): DemoShop {
  const chance = chanceFrom(SEED);
  const ids = numberingFrom();
  const opened = toIso(new Date(options.now.getTime() - 3 * 365 * DAY));
  const location = brooklyn();
  const products = seedProducts({ imageBase: options.imageBase, locationId: location.id, createdAt: opened, chance });
  const customers = seedCustomers(chance, (each) => toIso(new Date(options.now.getTime() - each.whole(HISTORY_DAYS, 900) * DAY)));
  const orders = seedOrders({ now: options.now, chance, ids, location, products, customers, onAhead: options.onAhead });
  const returns = sendSomeBack(orders, { now: options.now, ids, chance, locationId: location.id });
  return { shop: SHOP, location, products, customers, orders, returns };
}

const SHOP: DemoShop["shop"] = {
  name: "Field & Thread",
  email: "hello@fieldandthread.example",
  currency: "USD",
  presentmentCurrencies: ["USD", "EUR", "JPY"],
  timezone: "America/New_York",
  countryCode: "US",
  primaryLocale: "en",
  locales: [
    { locale: "en", name: "English", published: true },
    { locale: "zh-CN", name: "Chinese (Simplified)", published: true },
  ],
  taxesIncluded: false,
  weightUnit: "KILOGRAMS",
  planName: "Grow",
  storeCreditEnabled: true,
  customerAccountsVersion: "NEW_CUSTOMER_ACCOUNTS",
};

function brooklyn(): LocationRecord {
  return {
    id: toGid("Location", 71_000_000_001),
    name: "Brooklyn workshop",
    isActive: true,
    fulfillsOnlineOrders: true,
    address: {
      id: toGid("MailingAddress", 9_100_000_000_001),
      firstName: null,
      lastName: null,
      name: null,
      company: "Field & Thread",
      address1: "63 Flushing Avenue",
      address2: null,
      city: "Brooklyn",
      province: "New York",
      provinceCode: "NY",
      country: "United States",
      countryCode: "US",
      zip: "11205",
      phone: null,
      latitude: null,
      longitude: null,
    },
  };
}

interface Making {
  now: Date;
  chance: Chance;
  ids: Numbering;
  location: LocationRecord;
  products: readonly ProductRecord[];
  customers: readonly CustomerRecord[];
  onAhead: DemoOptions["onAhead"];
}

function seedOrders(making: Making): OrderRecord[] {
  const { chance, now } = making;
  const regulars = Array.from({ length: 34 }, () => chance.pick(making.customers));
  const moments = Array.from({ length: ORDER_COUNT }, () => now.getTime() - chance.between(0.05, HISTORY_DAYS) * DAY).sort((a, b) => a - b);
  return moments.map((at, index) =>
    seedOrder({
      number: 1001 + index,
      at: new Date(Math.floor(at / 1000) * 1000),
      now,
      customer: chance.happens(45) ? chance.pick(regulars) : chance.pick(making.customers),
      products: making.products,
      locationId: making.location.id,
      shopDomain: DEMO_DOMAIN,
      fate: fateOf(at, now, chance),
      handlingHours: chance.between(5, 40),
      chance,
      ids: making.ids,
      ...(making.onAhead ? { onAhead: making.onAhead } : {}),
    }),
  );
}

/** About 8 % late and 2 % stuck. A parcel stuck for longer than five weeks would have been settled by hand long ago. */
function fateOf(at: number, now: Date, chance: Chance): Fate {
  const age = (now.getTime() - at) / DAY;
  const stuckShare = age > 7 && age < 35 ? 7 : 0;
  return chance.weighted([
    ["on-time", 100 - 8 - stuckShare],
    ["late", 8],
    ["stuck", stuckShare],
  ] as const);
}

function sendSomeBack(
  orders: readonly OrderRecord[],
  of: { now: Date; ids: Numbering; chance: Chance; locationId: string },
): ReturnRecord[] {
  const returns: ReturnRecord[] = [];
  const settled = orders.filter((order) => {
    const delivered = deliveredAt(order);
    return delivered !== undefined && of.now.getTime() - delivered.getTime() > 16 * DAY;
  });
  settled.forEach((order, index) => {
    const at = new Date((deliveredAt(order)?.getTime() ?? 0) + of.chance.between(8, 15) * DAY);
    if (index % 45 === 7) refundByHand(order, at, of.ids);
    else if (index % 60 === 11) refundOfLine(order, at, of.ids);
    else if (index % 17 === 3) returns.push(...[finishedReturn(order, at, of)].filter((each) => each !== undefined));
  });
  return returns;
}
