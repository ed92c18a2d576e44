import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gid } from "#app/domain/shared/gid.ts";
import { readSlip } from "#app/use-cases/labels/read-slip.server.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { joinOrders, ordersToJoin } from "#app/use-cases/returns/join-orders.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { readAccess, signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { showJointConfirmation } from "#app/use-cases/returns/show-joint-confirmation.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { chooseJointly, mailReader, ordersOfGuest, submitJointly } from "#test/builders/a-joint-return.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder, type SeededOrderIds, type SeededShirts } from "#test/builders/a-shirt-order.ts";
import { goToConfirmation, must } from "#test/builders/a-shopper.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
let guests = 0;
const actor = "staff:1";
const FEE = { minor: 500, currency: "USD" };

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
  const takesFee = { takesReturnShippingFee: true };
  const { abuse } = await readSettings(ctx, ["abuse"]);
  const value = { ...abuse.value, valueAtRisk: { minor: 10_000, currency: "USD" } };
  must(await saveSettings(ctx, { changes: [{ name: "abuse", value, version: abuse.version }], actor }));
  await publishOffers(
    ctx,
    { refund: takesFee, store_credit: takesFee, keep_it: { restockingFeeBp: 5000 } },
    { returnShippingFees: [{ countries: [], amount: FEE }] },
  );
});
afterAll(() => amends.close());

interface Guest {
  readonly email: string;
  readonly orders: readonly [SeededOrderIds, SeededOrderIds, ...SeededOrderIds[]];
  readonly access: PortalAccess;
}

function aGuest(changes?: readonly SeededShirts[]): Guest {
  guests += 1;
  const email = `joint${guests}@example.com`;
  const [first, second, ...others] = ordersOfGuest(amends, email, changes);
  if (!first || !second) throw new Error("A guest has two orders");
  return { email, orders: [first, second, ...others], access: mailReader(ctx, first.gid, email) };
}

const ofOrder = (order: Pick<SeededOrderIds, "gid">) => ctx.transaction((tx) => tx.returns.ofOrder(order.gid));
const read = async (id: string) => ctx.transaction((tx) => tx.returns.find(id));
const inShopify = ({ gid: id }: Pick<SeededOrderIds, "gid">) => amends.standIn.world.firstShop.returnsOf(id).map(({ status }) => status);
const refundsOf = ({ gid: id }: Pick<SeededOrderIds, "gid">) =>
  (amends.standIn.world.firstShop.orders.get(id)?.refunds ?? []).map(({ total }) => total.presentment.minor);
const orderNameIn = ({ order_name: name }: MailVariables) => (typeof name === "string" ? name : "");

/** What the shopper was told, whichever of the orders it is kept with. */
async function told(orders: readonly Pick<SeededOrderIds, "gid">[]) {
  const mails = await ctx.transaction(async (tx) => {
    const found = [];
    for (const order of orders) found.push(...(await tx.messages.ofOrder(order.gid)));
    return found;
  });
  return mails.map(({ template, variables }) => ({ template, order: orderNameIn(variables), amount: variables["amount"] }));
}

async function pay(record: StoredReturn): Promise<void> {
  must(await receiveReturn(ctx, { returnId: record.id, actor }));
  must(await inspectReturn(ctx, { returnId: record.id, actor, lines: [] }));
  must(await processReturn(ctx, { returnId: record.id, actor }));
  await settleReturn(ctx, record.id);
}

describe("a return of two orders", () => {
  test("orders from before the shop changed its currency come back with those of today, each in its own", async () => {
    const { access, orders } = aGuest([{ payload: { currency: "EUR" } }, {}, { payload: { currency: "EUR" } }]);
    const made = await submitJointly(ctx, access, orders);
    expect(made.map(({ quote }) => quote.total.shop.currency).toSorted()).toEqual(["EUR", "EUR", "USD"]);
  });

  test("is confirmed once and becomes one return for each order, the second tied to the first, with one fee for their one parcel", async () => {
    const { orders, access } = aGuest();
    const { shown } = await chooseJointly(ctx, access, orders);
    expect(shown.orders.map(({ parts }) => parts.map(({ quote }) => quote.total.presentment.minor))).toEqual([[1700], [2200]]);
    const [lead, other] = await submitJointly(ctx, access, orders);
    expect(lead).toMatchObject({ orderGid: orders[0].gid, status: "approved" });
    expect(other).toMatchObject({ orderGid: orders[1].gid, status: "approved", joinedTo: lead?.id });
    expect([lead?.partOf, lead?.joinedTo, other?.partOf]).toEqual([undefined, undefined, undefined]);
  });

  test("is opened in Shopify order by order, each once though its job comes twice, and pays what was confirmed", async () => {
    const { orders, access } = aGuest();
    const returns = await submitJointly(ctx, access, orders);
    for (const { id } of [...returns, ...returns]) await openReturn(ctx, id);
    expect(orders.map(inShopify)).toEqual([["OPEN"], ["OPEN"]]);
    for (const { id } of returns) await pay((await read(id)) ?? failed());
    // The fee that the first order bore is not taken again from the second.
    expect(orders.map(refundsOf)).toEqual([[1700], [2200]]);
    for (const { id } of returns) await settleReturn(ctx, id);
    expect(orders.map(refundsOf)).toEqual([[1700], [2200]]);
  });

  test("sent twice, one after the other and both at once, is one return of each order and one mail", async () => {
    const { orders, access: from } = aGuest();
    const { access, formKey } = await chooseJointly(ctx, from, orders);
    const both = await Promise.all([submitReturn(ctx, access, { formKey }), submitReturn(ctx, access, { formKey })]);
    const again = await submitReturn(ctx, access, { formKey });
    expect(new Set([...both, again].map((one) => must(one).id)).size).toBe(1);
    expect((await Promise.all(orders.map(ofOrder))).map(({ length }) => length)).toEqual([1, 1]);
    expect(await told(orders)).toEqual([
      {
        template: "return_approved",
        order: orders.map(({ name }) => name).join(", "),
        amount: { money: { minor: 3900, currency: "USD" } },
      },
    ]);
  });

  test("is all or nothing: units of one order that are gone meanwhile leave the other order without a return, too", async () => {
    const { orders, access: from } = aGuest();
    const [first, second] = orders;
    const { access, formKey } = await chooseJointly(ctx, from, [first, { ...second, quantity: 2 }]);
    const alone = await goToConfirmation(ctx, { orderGid: second.gid, lineGid: second.lineGid });
    must(await submitReturn(ctx, alone.access, { formKey: alone.formKey }));
    const refused = await submitReturn(ctx, access, { formKey });
    expect(refused).toMatchObject({ ok: false, error: { code: "invalid_selection", orderGid: second.gid } });
    expect(await ofOrder(first)).toEqual([]);
  });

  test("of which one waits for staff is approved for the other; staff decide each order alone, and nothing is told twice", async () => {
    const { orders, access } = aGuest([{}, { quantity: 6 }]);
    const [first, second] = orders;
    const { shown } = await chooseJointly(ctx, access, [first, { ...second, quantity: 6 }]);
    expect(shown.orders.map(({ isForReview }) => isForReview)).toEqual([false, true]);
    const [lead, other] = await submitJointly(ctx, access, [first, { ...second, quantity: 6 }]);
    if (!lead || !other) throw new Error("Two returns were made");
    expect([lead.status, other.status]).toEqual(["approved", "requested"]);
    const names = async () => (await told(orders)).map(({ template, order }) => `${template} ${order}`).toSorted();
    expect(await names()).toEqual([`return_approved ${first.name}`, `return_requested ${second.name}`]);
    must(await approveReturn(ctx, { returnId: other.id, actor }));
    expect(await names()).toEqual([`return_approved ${first.name}`, `return_approved ${second.name}`, `return_requested ${second.name}`]);
  });

  test("counts together: what neither order would be looked at for, both at once are", async () => {
    const { orders, access } = aGuest([{ quantity: 3 }, { quantity: 3 }]);
    const { shown } = await chooseJointly(
      ctx,
      access,
      orders.map((order) => ({ ...order, quantity: 3 })),
    );
    expect(shown.orders.map(({ isForReview }) => isForReview)).toEqual([false, true]);
  });

  test("has one packing slip with what is in the parcel, by the number of the first, from whichever order it is asked for", async () => {
    const { orders, access } = aGuest();
    const [lead, other] = await submitJointly(ctx, access, orders);
    if (!lead || !other) throw new Error("Two returns were made");
    const slips = [];
    for (const { id, orderGid } of [lead, other]) slips.push(must(await readSlip(ctx, { orderGid, locale: "en", returnId: id })));
    expect(slips.map(({ code }) => code)).toEqual([String(lead.number), String(lead.number)]);
    expect(slips[1]?.sent.map(({ record }) => record.orderName)).toEqual(orders.map(({ name }) => name));
    must(await cancelReturn(ctx, { returnId: other.id, actor: "shopper" }));
    const left = must(await readSlip(ctx, { orderGid: lead.orderGid, locale: "en", returnId: lead.id }));
    expect(left.sent.map(({ record }) => record.id)).toEqual([lead.id]);
  });

  test("is followed on one page, and taken back as a whole or one order alone", async () => {
    const { orders, access } = aGuest([{}, {}, {}]);
    const [lead, second, third] = await submitJointly(ctx, access, orders);
    if (!lead || !second || !third) throw new Error("Three returns were made");
    const followed = must(await readStatus(ctx, { orderGid: second.orderGid, locale: "en", returnId: second.id }));
    expect([followed.papersOf.id, followed.joined.map(({ record }) => record.id)]).toEqual([lead.id, [lead.id, third.id]]);
    for (const { id } of [lead, second, third]) await openReturn(ctx, id);
    must(await cancelReturn(ctx, { returnId: lead.id, actor: "shopper" }));
    expect(orders.map(inShopify)).toEqual([["CANCELED"], ["OPEN"], ["OPEN"]]);
    must(await cancelReturn(ctx, { returnId: third.id, actor: "shopper", withJoined: true }));
    expect(orders.map(inShopify)).toEqual([["CANCELED"], ["CANCELED"], ["CANCELED"]]);
  });

  test("what is kept of one order belongs to that order, and what of the other is sent back is in the parcel", async () => {
    const { orders, access } = aGuest();
    const [first, second] = orders;
    const [lead, other] = await submitJointly(ctx, access, [{ ...first, resolution: "keep_it" }, second]);
    if (!lead || !other) throw new Error("Two returns were made");
    // Nothing of the first is sent, so the second bears the fee itself.
    expect([lead.quote.total.presentment.minor, other.quote.total.presentment.minor]).toEqual([1200, 1700]);
    const slip = must(await readSlip(ctx, { orderGid: lead.orderGid, locale: "en", returnId: lead.id }));
    expect(slip.sent.map(({ record }) => record.id)).toEqual([other.id]);
  });
});

describe("whose orders may come back together", () => {
  test("who reads the mail of an address sees what was sent of its orders, and nothing of anybody else's", async () => {
    const { orders, access, email } = aGuest([{}, {}, { isSent: false }]);
    aGuest();
    seedShirtOrder(amends.standIn, { email: `x${email}` });
    const offered = must(await ordersToJoin(ctx, { access, customerGid: undefined }));
    expect(offered.base?.orderGid).toBe(orders[0].gid);
    expect(offered.others.map(({ gid: id }) => id)).toEqual([orders[1].gid]);
  });

  test("knowing one order alone, or the mail's link, shows no other", async () => {
    const { access: reader, orders } = aGuest();
    const bare = { orderGid: orders[0].gid, locale: "en" };
    expect(must(await ordersToJoin(ctx, { access: bare, customerGid: undefined })).others).toEqual([]);
    expect(await ordersToJoin(ctx, { access: { ...reader, isFollowOnly: true }, customerGid: undefined })).toMatchObject({ ok: false });
    const gift = { id: "01980000-0000-7000-8000-000000000001", name: "Gus", email: "gus@example.com" };
    expect(await ordersToJoin(ctx, { access: { ...reader, gift }, customerGid: undefined })).toMatchObject({ ok: false });
    const stranger = gid("Customer", 999_999);
    expect(must(await ordersToJoin(ctx, { access: bare, customerGid: stranger })).others).toEqual([]);
  });

  test("a customer who is signed in sees their own orders, not those that only bear their address", async () => {
    const [own, more, foreign] = ordersOfGuest(amends, "signed@example.com", [
      { payload: { customer: { id: 4401, email: "signed@example.com" } } },
      { payload: { customer: { id: 4401, email: "signed@example.com" } } },
      { payload: { customer: { id: 4402, email: "other@example.com" } } },
    ]);
    if (!own || !more || !foreign) throw new Error("Three orders were placed");
    const asked = { access: { orderGid: own.gid, locale: "en" }, customerGid: gid("Customer", 4401) };
    expect(must(await ordersToJoin(ctx, asked)).others.map(({ gid: id }) => id)).toEqual([more.gid]);
    expect(await joinOrders(ctx, { ...asked, locale: "en", chosen: [foreign.gid] })).toMatchObject({ error: { code: "order_not_theirs" } });
  });

  test("an order that was not offered is refused by its name in the form, however it came there", async () => {
    const [mine, theirs] = [aGuest(), aGuest()];
    for (const chosen of [theirs.orders[0].gid, "gid://shopify/Order/1", "' or 1=1", mine.orders[1].name]) {
      const joined = await joinOrders(ctx, { access: mine.access, customerGid: undefined, locale: "en", chosen: [chosen] });
      expect(joined).toMatchObject({ ok: false, error: { code: "order_not_theirs" } });
    }
  });

  test("drafts of two people in one access are refused once more when it is confirmed", async () => {
    const [mine, theirs] = [aGuest(), aGuest()];
    const own = await chooseJointly(ctx, mine.access, mine.orders);
    const stolen = await chooseJointly(ctx, theirs.access, theirs.orders);
    const crossed = { ...own.access, joint: [...(own.access.joint ?? []).slice(0, 1), ...(stolen.access.joint ?? []).slice(0, 1)] };
    expect(await showJointConfirmation(ctx, crossed)).toMatchObject({ ok: false, error: { code: "order_not_theirs" } });
    // A draft of another order under one's own order's name is none.
    const [first, second] = own.access.joint ?? [];
    const swapped = [first ?? failed(), { ...(second ?? failed()), draftId: stolen.access.joint?.[0]?.draftId ?? "" }];
    expect(await showJointConfirmation(ctx, { ...own.access, joint: swapped })).toMatchObject({ ok: false, error: { code: "draft_gone" } });
  });

  test("more than five at once, or none, are not taken", async () => {
    const { orders, access } = aGuest([{}, {}, {}, {}, {}, {}]);
    const chosen = orders.map(({ gid: id }) => id);
    expect(await joinOrders(ctx, { access, customerGid: undefined, locale: "en", chosen })).toMatchObject({
      error: { code: "too_many_orders" },
    });
    expect(await joinOrders(ctx, { access: undefined, customerGid: undefined, locale: "en", chosen: [] })).toMatchObject({
      error: { code: "orders_required" },
    });
  });

  test("the orders travel in the signed state unchanged, and a link of a mail carries none", async () => {
    const { orders, access: from } = aGuest();
    const { access } = await chooseJointly(ctx, from, orders);
    expect(await readAccess(ctx, await signAccess(ctx, access))).toEqual(access);
    const followed = await readAccess(ctx, await signAccess(ctx, { ...access, isFollowOnly: true }));
    expect([followed?.joint, followed?.mailKey]).toEqual([undefined, undefined]);
  });
});

function failed(): never {
  throw new Error("There should be one");
}
