import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import type { StoredOrder } from "#app/use-cases/orders/ports.ts";
import { cancelDryRun, continueDryRun, startDryRun } from "#app/use-cases/policies/dry-run.server.ts";
import { publishPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import { explainDryRunChange } from "#app/use-cases/policies/read-dry-run.server.ts";
import { runDryRun } from "#app/use-cases/policies/run-dry-run.server.ts";
import { aPastOrder, PAST_PRODUCT, storePastOrder } from "#test/builders/a-past-order.ts";
import { must } from "#test/builders/a-shopper.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

const actor = "staff:1";
const DAY = 86_400_000;
const PACE = { ordersPerStep: 2, stepsPerJob: 100 };
const daysAgo = (days: number) => new Date(MONDAY_TEN.getTime() - days * DAY);

/** Summer shirts no longer come back; Germans have two weeks. */
const draft: Policy = {
  ...defaultPolicy("USD"),
  otherwise: { ...defaultPolicy("USD").otherwise, windowDays: 14 } as Policy["otherwise"],
  rules: [
    ...defaultPolicy("USD").rules,
    {
      id: "summer",
      name: "Summer goods",
      isEnabled: true,
      conditions: [
        { on: "product_tag", oneOf: ["summer"], isNegated: false },
        { on: "country", oneOf: ["DE"], isNegated: true },
      ],
      outcome: { kind: "ineligible", because: "final_sale", instead: [] },
    },
  ],
};

const orders: StoredOrder[] = [
  ...[2, 4, 6, 8, 10].map((days) => aPastOrder(daysAgo(days))),
  aPastOrder(daysAgo(12), { order: { countryCode: "DE" } }),
  aPastOrder(daysAgo(13), { order: { cancelledAt: daysAgo(12) } }),
  aPastOrder(daysAgo(200)),
];

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
  await readPolicy(shop.ctx);
  await shop.tx(async (tx) => {
    await tx.orders.saveProduct(PAST_PRODUCT);
    for (const order of orders) await storePastOrder(tx, order);
  });
  must(await savePolicyDraft(shop.ctx, { document: draft, revision: 0 }));
});
afterAll(() => shop.close());
beforeEach(() => shop.rows((prisma) => prisma.dryRun.deleteMany()));

const find = async (id: string) => {
  const run = await shop.tx((tx) => tx.dryRuns.find(id));
  if (!run) throw new Error("The run is there");
  return run;
};
const changesOf = (id: string, filter = {}) => shop.tx((tx) => tx.dryRuns.changes(id, filter, { limit: 50, offset: 0 }));
const start = async (days: 30 | 90 | 365 = 30) => must(await startDryRun(shop.ctx, { days, actor }));

describe("trying a draft on past orders", () => {
  test("says which decisions change, where, and what they are worth", async () => {
    const id = await start();
    expect(await find(id)).toMatchObject({ status: "queued", orders: 7, ordersDone: 0, startedBy: actor, draftVersion: 2 });
    await runDryRun(shop.ctx, id, PACE);
    const run = await find(id);
    expect(run).toMatchObject({ status: "finished", ordersDone: 7, changes: 6 });
    expect(run.tally.sold).toMatchObject({ decisions: 6, changed: 6, refusedMinor: 20_000, allowedMinor: 0 });
    expect(run.tally.byCountry).toMatchObject({ US: { sold: { changed: 5 } }, DE: { sold: { changed: 1, refusedMinor: 0 } } });
    expect((await changesOf(id, { country: "DE" })).changes).toMatchObject([
      { orderName: orders[5]?.name, changes: ["shorter_window"], publishedOutcome: "eligible", draftOutcome: "eligible", country: "DE" },
    ]);
    expect((await changesOf(id, { change: "refused" })).total).toBe(5);
  });

  test("an order imported with the history, whose shipment does not say what was in it, counts as sent with all its lines", async () => {
    const imported = aPastOrder(daysAgo(300), { shipment: { lines: [] } });
    await shop.tx((tx) => storePastOrder(tx, imported));
    const id = await start(365);
    await runDryRun(shop.ctx, id, PACE);
    expect((await changesOf(id)).changes[0]).toMatchObject({ number: 1, orderName: imported.name, changes: ["refused"] });
    await shop.rows((prisma) => prisma.order.deleteMany({ where: { gid: imported.gid } }));
  });

  test("knows what a rule asks beyond the order, and asks Shopify for each thing once", async () => {
    const asked: string[] = [];
    const policyFacts = {
      ...shop.ctx.shopify.policyFacts,
      collectionsOf: async (products: readonly string[]) => {
        asked.push(...products);
        return new Map(products.map((gid) => [gid, ["gid://shopify/Collection/1"]]));
      },
      marketOf: async (country: string) => {
        asked.push(country);
        return country === "DE" ? "gid://shopify/Market/1" : "";
      },
    };
    const ctx = { ...shop.ctx, shopify: { ...shop.ctx.shopify, policyFacts } };
    const { draft: stored } = await readPolicy(ctx);
    const [collection, market] = ["Collection", "Market"].map((kind) => [{ gid: `gid://shopify/${kind}/1`, name: kind }]);
    const outside: Policy["rules"][number] = {
      id: "outside",
      name: "Linen outside Germany",
      isEnabled: true,
      conditions: [
        { on: "collection", oneOf: collection ?? [], isNegated: false },
        { on: "market", oneOf: market ?? [], isNegated: true },
      ],
      outcome: { kind: "ineligible", because: "hygiene", instead: [] },
    };
    const document = { ...defaultPolicy("USD"), rules: [outside] };
    must(await savePolicyDraft(ctx, { document, revision: stored?.revision ?? 0 }));
    const id = await start();
    await runDryRun(ctx, id, PACE);
    expect((await find(id)).tally).toMatchObject({ sold: { decisions: 6, changed: 5 }, rules: { outside: { sold: 5 } } });
    expect(asked.toSorted()).toEqual(["DE", "US", "gid://shopify/Product/7001"]);
    must(await savePolicyDraft(ctx, { document: draft, revision: (stored?.revision ?? 0) + 1 }));
  });

  test("looks further back when asked to", async () => {
    const id = await start(365);
    await runDryRun(shop.ctx, id, PACE);
    expect(await find(id)).toMatchObject({ orders: 8, ordersDone: 8, changes: 7 });
  });

  test("each changed decision explains itself twice: as it is published and as the draft has it", async () => {
    const id = await start();
    await runDryRun(shop.ctx, id, PACE);
    const explained = must(await explainDryRunChange(shop.ctx, { runId: id, number: 2 }));
    expect(explained.published).toMatchObject({ outcome: "eligible", policyVersion: 1, decidedBy: "otherwise" });
    expect(explained.draft).toMatchObject({ outcome: "ineligible", policyVersion: 2, ruleName: "Summer goods", because: "final_sale" });
    expect(explained.draft.explanation.map(({ code }) => code)).toContain("rule_matched");
    expect(await explainDryRunChange(shop.ctx, { runId: id, number: 99 })).toMatchObject({ ok: false });
    expect(await explainDryRunChange(shop.otherCtx, { runId: id, number: 2 })).toMatchObject({ ok: false });
  });

  test("stops when it is cancelled and keeps what it found", async () => {
    const id = await start();
    await runDryRun(shop.ctx, id, { ordersPerStep: 2, stepsPerJob: 1 });
    expect(await find(id)).toMatchObject({ status: "running", ordersDone: 2 });
    expect(await cancelDryRun(shop.otherCtx, id)).toBe(false);
    expect(await cancelDryRun(shop.ctx, id)).toBe(true);
    await runDryRun(shop.ctx, id, PACE);
    expect(await find(id)).toMatchObject({ status: "cancelled", ordersDone: 2 });
    expect(await cancelDryRun(shop.ctx, id)).toBe(false);
  });

  test("goes on with the draft it was started with, whatever becomes of the draft", async () => {
    const id = await start();
    await runDryRun(shop.ctx, id, { ordersPerStep: 2, stepsPerJob: 1 });
    const { draft: stored } = await readPolicy(shop.ctx);
    must(await savePolicyDraft(shop.ctx, { document: { ...draft, rules: [] }, revision: stored?.revision ?? 0 }));
    await runDryRun(shop.ctx, id, PACE);
    expect(await find(id)).toMatchObject({ status: "finished", changes: 6 });
    must(await savePolicyDraft(shop.ctx, { document: draft, revision: (stored?.revision ?? 0) + 1 }));
  });

  test("a second run waits until the first is over", async () => {
    const id = await start();
    expect(await startDryRun(shop.ctx, { days: 90, actor })).toEqual({ ok: false, error: { code: "already_running" } });
    await runDryRun(shop.ctx, id, PACE);
    await start(90);
  });

  test("a run whose job was given up can be taken on again", async () => {
    const id = await start();
    const before = (await shop.app.queue.load()).waiting;
    await continueDryRun(shop.ctx, id);
    expect((await shop.app.queue.load()).waiting).toBe(before + 1);
  });
});

describe("a dry run comes to the same", () => {
  const fingerprint = async (id: string) => {
    const { tally, changes, ordersDone, status } = await find(id);
    const listed = await changesOf(id);
    return { tally, changes, ordersDone, status, numbers: listed.changes.map(({ number, orderName }) => `${number} ${orderName}`) };
  };
  const undisturbed = async () => {
    const id = await start();
    await runDryRun(shop.ctx, id, PACE);
    return fingerprint(id);
  };

  test("when its job is delivered twice, one after the other and at once", async () => {
    const expected = await undisturbed();
    const id = await start();
    await Promise.all([runDryRun(shop.ctx, id, PACE), runDryRun(shop.ctx, id, PACE)]);
    await runDryRun(shop.ctx, id, PACE);
    expect(await fingerprint(id)).toEqual(expected);
  });

  test("when its worker is killed before or after any step", async () => {
    const expected = await undisturbed();
    for (let dieAfter = 0; dieAfter <= 8; dieAfter += 1) {
      await shop.rows((prisma) => prisma.dryRun.deleteMany());
      const id = await start();
      const dying = killable(shop.ctx, dieAfter);
      await runDryRun(dying.ctx, id, PACE).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await runDryRun(shop.ctx, id, PACE);
      expect(await fingerprint(id)).toEqual(expected);
    }
  });
});

test("without a draft there is nothing to test", async () => {
  const { draft: stored } = await readPolicy(shop.ctx);
  must(await publishPolicy(shop.ctx, { revision: stored?.revision ?? 0, actor }));
  expect(await startDryRun(shop.ctx, { days: 30, actor })).toEqual({ ok: false, error: { code: "no_draft" } });
});
