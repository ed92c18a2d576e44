import { z } from "zod";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { Touchpoint } from "./touchpoint.ts";
import { TOUCHPOINTS } from "./touchpoint.ts";

/** When customers are asked. */
export const surveySettingsSchema = z.object({
  touchpoints: z.array(z.enum(TOUCHPOINTS)).default([...TOUCHPOINTS]),
  /** Elapsed days in which a customer is not asked again, about anything; 0 asks every time. */
  coolDownDays: z.int().min(0).max(365).default(0),
});

export interface SurveySettings {
  readonly touchpoints: readonly Touchpoint[];
  readonly coolDownDays: number;
}

/** What is known about asking this customer now. */
export interface AskFacts {
  readonly touchpoint: Touchpoint;
  /** When they were last asked anything, or null. */
  readonly lastAskedAt: Date | null;
  readonly hasUnsubscribed: boolean;
}

export type AskDecision =
  { readonly kind: "ask" } | { readonly kind: "skip"; readonly reason: "switched_off" | "unsubscribed" | "cooling_down" };

/** Whether a customer is asked now: the merchant wants it there, they did not unsubscribe, and the last question is long enough ago. */
export function mayAsk(facts: AskFacts, settings: SurveySettings, now: Date): AskDecision {
  if (!settings.touchpoints.includes(facts.touchpoint)) return { kind: "skip", reason: "switched_off" };
  if (facts.hasUnsubscribed) return { kind: "skip", reason: "unsubscribed" };
  const isCooling = facts.lastAskedAt !== null && now < after(facts.lastAskedAt, settings.coolDownDays * DAY);
  return isCooling ? { kind: "skip", reason: "cooling_down" } : { kind: "ask" };
}
