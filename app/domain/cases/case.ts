import type { Pause } from "#app/domain/promises/paused-clock.ts";
import { pause, resume } from "#app/domain/promises/paused-clock.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";
import type { CasePriority } from "./case-priority.ts";
import type { CaseEvent, CaseStatus } from "./case-status.ts";
import { transitionCase } from "./case-status.ts";
import type { CaseType } from "./case-type.ts";

/** Characters of one answer to a customer. */
export const LONGEST_REPLY = 10_000;

/** One piece of work for staff. */
export interface Case {
  /** UUIDv7. */
  readonly id: string;
  /** What people read: case 1042. */
  readonly number: number;
  readonly type: CaseType;
  readonly status: CaseStatus;
  readonly priority: CasePriority;
  readonly orderGid: OrderGid | null;
  readonly customerGid: CustomerGid | null;
  /** Shopify's id of the staff member who owns it; null while nobody does. */
  readonly ownerId: string | null;
  readonly openedAt: Date;
  /** When staff answered for the first time; never changes after. */
  readonly firstRepliedAt: Date | null;
  readonly closedAt: Date | null;
  /** Stretches in which the clock stood still because the customer had the ball. */
  readonly pauses: readonly Pause[];
}

/** A case as it stands after an event, ready to be saved. */
export type CaseChange = Pick<Case, "status" | "firstRepliedAt" | "closedAt" | "pauses">;

/**
 * What becomes of a case when something happens to it: the status by the table, the first reply kept, the clock standing still while the
 * customer has the ball or the case is closed. Refuses `illegal_transition`.
 */
export function applyCaseEvent(one: CaseChange, event: CaseEvent, now: Date): Result<CaseChange, IllegalTransition> {
  const moved = transitionCase(one.status, event);
  if (!moved.ok) return moved;
  const status = moved.value;
  return ok({
    status,
    firstRepliedAt: event === "reply" ? (one.firstRepliedAt ?? now) : one.firstRepliedAt,
    closedAt: status === "closed" ? now : null,
    pauses: status === "open" ? resume(one.pauses, now) : pause(one.pauses, now),
  });
}
