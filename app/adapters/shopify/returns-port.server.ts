import type { ShopifyReturns } from "#app/use-cases/returns/ports.ts";
import type { AdminClient } from "./admin-client.server.ts";
import { variantsOf } from "./operations/exchange-variants.server.ts";
import { findOrder, findOrderByName, ordersOf, ordersWith } from "./operations/find-orders.server.ts";
import { sendInvoice } from "./operations/order-invoice.server.ts";
import { readGoodsOrigin } from "./operations/goods-origin.server.ts";
import { readParcelAddress } from "./operations/parcel-address.server.ts";
import { readOpenAmong } from "./operations/open-returns.server.ts";
import { readReturn, readReturnsOf } from "./operations/return-detail.server.ts";
import {
  approveReturn,
  cancelReturn,
  closeReturn,
  declineReturn,
  openReturn,
  takeOutOfReturn,
} from "./operations/return-lifecycle.server.ts";
import { disposeGoods, processReturn, suggestOutcome } from "./operations/return-process.server.ts";
import { addReverseDelivery, readReverseDeliveries } from "./operations/reverse-delivery.server.ts";
import { readOrderToReturn } from "./operations/returnable-order.server.ts";

/** Returns in Shopify, over one shop's client. */
export function returnsPort(admin: AdminClient): ShopifyReturns {
  return {
    findOrder: (asked) => findOrder(admin, asked),
    findByName: (name) => findOrderByName(admin, name),
    ordersOf: (customerGid) => ordersOf(admin, customerGid),
    ordersWith: (email) => ordersWith(admin, email),
    readOrder: (gid) => readOrderToReturn(admin, gid),
    variantsOf: (products) => variantsOf(admin, products),
    open: (wanted) => openReturn(admin, wanted),
    read: (gid) => readReturn(admin, gid),
    returnsOf: (orderGid) => readReturnsOf(admin, orderGid),
    openAmong: (gids) => readOpenAmong(admin, gids),
    approve: (gid) => approveReturn(admin, gid),
    decline: (gid, decline) => declineReturn(admin, gid, decline),
    cancel: (gid) => cancelReturn(admin, gid),
    close: (gid) => closeReturn(admin, gid),
    takeOut: (gid, lines) => takeOutOfReturn(admin, gid, lines),
    parcelAddressOf: (gid) => readParcelAddress(admin, gid),
    originsOf: (gid) => readGoodsOrigin(admin, gid),
    deliveriesOf: (gid) => readReverseDeliveries(admin, gid),
    addDelivery: (gid, wanted) => addReverseDelivery(admin, gid, wanted),
    suggest: (settling) => suggestOutcome(admin, settling),
    sendInvoice: (orderGid, to) => sendInvoice(admin, orderGid, to),
    dispose: (dispositions, locationGid) => disposeGoods(admin, { dispositions, locationGid }),
    process: (processing) => processReturn(admin, processing),
  };
}
