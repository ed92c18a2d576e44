import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { PolicyRule } from "#app/domain/policies/policy.ts";
import { appealInspection } from "#app/use-cases/inspection/appeal.server.ts";
import { chooseTerms } from "#app/use-cases/inspection/choose-terms.server.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { noteFirstScan } from "#app/use-cases/returns/note-first-scan.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { aRule, anEligibleOutcome, anOffer } from "#test/builders/a-policy.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { Wish } from "#test/builders/a-shopper.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { TEST_NOW, startTestApp } from "#test/support/test-app.ts";

const grade = (id: string, name: string, condition: Grade["condition"]): Grade => ({
  ...{ id, name, condition, deductionBp: 0, example: "", fate: "restock" },
});
const GRADES = [
  grade("a", "Like new", "as_new"),
  grade("b", "Worn", "used"),
  { ...grade("c", "Stained", "used"), deductionBp: 2_500 },
  grade("d", "Broken", "damaged"),
  grade("e", "Scratched", "damaged"),
];
const ruleFor = (gradeId: string, outcome: PolicyRule["outcome"]): PolicyRule => {
  const [found = GRADES[0]] = GRADES.filter(({ id }) => id === gradeId);
  if (!found) throw new Error("There are grades");
  const { id, name, condition } = found;
  return aRule({ id: `rule-${id}`, name: `Rule for ${name}`, conditions: [{ on: "inspected_condition", oneOf: [{ id, name, condition }], isNegated: false }], outcome }); // prettier-ignore
};
const both = (restockingFeeBp: number, bonusBp: number) =>
  anEligibleOutcome({ resolutions: [anOffer({ restockingFeeBp }), anOffer({ kind: "store_credit", bonusBp })] });
const RULES = [
  ruleFor("a", both(0, 1_000)),
  ruleFor("b", both(5_000, 0)),
  ruleFor("c", both(5_000, 0)),
  ruleFor("d", { kind: "ineligible", because: "hygiene", instead: [] }),
  ruleFor("e", anEligibleOutcome({ resolutions: [anOffer({ kind: "store_credit" })] })),
];
const OFFERS = { refund: { restockingFeeBp: 1_000 }, store_credit: { bonusBp: 500 }, exchange: {} };
const actor = "staff:1";
let amends: TestApp;
let ctx: ShopContext;
let customers = 0;

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
  must(await saveSettings(ctx, { changes: [{ name: "inspection", value: { grades: GRADES }, version: 0 }], actor }));
  await publishOffers(ctx, OFFERS, { rules: RULES });
});
afterAll(() => amends.close());

/** Two shirts of 22.00, agreed with a fee of 10 % of 20.00 each. */
async function aReturn(wish: Partial<Wish> = {}): Promise<{ record: StoredReturn; email: string }> {
  customers += 1;
  const email = `regraded${customers}@example.com`;
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email, processedAt: ctx.clock.now().toISOString() });
  const { id } = await submitWish(ctx, { orderGid: gid, lineGid, item: { quantity: 2 }, ...wish });
  await amends.settled();
  return { record: await read(id), email };
}
async function read(id: string): Promise<StoredReturn> {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
}
async function inspect(record: StoredReturn, ...gradeIds: readonly string[]): Promise<StoredReturn> {
  const judged = gradeIds.map((gradeId) => ({ gradeId, quantity: 1 }));
  const inspection = { key: randomUUID(), returnId: record.id, actor, photos: [] };
  const lines = [{ lineId: record.lines[0]?.id ?? "", judged }];
  const sent = await Promise.all([submitInspection(ctx, { ...inspection, lines }), submitInspection(ctx, { ...inspection, lines })]);
  expect(sent.map(({ ok }) => ok)).toEqual([true, true]);
  await amends.settled();
  return read(record.id);
}
async function paid(record: StoredReturn): Promise<number[]> {
  must(await processReturn(ctx, { returnId: record.id, actor }));
  await amends.settled();
  expect(await read(record.id)).toMatchObject({ status: "closed" });
  const movements = await ctx.transaction((tx) => tx.ledger.ofOrder(record.orderGid));
  return movements.filter(({ phase }) => phase === "confirmed").map(({ amount }) => amount.minor);
}
const events = (id: string) => ctx.transaction((tx) => tx.returns.events(id));
const named = async (id: string, name: string) => (await events(id)).filter(({ event }) => event === name);
const inspectedMails = (email: string) =>
  amends
    .mailsTo(email)
    .map((mail) => mail.replaceAll(/\s+/g, " "))
    .filter((mail) => mail.startsWith("We have looked at"));

describe("goods in a condition that the policy has other terms for", () => {
  test("better for the shopper: it holds by itself, once, and the history says by which rule", async () => {
    const { record, email } = await aReturn();
    const inspected = await inspect(record, "a", "a");
    expect(inspected).toMatchObject({
      status: "inspected",
      regrade: { state: "applied", units: [{ effect: "better", becomes: "refund" }] },
    });
    expect(inspected.errorCode).toBeUndefined();
    expect(await named(record.id, "terms_by_condition")).toMatchObject([{ detail: { state: "applied", rules: ["Rule for Like new"] } }]);
    expect(inspectedMails(email)).toHaveLength(1);
    expect(inspectedMails(email)[0]).toContain("grants more than was agreed. We found: Like new.");
    expect(inspectedMails(email)[0]).toContain("You get $44.00");
    expect(await paid(inspected)).toEqual([4_400]);
  });

  test("worse: nothing is paid and nobody is told until staff choose, and both decisions are kept", async () => {
    const { record, email } = await aReturn();
    const inspected = await inspect(record, "a", "b");
    expect(inspected).toMatchObject({ status: "inspected", errorCode: "condition_choice", regrade: { state: "waiting" } });
    expect(await processReturn(ctx, { returnId: record.id, actor })).toMatchObject({ ok: false, error: { code: "condition_choice" } });
    expect(inspectedMails(email)).toEqual([]);
    const [agreed, again] = await ctx.transaction(async (tx) => [
      await tx.policies.decisionsOf(record.id),
      await tx.policies.decisionsTakenAgain(record.id),
    ]);
    expect(agreed).toMatchObject([{ decision: { decidedBy: "otherwise", factsUsed: { inspectedCondition: null } } }]);
    expect(again.map(({ decision: { ruleId, policyVersion, factsUsed } }) => [ruleId, policyVersion, factsUsed])).toEqual(
      ["a", "b"].map((id) => [
        `rule-${id}`,
        agreed[0]?.decision.policyVersion,
        { ...agreed[0]?.decision.factsUsed, inspectedCondition: id },
      ]),
    );
    // As new 22.00; worn 22.00 less 10 % or 50 % of 20.00.
    expect(await named(record.id, "terms_by_condition")).toMatchObject([{ detail: { kept: { minor: 4_200 }, ruled: { minor: 3_400 } } }]);
  });

  test("staff keep what was agreed: two clicks at once are one, the shopper is told once and can appeal", async () => {
    const { record, email } = await aReturn();
    await inspect(record, "a", "b");
    const choose = () => chooseTerms(ctx, { returnId: record.id, actor, choice: "keep" });
    const clicks = await Promise.all([choose(), choose()]);
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await choose()).toMatchObject({ ok: false, error: { code: "not_allowed" } });
    await amends.settled();
    const kept = await read(record.id);
    expect(kept).toMatchObject({ regrade: { state: "kept" } });
    expect(kept.errorCode).toBeUndefined();
    expect(await named(record.id, "condition_choice")).toHaveLength(1);
    expect(inspectedMails(email)).toHaveLength(1);
    expect(inspectedMails(email)[0]).toContain("We keep what was agreed");
    must(await appealInspection(ctx, { orderGid: record.orderGid, locale: "en", returnId: record.id }, { words: "It was new" }));
    expect(await paid(kept)).toEqual([4_200]);
  });

  test("staff apply the rule: a grade's share comes off as well, and the reason is in the mail", async () => {
    const { record, email } = await aReturn();
    await inspect(record, "a", "c");
    const ruled = must(await chooseTerms(ctx, { returnId: record.id, actor, choice: "rule" }));
    await amends.settled();
    expect(inspectedMails(email)[0]).toContain("has other terms than were agreed");
    // As new 22.00; stained 22.00 less 50 % of 20.00 and a quarter of 22.00.
    expect(inspectedMails(email)[0]).toContain("You get $28.50");
    expect(await paid(ruled)).toEqual([2_850]);
  });

  test("a refusal pays for the other units alone", async () => {
    const { record } = await aReturn();
    await inspect(record, "a", "d");
    expect(await paid(must(await chooseTerms(ctx, { returnId: record.id, actor, choice: "rule" })))).toEqual([2_200]);
  });

  test("what is granted as credit alone becomes credit, beside the refund of the other unit", async () => {
    const { record } = await aReturn();
    const inspected = await inspect(record, "a", "e");
    expect(inspected.regrade?.units).toMatchObject([{ effect: "better" }, { effect: "worse", becomes: "store_credit" }]);
    expect(await paid(must(await chooseTerms(ctx, { returnId: record.id, actor, choice: "rule" })))).toEqual([4_400]);
    const account = [...amends.standIn.world.firstShop.credits.values()].flatMap(({ transactions }) => transactions);
    expect(account.map(({ amount }) => amount.minor)).toContain(2_200);
  });

  test("a bonus is the rule's, and an exchange that is not granted any more is paid", async () => {
    const credit = await aReturn({ resolution: "store_credit" });
    expect(await paid(await inspect(credit.record, "a", "a"))).toEqual([4_400, 440]);
    const swap = await aReturn({ resolution: "exchange", variant: "gid://shopify/ProductVariant/7102" });
    await inspect(swap.record, "b", "b");
    const ruled = must(await chooseTerms(ctx, { returnId: swap.record.id, actor, choice: "rule" }));
    expect(ruled.regrade?.units).toMatchObject([{ effect: "worse", becomes: "refund" }]);
    expect(await paid(ruled)).toEqual([2_400]);
  });

  test("is judged by the version and the facts of the day it was asked for, whatever is published since", async () => {
    const { record } = await aReturn();
    await publishOffers(ctx, OFFERS);
    try {
      expect((await inspect(record, "b", "b")).regrade).toMatchObject({ state: "waiting" });
      const later = await inspect((await aReturn()).record, "b", "b");
      expect(later.regrade).toBeUndefined();
      expect(await named(later.id, "terms_by_condition")).toEqual([]);
    } finally {
      await publishOffers(ctx, OFFERS, { rules: RULES });
    }
  });
});

describe("what was paid at the carrier's scan", () => {
  test("is neither taken back nor paid again: staff are told, and a case says what is still owed", async () => {
    const early = await startTestApp({ isWorking: false });
    try {
      const there = await early.ctx();
      must(await saveSettings(there, { changes: [{ name: "inspection", value: { grades: GRADES }, version: 0 }], actor }));
      await publishOffers(there, OFFERS, { rules: RULES, paysAtFirstScan: true });
      const inspectedAs = async (gradeId: string) => {
        const email = `early-${gradeId}@example.com`;
        const { gid, lineGid } = seedShirtOrder(early.standIn, { email, processedAt: TEST_NOW.toISOString() });
        const { id } = await submitWish(there, { orderGid: gid, lineGid, item: { quantity: 2 } });
        await openReturn(there, id);
        await noteFirstScan(there, { returnId: id, at: there.clock.now() });
        await settleReturn(there, id);
        const lineId = (await there.transaction((tx) => tx.returns.find(id)))?.lines[0]?.id ?? "";
        const lines = [{ lineId, judged: [{ gradeId, quantity: 2 }] }];
        const closed = must(await submitInspection(there, { key: randomUUID(), returnId: id, actor, lines, photos: [] }));
        const told = (await there.transaction((tx) => tx.returns.events(id))).find(({ event }) => event === "inspect")?.detail;
        return { closed, told, cases: await there.transaction((tx) => tx.cases.ofOrder(gid)) };
      };
      const worse = await inspectedAs("b");
      expect(worse.closed).toMatchObject({ status: "closed", regrade: { state: "told" } });
      // The rule would have kept 40 % more of 44.00.
      expect(worse.told).toMatchObject({ tooMuch: { minor: 1_760 } });
      expect(worse.cases).toEqual([]);
      const better = await inspectedAs("a");
      expect(better.told).toMatchObject({ tooLittle: { minor: 440 } });
      expect(better.cases).toMatchObject([{ key: `paid-too-little:${better.closed.id}` }]);
    } finally {
      await early.close();
    }
  });
});
