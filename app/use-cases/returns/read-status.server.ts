import type { StepShown } from "#app/domain/returns/return-steps.ts";
import { stepsShown } from "#app/domain/returns/return-steps.ts";
import { allowedEvents, isFinal } from "#app/domain/returns/return-status.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { incentiveKey } from "#app/use-cases/compensation/plan-incentive.server.ts";
import type { CompensationRecord } from "#app/use-cases/compensation/ports.ts";
import { pickupLabels } from "#app/use-cases/labels/ask-for-pickup.server.ts";
import type { LabelPurchase, ParcelPickup } from "#app/use-cases/labels/carrier-ports.server.ts";
import type { LabelHead } from "#app/use-cases/labels/ports.ts";
import { canAskForLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import { insteadOfRepair } from "./instead-of-repair.server.ts";
import type { EvidenceHead } from "./portal-records.server.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";
import { jointReturns } from "./joint-return.server.ts";
import type { PortalAccess } from "./portal-access.server.ts";
import { askedWith, requestOf } from "./request-of.server.ts";
import { knownReturnAddress } from "./return-address.server.ts";
import type { StockReservation } from "./stock-ports.server.ts";

/** What the page on which a return is followed knows. */
export interface ReturnFollowed {
  readonly record: StoredReturn;
  /** What was asked for with it and is settled on its own. */
  readonly others: readonly StoredReturn[];
  /** Of other orders, in the same parcel; none for a return of one order. */
  readonly joined: readonly JoinedReturn[];
  /** The return that has the papers of the parcel: this one, or that of another order. */
  readonly papersOf: StoredReturn;
  /** When the order was placed, as far as it is known here. */
  readonly placedAt: Date;
  readonly steps: readonly StepShown[];
  readonly events: readonly ReturnEventRecord[];
  readonly evidence: readonly EvidenceHead[];
  readonly labels: readonly LabelHead[];
  readonly purchases: readonly LabelPurchase[];
  /** Whether the shopper may ask for a label for one more parcel. */
  readonly canAskForLabel: boolean;
  readonly pickups: readonly ParcelPickup[];
  /** Of the parcels that a carrier may collect. */
  readonly pickupLabels: readonly LabelHead[];
  /** Where the goods go back to; empty until the return is open. */
  readonly address: readonly string[];
  /** What was asked and answered about it. */
  readonly conversation: readonly { readonly from: "shopper" | "shop"; readonly text: string; readonly at: Date }[];
  /** What of the goods wanted instead is kept for the shopper; undefined when nothing ever was to be. */
  readonly reservation: StockReservation | undefined;
  /** The code for the next order, once it was given. */
  readonly incentive: CompensationRecord | undefined;
  readonly canCancel: boolean;
  readonly isOver: boolean;
  /** What of the request is repaired; absent for none. */
  readonly repair?: RepairFollowed;
}

/** A repair with its own history, and what it can become once it failed. */
export interface RepairFollowed {
  readonly record: StoredReturn;
  readonly events: readonly ReturnEventRecord[];
  readonly instead: readonly ResolutionQuote[];
}

/** A return of another order that was asked for at the same time. */
export interface JoinedReturn {
  readonly record: StoredReturn;
  readonly others: readonly StoredReturn[];
  readonly events: readonly ReturnEventRecord[];
  readonly canCancel: boolean;
}

/** How far a return is, with every step it took. Refuses with `return_unknown`, also for one that the access does not reach. */
export async function readStatus(ctx: ShopContext, access: PortalAccess): Promise<Result<ReturnFollowed, ReturnUnknown>> {
  const read = await readOwn(ctx, access);
  const repair = read?.repair;
  if (!read || !repair) return read ? ok(read) : refuse({ code: "return_unknown" });
  // Amounts come from the order as Shopify has it now, and Shopify is never asked inside a transaction.
  return ok({ ...read, repair: { ...repair, instead: await insteadOfRepair(ctx, repair.record, "shopper") } });
}

function readOwn(ctx: ShopContext, access: PortalAccess): Promise<ReturnFollowed | undefined> {
  return ctx.transaction(async (tx) => {
    const record = await findReturn(tx, access);
    if (!record) return undefined;
    const events = await tx.returns.events(record.id);
    const together = await jointReturns(tx, record);
    const [papersOf] = together;
    const others = await askedWith(tx, record);
    const repaired = [record, ...others].find((one) => one.repair);
    return {
      ...{ record, papersOf, others },
      joined: await joinedWith(tx, record, together),
      ...(repaired ? { repair: { record: repaired, events: await tx.returns.events(repaired.id), instead: [] } } : {}),
      events,
      placedAt: (await tx.orders.find(record.orderGid))?.processedAt ?? record.requestedAt,
      steps: stepsShown(events.flatMap(({ toStatus }) => toStatus ?? [])),
      evidence: await tx.evidence.ofReturn(record.id),
      labels: await tx.labels.ofReturn(papersOf.id),
      purchases: await tx.labelPurchases.ofReturn(papersOf.id),
      canAskForLabel: await canAskForLabel(tx, ctx, record),
      pickups: await tx.pickups.ofReturn(papersOf.id),
      pickupLabels: await pickupLabels(tx, ctx, papersOf),
      address: await knownReturnAddress(tx, ctx, events),
      conversation: await conversationOf(tx, record),
      reservation: await tx.stockReservations.find(record.id),
      incentive: (await tx.compensations.ofOrder(record.orderGid)).find(
        ({ key, status }) => key === incentiveKey(record) && status === "paid",
      ),
      canCancel: allowedEvents(record.status, "shopper").includes("cancel"),
      isOver: isFinal(record.status) || record.status === "closed" || record.status === "refunded",
    };
  });
}

async function joinedWith(tx: Repositories, { id }: StoredReturn, together: readonly StoredReturn[]): Promise<JoinedReturn[]> {
  const joined: JoinedReturn[] = [];
  for (const record of together.filter((one) => one.id !== id)) {
    const events = await tx.returns.events(record.id);
    const canCancel = allowedEvents(record.status, "shopper").includes("cancel");
    joined.push({ record, events, canCancel, others: await askedWith(tx, record) });
  }
  return joined;
}

/** The return that the access leads to, if it belongs to the access's order; for a part of a request the one that stands for all of it. */
export async function findReturn(tx: Repositories, { returnId, orderGid, isFollowOnly }: PortalAccess): Promise<StoredReturn | undefined> {
  const record = returnId ? await tx.returns.find(returnId) : undefined;
  // What the receiver of a gift returned is theirs alone: whoever may see the order may not.
  if (record?.giftId && !isFollowOnly) return undefined;
  return record?.orderGid === orderGid ? (await requestOf(tx, record))[0] : undefined;
}

/** Questions of this return and what staff answered to them; notes among staff stay theirs. */
async function conversationOf(tx: Repositories, record: StoredReturn): Promise<ReturnFollowed["conversation"]> {
  const cases = (await tx.cases.ofOrder(record.orderGid)).filter(({ returnId }) => returnId === record.id);
  const lines: { from: "shopper" | "shop"; text: string; at: Date }[] = [];
  for (const { id } of cases) {
    for (const { kind, body, at } of await tx.cases.events(id)) {
      const isTheirs = kind === "opened" || kind === "customer_wrote";
      if (body && (isTheirs || kind === "replied")) lines.push({ from: isTheirs ? "shopper" : "shop", text: body, at });
    }
  }
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}
