import { z } from "zod";
import type { JointOrder } from "#app/domain/returns/joint-return.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { gid, legacyId, parseGid } from "#app/domain/shared/gid.ts";
import { DAY, MINUTE, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { Device } from "./standing.server.ts";

/** How long a page of the portal may be left open before the order must be looked up again. */
const ACCESS_MINUTES = 30;

/** A return can be followed from its mails for this long. */
const FOLLOW_DAYS = 120;

/** Who came with the code of a gift, by the address that they proved to be theirs. */
export interface GiftVisitor {
  /** Of the code. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What a visitor has shown to be allowed to see. It travels signed in the parameter `t`; nothing else opens an order. */
export interface PortalAccess {
  readonly orderGid: OrderGid;
  readonly locale: string;
  readonly draftId?: string;
  readonly returnId?: string;
  /** A link of a mail shows its return and nothing else of the order. */
  readonly isFollowOnly?: boolean;
  /** What this very request was made with; no token carries it. */
  readonly device?: Device;
  /** Digest of the address whose mail the visitor has shown to read; absent for who is signed in. */
  readonly mailKey?: string;
  /** The orders of a return of several, this one among them; nothing but a signed page puts an order here. */
  readonly joint?: readonly JointOrder[];
  /** The receiver of a gift returns it and reaches nothing else of the order. */
  readonly gift?: GiftVisitor;
}

/** Signs the access for the next page. */
export function signAccess(ctx: Pick<ShopContext, "tokens" | "clock">, access: PortalAccess): Promise<string> {
  const { orderGid, locale, draftId, returnId, isFollowOnly, mailKey, joint, gift } = access;
  const claims = {
    ...{ o: orderGid, l: locale },
    ...(draftId ? { d: draftId } : {}),
    ...(returnId ? { r: returnId } : {}),
    ...(mailKey && !isFollowOnly ? { m: mailKey } : {}),
    ...(joint && !isFollowOnly ? { j: jointClaim(joint) } : {}),
    ...(gift ? { g: gift.id, n: gift.name, e: gift.email } : {}),
  };
  const life = isFollowOnly ? FOLLOW_DAYS * DAY : ACCESS_MINUTES * MINUTE;
  return ctx.tokens.sign(isFollowOnly ? "follow" : "portal", claims, after(ctx.clock.now(), life));
}

/** The access that a token carries; undefined for anything forged, expired, or made by another shop or for something else. */
export async function readAccess(ctx: Pick<ShopContext, "tokens">, token: string): Promise<PortalAccess | undefined> {
  const full = await ctx.tokens.verify("portal", token);
  const claims = full ?? (await ctx.tokens.verify("follow", token));
  const orderGid = parseGid("Order", claims?.o ?? "");
  if (!claims || !orderGid) return undefined;
  return {
    orderGid,
    locale: claims.l ?? "en",
    ...(claims.d ? { draftId: claims.d } : {}),
    ...(claims.r ? { returnId: claims.r } : {}),
    ...(claims.g ? { gift: { id: claims.g, name: claims.n ?? "", email: claims.e ?? "" } } : {}),
    ...(full ? {} : { isFollowOnly: true }),
    ...(full?.m ? { mailKey: full.m } : {}),
    ...(full?.j ? { joint: jointOf(full.j) } : {}),
  };
}

/** The orders in few letters, because they travel in addresses. */
function jointClaim(orders: readonly JointOrder[]): string {
  return JSON.stringify(
    orders.map(({ orderGid, name, draftId, bearsShipping }) => [legacyId(orderGid), name, draftId ?? "", bearsShipping === true]),
  );
}

const jointClaims = z.array(z.tuple([z.string(), z.string(), z.string(), z.boolean()]));

function jointOf(claim: string): JointOrder[] {
  return jointClaims.parse(JSON.parse(claim)).map(([id, name, draftId, bearsShipping]) => ({
    ...{ orderGid: gid("Order", id), name },
    ...(draftId ? { draftId } : {}),
    ...(bearsShipping ? { bearsShipping } : {}),
  }));
}

/** What the next page keeps of an access, whatever else it is about: who the visitor is, and the orders that come back together. */
export function carriedOn({ locale, device, mailKey, joint, gift }: PortalAccess): Omit<PortalAccess, "orderGid" | "draftId" | "returnId"> {
  return {
    locale,
    ...(device ? { device } : {}),
    ...(mailKey ? { mailKey } : {}),
    ...(joint ? { joint } : {}),
    ...(gift ? { gift } : {}),
  };
}

/** The address under which a customer follows a return, for mails. */
export async function followLink(
  ctx: Pick<ShopContext, "tokens" | "clock" | "links">,
  { id, orderGid, locale }: { id: string; orderGid: OrderGid; locale: string },
): Promise<string> {
  return ctx.links.portal("/status", { t: await signAccess(ctx, { orderGid, locale, returnId: id, isFollowOnly: true }) });
}

/** The address of a return's packing slip, for mails. */
export async function slipLink(
  ctx: Pick<ShopContext, "tokens" | "clock" | "links">,
  { id, orderGid, locale }: { id: string; orderGid: OrderGid; locale: string },
): Promise<string> {
  return ctx.links.portal("/slip", { t: await signAccess(ctx, { orderGid, locale, returnId: id, isFollowOnly: true }) });
}
