import type { FirstReplyState } from "#app/domain/cases/first-reply-clock.ts";
import { mergeTimeline, type TimelineEntry } from "#app/domain/cases/timeline.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import type { FulfillmentEventProjection, RefundProjection, StoredOrder } from "#app/use-cases/orders/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readFirstReplyRules } from "./first-reply-rules.server.ts";
import { firstReplyOf } from "./list-cases.server.ts";
import type { CaseEventRecord, CaseRecord, LinkedReturn } from "./ports.ts";
import { readStaff, type StaffMember } from "./staff-register.server.ts";

/** The order behind a case, as its card shows it. */
export interface CaseOrder {
  readonly order: StoredOrder;
  readonly refunds: readonly RefundProjection[];
  readonly returns: readonly LinkedReturn[];
  readonly latestEvents: readonly FulfillmentEventProjection[];
}

export interface CaseDossier {
  readonly record: CaseRecord;
  readonly firstReply: FirstReplyState;
  readonly events: readonly CaseEventRecord[];
  readonly timeline: readonly TimelineEntry[];
  readonly order?: CaseOrder;
  readonly otherCases: readonly CaseRecord[];
  readonly staff: readonly StaffMember[];
}

/** Everything that staff need to answer one case. Refuses `not_found`, also for another shop's case. */
export async function readCase(ctx: ShopContext, caseId: string): Promise<Result<CaseDossier, { code: "not_found" }>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.find(caseId);
    if (!record) return refuse({ code: "not_found" });
    const order = await readOrder(tx, record);
    const others = record.orderGid ? await tx.cases.ofOrder(record.orderGid) : [];
    return ok({
      record,
      firstReply: firstReplyOf(record, await readFirstReplyRules(tx, ctx.shop), ctx.clock.now()),
      events: await tx.cases.events(record.id),
      timeline: mergeTimeline(await tx.timeline.of({ caseId: record.id, orderGid: record.orderGid })),
      ...(order ? { order } : {}),
      otherCases: others.filter(({ id }) => id !== record.id),
      staff: await readStaff(tx),
    });
  });
}

async function readOrder(tx: Repositories, { orderGid }: CaseRecord): Promise<CaseOrder | undefined> {
  const order = orderGid ? await tx.orders.find(orderGid) : undefined;
  if (!order) return undefined;
  const latestEvents: FulfillmentEventProjection[] = [];
  for (const { gid } of order.shipments) {
    const last = (await tx.orders.shipmentEvents(gid)).at(-1);
    if (last) latestEvents.push(last);
  }
  return { order, refunds: await tx.orders.refundsOf(order.gid), returns: await tx.timeline.returnsOf(order.gid), latestEvents };
}
