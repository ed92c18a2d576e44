import { Mutation } from "../mutations/registry.ts";
import type { Fields } from "../context.ts";
import { BulkOperation } from "./bulk-operation.ts";
import { Collection } from "./collection.ts";
import { Market, Segment } from "./customer-groups.ts";
import { Customer, MailingAddress } from "./customer.ts";
import { DiscountCodeBasic, DiscountCodeNode } from "./discount.ts";
import { DraftOrder } from "./draft-order.ts";
import { Fulfillment, FulfillmentEvent, FulfillmentLineItem } from "./fulfillment.ts";
import { GiftCard } from "./gift-card.ts";
import { Duty, LineItem, ShippingLine } from "./line-item.ts";
import { Metafield } from "./metafield.ts";
import { Order } from "./order.ts";
import { Image, InventoryItem, InventoryLevel, Product, ProductVariant } from "./product.ts";
import { QueryRoot, ReturnableFulfillment } from "./query-root.ts";
import { OrderAdjustment, OrderTransaction, Refund, RefundDuty, RefundLineItem, RefundShippingLine } from "./refund.ts";
import * as returns from "./return.ts";
import { App, AppInstallation, Location, Shop } from "./shop.ts";
import { StoreCreditAccount, StoreCreditAccountCreditTransaction } from "./store-credit.ts";
import { TranslatableResource } from "./translations.ts";

/**
 * The types whose fields are listed one by one: a field that is missing here answers with an error that names it. Types that
 * are not listed (payloads, connections, money) answer with the property of the value, and with the same error without one.
 */
export const resolvers: Readonly<Record<string, Fields<never>>> = {
  QueryRoot,
  Mutation,
  App,
  AppInstallation,
  BulkOperation,
  Collection,
  Customer,
  DiscountCodeBasic,
  DiscountCodeNode,
  DraftOrder,
  Duty,
  ExchangeLineItem: returns.ExchangeLineItem,
  Fulfillment,
  FulfillmentEvent,
  FulfillmentLineItem,
  GiftCard,
  Image,
  InventoryItem,
  InventoryLevel,
  LineItem,
  Location,
  MailingAddress,
  Market,
  Metafield,
  Order,
  OrderAdjustment,
  OrderTransaction,
  Product,
  ProductVariant,
  Refund,
  RefundDuty,
  RefundLineItem,
  RefundShippingLine,
  RestockingFee: returns.RestockingFee,
  Return: returns.Return,
  ReturnLineItem: returns.ReturnLineItem,
  ReturnReasonDefinition: returns.ReturnReasonDefinition,
  ReturnableFulfillment,
  ReverseDelivery: returns.ReverseDelivery,
  ReverseFulfillmentOrder: returns.ReverseFulfillmentOrder,
  ReverseFulfillmentOrderDisposition: returns.ReverseFulfillmentOrderDisposition,
  ReverseFulfillmentOrderLineItem: returns.ReverseFulfillmentOrderLineItem,
  Segment,
  ShippingLine,
  Shop,
  StoreCreditAccount,
  StoreCreditAccountCreditTransaction,
  TranslatableResource,
};
