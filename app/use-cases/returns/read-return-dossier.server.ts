import type { Movement } from "#app/domain/compensation/ledger.ts";
import { foldLedger } from "#app/domain/compensation/ledger.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { CaseRecord } from "#app/use-cases/cases/ports.ts";
import type { StaffMember } from "#app/use-cases/cases/staff-register.server.ts";
import { readStaff } from "#app/use-cases/cases/staff-register.server.ts";
import type { LabelPurchase, ParcelPickup } from "#app/use-cases/labels/carrier-ports.server.ts";
import type { LabelHead } from "#app/use-cases/labels/ports.ts";
import { canBuyLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { StoredOrder } from "#app/use-cases/orders/ports.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { jointReturns } from "./joint-return.server.ts";
import { insteadOfRepair } from "./instead-of-repair.server.ts";
import type { EvidenceHead } from "./portal-records.server.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";
import type { Trust } from "./ports.ts";
import type { StockReservation } from "./stock-ports.server.ts";

/** Everything that staff need to see to deal with one return. */
export interface ReturnDossier {
  readonly record: StoredReturn;
  readonly decisions: readonly StoredDecision[];
  /** What was decided again once the condition of the goods was known. */
  readonly takenAgain: readonly StoredDecision[];
  readonly evidence: readonly EvidenceHead[];
  readonly labels: readonly LabelHead[];
  /** Labels that are to be bought, or could not be. */
  readonly purchases: readonly LabelPurchase[];
  readonly pickups: readonly ParcelPickup[];
  /** Whether staff may have one more label bought. */
  readonly canBuyLabel: boolean;
  /** Oldest first. */
  readonly events: readonly ReturnEventRecord[];
  /** Money that was given, or is on its way, for this return. */
  readonly movements: readonly Movement[];
  /** As last told by Shopify; undefined for an order that was never imported. */
  readonly order: StoredOrder | undefined;
  readonly otherReturns: readonly StoredReturn[];
  /** Of other orders, in the same parcel. */
  readonly joined: readonly StoredReturn[];
  /** Cases about this return that somebody still works on. */
  readonly openCases: readonly CaseRecord[];
  readonly staff: readonly StaffMember[];
  /** What is kept of the goods for an exchange; undefined when nothing ever was to be. */
  readonly reservation: StockReservation | undefined;
  /** Undefined unless staff trust the customer. */
  readonly trust: Trust | undefined;
  /** What a repair that failed can become; empty for everything else. */
  readonly instead: readonly ResolutionQuote[];
}

export interface ReturnUnknown extends Refusal {
  readonly code: "return_unknown";
}

/** Reads one return with all that belongs to it. Refuses `return_unknown`, also for another shop's return. */
export async function readReturnDossier(ctx: ShopContext, id: string): Promise<Result<ReturnDossier, ReturnUnknown>> {
  const read = await readOwn(ctx, id);
  return read ? ok({ ...read, instead: await insteadOfRepair(ctx, read.record, "staff") }) : refuse({ code: "return_unknown" });
}

function readOwn(ctx: ShopContext, id: string): Promise<Omit<ReturnDossier, "instead"> | undefined> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(id);
    if (!record) return undefined;
    const movements = foldLedger(await tx.ledger.ofOrder(record.orderGid));
    const cases = await tx.cases.ofOrder(record.orderGid);
    return {
      record,
      decisions: await tx.policies.decisionsOf(id),
      takenAgain: record.regrade ? await tx.policies.decisionsTakenAgain(id) : [],
      evidence: await tx.evidence.ofReturn(id),
      labels: await tx.labels.ofReturn(id),
      purchases: await tx.labelPurchases.ofReturn(id),
      pickups: await tx.pickups.ofReturn(id),
      canBuyLabel: await canBuyLabel(tx, ctx, record),
      events: await tx.returns.events(id),
      movements: [...movements.values()].filter(({ key }) => key.includes(id)),
      order: await tx.orders.find(record.orderGid),
      otherReturns: (await tx.returns.ofOrder(record.orderGid)).filter((other) => other.id !== id),
      joined: (await jointReturns(tx, record)).filter((one) => one.orderGid !== record.orderGid),
      openCases: cases.filter(({ returnId, status }) => returnId === id && status !== "closed"),
      staff: await readStaff(tx),
      reservation: await tx.stockReservations.find(id),
      trust: record.customerGid ? await tx.standing.trustIn(record.customerGid) : undefined,
    };
  });
}
