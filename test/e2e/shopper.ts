import { aBoughtOrder, type Bought } from "#test/builders/a-bought-order.ts";
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
