import { z } from "zod";
import { CASE_TYPES } from "#app/domain/cases/case-type.ts";
import { REPLY_CHOICES } from "#app/domain/messages/reply-choice.ts";
import { TEMPLATE_KEYS } from "#app/domain/messages/template.ts";
import { TOUCHPOINTS } from "#app/domain/surveys/touchpoint.ts";
import { conditionSchema } from "./condition.ts";

/** Everything that can set a playbook off or end it. */
export const EVENT_NAMES = [
  "promise_breached",
  "shipment_scanned",
  "shipment_delivered",
  "shipment_cancelled",
  "compensation_paid",
  "compensation_withdrawn",
  "refund_paid",
  "repair_delivered",
  "case_closed",
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/**
 * - `hours`, `workdays`: that long, since the instant in the fact `since`, or else since the step was reached.
 * - `until`: the earliest instant that one of these facts names. While none names one, the run waits for news.
 * Facts are looked at afresh every time, so a new scan that moves `lastScanAt` or `silentAt` on moves the wait on too.
 */
const waitSchema = z.discriminatedUnion("unit", [
  z.object({ unit: z.literal("hours"), amount: z.number().min(0).max(8_784), since: z.string().optional() }),
  z.object({ unit: z.literal("workdays"), amount: z.int().min(0).max(366), since: z.string().optional() }),
  z.object({ unit: z.literal("until"), facts: z.array(z.string().min(1)).min(1) }),
]);
export type Wait = Readonly<z.infer<typeof waitSchema>>;

/** A step that is passed over, without effect, unless these hold when it is reached. */
const onlyIf = z.array(conditionSchema).default([]);

export const stepSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("wait"), for: waitSchema }),
  z.object({
    do: z.literal("send_message"),
    template: z.enum(TEMPLATE_KEYS),
    choices: z.array(z.enum(REPLY_CHOICES)).default([]),
    /** The question of satisfaction that the message carries, where the customer may be asked. */
    survey: z.enum(TOUCHPOINTS).nullable().default(null),
    onlyIf,
  }),
  z.object({ do: z.literal("compensate"), compensation: z.enum(["late_delivery"]), onlyIf }),
  z.object({ do: z.literal("open_case"), caseType: z.enum(CASE_TYPES), onlyIf }),
  z.object({ do: z.literal("stop_unless"), conditions: z.array(conditionSchema).min(1) }),
]);
export type Step = Readonly<z.infer<typeof stepSchema>>;

/** "When this event, if these conditions, wait this long, then do these steps." A changed definition gets a new version; runs keep theirs. */
export const definitionSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  version: z.int().min(1),
  isEnabled: z.boolean(),
  on: z.enum(EVENT_NAMES),
  conditions: z.array(conditionSchema),
  /** Ends the run, whatever it waits for, when one of these happens to the same subject. */
  cancelOn: z.array(z.enum(EVENT_NAMES)),
  steps: z.array(stepSchema).min(1).max(50),
});
export type PlaybookDefinition = Readonly<z.infer<typeof definitionSchema>>;
