import { gid } from "#app/domain/shared/gid.ts";
import type { Survey } from "#app/domain/surveys/survey.ts";

let lastNumber = 0;

/** A question about a refund, asked on 16 November 2026 and not answered. */
export function aSurvey(overrides: Partial<Survey> = {}): Survey {
  const number = ++lastNumber;
  return {
    id: `019a9d00-0000-7000-a000-${String(number).padStart(12, "0")}`,
    touchpoint: "refund",
    subject: gid("Refund", number),
    orderGid: gid("Order", number),
    askedAt: new Date("2026-11-16T15:00:00Z"),
    response: null,
    ...overrides,
  };
}
