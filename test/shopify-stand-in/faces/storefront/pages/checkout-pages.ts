import { digitsOfGid, toGid } from "../../../state/gids.ts";
import type { CustomerRecord, OrderRecord, ProductRecord, VariantRecord } from "../../../state/records.ts";
import type { World } from "../../../world.ts";
import { imageDrop, isAvailable, variantDrop } from "../drops.ts";
import type { Translate } from "../order-view.ts";
import { buy, CODES, customerFor } from "../place-order.ts";
import type { PageContent } from "../theme.ts";
import type { Visitor } from "../visitor.ts";
import { demoPeople, personDrop } from "./account-pages.ts";

interface Wanted {
  product: ProductRecord;
  variant: VariantRecord;
  quantity: number;
}

/** What the form asks to buy, as far as the shop has it. */
export function wantedItem(visitor: Visitor, form: URLSearchParams): Wanted | undefined {
  const id = toGid("ProductVariant", form.get("variant") ?? "");
  const product = visitor.shop.productOf(id);
  const variant = product?.variants.find((each) => each.id === id);
  const quantity = Math.min(5, Math.max(1, Math.floor(Number(form.get("quantity") ?? 1)) || 1));
  return product && variant && isAvailable(variant) ? { product, variant, quantity } : undefined;
}

export function checkoutPage(visitor: Visitor, item: Wanted, of: { translate: Translate; problem?: string }): PageContent {
  const { customer } = visitor;
  const drop = variantDrop(item.variant, visitor.currency);
  return {
    template: "checkout",
    title: of.translate("checkout.title"),
    data: {
      product: { title: item.product.title },
      variant: { ...drop, featured_image: imageDrop(item.variant.image ?? item.product.images[0]) },
      quantity: item.quantity,
      total: drop.price * item.quantity,
      people: demoPeople(visitor).map((each) => personDrop(visitor, each)),
      customer: customer && { ...personDrop(visitor, customer), address: addressLine(customer) },
      problem: of.problem,
    },
  };
}

function addressLine({ address }: CustomerRecord): string {
  return [address?.address1, address?.zip, address?.city, address?.country].filter(Boolean).join(", ");
}

export type Checkout = { order: OrderRecord; customer: CustomerRecord } | { problem: string };

export function checkOut(world: World, visitor: Visitor, of: { item: Wanted; form: URLSearchParams; translate: Translate }): Checkout {
  const { item, form, translate } = of;
  const chosen = form.get("customer") ?? "";
  const email = (form.get("email") ?? "").trim();
  const known = chosen === "" ? undefined : visitor.shop.customers.get(toGid("Customer", chosen));
  if (!known && !/^[^\s@]+@[^\s@]+$/.test(email)) return { problem: translate("checkout.missing") };
  const customer =
    known ??
    customerFor(world, visitor.shop, {
      email,
      firstName: form.get("first_name") ?? "",
      lastName: form.get("last_name") ?? "",
      country: form.get("country") ?? "US",
      locale: visitor.locale,
    });
  const code = (form.get("code") ?? "").trim().toUpperCase();
  const percent = CODES[code];
  const order = buy(world, visitor.shop, { customer, items: [item], code: percent === undefined ? null : { code, percent } });
  return { order, customer };
}

export function orderPath(visitor: Visitor, order: OrderRecord): string {
  return `${visitor.rootUrl === "/" ? "" : visitor.rootUrl}/${digitsOfGid(visitor.shop.shop.id)}/orders/${order.token}?thanks=1`;
}
