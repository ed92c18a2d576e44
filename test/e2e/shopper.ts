import { aBoughtOrder, type Bought } from "#test/builders/a-bought-order.ts";
import { plain, type Amount } from "#test/shopify-stand-in/money/amount.ts";
import type { PageOptions } from "#test/support/browser.ts";
import type { Shopper } from "./portal-walk.ts";
import type { Story } from "./story.ts";

interface Arriving extends Omit<Bought, "locale"> {
  /** Where the screenshots go. */
  readonly name: string;
  readonly locale?: Shopper["locale"];
  readonly browser?: PageOptions;
}

/** Somebody who has bought something, in front of a browser of their own. */
export async function aShopperOf(story: Story, { name, locale = "en", browser, ...bought }: Arriving): Promise<Shopper> {
  const order = aBoughtOrder(story.world.standIn, { ...bought, locale });
  const { orders } = (await story.control("/control/orders", order)) as { orders: readonly { name: string }[] };
  const opened = await story.open(name, { locale: locale === "en" ? "en-US" : locale, ...browser });
  return { ...opened, story, locale, order: orders[0]?.name ?? "", email: bought.email };
}

interface Ledger {
  readonly orders: readonly {
    readonly name: string;
    readonly refunds: readonly { readonly total: { readonly amount: string; readonly currency: string } }[];
  }[];
}

/** What left the shop for an order, as Shopify has it: "69.98 USD". */
export async function paidFor(story: Story, order: string): Promise<string[]> {
  const { orders } = (await story.control("/control/ledger")) as Ledger;
  const refunds = orders.filter(({ name }) => name === order).flatMap((each) => each.refunds);
  return refunds.map(({ total }) => `${total.amount} ${total.currency}`);
}

/** Everything that left the shop for an order, as Shopify has it: money as "28.00 USD", goods by their variant. */
export interface Left {
  readonly refunds: readonly string[];
  readonly credits: readonly string[];
  readonly giftCards: readonly string[];
  readonly sent: readonly string[];
}

/** What left the shop for an order whose customer has no other. */
export function leftFor({ world }: Story, name: string): Left {
  const shop = world.standIn.world.firstShop;
  const order = [...shop.orders.values()].find((one) => one.name === name);
  if (!order) throw new Error(`There is no order ${name}`);
  const isTheirs = ({ customerId }: { customerId: string | null }) => customerId === order.customerId;
  const written = (amount: Amount) => `${plain(amount)} ${amount.currency}`;
  return {
    refunds: order.refunds.map(({ total }) => written(total.presentment)),
    credits: [...shop.credits.values()].filter(isTheirs).flatMap(({ transactions }) => transactions.map(({ amount }) => written(amount))),
    giftCards: [...shop.giftCards.values()].filter(isTheirs).map(({ initialValue }) => written(initialValue)),
    sent: order.lines.filter(({ exchangeOf }) => exchangeOf !== null).map(({ variantTitle }) => variantTitle ?? ""),
  };
}
