import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { TEST_NOW } from "#test/support/test-app.ts";
import { must } from "./a-shopper.ts";
import { seedShirtOrder } from "./a-shirt-order.ts";

/** An order of one shirt of 25.00, a scarf of 50.00 and a mug of 8.00, all with 10 % tax on top, bought and delivered today. */
export function seedMixedOrder(
  standIn: StandIn,
  email: string,
  boughtAt = TEST_NOW,
): { gid: OrderGid; name: string; lines: readonly [string, string, string] } {
  const line = (title: string, price: string, tax: string) => ({
    ...{ title, price, quantity: 1, vendor: "Northwind" },
    tax_lines: [{ title: "Tax", rate: 0.1, price: tax }],
  });
  const shirt = { product_id: 7001, variant_id: 7101, variant_title: "M", sku: "SHIRT-M" };
  const { gid, name } = seedShirtOrder(standIn, {
    email,
    processedAt: boughtAt.toISOString(),
    payload: {
      discount_applications: [],
      // Everybody lives somewhere else: a shared address makes staff look first.
      shipping_address: {
        first_name: "Jane",
        last_name: "Doe",
        address1: `1 ${email} Street`,
        city: "Albany",
        zip: "12207",
        country_code: "US",
      },
      line_items: [{ ...line("Linen shirt", "25.00", "2.50"), ...shirt }, line("Scarf", "50.00", "5.00"), line("Mug", "8.00", "0.80")],
    },
  });
  const [first, second, third] = (standIn.world.firstShop.orders.get(gid)?.lines ?? []).map(({ id }) => id);
  if (!first || !second || !third) throw new Error("The order has three lines");
  return { gid, name, lines: [first, second, third] };
}

/** What one line becomes. */
export interface WishedLine {
  readonly lineGid: string;
  readonly kind: string;
  readonly variant?: string;
  /** It is too small unless told otherwise. */
  readonly reason?: string;
}

/** Goes the whole way through the portal's use cases with a resolution for each line. Answers the return that stands for the request. */
export async function submitMixed(ctx: ShopContext, orderGid: OrderGid, wishes: readonly WishedLine[]): Promise<StoredReturn> {
  const { access, formKey } = await chooseMixed(ctx, orderGid, wishes);
  return must(await submitReturn(ctx, access, { formKey }));
}

/** The same, up to the page on which it is confirmed. */
export async function chooseMixed(ctx: ShopContext, orderGid: OrderGid, wishes: readonly WishedLine[]) {
  const items = wishes.map(({ lineGid, reason = "too-small" }) => ({
    ...{ lineGid, quantity: 1, reason, note: "", evidence: [], exchangeVariantGid: null },
  }));
  const access = must(await chooseItems(ctx, { orderGid, locale: "en" }, { items }));
  const shown = must(await showSolutions(ctx, access));
  const choices = wishes.flatMap(({ lineGid, kind, variant }) => {
    const { options } = shown.perItem.find((item) => item.lineGid === lineGid) ?? { options: [] };
    const option = options.find((one) => one.kind === kind && (variant === undefined || one.variant?.variantGid === variant));
    return option ? [[lineGid, option] as const] : [];
  });
  const chosen = { shown, resolution: "mixed", variants: new Map<string, string>(), choices: new Map(choices) };
  const { access: next, confirmation } = must(await chooseSolution(ctx, access, chosen));
  return { access: next, formKey: confirmation.formKey, confirmation };
}
