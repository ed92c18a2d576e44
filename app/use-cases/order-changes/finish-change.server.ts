import { linesOf } from "#app/domain/orders/delivery-address.ts";
import type { OrderNow } from "#app/domain/orders/order-change.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import { money } from "#app/domain/shared/money.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { OrderChangeRecord } from "./ports.ts";

/** Why a change was not made: a code of ours, and Shopify's words where it said no. */
export interface ChangeFailure {
  readonly problem: string;
  readonly message?: string;
  readonly order?: OrderNow | undefined;
}

/** The ledger's key of what a cancellation pays back. */
export function cancelKey(record: Pick<OrderChangeRecord, "id">): string {
  return `order-cancel:${record.id}`;
}

/**
 * Keeps that Shopify cancelled the order, which refunds belong to it, and tells the shopper, in one transaction. Refunds that Shopify still
 * works on are waited for: then the record stays as it is.
 */
export async function finishCancel(ctx: ShopContext, record: OrderChangeRecord, order: OrderNow): Promise<OrderChangeRecord> {
  const { owed, jobGid, refundsBefore = [] } = record.detail;
  const refunds = order.refunds.filter(({ gid, total }) => !refundsBefore.includes(gid) && total.presentment.minor > 0);
  if (owed && refunds.length === 0 && jobGid && !(await ctx.shopify.orderChanges.isJobDone(jobGid))) return record;
  return ctx.transaction(async (tx) => {
    const at = ctx.clock.now();
    const done: OrderChangeRecord = { ...record, status: "done", updatedAt: at };
    await tx.orderChanges.save(done);
    const line = { kind: "refund", orderGid: record.orderGid, at } as const;
    for (const [index, { gid, total }] of refunds.entries()) {
      const key = index === 0 ? cancelKey(record) : `${cancelKey(record)}:${index + 1}`;
      await tx.ledger.add({ ...line, id: ctx.ids.next(), key, phase: "confirmed", amount: total.presentment, shopifyGid: gid });
    }
    // A payment that was only authorized is released, and nothing moves.
    if (owed && refunds.length === 0)
      await tx.ledger.add({ ...line, id: ctx.ids.next(), key: cancelKey(record), phase: "voided", amount: owed, shopifyGid: null });
    const paid = refunds.reduce((all, { total }) => all + total.presentment.minor, 0);
    const amount = paid > 0 ? { money: money(paid, order.paid.presentment.currency) } : null;
    await tell(tx, ctx, { record: done, order, template: "order_cancelled", variables: { amount } });
    return done;
  });
}

/**
 * Keeps that the parcel goes elsewhere and tells the order's owner. When it left in the very moment, nobody can know which address it
 * carries: then staff and the shopper hear that instead.
 */
export async function finishAddress(ctx: ShopContext, record: OrderChangeRecord, order: OrderNow): Promise<OrderChangeRecord> {
  const hasLeft = order.progress === "sent";
  return ctx.transaction(async (tx) => {
    const done: OrderChangeRecord = { ...record, status: "done", updatedAt: ctx.clock.now(), ...(hasLeft ? { problem: "left" } : {}) };
    await tx.orderChanges.save(done);
    if (hasLeft) {
      await askStaff(tx, ctx, { record: done, code: "order_left_meanwhile", order });
      await tell(tx, ctx, { record: done, order, template: "order_change_failed", variables: { next_step: { term: "change_left" } } });
    } else {
      const address = record.detail.after ? linesOf(record.detail.after).join(", ") : null;
      await tell(tx, ctx, { record: done, order, template: "order_address_changed", variables: { address } });
    }
    return done;
  });
}

/** Nothing was changed. What only came too late is told to the shopper; what Shopify refused is looked at by staff as well. */
export async function failChange(
  ctx: ShopContext,
  record: OrderChangeRecord,
  { problem, message, order }: ChangeFailure,
): Promise<OrderChangeRecord> {
  ctx.log.warn({ changeId: record.id, problem, message }, "An order was not changed");
  const isForStaff = problem === "refused" || problem === "gone";
  return ctx.transaction(async (tx) => {
    const refused: OrderChangeRecord = { ...record, status: "refused", problem, updatedAt: ctx.clock.now() };
    await tx.orderChanges.save(refused);
    const { owed } = record.detail;
    if (record.kind === "cancel" && owed) {
      const line = { id: ctx.ids.next(), key: cancelKey(record), phase: "failed", kind: "refund", shopifyGid: null } as const;
      await tx.ledger.add({ ...line, amount: owed, orderGid: record.orderGid, at: ctx.clock.now() });
    }
    if (isForStaff) await askStaff(tx, ctx, { record: refused, code: `order_${record.kind}_refused`, message, order });
    const next_step = { term: isForStaff ? "change_staff" : "change_too_late" };
    await tell(tx, ctx, { record: refused, order, template: "order_change_failed", variables: { next_step } });
    return refused;
  });
}

interface Told {
  readonly record: OrderChangeRecord;
  readonly order?: OrderNow | undefined;
  readonly template: Extract<TemplateKey, "order_cancelled" | "order_address_changed" | "order_change_failed">;
  readonly variables: MailVariables;
}

async function tell(tx: Repositories, ctx: ShopContext, { record, order, template, variables }: Told): Promise<void> {
  const { email, customerGid, customerName } = order ?? {};
  await planMessage(tx, ctx, {
    key: `${template}:${record.id}`,
    template,
    to: { address: email ?? null, customerGid: customerGid ?? null, name: customerName ?? null, locale: record.locale },
    orderGid: record.orderGid,
    orderName: record.orderName,
    variables,
  });
}

interface ForStaff {
  readonly record: OrderChangeRecord;
  readonly code: string;
  readonly message?: string | undefined;
  readonly order?: OrderNow | undefined;
}

async function askStaff(tx: Repositories, ctx: ShopContext, { record, code, message, order }: ForStaff): Promise<void> {
  const { owed, after } = record.detail;
  const { email, customerGid, customerName } = order ?? {};
  await openCase(tx, ctx, {
    key: `order-change:${record.id}`,
    type: "other",
    subject: "",
    body: null,
    orderGid: record.orderGid,
    orderName: record.orderName,
    ...{ email, customerGid, customerName },
    locale: record.locale,
    detail: {
      code,
      ...(message ? { message } : {}),
      ...(owed ? { amount: owed } : {}),
      ...(after ? { address: linesOf(after).join(", ") } : {}),
    },
  });
}
