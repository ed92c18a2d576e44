import type { WebhookHandler } from "#app/use-cases/inbox/handle-webhook.server.ts";
import {
  recordCustomer,
  recordFulfillment,
  recordFulfillmentEvent,
  recordOrder,
  recordProduct,
  recordRefund,
} from "#app/use-cases/orders/record-order-news.server.ts";
import { reviewReopenedReturn, reviewReturnOf } from "#app/use-cases/returns/note-return-news.server.ts";
import { noteBulkFinished } from "#app/use-cases/shops/import-history.server.ts";
import { receivePrivacyRequest } from "#app/use-cases/shops/privacy.server.ts";
import { changeScopes, readProfileAgain, uninstall } from "#app/use-cases/shops/installation.server.ts";

const order: WebhookHandler = (ctx, item) => recordOrder(ctx, item.payload);
const fulfillment: WebhookHandler = (ctx, item) => recordFulfillment(ctx, item.payload);
const customer: WebhookHandler = (ctx, item) => recordCustomer(ctx, item.payload, item.triggeredAt);
const returnNews: WebhookHandler = (ctx, item) => reviewReturnOf(ctx, item.payload);
const privacy: WebhookHandler = (ctx, item) => receivePrivacyRequest(ctx, item);

/** Every topic that shopify.app.toml subscribes to, with its handler (a test compares the two). */
export const WEBHOOK_TOPICS: Readonly<Record<string, WebhookHandler>> = {
  "orders/create": order,
  "orders/updated": order,
  "orders/cancelled": order,
  "refunds/create": (ctx, item) => recordRefund(ctx, item.payload),
  "fulfillments/create": fulfillment,
  "fulfillments/update": fulfillment,
  "fulfillment_events/create": (ctx, item) => recordFulfillmentEvent(ctx, item.payload),
  "returns/request": returnNews,
  "returns/approve": returnNews,
  "returns/decline": returnNews,
  "returns/update": returnNews,
  "returns/process": returnNews,
  "returns/cancel": returnNews,
  "returns/close": returnNews,
  "returns/reopen": (ctx, item) => reviewReopenedReturn(ctx, item.payload),
  "customers/create": customer,
  "customers/update": customer,
  "products/update": (ctx, item) => recordProduct(ctx, item.payload, item.triggeredAt),
  "bulk_operations/finish": (ctx, item) => noteBulkFinished(ctx, item.payload),
  "shop/update": readProfileAgain,
  "app/uninstalled": (ctx, item) => uninstall(ctx, item.triggeredAt),
  "app/scopes_update": (ctx, item) => changeScopes(ctx, item.payload),
  "customers/data_request": privacy,
  "customers/redact": privacy,
  "shop/redact": privacy,
};
