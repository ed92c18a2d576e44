import { carriedLines } from "#app/domain/orders/carried-lines.ts";
import { deriveDeliveryPromise, deliveryDueAt } from "#app/domain/promises/delivery-promise.ts";
import { judgePromise } from "#app/domain/promises/promise.ts";
import { transitionPromise } from "#app/domain/promises/promise-status.ts";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import { noteEvents } from "#app/use-cases/playbooks/note-event.server.ts";
import type { ToldEvent } from "#app/use-cases/playbooks/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { cancelledAtOf, promiseSourcesOf, silentAtOf } from "./delivery-facts.server.ts";
import { readKeepingRules, type KeepingRules } from "./keeping-rules.server.ts";
import type { Delivery, StoredPromise } from "./ports.ts";
import { countDeliveries, withdrawCompensations } from "./settle-promises.server.ts";

/** A parcel that left longer before the installation than this has no date ahead of it. */
const ASKED_ABOUT_DAYS = 14;

/**
 * Looks at one parcel after any news of it: what was promised, whether that was kept, and what the playbooks should know. It asks only what
 * is stored, so it may run twice, late and in any order; a parcel that is heard of before its order waits for the order, which has it
 * looked at again.
 */
export async function reviewShipment(ctx: ShopContext, fulfillmentGid: string): Promise<void> {
  const gid = fulfillmentGid as FulfillmentGid;
  const end = await ctx.transaction((tx) => review(tx, ctx, { gid }));
  if (end !== "estimate_unknown") return;
  const estimate = (await ctx.shopify.deliveries.readEstimate(gid)) ?? null;
  await ctx.transaction((tx) => review(tx, ctx, { gid, estimate }));
}

/**
 * What Shopify said of the fulfillment itself when it was first looked at. Webhooks do not carry it, so it is asked for once, before
 * there is a promise; an estimate that a carrier event carries belongs to that event. Undefined when Shopify is to be asked, which it is not
 * about parcels that were over when the shop installed Amends, or had been under way for two weeks: there may be many, and nothing is paid.
 */
function firstEstimate(ctx: ShopContext, delivery: Delivery): Date | null | undefined {
  const { shipment, promise, events } = delivery;
  if (promise) return promise.detail.estimate ? new Date(promise.detail.estimate) : null;
  const told = shipment.firstEstimatedAt;
  if (told && !events.some(({ estimatedAt }) => estimatedAt?.getTime() === told.getTime())) return told;
  const isOfHistory = shipment.shippedAt < after(ctx.shop.installedAt, -ASKED_ABOUT_DAYS * DAY);
  const isOver = shipment.deliveredAt !== undefined || cancelledAtOf(delivery) !== null;
  return isOfHistory || (isOver && shipment.shippedAt < ctx.shop.installedAt) ? null : undefined;
}

interface Reviewed {
  readonly gid: FulfillmentGid;
  /** What Shopify answered, once it was asked. */
  readonly estimate?: Date | null;
}

/** Reviews the parcel, or answers that Shopify's estimate is needed first and changes nothing. */
async function review(tx: Repositories, ctx: ShopContext, { gid, estimate: asked }: Reviewed): Promise<"done" | "estimate_unknown"> {
  const locked = await tx.promises.lock("delivered_by", gid);
  const delivery = (await tx.deliveries.read([gid])).get(gid);
  if (!delivery?.order) return "done";
  const estimate = asked === undefined ? firstEstimate(ctx, { ...delivery, promise: locked }) : asked;
  if (estimate === undefined) return "estimate_unknown";
  const rules = await readKeepingRules(tx, ctx.shop);
  const promise = await promiseFor(tx, ctx, { delivery, rules, locked, estimate });
  const judged = promise && (await judge(tx, ctx, { delivery, promise }));
  await noteEvents(tx, ctx, { events: newsOf({ ...delivery, promise: judged }, rules, promise) });
  await settleWhatWaits(tx, delivery);
  return "done";
}

interface Promised {
  readonly delivery: Delivery;
  readonly rules: KeepingRules;
  readonly locked: StoredPromise | undefined;
  readonly estimate: Date | null;
}

/** Makes the promise, or moves it while it is pending: an estimate beats the shop's table, whichever was known first. */
async function promiseFor(tx: Repositories, ctx: ShopContext, given: Promised): Promise<StoredPromise | undefined> {
  const { delivery, rules, locked, estimate } = given;
  const { shipment, order } = delivery;
  if (!order || (locked && locked.status !== "pending")) return locked;
  const isShipped = carriedLines(shipment, order.lines).some(({ requiresShipping }) => requiresShipping);
  const known = locked?.detail.estimate ? new Date(locked.detail.estimate) : estimate;
  const derived = isShipped
    ? deriveDeliveryPromise(promiseSourcesOf(delivery, known), { ...rules.promises, shopZone: rules.shop.timezone })
    : null;
  if (derived === null) return locked;
  const { promisedOn, zone, source } = derived;
  const dueAt = deliveryDueAt(derived, rules.compensation.lateDelivery.start);
  const isHistory = dueAt < rules.shop.installedAt && order.processedAt < rules.shop.installedAt;
  const detail = { ...(known ? { estimate: known.toISOString() } : {}), ...(isHistory ? { isHistory } : {}) };
  if (!locked) {
    const { customerGid } = order;
    const made = {
      id: ctx.ids.next(),
      kind: "delivered_by",
      subject: shipment.gid,
      status: "pending",
      createdAt: ctx.clock.now(),
    } as const;
    await tx.promises.add({
      ...made,
      orderGid: order.gid,
      ...(customerGid ? { customerGid } : {}),
      promisedOn,
      zone,
      source,
      dueAt,
      detail,
    });
    return tx.promises.lock("delivered_by", shipment.gid);
  }
  if (locked.promisedOn === promisedOn && locked.zone === zone && locked.dueAt.getTime() === dueAt.getTime()) return locked;
  const moved = { ...locked, promisedOn, zone, source, dueAt, detail: { ...locked.detail, ...detail } };
  await tx.promises.save(moved);
  return moved;
}

async function judge(
  tx: Repositories,
  ctx: ShopContext,
  { delivery, promise }: { readonly delivery: Delivery; readonly promise: StoredPromise },
): Promise<StoredPromise> {
  const now = ctx.clock.now();
  const metAt = delivery.shipment.deliveredAt ?? null;
  const event = judgePromise(promise, { metAt, cancelledAt: cancelledAtOf(delivery) }, now);
  const moved = event && transitionPromise(promise.status, event);
  if (!moved?.ok) return promise;
  const judged = {
    ...promise,
    status: moved.value,
    settledAt: now,
    detail: { ...promise.detail, ...(metAt ? { metAt: metAt.toISOString() } : {}) },
  };
  await tx.promises.save(judged);
  await countDeliveries(tx, [{ promise: judged, delivery }]);
  if (promise.status === "breached") await withdrawCompensations(tx, ctx, { ...delivery, promise: judged });
  return judged;
}

/** What the playbooks are told. Of parcels that were late before the shop installed Amends they hear nothing. */
function newsOf(delivery: Delivery, rules: KeepingRules, before: StoredPromise | undefined): ToldEvent[] {
  const { promise, shipment } = delivery;
  const subject = shipment.gid;
  if (promise?.detail.isHistory) return [];
  const isNewBreach = promise?.status === "breached" && before?.status === "pending";
  const breach: ToldEvent[] = isNewBreach ? [{ name: "promise_breached", subject, facts: { promiseKind: promise.kind } }] : [];
  if (cancelledAtOf(delivery) !== null) return [...breach, { name: "shipment_cancelled", subject }];
  if (shipment.deliveredAt) return [...breach, { name: "shipment_delivered", subject }];
  const silent = silentAtOf(delivery, rules);
  // A parcel that had fallen silent before the installation is watched from its next scan on.
  const isWatched = silent !== null && silent >= rules.shop.installedAt;
  return isWatched ? [...breach, { name: "shipment_scanned", subject }] : breach;
}

/** A parcel that arrived is settled now: nothing waits for its next block any more. */
async function settleWhatWaits(tx: Repositories, { shipment, compensations }: Delivery): Promise<void> {
  if (!shipment.deliveredAt) return;
  const waiting = compensations.filter(({ status }) => status === "planned");
  await tx.outbox.sendAll(
    "pay-compensation",
    waiting.map(({ id }) => ({ compensationId: id })),
  );
}
