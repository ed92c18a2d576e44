import { reconcile, type Difference, type ShopifyMovement } from "#app/domain/compensation/reconcile.ts";
import type { Gid } from "#app/domain/shared/gid.ts";
import { DAY, dateIn, endOfDate } from "#app/domain/shared/time.ts";
import { aSeededOrder, aSeededParcel } from "#test/builders/a-seeded-order.ts";
import type { TestApp } from "./test-app.ts";

/** A parcel on its way. */
export interface Parcel {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly fulfillmentGid: string;
  /** The first moment at which its promise is broken. */
  readonly dueAt: Date;
}

let buyers = 0;

/** Seeds an order of USD 80.00 with one parcel to Berlin that is promised for two days from now. */
export async function parcelOnItsWay(
  world: TestApp,
  { parcel = {}, ...order }: Record<string, unknown> & { parcel?: Record<string, unknown> } = {},
): Promise<Parcel> {
  const email = `buyer${(buyers += 1)}@example.com`;
  const promised = new Date(world.standIn.now().getTime() + 2 * DAY);
  const given = aSeededOrder({
    email,
    customer: { first_name: "Ada", email },
    fulfillments: [aSeededParcel({ estimated_delivery_at: promised.toISOString(), ...parcel })],
    ...order,
  });
  const [seeded] = world.standIn.control.orders(given);
  await world.settled();
  const record = world.standIn.world.firstShop.orders.get(seeded?.id ?? "");
  return {
    id: seeded?.id ?? "",
    name: seeded?.name ?? "",
    email,
    fulfillmentGid: record?.fulfillments[0]?.id ?? "",
    dueAt: endOfDate(dateIn("Europe/Berlin", promised), "Europe/Berlin"),
  };
}

/** The carrier reports the delivery of an order's parcel. */
export async function reportDelivery(world: TestApp, { name }: Pick<Parcel, "name">, at: Date): Promise<void> {
  world.standIn.control.events({ order_name: name, status: "delivered", happened_at: at.toISOString() });
  await world.settled();
}

/** What a customer was given: store credit as "4.80 USD", codes as "4.80 USD code". */
export function givenTo(world: TestApp, { email }: Pick<Parcel, "email">): string[] {
  const shop = world.standIn.world.firstShop;
  const customer = shop.customerByEmail(email);
  const credits = [...shop.credits.values()].filter(({ customerId }) => customerId === customer?.id);
  const codes = [...shop.discounts.values()].filter(({ customerIds }) => customerIds.includes(customer?.id ?? ""));
  const text = ({ minor, currency }: { minor: number; currency: string }) => `${(minor / 100).toFixed(2)} ${currency}`;
  return [
    ...credits.flatMap(({ transactions }) => transactions.map(({ amount }) => text(amount))),
    ...codes.flatMap(({ amount }) => (amount ? [`${text(amount)} code`] : [])),
  ];
}

/** Where the app's ledger and the stand-in's tell different stories; nothing, when all is well. */
export async function ledgerDifferences(world: Pick<TestApp, "ctx" | "standIn">): Promise<Difference[]> {
  const ctx = await world.ctx();
  const entries = await ctx.transaction((tx) => tx.ledger.all());
  const shop = world.standIn.world.firstShop;
  const credits = [...shop.credits.values()].flatMap(({ transactions }) =>
    transactions.map(({ id, amount, event }): ShopifyMovement => ({
      gid: id as Gid,
      kind: "store_credit",
      amount,
      orderGid: null,
      isOurs: event === "ADJUSTMENT",
      isActive: true,
    })),
  );
  const codes = [...shop.discounts.values()].flatMap(({ id, amount, deactivated }): ShopifyMovement[] =>
    amount ? [{ gid: id as Gid, kind: "discount_code", amount, orderGid: null, isOurs: true, isActive: !deactivated }] : [],
  );
  return reconcile(entries, [...credits, ...codes]);
}

/** Saves part of a settings document over what is stored. */
export async function changeSettings(world: TestApp, name: string, value: object): Promise<void> {
  const ctx = await world.ctx();
  await ctx.transaction(async (tx) => {
    const stored = await tx.settings.read(name);
    await tx.settings.save(name, value, { expectedVersion: stored?.version ?? 0, by: "test", at: ctx.clock.now() });
  });
}
