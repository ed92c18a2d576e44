import { toIso } from "../clock/stand-in-clock.ts";
import { digitsOfGid } from "../state/gids.ts";
import type { CustomerRecord, FulfillmentRecord, OrderRecord, ProductRecord, VariantRecord } from "../state/records.ts";
import { shipment, type Fate, type Step } from "./journeys.ts";
import type { Numbering } from "./numbering.ts";
import { priceCart, priceIn, type LineDraft, type PricedCart, type TaxRule } from "./order-money.ts";
import { countryOf } from "./people.ts";
import type { Chance } from "./random.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface OrderPlan {
  number: number;
  at: Date;
  now: Date;
  customer: CustomerRecord;
  products: readonly ProductRecord[];
  locationId: string;
  shopDomain: string;
  fate: Fate;
  /** Hours from the order to the carrier's label; undefined when nothing has been sent yet. */
  handlingHours: number | undefined;
  chance: Chance;
  ids: Numbering;
  onAhead?: (fulfillmentId: string, steps: Step[]) => void;
}

interface Tariff {
  title: string;
  code: string;
  usd: number;
  freeFrom: number;
}

const TARIFFS: Readonly<Record<string, Tariff>> = {
  US: { title: "Standard (4–5 days)", code: "us-standard", usd: 690, freeFrom: 15_000 },
  DE: { title: "Standard (5–7 days)", code: "de-standard", usd: 990, freeFrom: 20_000 },
  CN: { title: "International (7–9 days)", code: "cn-standard", usd: 1400, freeFrom: 25_000 },
  JP: { title: "International (6–8 days)", code: "jp-standard", usd: 1300, freeFrom: 25_000 },
};

const US_TAX: Readonly<Record<string, number>> = { NY: 888, OR: 0, TX: 825, IL: 1025, WA: 1035, CO: 881, CA: 1075 };

function taxOf(country: string, provinceCode: string | null): TaxRule | null {
  if (country === "DE") return { title: "MwSt.", basisPoints: 1900, included: true };
  if (country === "JP") return { title: "消費税", basisPoints: 1000, included: true };
  const rate = country === "US" ? (US_TAX[provinceCode ?? ""] ?? 0) : 0;
  return rate > 0 ? { title: `${provinceCode ?? ""} Sales Tax`, basisPoints: rate, included: false } : null;
}

/** One order as it stands now: paid, perhaps sent, perhaps delivered. */
export function seedOrder(plan: OrderPlan): OrderRecord {
  const country = plan.customer.address?.countryCode ?? "US";
  const { currency } = countryOf(country);
  const cart = pricedCart(plan, { country, currency, lines: pickLines(plan, currency) });
  return orderOf(plan, cart, parcelsOf(plan, cart, { name: `#${plan.number}`, country }));
}

export type OrderFacts = Pick<OrderPlan, "number" | "at" | "customer" | "chance" | "ids">;

/** A paid order around a priced cart. */
export function orderOf(facts: OrderFacts, cart: PricedCart, fulfillments: FulfillmentRecord[]): OrderRecord {
  const { chance, ids, customer } = facts;
  const gateway = chance.happens(16) ? "paypal" : "shopify_payments";
  const at = toIso(facts.at);
  return {
    ...cart,
    id: ids("Order"),
    name: `#${facts.number}`,
    number: facts.number,
    email: customer.email,
    phone: customer.phone,
    note: null,
    tags: [],
    test: false,
    currency: "USD",
    presentmentCurrency: cart.totals.price.presentment.currency,
    customerId: customer.id,
    customerLocale: customer.locale,
    confirmationNumber: confirmationNumber(chance),
    sourceName: "web",
    financialStatus: null,
    cancelReason: null,
    cancelledAt: null,
    closedAt: null,
    createdAt: at,
    processedAt: at,
    updatedAt: fulfillments.at(-1)?.updatedAt ?? at,
    token: Array.from({ length: 32 }, () => chance.whole(0, 15).toString(16)).join(""),
    shippingAddress: customer.address && { ...customer.address, id: ids("MailingAddress") },
    billingAddress: customer.address && { ...customer.address, id: ids("MailingAddress") },
    noteAttributes: [],
    paymentGatewayNames: [gateway],
    transactions: [
      {
        id: ids("OrderTransaction"),
        kind: "SALE",
        status: "SUCCESS",
        gateway,
        amount: cart.totals.price,
        parentId: null,
        refundId: null,
        createdAt: at,
        paymentId: `${digitsOfGid(customer.id)}.${facts.number}`,
      },
    ],
    fulfillments,
    refunds: [],
    extra: {},
  };
}

function pickLines(plan: OrderPlan, currency: string): LineDraft[] {
  const { chance } = plan;
  const count = chance.weighted([
    [1, 46],
    [2, 33],
    [3, 15],
    [4, 6],
  ] as const);
  const chosen = new Map<string, { product: ProductRecord; variant: VariantRecord }>();
  while (chosen.size < count) {
    const product = chance.pick(plan.products);
    if (product.isGiftCard && !chance.happens(30)) continue;
    const variant = chance.pick(product.variants);
    chosen.set(product.id, { product, variant });
  }
  return [...chosen.values()].map(({ product, variant }) =>
    lineOf({ product, variant, quantity: chance.happens(13) ? 2 : 1, currency, ids: plan.ids, knitwearWeek: isKnitwearWeek(plan) }),
  );
}

/** For one week, seven weeks before now, knitwear was 15 % off without a code. */
function isKnitwearWeek(plan: OrderPlan): boolean {
  const age = plan.now.getTime() - plan.at.getTime();
  return age > 46 * DAY && age < 60 * DAY;
}

export interface LineWish {
  product: ProductRecord;
  variant: VariantRecord;
  quantity: number;
  currency: string;
  ids: Numbering;
  knitwearWeek?: boolean;
}

export function lineOf({ product, variant, quantity, currency, ids, knitwearWeek = false }: LineWish): LineDraft {
  return {
    ownDiscountPercent: knitwearWeek && product.productType === "Knitwear" ? 15 : 0,
    line: {
      id: ids("LineItem"),
      title: product.title,
      name: `${product.title} - ${variant.title}`,
      variantTitle: variant.title,
      sku: variant.sku,
      vendor: product.vendor,
      quantity,
      price: priceIn(currency, variant.price.minor),
      grams: 400,
      taxable: variant.taxable,
      requiresShipping: variant.requiresShipping,
      giftCard: product.isGiftCard,
      productId: product.id,
      variantId: variant.id,
      properties: [],
      exchangeOf: null,
    },
  };
}

export interface CartContents {
  country: string;
  currency: string;
  lines: readonly LineDraft[];
}

export function pricedCart(
  plan: Pick<OrderPlan, "customer" | "chance" | "ids">,
  cart: CartContents,
  code?: { code: string; percent: number } | null,
): PricedCart {
  const tariff = TARIFFS[cart.country] ?? { title: "Standard", code: "standard", usd: 690, freeFrom: 15_000 };
  const goods = cart.lines.reduce((all, { line }) => all + line.price.shop.minor * line.quantity, 0);
  const charged = goods >= tariff.freeFrom ? 0 : tariff.usd;
  const chosenCode = code === undefined ? pickCode(plan.chance) : code;
  return priceCart({
    lines: cart.lines,
    shipping: {
      id: plan.ids("ShippingLine"),
      title: tariff.title,
      code: tariff.code,
      price: priceIn(cart.currency, charged),
      discountedPrice: priceIn(cart.currency, charged),
      source: "shopify",
    },
    code: chosenCode,
    automaticTitle: "Knitwear week",
    tax: taxOf(cart.country, plan.customer.address?.provinceCode ?? null),
    currency: cart.currency,
  });
}

function pickCode(chance: Chance): { code: string; percent: number } | null {
  if (chance.happens(14)) return { code: "WELCOME10", percent: 10 };
  return chance.happens(4) ? { code: "FRIENDS20", percent: 20 } : null;
}

function parcelsOf(plan: OrderPlan, cart: PricedCart, of: { name: string; country: string }): FulfillmentRecord[] {
  const sendable = cart.lines.filter((line) => line.requiresShipping);
  if (plan.handlingHours === undefined || sendable.length === 0) return [];
  const shippedAt = new Date(plan.at.getTime() + plan.handlingHours * HOUR);
  if (shippedAt > plan.now) return [];
  const split = sendable.length > 1 && plan.chance.happens(16);
  const groups = split ? [sendable.slice(0, 1), sendable.slice(1)] : [sendable];
  return groups.flatMap((group, index) => {
    const sent = new Date(shippedAt.getTime() + index * 30 * HOUR);
    if (sent > plan.now) return [];
    return shipment({
      orderName: of.name,
      index: index + 1,
      lines: group.map((line) => ({ lineItemId: line.id, quantity: line.quantity })),
      country: of.country,
      city: plan.customer.address?.city ?? null,
      shippedAt: sent,
      fate: index === 0 ? plan.fate : "on-time",
      now: plan.now,
      locationId: plan.locationId,
      chance: plan.chance,
      ids: plan.ids,
      ...(plan.onAhead ? { onAhead: plan.onAhead } : {}),
    });
  });
}

function confirmationNumber(chance: Chance): string {
  return Array.from({ length: 9 }, () => chance.pick([..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789"])).join("");
}
