import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { submitReturn } from "#app/use-cases/returns/submit-return.server.ts";
import { chooseMixed, seedMixedOrder, submitMixed } from "#test/builders/a-mixed-request.ts";
import type { WishedLine } from "#test/builders/a-mixed-request.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
let customers = 0;
const actor = "staff:1";
const LARGE = "gid://shopify/ProductVariant/7102";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
  await publishOffers(ctx, {
    refund: {},
    store_credit: { bonusBp: 1000 },
    exchange: {},
    gift_card: { bonusBp: 500 },
    keep_it: { restockingFeeBp: 5000 },
  });
});
afterAll(() => amends.close());

type Kinds = readonly [string, string, string];

const wishOf = (lineGid: string, kind: string): WishedLine => ({ lineGid, kind, ...(kind === "exchange" ? { variant: LARGE } : {}) });

function wish(kinds: Kinds): { gid: OrderGid; wishes: WishedLine[] } {
  customers += 1;
  const email = `mixed${customers}@example.com`;
  const { gid, lines } = seedMixedOrder(amends.standIn, email);
  return { gid, wishes: lines.map((lineGid, index) => wishOf(lineGid, kinds[index] ?? "refund")) };
}

async function submitted(kinds: Kinds): Promise<{ main: StoredReturn; all: readonly StoredReturn[] }> {
  const { gid, wishes } = wish(kinds);
  const main = await submitMixed(ctx, gid, wishes);
  return { main, all: await ofOrder(gid) };
}

/** Everything that was asked for is opened, what is sent back is received, looked at, and to be settled. */
async function readyToSettle(kinds: Kinds): Promise<StoredReturn> {
  const { main, all } = await submitted(kinds);
  for (const { id } of all) await openReturn(ctx, id);
  must(await receiveReturn(ctx, { returnId: main.id, actor }));
  must(await inspectReturn(ctx, { returnId: main.id, actor, lines: [] }));
  return must(await processReturn(ctx, { returnId: main.id, actor }));
}

const ofOrder = (gid: OrderGid) => ctx.transaction((tx) => tx.returns.ofOrder(gid));
const read = async (id: string) => ctx.transaction((tx) => tx.returns.find(id));
const shop = () => amends.standIn.world.firstShop;
const ledgerOf = async (gid: OrderGid) =>
  (await ctx.transaction((tx) => tx.ledger.ofOrder(gid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);

/** Everything that really moved in Shopify for an order's customer. */
function movedFor(gid: OrderGid) {
  const order = shop().orders.get(gid);
  const isTheirs = ({ customerId }: { customerId: string | null }) => customerId === order?.customerId;
  return {
    refunds: (order?.refunds ?? []).map(({ total }) => total.presentment.minor),
    credits: [...shop().credits.values()].filter(isTheirs).flatMap(({ transactions }) => transactions.map(({ amount }) => amount.minor)),
    cards: [...shop().giftCards.values()].filter(isTheirs).map(({ initialValue }) => initialValue.minor),
    sent: (order?.lines ?? []).filter(({ exchangeOf }) => exchangeOf !== null).map(({ variantTitle }) => variantTitle),
  };
}

describe("a return with a resolution for each item", () => {
  test("pays each item in its own way, in one refund, with one line of the ledger for each movement", async () => {
    const { id, orderGid } = await readyToSettle(["refund", "store_credit", "gift_card"]);
    await settleReturn(ctx, id);
    expect(await read(id)).toMatchObject({ status: "closed", resolution: "mixed" });
    expect(movedFor(orderGid)).toEqual({ refunds: [8250], credits: [5500, 550], cards: [924], sent: [] });
    expect(await ledgerOf(orderGid)).toEqual([
      "intended refund 8250",
      "intended store_credit 550",
      "intended gift_card 924",
      "confirmed refund 8250",
      "confirmed store_credit 550",
      "confirmed gift_card 924",
    ]);
  });

  test("sends the exchanged item out and refunds the others", async () => {
    const { id, orderGid, quote } = await readyToSettle(["exchange", "refund", "refund"]);
    expect(quote.total.presentment.minor).toBe(6380);
    await settleReturn(ctx, id);
    expect(movedFor(orderGid)).toMatchObject({ refunds: [6380], sent: ["L"] });
  });

  test("pays for what came back only, in the way that was chosen for it", async () => {
    const { main } = await submitted(["exchange", "store_credit", "refund"]);
    await openReturn(ctx, main.id);
    must(await receiveReturn(ctx, { returnId: main.id, actor }));
    const [, scarf, mug] = main.lines;
    const found = { condition: "as_new", disposition: "not_restocked" } as const;
    const gone = { condition: "missing", disposition: "missing" } as const;
    const lines = main.lines.map(({ id: lineId }) => ({ lineId, quantity: 1, ...(lineId === scarf?.id ? found : gone) }));
    expect(mug).toBeDefined();
    must(await inspectReturn(ctx, { returnId: main.id, actor, lines }));
    must(await processReturn(ctx, { returnId: main.id, actor }));
    await settleReturn(ctx, main.id);
    expect(movedFor(main.orderGid)).toEqual({ refunds: [5500], credits: [5500, 550], cards: [], sent: [] });
  });

  test("what is kept is paid at once, on its own, and the rest when it is back; it is one request for the shopper", async () => {
    const { main, all } = await submitted(["exchange", "refund", "keep_it"]);
    const [, kept] = all;
    expect(all.map(({ resolution, partOf }) => [resolution, partOf])).toEqual([
      ["mixed", undefined],
      ["keep_it", main.id],
    ]);
    const mails = await ctx.transaction((tx) => tx.messages.ofOrder(main.orderGid));
    expect(mails).toMatchObject([
      {
        template: "return_approved",
        variables: {
          amount: { money: { minor: 5500 } },
          resolution: { term: "mixed" },
          items: { items: [{ title: "Linen shirt (M)", term: "exchange" }, { term: "refund" }, { title: "Mug", term: "keep_it" }] },
        },
      },
    ]);
    for (const { id } of all) await openReturn(ctx, id);
    await settleReturn(ctx, kept?.id ?? "");
    expect([(await read(main.id))?.status, (await read(kept?.id ?? ""))?.status]).toEqual(["approved", "closed"]);
    expect(movedFor(main.orderGid)).toMatchObject({ refunds: [480], sent: [] });
    must(await receiveReturn(ctx, { returnId: main.id, actor }));
    must(await inspectReturn(ctx, { returnId: main.id, actor, lines: [] }));
    must(await processReturn(ctx, { returnId: main.id, actor }));
    await settleReturn(ctx, main.id);
    expect(movedFor(main.orderGid)).toMatchObject({ refunds: [480, 5500], sent: ["L"] });
  });

  test("sent twice is one request; cancelled, all of it that is not paid goes with it", async () => {
    const { gid, wishes } = wish(["refund", "refund", "keep_it"]);
    const { access, formKey } = await chooseMixed(ctx, gid, wishes);
    const [first, second] = [must(await submitReturn(ctx, access, { formKey })), must(await submitReturn(ctx, access, { formKey }))];
    expect(second.id).toBe(first.id);
    expect(await ofOrder(gid)).toHaveLength(2);
    must(await cancelReturn(ctx, { returnId: first.id, actor: "shopper" }));
    expect((await ofOrder(gid)).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    const paid = await submitted(["refund", "refund", "keep_it"]);
    for (const { id } of paid.all) await openReturn(ctx, id);
    await settleReturn(ctx, paid.all[1]?.id ?? "");
    must(await cancelReturn(ctx, { returnId: paid.main.id, actor: "shopper" }));
    expect((await ofOrder(paid.main.orderGid)).map(({ status }) => status)).toEqual(["cancelled", "closed"]);
  });

  test("is refused while an item has nothing chosen", async () => {
    const { gid, wishes } = wish(["refund", "refund", "repair"]);
    await expect(chooseMixed(ctx, gid, wishes)).rejects.toThrow("choices_required");
  });

  test("is paid once in every way though the worker is killed before or after any step", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { id, orderGid } = await readyToSettle(["exchange", "store_credit", "gift_card"]);
      const worker = killable(ctx, dieAfter);
      isDone = await settleReturn(worker.ctx, id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await settleReturn(ctx, id);
      await settleReturn(ctx, id);
      expect((await read(id))?.status, `died after step ${dieAfter}`).toBe("closed");
      expect(movedFor(orderGid), `died after step ${dieAfter}`).toEqual({
        refunds: [5500],
        credits: [5500, 550],
        cards: [924],
        sent: ["L"],
      });
      expect(await ledgerOf(orderGid), `died after step ${dieAfter}`).toHaveLength(6);
    }
    expect(dieAfter).toBeGreaterThan(8);
  }, 180_000);
});

describe("staff who look at a request first", () => {
  test("approve all of it with one yes", async () => {
    const { gid, wishes } = wish(["exchange", "refund", "keep_it"]);
    const { main } = await submitted(["exchange", "refund", "keep_it"]);
    expect(main.status).toBe("approved");
    const { access, formKey } = await chooseMixed({ ...ctx }, gid, wishes);
    const asked = must(await submitReturn(ctx, access, { formKey }));
    const all = await ofOrder(gid);
    await ctx.transaction(async (tx) => {
      for (const record of all) await tx.returns.save({ ...record, status: "requested", needsReview: true });
    });
    must(await approveReturn(ctx, { returnId: asked.id, actor }));
    expect((await ofOrder(gid)).map(({ status, needsReview }) => [status, needsReview])).toEqual([
      ["approved", false],
      ["approved", false],
    ]);
  });
});
