import { JOINT_ORDERS_MAX } from "#app/domain/returns/joint-return.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import { chooseSolution } from "#app/use-cases/returns/choose-solution.server.ts";
import { accessAfter, joinOrders } from "#app/use-cases/returns/join-orders.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { showJointConfirmation } from "#app/use-cases/returns/show-joint-confirmation.server.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { TEST_NOW, type TestApp } from "#test/support/test-app.ts";
import { seedShirtOrder, type SeededOrderIds, type SeededShirts } from "./a-shirt-order.ts";
import { must } from "./a-shopper.ts";

/** The access of somebody who reads the mail of an address. */
export function mailReader(ctx: ShopContext, orderGid: OrderGid, email: string): PortalAccess {
  return { orderGid, locale: "en", mailKey: ctx.secrets.digest("email", email) };
}

/** Orders of two shirts each that a guest placed today, sent to an address that nobody else has. */
export function ordersOfGuest(amends: TestApp, email: string, changes: readonly SeededShirts[] = [{}, {}]): SeededOrderIds[] {
  const address = { first_name: "Jane", last_name: "Doe", address1: `1 ${email} Street`, city: "Albany", zip: "12207", country_code: "US" };
  return changes.map((one) => {
    const payload = { shipping_address: address, ...one.payload };
    return seedShirtOrder(amends.standIn, { email, processedAt: TEST_NOW.toISOString(), ...one, payload });
  });
}

/** What comes back of one order: one shirt that is too small for a refund, unless told otherwise. */
export interface JointWish extends Pick<SeededOrderIds, "gid" | "lineGid"> {
  readonly resolution?: string;
  readonly quantity?: number;
}

/** Goes the whole way for all orders, up to the page on which they are confirmed at once. */
export async function chooseJointly(ctx: ShopContext, from: PortalAccess, wishes: readonly JointWish[]) {
  const chosen = wishes.map(({ gid }) => gid).slice(0, JOINT_ORDERS_MAX);
  let access = must(await joinOrders(ctx, { access: from, customerGid: undefined, locale: "en", chosen }));
  while (access.joint?.some(({ draftId }) => draftId === undefined)) {
    const wish = wishes.find(({ gid }) => gid === access.orderGid);
    if (!wish) throw new Error("Nothing is wished of this order");
    const { lineGid, quantity = 1, resolution = "refund" } = wish;
    const item = { lineGid, quantity, reason: "too-small", note: "", evidence: [], exchangeVariantGid: null };
    const items = must(await chooseItems(ctx, access, { items: [item] }));
    const shown = must(await showSolutions(ctx, items));
    const next = must(await chooseSolution(ctx, items, { shown, resolution, variants: new Map() }));
    access = accessAfter(next.access, next.confirmation);
  }
  const shown = must(await showJointConfirmation(ctx, access));
  return { access, shown, formKey: shown.formKey };
}

/** The same, confirmed. Answers the return that leads and all others, in their order. */
export async function submitJointly(ctx: ShopContext, from: PortalAccess, wishes: readonly JointWish[]): Promise<StoredReturn[]> {
  const { access, formKey } = await chooseJointly(ctx, from, wishes);
  const lead = must(await submitReturn(ctx, access, { formKey }));
  return [lead, ...(await ctx.transaction((tx) => tx.returns.joinedTo(lead.id)))];
}
