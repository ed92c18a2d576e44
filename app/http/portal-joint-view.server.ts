import { nextOrder, sumsByCurrency, withoutOrder } from "#app/domain/returns/joint-return.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { JointProgress, StepTarget, TogetherPage } from "#app/ui/portal/joint-views.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { ConfirmPage, OrderToConfirm } from "#app/ui/portal/solution-views.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { OrdersToJoin } from "#app/use-cases/returns/join-orders.server.ts";
import { accessTo, readyOrder } from "#app/use-cases/returns/join-orders.server.ts";
import type { PortalAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { carriedOn, signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import type { Confirmation } from "#app/use-cases/returns/show-confirmation.server.ts";
import type { JointConfirmation } from "#app/use-cases/returns/show-joint-confirmation.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import { orderToConfirm } from "./portal-solutions-view.server.ts";

/** Where the shopper is among the orders of a return; undefined for a return of one order. */
export async function jointProgress(ctx: ShopContext, access: PortalAccess | undefined): Promise<JointProgress | undefined> {
  const { joint = [], orderGid } = access ?? {};
  const current = joint.find((order) => order.orderGid === orderGid);
  if (!access || !current || joint.length < 2) return undefined;
  return {
    orders: joint.map(({ name, draftId, orderGid: gid }) => ({
      name,
      state: gid === orderGid ? ("current" as const) : draftId ? ("ready" as const) : ("next" as const),
    })),
    current: current.name,
    leaveOut: await without(ctx, access, current.orderGid),
  };
}

/** The page that goes on without an order. */
async function without(ctx: ShopContext, access: PortalAccess, orderGid: OrderGid): Promise<StepTarget> {
  const joint = withoutOrder(access.joint ?? [], orderGid);
  return { step: nextOrder(joint) ? "items" : "confirm", token: await signAccess(ctx, accessTo({ ...carriedOn(access), joint })) };
}

/** The access to one order of a return of several, with what was chosen of it. */
export function accessToOrder(access: PortalAccess, orderGid: OrderGid): PortalAccess {
  const draftId = access.joint?.find((order) => order.orderGid === orderGid)?.draftId;
  return { ...carriedOn(access), orderGid, ...(draftId ? { draftId } : {}) };
}

interface ConfirmInput {
  readonly ctx: ShopContext;
  readonly locale: string;
  readonly access: PortalAccess;
  readonly shown: JointConfirmation;
  /** The visitor may have other orders. */
  readonly canJoin: boolean;
  readonly errors: readonly FieldError[];
}

/** The page on which everything is confirmed at once. */
export async function confirmPage({ ctx, locale, access, shown, canJoin, errors }: ConfirmInput): Promise<ConfirmPage> {
  const { orders, formKey } = shown;
  const whole = { ...access, joint: orders.map(readyOrder) };
  const views: OrderToConfirm[] = [];
  for (const one of orders) {
    const view = orderToConfirm(ctx, one, locale);
    views.push(orders.length > 1 ? { ...view, ...(await waysOf(ctx, whole, one)) } : view);
  }
  const [first, ...further] = views;
  if (!first) throw new Error("A confirmation has at least one order");
  const amounts = views.flatMap(({ option, others = [] }) => [option, ...others]).map(({ total }) => total);
  return {
    ...{ page: "confirm", ...first, formKey, errors },
    ...(further.length > 0 ? { further, totals: sumsByCurrency(amounts) } : {}),
    ...(canJoin ? { moreToken: await signAccess(ctx, whole) } : {}),
  };
}

async function waysOf(ctx: ShopContext, whole: PortalAccess, { read }: Confirmation): Promise<Pick<OrderToConfirm, "change" | "leaveOut">> {
  const { gid } = read.context.order;
  const change = { step: "items" as const, token: await signAccess(ctx, accessToOrder(whole, gid)) };
  return { change, leaveOut: await without(ctx, whole, gid) };
}

interface TogetherInput {
  readonly offered: OrdersToJoin;
  readonly access: PortalAccess | undefined;
  /** What was ticked, when the form is shown again. */
  readonly chosen?: readonly string[];
  readonly errors?: readonly FieldError[];
}

/** The page on which orders are put together. */
export function togetherPage(ctx: ShopContext, { offered: { base, others }, access, chosen, errors = [] }: TogetherInput): TogetherPage {
  const ticked = chosen ?? (access?.joint ?? []).map(({ orderGid }) => orderGid);
  return {
    page: "together",
    ...(base ? { base: { name: base.name, placedAt: momentIn(ctx, base.placedAt) } } : {}),
    orders: others.map(({ gid, name, processedAt, total, itemCount, images }) => ({
      ...{ id: gid, name, total, itemCount, images },
      placedAt: momentIn(ctx, processedAt),
      isChosen: ticked.includes(gid),
    })),
    errors,
  };
}
