import { z } from "zod";
import { paidTooLittle, paidTooMuch } from "#app/domain/returns/early-payment.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { sum } from "#app/domain/shared/money.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import { changeCase } from "#app/use-cases/cases/change-case.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { ReturnEventRecord, StoredReturn, StoredReturnLine } from "./ports.ts";

const KIND = "goods_back_by";

/** Under which the case of a parcel that was paid for and did not come is opened, once for ever. */
function keyOf(returnId: string): string {
  return `goods-missing:${returnId}`;
}

/** Whether this settling pays while the goods are on their way, as it was agreed: they are looked at later. */
export function paysBeforeGoods({ quote }: StoredReturn, events: readonly ReturnEventRecord[]): boolean {
  const from = events.findLast(({ event }) => event === "start_processing")?.fromStatus;
  return quote.paysAtFirstScan === true && (from === "approved" || from === "in_transit");
}

/** From now on the goods are expected within the days that the shop has set; what is due is a row among the promises. */
export async function expectGoods(tx: Repositories, ctx: ShopContext, { id }: StoredReturn): Promise<void> {
  const now = ctx.clock.now();
  const { missingAfterDays } = await readSetting(tx, ctx.shop, "inspection");
  await tx.promises.add({
    id: ctx.ids.next(),
    ...{ kind: KIND, subject: id, zone: ctx.shop.timezone, source: "first_scan", status: "pending" },
    dueAt: after(now, missingAfterDays * DAY),
    createdAt: now,
    detail: {},
  });
}

/**
 * The goods of a return that was paid before they were seen: what was found about them, to be kept with the inspection. `tooMuch` is what
 * would not have been paid otherwise, `tooLittle` what would have been paid besides, in the customer's currency; nobody takes or gives it by itself.
 */
export function foundAfterPayment(
  { quote, regrade }: Pick<StoredReturn, "quote" | "regrade">,
  lines: readonly StoredReturnLine[],
): { tooMuch?: Money; tooLittle?: Money } {
  const { currency } = quote.total.presentment;
  const lossOf = (lineGid: string, gradeId: string) =>
    regrade?.units.find((units) => units.lineGid === lineGid && units.gradeId === gradeId)?.lossBp ?? 0;
  const found = lines.map(({ amount, lineGid, quantity, receivedQuantity, condition, findings = [] }) => ({
    ...{ amount, quantity },
    receivedQuantity: condition === "missing" ? 0 : receivedQuantity,
    deductions: findings.map(({ quantity: units, gradeId, deductionBp }) => ({
      quantity: units,
      bp: Math.min(10_000, deductionBp + lossOf(lineGid, gradeId)),
    })),
  }));
  const [tooMuch, tooLittle] = [paidTooMuch(found, currency), paidTooLittle(found, currency)];
  return { ...(tooMuch.minor > 0 ? { tooMuch } : {}), ...(tooLittle.minor > 0 ? { tooLittle } : {}) };
}

/** Goods that were paid for turned out to be worth more than was paid: staff get a case with the amount, once, and pay it. */
export async function openUnderpaid(
  tx: Repositories,
  ctx: ShopContext,
  { record, amount }: { readonly record: StoredReturn; readonly amount: Money },
): Promise<void> {
  const { id: returnId, name, orderGid, orderName, customerGid, customerName, email, locale } = record;
  await openCase(tx, ctx, {
    key: `paid-too-little:${returnId}`,
    type: "other",
    subject: "",
    body: null,
    detail: { code: "paid_too_little", amount, returnName: name },
    ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
  });
}

/** Goods that were paid for have come: nothing is awaited any more, a case about them closes itself, and they are booked in by a job. */
export async function noteGoodsArrived(tx: Repositories, ctx: ShopContext, { id }: StoredReturn): Promise<void> {
  const awaited = await tx.promises.lock(KIND, id);
  if (awaited?.status === "pending") await tx.promises.save({ ...awaited, status: "kept", settledAt: ctx.clock.now() });
  const missing = await tx.cases.claim(keyOf(id));
  if (missing && missing.status !== "closed") {
    await changeCase(tx, ctx, {
      record: missing,
      step: { event: "close", kind: "closed", actor: "system", body: null, detail: { code: "goods_arrived" } },
    });
  }
  await tx.outbox.send("book-goods-in", { returnId: id });
}

const paidSchema = z.object({
  refund: z.object({ minor: z.int(), currency: z.string() }),
  bonus: z.object({ minor: z.int(), currency: z.string() }).nullish(),
  giftCard: z.object({ minor: z.int(), currency: z.string() }).nullish(),
});

/** What was paid for a return, in the customer's currency, by its history. */
function amountPaid({ quote }: StoredReturn, events: readonly ReturnEventRecord[]): Money {
  const paid = paidSchema.safeParse(events.findLast(({ event }) => event === "pay")?.detail);
  if (!paid.success) return quote.total.presentment;
  const { refund, bonus, giftCard } = paid.data;
  return sum([refund, ...(bonus ? [bonus] : []), ...(giftCard ? [giftCard] : [])], refund.currency);
}

/** Goods that were paid for have not come in time: staff get a case with the amount at risk, once, unless they came or were written off. */
export async function openMissingGoods(tx: Repositories, ctx: ShopContext, returnId: string): Promise<void> {
  const record = await tx.returns.find(returnId);
  if (record?.status !== "refunded") return;
  const { orderGid, orderName, customerGid, customerName, email, locale } = record;
  await openCase(tx, ctx, {
    key: keyOf(returnId),
    type: "other",
    subject: "",
    body: null,
    detail: { code: "goods_missing", amount: amountPaid(record, await tx.returns.events(returnId)), returnName: record.name },
    ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
  });
}
