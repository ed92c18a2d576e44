import { plain } from "../money/amount.ts";
import { outstanding } from "../state/derive-order.ts";
import type { Desk } from "../state/desk.ts";
import type { OrderRecord } from "../state/records.ts";
import { orderUrl } from "../state/urls.ts";

/** Shopify's own mail with what is left to pay of an order and the page on which it can be paid. */
export function mailInvoice({ world, shop }: Desk, order: OrderRecord, to: string): void {
  const due = outstanding(order).presentment;
  const amount = `${plain(due)} ${due.currency}`;
  const link = orderUrl(shop.shop, order);
  world.mailbox.add({
    id: `mail-${world.ids.next("Mail")}`,
    at: world.clock.now().toISOString(),
    from: shop.shop.email,
    to: [to],
    subject: `Invoice for order ${order.name}: ${amount} to pay`,
    text: `${shop.shop.name}\n\n${amount} is left to pay for order ${order.name}.\n\nPay now: ${link}\n`,
    html: `<h1>${shop.shop.name}</h1><p><strong>${amount}</strong> is left to pay for order ${order.name}.</p><p><a href="${link.replaceAll("&", "&amp;")}">Pay now</a></p>`,
    headers: {},
    links: [link],
  });
}
