import type { MovementKind } from "#app/domain/compensation/ledger.ts";
import { zero } from "#app/domain/shared/money.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { moveReturn } from "./move-return.server.ts";
import type { ReturnEventRecord } from "./ports.ts";
import type { PlanRefused, SettlementPlan } from "./settlement-plan.server.ts";
import type { SettlingState } from "./settling-state.server.ts";

/** Why a settling stopped. Figures and Shopify's own words go into the case. */
export type Stopped =
  | PlanRefused
  | { readonly code: "gone_from_shopify" | "exchange_sold_out" }
  | { readonly code: "process_refused"; readonly message: string };

/** The plan of the settling at hand; undefined before there is one. */
export function readPlan(events: readonly ReturnEventRecord[]): SettlementPlan | undefined {
  const started = events.findLastIndex(({ event }) => event === "start_processing");
  const kept = events.slice(started).findLast(({ event }) => event === "settling")?.detail.plan as SettlementPlan | undefined;
  // A plan that was kept before there were balances and gift cards names none.
  const plan = kept && { ...nothingElse(kept), ...kept };
  const credit = plan?.processing.storeCredit;
  // JSON keeps instants as texts.
  if (!plan || !credit?.expiresAt) return plan;
  return { ...plan, processing: { ...plan.processing, storeCredit: { ...credit, expiresAt: new Date(credit.expiresAt) } } };
}

function nothingElse({ refund }: SettlementPlan): Partial<SettlementPlan> {
  return { owed: zero(refund.currency), giftCard: zero(refund.currency) };
}

/** The ledger keys of this settling; a return that is reopened and settled again gets new ones. */
export function ledgerKeys({ record, events }: Pick<SettlingState, "record" | "events">) {
  const rounds = events.filter(({ event }) => event === "start_processing").length;
  const keyOf = (kind: string) => `${kind}:${record.id}:${rounds}`;
  return { refund: keyOf("refund"), bonus: keyOf("bonus"), giftCard: keyOf("gift-card") };
}

/** How the money moves that Shopify pays: one refund there, even where a part of it is credit. */
export function movementKind({ processing }: SettlementPlan): MovementKind {
  return processing.storeCredit !== null && processing.payments.length === 0 ? "store_credit" : "refund";
}

/** Writes down what is about to be paid, in the ledger and in the history, before Shopify hears of it. */
export async function keepPlan(ctx: ShopContext, state: SettlingState, plan: SettlementPlan): Promise<void> {
  const { record } = state;
  const at = ctx.clock.now();
  const keys = ledgerKeys(state);
  await ctx.transaction(async (tx) => {
    const entry = { phase: "intended", orderGid: record.orderGid, returnId: record.id, shopifyGid: null, at } as const;
    if (plan.refund.minor > 0) {
      await tx.ledger.add({ ...entry, id: ctx.ids.next(), key: keys.refund, kind: movementKind(plan), amount: plan.refund });
    }
    if (plan.bonus.minor > 0) {
      await tx.ledger.add({ ...entry, id: ctx.ids.next(), key: keys.bonus, kind: "store_credit", amount: plan.bonus });
    }
    if (plan.giftCard.minor > 0) {
      await tx.ledger.add({ ...entry, id: ctx.ids.next(), key: keys.giftCard, kind: "gift_card", amount: plan.giftCard });
    }
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId: record.id, event: "settling", actor: "system", at, detail: { plan } });
  });
}

/**
 * Stops before anything was paid: the return goes back to where processing was started from, with the reason, and staff get a case with
 * both figures.
 */
export async function stopSettling(ctx: ShopContext, state: SettlingState, stopped: Stopped): Promise<void> {
  const { record, events } = state;
  const at = ctx.clock.now();
  const from = events.findLast(({ event }) => event === "start_processing")?.fromStatus;
  const event = from === "inspected" ? "fail_processing" : "fail_early_processing";
  const keys = ledgerKeys(state);
  await ctx.transaction(async (tx) => {
    const moved = await moveReturn(tx, ctx, {
      record,
      event,
      actor: "system",
      change: { errorCode: stopped.code },
      detail: { ...stopped },
    });
    if (!moved.ok) throw new Error(`A settling cannot be stopped: ${moved.error.code}`);
    const intents = [];
    for (const key of Object.values(keys)) intents.push(...(await tx.ledger.ofKey(key)));
    for (const intent of intents) {
      if (intent.phase !== "intended") continue;
      await tx.ledger.add({ ...intent, id: ctx.ids.next(), phase: "failed", at, returnId: record.id, detail: { ...stopped } });
    }
    const { orderGid, orderName, id: returnId, customerGid, customerName, email, locale } = record;
    await openCase(tx, ctx, {
      key: `settling:${keys.refund}`,
      type: stopped.code === "disagreement" ? "disagreement" : "other",
      subject: "",
      body: null,
      detail: { ...stopped, returnName: record.name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    });
  });
}
