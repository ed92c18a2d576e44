import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import { after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { OrderGone } from "#app/use-cases/returns/show-items.server.ts";
import type { TooManyTries } from "#app/use-cases/returns/start-login.server.ts";

/** Another request is changing the same order at this moment. */
export interface ChangeUnderWay extends Refusal {
  readonly code: "under_way";
}

/** Orders are not changed often; whoever tries more has something else in mind. */
const PER_ORDER = { limit: 20, seconds: 3_600 };

/** One change of an order at a time, over all processes; "busy" when somebody else holds it. */
export function holdOrder<T>(ctx: ShopContext, orderGid: OrderGid, work: () => Promise<T>): Promise<T | "busy"> {
  return ctx.locks.hold(`order-change:${orderGid}`, work);
}

/** Lets a shopper who may see the whole order change it, alone. Refuses with `order_gone`, `too_many_tries` or `under_way`. */
export async function changeAlone<T, E extends Refusal>(
  ctx: ShopContext,
  access: PortalAccess,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | OrderGone | TooManyTries | ChangeUnderWay>> {
  if (access.isFollowOnly) return refuse({ code: "order_gone" });
  const { allowed, retryAfterSeconds } = await ctx.throttle.take(
    `order-change:${ctx.shop.shopId}:${access.orderGid}`,
    PER_ORDER.limit,
    PER_ORDER.seconds,
  );
  if (!allowed) return refuse({ code: "too_many_tries", retryAt: after(ctx.clock.now(), retryAfterSeconds * 1_000) });
  const done = await holdOrder(ctx, access.orderGid, work);
  return done === "busy" ? refuse({ code: "under_way" }) : done;
}
