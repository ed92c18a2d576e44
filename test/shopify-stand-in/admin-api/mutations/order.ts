import { cancelOrder } from "./order-cancel.ts";
import { updateOrder } from "./order-update.ts";
import { mailInvoice } from "../../mail/invoice-mail.ts";
import { outstanding } from "../../state/derive-order.ts";
import type { Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { done, failed } from "./payload.ts";

const UNSUCCESSFUL = "ORDER_INVOICE_SEND_UNSUCCESSFUL";

export const orderMutations: Fields<unknown> = {
  orderCancel: (_root, args, ctx) => cancelOrder(args, ctx),
  orderUpdate: (_root, args, ctx) => updateOrder(args, ctx),
  orderInvoiceSend: (_root, args, ctx) => {
    const order = ctx.shop.orders.get(String(args["id"]));
    if (!order) return failed("order", userError(["id"], "Order does not exist", UNSUCCESSFUL));
    const { to } = (args["email"] ?? {}) as { to?: string | null };
    const address = to ?? order.email;
    if (!address) return failed("order", userError(["email", "to"], "To can't be blank", UNSUCCESSFUL));
    if (outstanding(order).presentment.minor <= 0)
      return failed("order", userError(["id"], "Order has nothing outstanding to pay", UNSUCCESSFUL));
    mailInvoice(ctx, order, address);
    ctx.announce();
    return done("order", order);
  },
};
