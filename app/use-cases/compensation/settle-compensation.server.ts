import { transitionCompensation } from "#app/domain/compensation/compensation-status.ts";
import { lateDeliveryKey } from "#app/domain/compensation/settlement.ts";
import { negate } from "#app/domain/shared/money.ts";
import type { Gid } from "#app/domain/shared/gid.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { recordMetric } from "#app/use-cases/insights/record-metric.server.ts";
import { planMessage } from "#app/use-cases/messages/plan-message.server.ts";
import { noteEvent } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { latenessOf, zoneOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import { aboutDelivery, compensationVariables } from "#app/use-cases/promises/delivery-messages.server.ts";
import { readKeepingRules, type KeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";
import { compensationFor } from "./plan-compensation.server.ts";
import type { CompensationRecord, ShopifyRefusal } from "./ports.ts";
import { tellOfIncentive } from "./tell-incentive.server.ts";

/**
 * Keeps that a compensation reached its customer: the ledger's confirmation, the figure for the dashboard, and the playbook that waits to
 * tell the customer, in one transaction. With "top_up" the next block's payment is planned.
 */
export async function confirmCompensation(
  ctx: ShopContext,
  record: CompensationRecord,
  given: { readonly gid: Gid; readonly code?: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    const moved = transitionCompensation(record.status, "confirm");
    if (!moved.ok) return;
    const { dueAt: _dueAt, error: _error, ...rest } = record;
    const paid = {
      ...rest,
      status: moved.value,
      shopifyGid: given.gid,
      ...(given.code ? { code: given.code } : {}),
      paidAt: now,
      updatedAt: now,
    };
    if (!(await tx.compensations.save(paid))) return;
    await addLine(tx, ctx, { record: paid, phase: "confirmed", shopifyGid: given.gid });
    await recordMetric(tx, {
      key: `compensation:${record.key}`,
      metric: "compensation_paid",
      at: now,
      value: record.shopAmount.minor,
      dimensions: { currency: record.shopAmount.currency, method: `${record.method}:${record.shopAmount.currency}` },
    });
    if (paid.fulfillmentGid) await tellAndTopUp(tx, ctx, paid);
    if (paid.fulfillmentGid && given.code) await askToTell(tx, ctx, { record: paid, code: given.code });
    if (paid.reason === "return_incentive") await tellOfIncentive(tx, ctx, paid);
  });
}

/** The first payment is told by the playbook that waits for it; each top-up tells of itself. */
async function tellAndTopUp(tx: Repositories, ctx: ShopContext, paid: CompensationRecord): Promise<void> {
  const gid = paid.fulfillmentGid;
  if (!gid) return;
  await noteEvent(tx, ctx, { name: "compensation_paid", subject: gid });
  const delivery = (await tx.deliveries.read([gid])).get(gid);
  if (!delivery) return;
  const rules = await readKeepingRules(tx, ctx.shop);
  const isTopUp = delivery.compensations.some(({ id, status }) => id !== paid.id && status === "paid");
  if (isTopUp) await tellOfTopUp(tx, ctx, { paid, delivery, rules });
  if (rules.compensation.lateDelivery.settle === "top_up") await planNextBlock(tx, ctx, { delivery, rules });
}

interface Told {
  readonly delivery: Delivery;
  readonly rules: KeepingRules;
}

async function tellOfTopUp(
  tx: Repositories,
  ctx: ShopContext,
  { paid, delivery, rules }: Told & { paid: CompensationRecord },
): Promise<void> {
  const about = aboutDelivery(delivery);
  await planMessage(tx, ctx, {
    key: `${paid.key}:issued`,
    template: "compensation_issued",
    to: {
      address: about.address ?? null,
      customerGid: about.customerGid ?? null,
      name: about.customerName ?? null,
      locale: about.locale ?? null,
      zone: zoneOf(delivery, rules),
    },
    orderGid: about.orderGid ?? null,
    orderName: about.orderName ?? null,
    subject: delivery.shipment.gid,
    variables: compensationVariables(delivery, rules, paid),
  });
}

/** Comes up when the share grows next; a parcel that arrives before is settled then. */
async function planNextBlock(tx: Repositories, ctx: ShopContext, { delivery, rules }: Told): Promise<void> {
  const late = latenessOf(delivery, rules, ctx.clock.now());
  if (!late?.nextChangeAt) return;
  const key = lateDeliveryKey(delivery.shipment.gid, late.lateBlocks + 1);
  await tx.compensations.addAll([compensationFor(ctx, delivery, { rules, key, amount: late.amount, dueAt: late.nextChangeAt })]);
}

/** Keeps that Shopify refused: the money is free again for the budget, and a person looks at it. */
export async function failCompensation(ctx: ShopContext, record: CompensationRecord, refusal: ShopifyRefusal): Promise<void> {
  await ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    const moved = transitionCompensation(record.status, "fail");
    if (!moved.ok) return;
    const { dueAt: _dueAt, ...rest } = record;
    const error = `${refusal.reason}: ${refusal.message}`;
    if (!(await tx.compensations.save({ ...rest, status: moved.value, error, updatedAt: now }))) return;
    await addLine(tx, ctx, { record, phase: "failed", shopifyGid: null });
    const periods = record.explanation.periods ?? [];
    await tx.budgets.lock(periods, record.shopAmount.currency);
    await tx.budgets.spend(periods, negate(record.shopAmount));
    const detail = { code: "compensation_refused", amount: record.amount, message: error };
    await openCaseAbout(tx, ctx, { record, key: `compensation-failed:${record.id}`, detail });
  });
}

/** Credit waits in the customer's account; a code for a late parcel that no mail can carry would never be known to them. */
async function askToTell(
  tx: Repositories,
  ctx: ShopContext,
  { record, code }: { readonly record: CompensationRecord; readonly code: string },
): Promise<void> {
  const order = await tx.orders.find(record.orderGid);
  if (!order || order.email) return;
  const detail = { code: "code_untold", amount: record.amount, message: code };
  await openCaseAbout(tx, ctx, { record, key: `compensation-untold:${record.id}`, detail });
}

interface AboutCompensation {
  readonly record: CompensationRecord;
  readonly key: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function openCaseAbout(tx: Repositories, ctx: ShopContext, { record, key, detail }: AboutCompensation): Promise<void> {
  const order = await tx.orders.find(record.orderGid);
  await openCase(tx, ctx, {
    key,
    type: "disagreement",
    subject: "",
    body: null,
    orderGid: record.orderGid,
    orderName: order?.name,
    customerGid: record.customerGid,
    customerName: order?.customerName,
    email: order?.email,
    locale: order?.locale ?? ctx.shop.locale,
    detail: { compensationId: record.id, ...detail },
  });
}

async function addLine(
  tx: Repositories,
  ctx: ShopContext,
  { record, phase, shopifyGid }: { record: CompensationRecord; phase: "confirmed" | "failed"; shopifyGid: Gid | null },
): Promise<void> {
  await tx.ledger.add({
    key: record.key,
    id: ctx.ids.next(),
    phase,
    kind: record.method,
    amount: record.amount,
    orderGid: record.orderGid,
    shopifyGid,
    at: ctx.clock.now(),
    detail: { compensationId: record.id },
  });
}
