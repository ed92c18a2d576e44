import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { declineReturn } from "#app/use-cases/returns/decline-return.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { reviewReturn } from "#app/use-cases/returns/review-return.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { aPolicy, anEligibleOutcome, anOffer } from "#test/builders/a-policy.ts";
import { goToConfirmation, must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
  const document = aPolicy({
    rules: [
      {
        id: "big",
        name: "Two or more are looked at",
        isEnabled: true,
        conditions: [{ on: "quantity", atLeast: 2, atMost: null, isNegated: false }],
        outcome: anEligibleOutcome({ approval: "review" }),
      },
    ],
    otherwise: anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp: 1000 })] }),
  });
  const draft = must(await savePolicyDraft(ctx, { document, revision: 0 }));
  must(await publishPolicy(ctx, { revision: draft.revision, actor }));
  await amends.standIn.control.clock({ advance: "PT1H" });
});
afterAll(() => amends.close());

/** An order placed now, under the policy above, delivered an hour ago. */
function anOrderOfToday(email: string, quantity = 2) {
  const now = amends.standIn.now().toISOString();
  const parcel = { created_at: now, events: [{ status: "delivered", happened_at: now }] };
  return seedShirtOrder(amends.standIn, { email, quantity, processedAt: now, payload: { fulfillments: [parcel] } });
}

async function read(id: string): Promise<StoredReturn> {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
}

const statusesIn = async (orderGid: StoredReturn["orderGid"]) =>
  (await ctx.shopify.returns.returnsOf(orderGid)).map(({ status }) => status);

describe("opening an approved return in Shopify", () => {
  test("news of it, read just before it was tied to ours, makes no second return", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("raced@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid });
    await openReturn(ctx, id);
    const tooEarly: ShopContext = {
      ...ctx,
      transaction: (work) =>
        ctx.transaction((tx) => work({ ...tx, returns: { ...tx.returns, findByGid: () => Promise.resolve(undefined) } })),
    };
    await reviewReturn(tooEarly, (await read(id)).shopifyGid ?? "");
    expect((await ctx.transaction((tx) => tx.returns.ofOrder(orderGid))).map((one) => one.id)).toEqual([id]);
  });

  test("killed before or after any step, it opens exactly one", { timeout: 180_000 }, async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { gid: orderGid, lineGid } = anOrderOfToday(`open-${dieAfter}@example.com`);
      const { id } = await submitWish(ctx, { orderGid, lineGid });
      const worker = killable(ctx, dieAfter);
      const ended = await openReturn(worker.ctx, id).then(
        () => "done",
        (error: unknown) => (error instanceof Killed ? "killed" : Promise.reject(error as Error)),
      );
      isDone = ended === "done";
      await openReturn(ctx, id);
      expect(await statusesIn(orderGid), `died after step ${dieAfter}`).toEqual(["open"]);
      expect((await read(id)).shopifyGid).toBe((await ctx.shopify.returns.returnsOf(orderGid))[0]?.gid);
    }
    expect(dieAfter).toBeGreaterThan(4);
  });

  test("tells Shopify the fee, the reason and which return of ours it is", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("fee@example.com");
    const { id, number, quote } = await submitWish(ctx, { orderGid, lineGid, item: { note: "a bit tight" } });
    expect(quote.total.presentment.minor).toBe(2000);
    await openReturn(ctx, id);
    const [opened] = await ctx.shopify.returns.returnsOf(orderGid);
    expect(opened?.lines).toMatchObject([{ reason: "too-small", note: `a bit tight · Amends ${number}` }]);
    const settling = { lines: [{ gid: opened?.lines[0]?.gid ?? "", quantity: 1 }], exchanges: [], shipping: null, isStoreCredit: false };
    const suggested = await ctx.shopify.returns.suggest({ ...settling, returnGid: opened?.gid ?? gid("Return", 0) });
    expect(suggested.refund.presentment.minor).toBe(2000);
  });

  test("news of it that overtakes the answer ties the two together instead of making a second return", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("overtaken@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid });
    const worker = killable(ctx, 3, "after");
    await openReturn(worker.ctx, id).catch(() => undefined);
    const [opened] = await ctx.shopify.returns.returnsOf(orderGid);
    expect((await read(id)).shopifyGid).toBeNull();
    await reviewReturn(ctx, opened?.gid ?? "");
    await reviewReturn(ctx, opened?.gid ?? "");
    expect((await read(id)).shopifyGid).toBe(opened?.gid);
    expect(await ctx.transaction((tx) => tx.returns.ofOrder(orderGid))).toHaveLength(1);
  });

  test("what Shopify refuses stops, and becomes a case", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("refused@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid });
    amends.standIn.control.refund({ order_id: orderGid, refund_line_items: [{ line_item_id: lineGid, quantity: 2 }] });
    await openReturn(ctx, id);
    expect(await read(id)).toMatchObject({ status: "approved", errorCode: "open_refused" });
    expect(await ctx.transaction((tx) => tx.cases.ofOrder(orderGid))).toMatchObject([{ type: "other", returnId: id }]);
  });
});

describe("a return that waits for staff", () => {
  test("stays in Amends, holds its units, and is opened once they approve", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("review@example.com", 3);
    const asked = await submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } });
    expect(asked).toMatchObject({ status: "requested", needsReview: true });
    expect(await statusesIn(orderGid)).toEqual([]);
    await expect(submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } })).rejects.toThrow(/quantity_too_high/);
    must(await approveReturn(ctx, { returnId: asked.id, actor }));
    expect(await approveReturn(ctx, { returnId: asked.id, actor })).toMatchObject({ ok: false, error: { code: "not_allowed" } });
    await openReturn(ctx, asked.id);
    expect(await statusesIn(orderGid)).toEqual(["open"]);
  });

  test("is declined with a reason, and another one can be asked for", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("declined@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } });
    expect(await declineReturn(ctx, { returnId: id, actor, reason: "OTHER", note: " " })).toMatchObject({
      error: { code: "note_required" },
    });
    must(await declineReturn(ctx, { returnId: id, actor, reason: "OTHER", note: "It was worn." }));
    expect(await read(id)).toMatchObject({ status: "declined", declineReason: "OTHER", declineNote: "It was worn.", needsReview: false });
    const again = await submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } });
    expect(again.name).toMatch(/-R2$/);
  });

  test("an id of another shop is not there", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("mine@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } });
    const other = await startOtherShop();
    expect(await approveReturn(other, { returnId: id, actor })).toEqual({ ok: false, error: { code: "return_unknown" } });
    expect(await cancelReturn(other, { returnId: id, actor })).toEqual({ ok: false, error: { code: "return_unknown" } });
  });

  async function startOtherShop(): Promise<ShopContext> {
    const shopId = ctx.ids.next();
    await amends.app.shops.register("other.myshopify.com", shopId, amends.standIn.now());
    return amends.ctx("other.myshopify.com");
  }
});

describe("one confirmation", () => {
  test("sent many times at once is one return", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("twice@example.com");
    const { access, formKey } = await goToConfirmation(ctx, { orderGid, lineGid });
    const made = await Promise.all(Array.from({ length: 5 }, () => submitReturn(ctx, access, { formKey })));
    expect(new Set(made.map((one) => must(one).id)).size).toBe(1);
    expect(await ctx.transaction((tx) => tx.returns.ofOrder(orderGid))).toHaveLength(1);
  });

  test("two confirmations of the same units at once: one is made, the other is told", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("race@example.com", 1);
    const first = await goToConfirmation(ctx, { orderGid, lineGid });
    const second = await goToConfirmation(ctx, { orderGid, lineGid });
    const made = await Promise.all([first, second].map(({ access, formKey }) => submitReturn(ctx, access, { formKey })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ctx.transaction((tx) => tx.returns.ofOrder(orderGid))).toHaveLength(1);
  });

  test("whose amounts changed meanwhile makes no return", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("changed@example.com");
    const { access, formKey } = await goToConfirmation(ctx, { orderGid, lineGid });
    amends.standIn.control.refund({ order_id: orderGid, amount: "40.00" });
    expect(await submitReturn(ctx, access, { formKey })).toMatchObject({ ok: false, error: { code: "amount_changed" } });
  });

  test("keeps the decision with its rule, its facts and the version the order was bought under", async () => {
    const { gid: orderGid, lineGid } = anOrderOfToday("decided@example.com");
    const { id } = await submitWish(ctx, { orderGid, lineGid, item: { quantity: 2 } });
    const [stored] = await ctx.transaction((tx) => tx.policies.decisionsOf(id));
    expect(stored).toMatchObject({
      decision: { outcome: "review", ruleId: "big", policyVersion: 2, factsUsed: { quantity: 2, reason: "too-small" } },
    });
  });
});
