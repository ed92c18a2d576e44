import type { Case } from "#app/domain/cases/case.ts";
import { gid } from "#app/domain/shared/gid.ts";

let lastNumber = 0;

/** A question that nobody owns or has answered, opened on Monday 16 November 2026 at 10:00 in New York. */
export function aCase(overrides: Partial<Case> = {}): Case {
  const number = ++lastNumber;
  return {
    id: `019a9d00-0000-7000-9000-${String(number).padStart(12, "0")}`,
    number,
    type: "question",
    status: "open",
    priority: "normal",
    orderGid: gid("Order", number),
    customerGid: gid("Customer", number),
    ownerId: null,
    openedAt: new Date("2026-11-16T15:00:00Z"),
    firstRepliedAt: null,
    closedAt: null,
    pauses: [],
    ...overrides,
  };
}
