import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import { appealInspection } from "#app/use-cases/inspection/appeal.server.ts";
import { findReturnByCode } from "#app/use-cases/inspection/find-return.server.ts";
import { readInspectionPhoto } from "#app/use-cases/inspection/inspection-photos.server.ts";
import type { InspectionWanted } from "#app/use-cases/inspection/submit-inspection.server.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { aPhoto } from "#test/builders/a-photo.ts";
import { must, submitWish, type Wish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

const [MINE, THEIRS] = ["field-and-thread.myshopify.com", "other-shop.myshopify.com"];
const GRADES: readonly Grade[] = [
  { id: "a", name: "Like new", example: "Tags on", condition: "as_new", deductionBp: 0, fate: "restock" },
  { id: "b", name: "Worn", example: "Washed", condition: "used", deductionBp: 2_500, fate: "refurbish" },
];
let amends: TestApp;
let ctx: ShopContext;
let otherCtx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp({ shops: [MINE, THEIRS] });
  [ctx, otherCtx] = [await amends.ctx(MINE), await amends.ctx(THEIRS)];
  const changes = [{ name: "inspection" as const, value: { grades: GRADES }, version: 0 }];
  must(await saveSettings(ctx, { changes, actor: "staff:1" }));
});
afterAll(() => amends.close());

async function aReturn(email: string, wish: Partial<Wish> = {}): Promise<StoredReturn> {
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email });
  const record = await submitWish(ctx, { orderGid: gid, lineGid, item: { quantity: 2 }, ...wish });
  await amends.settled();
  return read(record.id);
}
const read = async (id: string) => {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
};
const photo = async () => ({ mimeType: "image/png", content: new Uint8Array(await aPhoto().arrayBuffer()) });
const lineOf = (record: StoredReturn) => record.lines[0]?.id ?? "";
const wanted = (record: StoredReturn, changes: Partial<InspectionWanted> = {}): InspectionWanted => ({
  key: randomUUID(),
  returnId: record.id,
  actor: "staff:1",
  lines: [{ lineId: lineOf(record), judged: [{ gradeId: "a", quantity: 1 }, { gradeId: "b", quantity: 1 }] }], // prettier-ignore
  photos: [],
  ...changes,
});
const steps = async (id: string) => (await ctx.transaction((tx) => tx.returns.events(id))).map(({ event }) => event);

describe("an inspection from the warehouse", () => {
  test("receives and judges in one, keeps the grade's share, tells the shopper, and that is what is paid", async () => {
    const record = await aReturn("graded@example.com");
    must(await submitInspection(ctx, wanted(record, { photos: [{ lineId: lineOf(record), ...(await photo()) }] })));
    await amends.settled();
    expect(await read(record.id)).toMatchObject({
      status: "inspected",
      lines: [{ receivedQuantity: 2, condition: "used", findings: [{ gradeName: "Like new" }, { gradeName: "Worn", deductionBp: 2_500 }] }],
    });
    // 2 shirts for 44.00; a quarter of the worn one's 22.00 is 5.50.
    const mail = amends.mailsTo("graded@example.com").at(-1) ?? "";
    expect(mail).toContain("You get $38.50");
    expect(mail).toContain("We keep $5.50 for the condition");
    must(await processReturn(ctx, { returnId: record.id, actor: "staff:1" }));
    await amends.settled();
    expect(await read(record.id)).toMatchObject({ status: "closed" });
    const [inShopify] = await ctx.shopify.returns.returnsOf(record.orderGid);
    expect(inShopify?.refunds.map(({ total }) => total.presentment.minor)).toEqual([3850]);
    const reverse = [...amends.standIn.world.shop(MINE).returns.values()].find(({ orderId }) => orderId === record.orderGid)
      ?.reverseOrders[0];
    expect(reverse?.lines.flatMap(({ dispositions }) => dispositions.map(({ type, quantity }) => [type, quantity]))).toEqual([
      ["RESTOCKED", 1],
      ["PROCESSING_REQUIRED", 1],
    ]);
    const ledger = await ctx.transaction((tx) => tx.ledger.ofOrder(record.orderGid));
    expect(ledger.map(({ phase, amount }) => `${phase} ${amount.minor}`)).toEqual(["intended 3850", "confirmed 3850"]);
  });

  test("sent again by a phone that heard no answer is done once, also when both arrive together", async () => {
    const record = await aReturn("twice@example.com");
    const inspection = wanted(record, { photos: [{ lineId: lineOf(record), ...(await photo()) }] });
    const both = await Promise.all([submitInspection(ctx, inspection), submitInspection(ctx, inspection)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    must(await submitInspection(ctx, inspection));
    await amends.settled();
    expect((await steps(record.id)).filter((event) => event === "receive" || event === "inspect")).toEqual(["receive", "inspect"]);
    expect(await ctx.transaction((tx) => tx.evidence.ofReturn(record.id))).toHaveLength(1);
    expect(amends.mailsTo("twice@example.com").filter((mail) => mail.startsWith("We have looked at"))).toHaveLength(1);
  });

  test("by a second person, of a return that is judged already, changes nothing", async () => {
    const record = await aReturn("second@example.com");
    must(await submitInspection(ctx, wanted(record)));
    expect(await submitInspection(ctx, wanted(record))).toMatchObject({ ok: false, error: { code: "not_allowed" } });
  });

  test("items without a grade are missing and are not paid for", async () => {
    const record = await aReturn("missing@example.com");
    const lines = [{ lineId: lineOf(record), judged: [{ gradeId: "a", quantity: 1 }] }];
    must(await submitInspection(ctx, wanted(record, { lines })));
    await amends.settled();
    const mail = amends.mailsTo("missing@example.com").at(-1) ?? "";
    expect(mail).toContain("Not in the parcel: 1");
    expect(mail).toContain("You get $22.00");
  });

  test("an exchange keeps nothing beyond what is paid out", async () => {
    const record = await aReturn("swap@example.com", { resolution: "exchange", variant: "gid://shopify/ProductVariant/7102" });
    must(await submitInspection(ctx, wanted(record)));
    const detail = (await ctx.transaction((tx) => tx.returns.events(record.id))).at(-1)?.detail;
    expect(detail).toMatchObject({ deduction: { minor: 0 } });
  });

  test("of nothing, of too much, of an unknown grade, line or file is refused and nothing changes", async () => {
    const record = await aReturn("wrong@example.com");
    const [lineId] = [lineOf(record)];
    const tries: [Partial<InspectionWanted>, string][] = [
      [{ lines: [{ lineId, judged: [{ gradeId: "a", quantity: 3 }] }] }, "quantity_invalid"],
      [{ lines: [{ lineId, judged: [{ gradeId: "z", quantity: 1 }] }] }, "grade_unknown"],
      [{ lines: [{ lineId: randomUUID(), judged: [] }] }, "line_unknown"],
      [{ photos: [{ lineId, mimeType: "application/pdf", content: new Uint8Array(5) }] }, "photo_wrong_type"],
      [{ returnId: randomUUID() }, "return_unknown"],
    ];
    for (const [changes, code] of tries) {
      expect(await submitInspection(ctx, wanted(record, changes))).toMatchObject({ ok: false, error: { code } });
    }
    expect((await read(record.id)).status).toBe("approved");
  });

  test("of another shop's return is refused as unknown, also with a key that was used here", async () => {
    const record = await aReturn("theirs@example.com");
    const inspection = wanted(record);
    expect(await submitInspection(otherCtx, inspection)).toMatchObject({ ok: false, error: { code: "return_unknown" } });
    must(await submitInspection(ctx, inspection));
    expect(await submitInspection(otherCtx, inspection)).toMatchObject({ ok: false, error: { code: "return_unknown" } });
    const another = await aReturn("another@example.com");
    expect(await submitInspection(ctx, { ...wanted(another), key: inspection.key })).toMatchObject({
      ok: false,
      error: { code: "return_unknown" },
    });
  });
});

describe("finding a return by its slip", () => {
  test("by number or name; another shop's number is unknown", async () => {
    const record = await aReturn("find@example.com");
    expect(must(await findReturnByCode(ctx, String(record.number)))[0].id).toBe(record.id);
    expect(must(await findReturnByCode(ctx, record.name.toLowerCase()))[0].id).toBe(record.id);
    expect(await findReturnByCode(otherCtx, String(record.number))).toMatchObject({ ok: false, error: { code: "return_unknown" } });
    expect(await findReturnByCode(ctx, "hello")).toMatchObject({ ok: false, error: { code: "code_unreadable" } });
  });
});

describe("the shopper", () => {
  const access = (record: StoredReturn) => ({ orderGid: record.orderGid, locale: "en", returnId: record.id });

  test("sees the warehouse's photos, and nobody else does", async () => {
    const record = await aReturn("photos@example.com");
    const other = await aReturn("not-mine@example.com");
    must(await submitInspection(ctx, wanted(record, { photos: [{ lineId: lineOf(record), ...(await photo()) }] })));
    const [kept] = await ctx.transaction((tx) => tx.evidence.ofReturn(record.id));
    expect(must(await readInspectionPhoto(ctx, access(record), kept?.id ?? "")).mimeType).toBe("image/png");
    for (const [by, as] of [
      [ctx, access(other)],
      [otherCtx, access(record)],
    ] as const) {
      // prettier-ignore
      expect(await readInspectionPhoto(by, as, kept?.id ?? "")).toMatchObject({ ok: false });
    }
  });

  test("can appeal once it is judged: the same words twice are one case", async () => {
    const record = await aReturn("appeal@example.com");
    expect(await appealInspection(ctx, access(record), { words: "It was new" })).toMatchObject({
      ok: false,
      error: { code: "not_inspected" },
    });
    must(await submitInspection(ctx, wanted(record)));
    const first = must(await appealInspection(ctx, access(record), { words: "It was new" }));
    expect(must(await appealInspection(ctx, access(record), { words: "It was new " })).caseId).toBe(first.caseId);
    const cases = await ctx.transaction((tx) => tx.cases.ofOrder(record.orderGid));
    expect(cases).toMatchObject([{ type: "return", returnId: record.id }]);
    for (const words of ["", "x".repeat(2_001)])
      expect(await appealInspection(ctx, access(record), { words })).toMatchObject({ ok: false });
    expect(await appealInspection(otherCtx, access(record), { words: "Hi" })).toMatchObject({
      ok: false,
      error: { code: "return_unknown" },
    });
  });
});
