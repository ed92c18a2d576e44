import type { PlaybookDefinition } from "./definition.ts";

/**
 * What playbooks may look at, beside the facts of their event: read afresh each time. Instants are ISO 8601, amounts minor units of
 * the shop's currency; what is not known is null or missing.
 */
export interface DeliveryFacts {
  readonly promiseStatus: string | null;
  readonly promisedOn: string | null;
  readonly deliveredAt: string | null;
  readonly cancelledAt: string | null;
  readonly lastScanAt: string | null;
  /** When the parcel counts as stuck (`silentAt` of promises/silence.ts). */
  readonly silentAt: string | null;
  /** When lateness is settled (`settlesAt` of compensation/settlement.ts). */
  readonly settlesAt: string | null;
  /** What lateness comes to at this moment. */
  readonly owedMinor: number;
  readonly compensationPaidAt: string | null;
  readonly country: string | null;
}

/**
 * A late parcel: say so with the new expectation and choices, wait until it arrives or the cap is reached, pay what is owed, and tell
 * once the money is really there. Nothing is owed for less than one block: then it ends after the first message. A
 * delay that is learnt of only with the delivery needs no such message.
 */
const LATE_DELIVERY: PlaybookDefinition = {
  id: "late_delivery",
  version: 1,
  isEnabled: true,
  on: "promise_breached",
  conditions: [
    { field: "promiseKind", op: "eq", value: "delivered_by" },
    { field: "cancelledAt", op: "missing" },
  ],
  cancelOn: ["shipment_cancelled", "compensation_withdrawn"],
  steps: [
    {
      do: "send_message",
      template: "late_delivery",
      choices: ["keep_waiting", "chase_carrier", "talk_to_person", "have_it"],
      survey: null,
      onlyIf: [{ field: "deliveredAt", op: "missing" }],
    },
    { do: "wait", for: { unit: "until", facts: ["settlesAt"] } },
    { do: "stop_unless", conditions: [{ field: "owedMinor", op: "gt", value: 0 }] },
    { do: "compensate", compensation: "late_delivery", onlyIf: [] },
    { do: "wait", for: { unit: "until", facts: ["compensationPaidAt"] } },
    { do: "send_message", template: "compensation_issued", choices: [], survey: null, onlyIf: [] },
  ],
};

/** A parcel that says nothing for too many workdays; every scan moves the moment on, arrival ends it. */
const TRACKING_SILENCE: PlaybookDefinition = {
  id: "tracking_silence",
  version: 1,
  isEnabled: true,
  on: "shipment_scanned",
  conditions: [
    { field: "deliveredAt", op: "missing" },
    { field: "cancelledAt", op: "missing" },
  ],
  cancelOn: ["shipment_delivered", "shipment_cancelled"],
  steps: [
    { do: "wait", for: { unit: "until", facts: ["silentAt"] } },
    {
      do: "stop_unless",
      conditions: [
        { field: "deliveredAt", op: "missing" },
        { field: "cancelledAt", op: "missing" },
      ],
    },
    { do: "send_message", template: "tracking_silence", choices: ["chase_carrier", "talk_to_person", "have_it"], survey: null, onlyIf: [] },
  ],
};

/** The money is on its way back: say so, and ask how it went. */
const REFUND_PAID: PlaybookDefinition = {
  id: "refund_paid",
  version: 1,
  isEnabled: true,
  on: "refund_paid",
  conditions: [],
  cancelOn: [],
  steps: [{ do: "send_message", template: "refund_paid", choices: [], survey: "refund", onlyIf: [] }],
};

/** Days after a repaired item is back with its customer. */
export const REPAIR_FOLLOW_UP_DAYS = 14;

/** A repaired item has been back for a while: ask whether the repair holds. */
const REPAIR_FOLLOW_UP: PlaybookDefinition = {
  id: "repair_follow_up",
  version: 1,
  isEnabled: true,
  on: "repair_delivered",
  conditions: [],
  cancelOn: [],
  steps: [
    { do: "wait", for: { unit: "hours", amount: REPAIR_FOLLOW_UP_DAYS * 24 } },
    { do: "send_message", template: "repair_follow_up", choices: ["repair_holds", "repair_broken"], survey: null, onlyIf: [] },
  ],
};

/** A case was closed: ask how it went. */
const CASE_CLOSED: PlaybookDefinition = {
  id: "case_closed",
  version: 1,
  isEnabled: true,
  on: "case_closed",
  conditions: [],
  cancelOn: [],
  steps: [{ do: "send_message", template: "case_closed", choices: [], survey: "case_closed", onlyIf: [] }],
};

/** The playbooks that every shop starts with. */
export const READY_MADE_PLAYBOOKS: readonly PlaybookDefinition[] = [
  LATE_DELIVERY,
  TRACKING_SILENCE,
  REFUND_PAID,
  REPAIR_FOLLOW_UP,
  CASE_CLOSED,
];
