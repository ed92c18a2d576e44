import { chooseRate } from "#app/domain/labels/choose-rate.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { MINUTE, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { sentTogether } from "#app/use-cases/returns/joint-return.server.ts";
import { openDesk } from "./carrier-account.server.ts";
import type { LabelDesk, ParcelPickup, Pickup } from "./carrier-ports.server.ts";
import { tellOfPickup } from "./tell-of-pickup.server.ts";

/** A seller that cannot be reached for longer is given up: the shopper chooses another time. */
const PATIENCE = 30 * MINUTE;

/**
 * Books a collection at the carrier, the cheapest there is, once: it carries the collection's id and is looked for before it is made or paid.
 * What the carrier refuses ends it, and so does a return that is not sent any more. The shopper is told by mail. Answers how it stands;
 * throws when the seller cannot be reached, to be tried again.
 */
export async function bookPickup(ctx: ShopContext, pickupId: string): Promise<ParcelPickup | undefined> {
  const outcome = await ctx.locks.hold(`book-pickup:${pickupId}`, () => bookOnce(ctx, pickupId));
  if (outcome === "busy") throw new Error("Another worker books this collection; look again later");
  return outcome;
}

/** The same by a job, when the shopper does not wait for the answer any more: what fails is told by mail, too. */
export async function bookPickupLater(ctx: ShopContext, pickupId: string): Promise<void> {
  const pickup = await bookPickup(ctx, pickupId);
  if (pickup?.status === "failed") await ctx.transaction((tx) => tellOfPickup(tx, ctx, { pickup, news: "pickup_cancelled" }));
}

async function bookOnce(ctx: ShopContext, pickupId: string): Promise<ParcelPickup | undefined> {
  const { pickup, shipmentRef, isSent } = await ctx.transaction(async (tx) => {
    const found = await tx.pickups.find(pickupId);
    const record = found && (await tx.returns.find(found.returnId));
    const label = found && (await tx.labels.find(found.labelId));
    return { pickup: found, shipmentRef: label?.shipmentRef, isSent: record !== undefined && (await sentTogether(tx, record)).length > 0 };
  });
  if (pickup?.status !== "wanted") return pickup;
  if (!isSent) return callOff(ctx, pickup);
  try {
    const desk = await openDesk(ctx);
    const booked =
      desk && shipmentRef ? await book(ctx, desk, { pickup, shipmentRef }) : refuse({ code: "refused" as const, problem: "key" });
    return await note(ctx, pickup, booked.ok ? booked.value : { status: "failed", problem: booked.error.problem });
  } catch (error) {
    if (after(pickup.createdAt, PATIENCE) > ctx.clock.now()) throw error;
    return note(ctx, pickup, { status: "failed", problem: "unreached" });
  }
}

/** A collection that nobody needs any more, and that an earlier try may have booked. */
async function callOff(ctx: ShopContext, pickup: ParcelPickup): Promise<ParcelPickup> {
  const desk = await openDesk(ctx);
  const known = await desk?.findPickup(pickup.id);
  if (known?.status === "scheduled") await desk?.cancelPickup(known.ref);
  return note(ctx, pickup, { status: "cancelled" });
}

type Booked = Result<Partial<ParcelPickup>, { readonly code: "refused"; readonly problem: string }>;

async function book(
  ctx: ShopContext,
  desk: LabelDesk,
  { pickup, shipmentRef }: { readonly pickup: ParcelPickup; readonly shipmentRef: string },
): Promise<Booked> {
  const known = await desk.findPickup(pickup.id);
  if (known?.status === "scheduled") return ok(bookedAs(known));
  const address = known ? undefined : await ctx.shopify.returns.parcelAddressOf(pickup.orderGid);
  if (!known && !address) return refuse({ code: "refused", problem: "no_address" });
  const offered = known ? ok(known) : await createAt(desk, pickup, { shipmentRef, address });
  if (!offered.ok) return offered;
  const rate = chooseRate(offered.value.rates, { carrier: "", service: "", maxPrice: null });
  if (!rate.ok) return refuse({ code: "refused", problem: offered.value.messages.join("\n") || "no_rate" });
  const booked = await desk.bookPickup(offered.value.ref, rate.value);
  if (!booked.ok) return refuse({ code: "refused", problem: booked.error.message });
  return ok({ ...bookedAs(booked.value), carrier: rate.value.carrier, cost: rate.value.price });
}

async function createAt(
  desk: LabelDesk,
  pickup: ParcelPickup,
  { shipmentRef, address }: { shipmentRef: string; address: Awaited<ReturnType<ShopContext["shopify"]["returns"]["parcelAddressOf"]>> },
): Promise<Result<Pickup, { readonly code: "refused"; readonly problem: string }>> {
  if (!address) return refuse({ code: "refused", problem: "no_address" });
  const made = await desk.createPickup({ reference: pickup.id, shipmentRef, address, slot: pickup });
  return made.ok ? made : refuse({ code: "refused", problem: made.error.message });
}

function bookedAs({ ref, confirmation, rates: [first] }: Pickup): Partial<ParcelPickup> {
  const said = first ? { carrier: first.carrier } : {};
  return { status: "booked", pickupRef: ref, ...(confirmation ? { confirmation } : {}), ...said };
}

async function note(ctx: ShopContext, pickup: ParcelPickup, change: Partial<ParcelPickup>): Promise<ParcelPickup> {
  const at = ctx.clock.now();
  const now = { ...pickup, ...change, updatedAt: at };
  await ctx.transaction(async (tx) => {
    await tx.pickups.save(now);
    const event = { id: ctx.ids.next(), returnId: pickup.returnId, actor: pickup.actor, at };
    const { date, fromHour, toHour, confirmation, problem } = now;
    const detail = { pickupId: pickup.id, date, fromHour, toHour, code: confirmation ?? null, message: problem ?? null };
    await tx.returns.addEvent({ ...event, event: `pickup_${now.status}`, detail });
    if (now.status === "booked" || now.status === "cancelled") await tellOfPickup(tx, ctx, { pickup: now, news: `pickup_${now.status}` });
  });
  return now;
}
