import type { Bag } from "../money/amount.ts";
import type { JsonObject } from "../json.ts";
import type { DutyRecord } from "./duty-record.ts";

export type { DutyRecord } from "./duty-record.ts";
export type { ImageRecord, ProductRecord, VariantRecord } from "./product-records.ts";

/** Everything here is plain data: it is written to the snapshot file as it is. Instants are ISO strings. */
export interface ShopRecord {
  id: string;
  domain: string;
  name: string;
  email: string;
  currency: string;
  presentmentCurrencies: string[];
  timezone: string;
  countryCode: string;
  primaryLocale: string;
  locales: { locale: string; name: string; published: boolean }[];
  taxesIncluded: boolean;
  weightUnit: string;
  planName: string;
  storeCreditEnabled: boolean;
  customerAccountsVersion: "CLASSIC" | "NEW_CUSTOMER_ACCOUNTS";
  createdAt: string;
}

export interface AddressRecord {
  id: string;
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  country: string | null;
  countryCode: string | null;
  zip: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface MetafieldRecord {
  id: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface CustomerRecord {
  id: string;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  locale: string;
  state: string;
  note: string | null;
  tags: string[];
  /** Whether the customer agreed to marketing by e-mail; absent: no. */
  acceptsMarketing?: boolean;
  verifiedEmail: boolean;
  taxExempt: boolean;
  currency: string;
  address: AddressRecord | null;
  createdAt: string;
  updatedAt: string;
}

export interface LocationRecord {
  id: string;
  name: string;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  address: AddressRecord;
}

export interface TaxLineRecord {
  title: string;
  rate: number;
  price: Bag;
}

export interface AllocationRecord {
  amount: Bag;
  applicationIndex: number;
}

export interface LineRecord {
  id: string;
  title: string;
  name: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  /** Units that staff took off the order by editing it. */
  removedQuantity?: number;
  price: Bag;
  grams: number;
  taxable: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  productId: string | null;
  variantId: string | null;
  properties: { name: string; value: string }[];
  taxLines: TaxLineRecord[];
  allocations: AllocationRecord[];
  duties?: DutyRecord[];
  /** What was given on top: a line that nobody sends. */
  isTip?: boolean;
  /** Set on a line that an exchange added: it owes its price to this return. */
  exchangeOf: string | null;
}

export interface ShippingLineRecord {
  id: string;
  title: string;
  code: string | null;
  price: Bag;
  discountedPrice: Bag;
  taxLines: TaxLineRecord[];
  source: string | null;
}

export interface FulfillmentEventRecord {
  id: string;
  status: string;
  message: string | null;
  happenedAt: string;
  estimatedDeliveryAt: string | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  createdAt: string;
}

export interface FulfillmentRecord {
  id: string;
  name: string;
  status: string;
  lines: { id: string; lineItemId: string; quantity: number }[];
  trackingCompany: string | null;
  trackingNumbers: string[];
  trackingUrls: string[];
  service: string;
  locationId: string | null;
  estimatedDeliveryAt: string | null;
  events: FulfillmentEventRecord[];
  createdAt: string;
  updatedAt: string;
}

export interface TransactionRecord {
  id: string;
  kind: string;
  status: string;
  gateway: string;
  amount: Bag;
  parentId: string | null;
  refundId: string | null;
  createdAt: string;
  paymentId: string | null;
}

export interface RefundLineRecord {
  id: string;
  lineItemId: string;
  quantity: number;
  restockType: "RETURN" | "CANCEL" | "NO_RESTOCK" | "LEGACY_RESTOCK";
  restocked: boolean;
  locationId: string | null;
  subtotal: Bag;
  tax: Bag;
}

export interface RefundRecord {
  id: string;
  note: string | null;
  returnId: string | null;
  lines: RefundLineRecord[];
  shipping: Bag;
  /** What went back of each duty, the taxes on it included. */
  duties?: { dutyId: string; amount: Bag }[];
  /** The difference between what the lines are worth and what was paid back. */
  adjustment: { amount: Bag; reason: string } | null;
  transactionIds: string[];
  storeCredit: Bag;
  total: Bag;
  createdAt: string;
}

export interface OrderRecord {
  id: string;
  name: string;
  number: number;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  test: boolean;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  /** Whether prices contain the duties. */
  dutiesIncluded?: boolean;
  customerId: string | null;
  customerLocale: string | null;
  confirmationNumber: string;
  sourceName: string;
  financialStatus: string | null;
  /** What the warehouse has in hand before anything is sent. */
  warehouse?: "IN_PROGRESS" | "ON_HOLD";
  cancelReason: string | null;
  cancelledAt: string | null;
  closedAt: string | null;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  token: string;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  lines: LineRecord[];
  shippingLines: ShippingLineRecord[];
  discountApplications: JsonObject[];
  discountCodes: JsonObject[];
  noteAttributes: { name: string; value: string }[];
  paymentGatewayNames: string[];
  totals: { price: Bag; subtotal: Bag; tax: Bag; discounts: Bag; lineItems: Bag; shipping: Bag };
  transactions: TransactionRecord[];
  fulfillments: FulfillmentRecord[];
  refunds: RefundRecord[];
  /** Payload fields that the stand-in does not use itself and repeats in webhooks as they came. */
  extra: JsonObject;
}
