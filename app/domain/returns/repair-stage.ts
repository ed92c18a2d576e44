import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition, StatusTable } from "#app/domain/shared/status-machine.ts";
import { eventsFrom, nextStatus } from "#app/domain/shared/status-machine.ts";

/**
 * Where a repair stands. It waits while its return is asked for, approved and sent; "settled" is one that could not be mended and became
 * something else: its return goes on as any other.
 */
export const REPAIR_STAGES = ["waiting", "diagnosis", "in_repair", "repaired", "irreparable", "sent_back", "delivered", "settled"] as const;
export type RepairStage = (typeof REPAIR_STAGES)[number];

/** What can happen to a repair. */
export const REPAIR_EVENTS = ["arrive", "choose_instead", "start_repair", "finish_repair", "give_up", "send_back", "arrive_back"] as const;
export type RepairEvent = (typeof REPAIR_EVENTS)[number];

/** Who makes it happen; "system" is Amends itself. */
export type RepairActor = "shopper" | "staff" | "system";

/** The one table that changes a repair's stage. What cannot be mended goes back as it is, or becomes something else; a part that is found after all begins it again. */
export const REPAIR_TABLE: StatusTable<RepairStage, RepairEvent> = {
  waiting: { arrive: "diagnosis" },
  diagnosis: { start_repair: "in_repair", finish_repair: "repaired", give_up: "irreparable" },
  in_repair: { finish_repair: "repaired", give_up: "irreparable" },
  repaired: { send_back: "sent_back" },
  irreparable: { choose_instead: "settled", start_repair: "in_repair", send_back: "sent_back" },
  sent_back: { arrive_back: "delivered" },
  delivered: {},
  settled: {},
};

/** Who may cause each event. That the goods arrived follows from receiving their return. */
export const REPAIR_ACTORS: Readonly<Record<RepairEvent, readonly RepairActor[]>> = {
  arrive: ["system"],
  start_repair: ["staff"],
  finish_repair: ["staff"],
  give_up: ["staff"],
  send_back: ["staff"],
  arrive_back: ["staff", "system"],
  choose_instead: ["shopper", "staff"],
};

/** What a repair becomes when something happens to it, or `illegal_transition` when that cannot happen from where it stands. */
export function moveRepair(stage: RepairStage, event: RepairEvent): Result<RepairStage, IllegalTransition<RepairStage, RepairEvent>> {
  return nextStatus(REPAIR_TABLE, stage, event);
}

/** What this actor can make happen now, in the order of `REPAIR_EVENTS`: the buttons a page shows are exactly these. */
export function allowedRepairEvents(stage: RepairStage, actor: RepairActor): RepairEvent[] {
  const possible = eventsFrom(REPAIR_TABLE, stage);
  return REPAIR_EVENTS.filter((event) => possible.includes(event) && REPAIR_ACTORS[event].includes(actor));
}

/** A repair as it is kept with its return. */
export interface Repair {
  readonly stage: RepairStage;
  /** Whether it was mended; false while it is not, and when it went back as it came. */
  readonly isMended: boolean;
  /** How it went back, as far as staff said. */
  readonly carrier?: string;
  readonly trackingNumber?: string;
  /** Staff's own words about why it cannot be mended. */
  readonly note?: string;
}

/** A repair that nothing has happened to yet. */
export const NEW_REPAIR: Repair = { stage: "waiting", isMended: false };

/** A parcel that nobody said had arrived counts as delivered this many days after it was sent back. */
export const COUNTS_AS_BACK_DAYS = 10;
