import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { AbuseSettings } from "#app/domain/returns/abuse-settings.ts";
import type { AbuseSignal, CustomerStanding } from "#app/domain/returns/abuse-signals.ts";
import { abuseSignals, deviceText } from "#app/domain/returns/abuse-signals.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, money } from "#app/domain/shared/money.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { Traces } from "./ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { OrderToReturn } from "./shopify-return.server.ts";

/** What is looked at for a return, with the rules that it is held against. */
export interface Standing {
  readonly facts: CustomerStanding;
  readonly settings: AbuseSettings;
}

/** A year. */
const LOOKS_BACK_DAYS = 365;

const DEVICE_DAYS = 90;

/** What somebody asks for a return with: the network as a text that is the same for a household, and what the browser calls itself. */
export interface Device {
  readonly network: string | undefined;
  readonly agent: string;
}

/** Where an order went and what its return was asked for with. */
export interface TracesSeen {
  readonly found: Pick<OrderToReturn, "addressText">;
  /** Absent when nobody was there: a return that comes from Shopify or that staff made. */
  readonly device: Device | undefined;
}

/**
 * The address and the device as keyed digests: the same house or browser has the same one within a shop, and nobody can read it. Of a
 * device nothing is kept unless the shop looks at it.
 */
export function tracesOf(
  { secrets }: Pick<ShopContext, "secrets">,
  { found: { addressText }, device }: TracesSeen,
  { sharedDevice }: Pick<AbuseSettings, "sharedDevice">,
): Traces {
  const ofDevice = device && sharedDevice !== null ? deviceText(device) : undefined;
  return {
    ...(addressText === undefined ? {} : { addressKey: secrets.digest("return-address", addressText) }),
    ...(ofDevice === undefined ? {} : { deviceKey: secrets.digest("return-device", ofDevice) }),
  };
}

/** Keeps what later returns are held against. */
export async function noteTraces(tx: Repositories, ctx: ShopContext, noted: TracesSeen & { readonly returnId: string }): Promise<void> {
  await tx.standing.noteTraces(noted.returnId, tracesOf(ctx, noted, await readSetting(tx, ctx.shop, "abuse")));
}

/** Reads what speaks about whoever asks for a return. Undefined when the shop does not look at it, or staff trust the customer. */
export async function readStanding(
  tx: Repositories,
  ctx: ShopContext,
  { order, found, device }: TracesSeen & { readonly order: ReturnableOrder; readonly found: OrderToReturn },
): Promise<Standing | undefined> {
  const settings = await readSetting(tx, ctx.shop, "abuse");
  if (!settings.isEnabled) return undefined;
  const customerGid = order.customer?.gid;
  if (customerGid && (await tx.standing.trustIn(customerGid))) return undefined;
  const ago = (days: number) => after(ctx.clock.now(), -days * DAY);
  const traces = { addressKey: undefined, deviceKey: undefined, ...tracesOf(ctx, { found, device }, settings) };
  const person = { customerGid, email: found.email, ...traces, since: ago(LOOKS_BACK_DAYS), deviceSince: ago(DEVICE_DAYS) };
  const { onItsWayMinor, ...counted } = await tx.standing.of(person);
  const past = customerGid ? await tx.returns.pastReturnsOf(customerGid, order.gid) : null;
  return { settings, facts: { past, ...counted, onItsWay: money(onItsWayMinor, ctx.shop.currency) } };
}

/** The same while so much more, in the shop's currency, is asked for with another order at once. */
export function withBesides(standing: Standing | undefined, besides: Money | undefined): Standing | undefined {
  if (!standing || !besides) return standing;
  return { ...standing, facts: { ...standing.facts, onItsWay: add(standing.facts.onItsWay, besides) } };
}

/** What speaks for a look by staff before a return is approved that comes to at most so much, in the shop's currency. */
export function signalsOf(standing: Standing | undefined, highest: Money): readonly AbuseSignal[] {
  return standing ? abuseSignals(standing.facts, highest, standing.settings) : [];
}

/**
 * Staff say that a customer's returns need no second look, or that they do again. Doing so twice changes nothing. Refuses with
 * `return_unknown`, or `no_customer` for a guest's return.
 */
export async function setTrust(
  ctx: ShopContext,
  { returnId, actor, isTrusted }: { readonly returnId: string; readonly actor: string; readonly isTrusted: boolean },
): Promise<Result<null, { readonly code: "return_unknown" | "no_customer" }>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return refuse({ code: "return_unknown" });
    if (!record.customerGid) return refuse({ code: "no_customer" });
    await (isTrusted
      ? tx.standing.trust(record.customerGid, { by: actor, at: ctx.clock.now() })
      : tx.standing.endTrust(record.customerGid));
    return ok(null);
  });
}
