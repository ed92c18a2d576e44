import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { AbuseSettings } from "#app/domain/returns/abuse-settings.ts";
import type { AbuseSignal, CustomerStanding } from "#app/domain/returns/abuse-signals.ts";
import { abuseSignals } from "#app/domain/returns/abuse-signals.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { money } from "#app/domain/shared/money.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { OrderToReturn } from "./shopify-return.server.ts";

/** What is looked at for a return, with the rules that it is held against. */
export interface Standing {
  readonly facts: CustomerStanding;
  readonly settings: AbuseSettings;
}

/** A year. */
const LOOKS_BACK_DAYS = 365;

/** The address as a keyed digest: the same house has the same one within a shop, and nobody can read it. */
export function addressKeyOf({ secrets }: Pick<ShopContext, "secrets">, { addressText }: OrderToReturn): string | undefined {
  return addressText === undefined ? undefined : secrets.digest("return-address", addressText);
}

/** Reads what speaks about whoever asks for a return. Undefined when the shop does not look at it, or staff trust the customer. */
export async function readStanding(
  tx: Repositories,
  ctx: ShopContext,
  { order, found }: { readonly order: ReturnableOrder; readonly found: OrderToReturn },
): Promise<Standing | undefined> {
  const settings = await readSetting(tx, ctx.shop, "abuse");
  if (!settings.isEnabled) return undefined;
  const customerGid = order.customer?.gid;
  if (customerGid && (await tx.standing.trustIn(customerGid))) return undefined;
  const since = after(ctx.clock.now(), -LOOKS_BACK_DAYS * DAY);
  const counted = await tx.standing.of({ customerGid, email: found.email, addressKey: addressKeyOf(ctx, found), since });
  const { onItsWayMinor, sharedAddress, missingReturns } = counted;
  const past = customerGid ? await tx.returns.pastReturnsOf(customerGid, order.gid) : null;
  return { settings, facts: { past, sharedAddress, missingReturns, onItsWay: money(onItsWayMinor, ctx.shop.currency) } };
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
