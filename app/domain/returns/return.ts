import type { Decision } from "#app/domain/policies/decision.ts";
import { KEPT_KINDS } from "#app/domain/policies/policy.ts";
import type { LineItemGid, OrderGid, ReturnGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { ResolutionQuote, ReturnResolution } from "./resolution-quote.ts";
import type { ReturnActor, ReturnEvent, ReturnStatus } from "./return-status.ts";
import { allowedEvents } from "./return-status.ts";

/** One return as Amends keeps it: what was asked for, what was decided and promised, and where it stands. */
export interface Return {
  /** Our own UUIDv7. */
  readonly id: string;
  /** "#1001-R1", unique within the shop. */
  readonly name: string;
  readonly orderGid: OrderGid;
  readonly orderName: string;
  /** Null until Shopify has the return too. */
  readonly shopifyGid: ReturnGid | null;
  readonly status: ReturnStatus;
  /** Counts every change; a save names the version it read. */
  readonly version: number;
  readonly resolution: ReturnResolution;
  readonly items: readonly ReturnItem[];
  /** What the shopper saw and agreed to. */
  readonly quote: ResolutionQuote;
  readonly requestedAt: Date;
}

export interface ReturnItem {
  readonly lineGid: LineItemGid;
  readonly title: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
  readonly decision: Decision;
  readonly exchangeVariantGid: VariantGid | null;
}

/** Whether nothing is sent back: it is settled as soon as it is approved. A mixed return always sends something back. */
export function isKept({ resolution }: Pick<Return, "resolution">): boolean {
  return KEPT_KINDS.some((kind) => kind === resolution);
}

/** Whether the goods are mended and go back to the customer: such a return is settled by its repair's stages and pays nothing. */
export function isRepair({ resolution }: Pick<Return, "resolution">): boolean {
  return resolution === "repair";
}

/** What staff cannot do with goods that are here to be mended: their repair's own stages lead on. */
const NOT_FOR_REPAIRS: readonly ReturnEvent[] = ["inspect", "start_processing"];

/**
 * What this actor can make happen to this return now, by the status table: the buttons a page shows are exactly these. A repair is neither
 * inspected nor paid, and ends with its own last stage; "system" follows what was done in Shopify, whatever that is.
 */
export function eventsFor({ status, resolution }: Pick<Return, "status" | "resolution">, actor: ReturnActor): ReturnEvent[] {
  const events = allowedEvents(status, actor);
  if (actor === "system" || !isRepair({ resolution })) return events;
  return events.filter((event) => !NOT_FOR_REPAIRS.includes(event) && !(event === "close" && status === "received"));
}

/** What the next return of an order is called: the third of order #1001 is "#1001-R3". `earlier` counts all it ever had. */
export function returnName(orderName: string, earlier: number): string {
  return `${orderName}-R${earlier + 1}`;
}
