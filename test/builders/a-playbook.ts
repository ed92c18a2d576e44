import type { Facts } from "#app/domain/playbooks/condition.ts";
import type { PlaybookDefinition } from "#app/domain/playbooks/definition.ts";
import type { Surroundings } from "#app/domain/playbooks/engine.ts";
import { READY_MADE_PLAYBOOKS } from "#app/domain/playbooks/ready-made.ts";
import type { PlaybookEvent } from "#app/domain/playbooks/run.ts";
import { mondayToFriday } from "#app/domain/promises/workdays.ts";

export const SUBJECT = "gid://shopify/Fulfillment/7";

/** One message after a scan. */
export function aPlaybook(overrides: Partial<PlaybookDefinition> = {}): PlaybookDefinition {
  return {
    id: "test_playbook",
    version: 1,
    isEnabled: true,
    on: "shipment_scanned",
    conditions: [],
    cancelOn: [],
    steps: [{ do: "send_message", template: "tracking_silence", choices: [], survey: null, onlyIf: [] }],
    ...overrides,
  };
}

/** A playbook that every shop starts with. */
export function readyMade(id: string): PlaybookDefinition {
  const found = READY_MADE_PLAYBOOKS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No playbook ${id}`);
  return found;
}

/** A scan of the subject. */
export function aPlaybookEvent(overrides: Partial<PlaybookEvent> = {}): PlaybookEvent {
  return { name: "shipment_scanned", subject: SUBJECT, facts: {}, ...overrides };
}

/** What a run sees at `now` with these facts. */
export function around(now: string, facts: Facts = {}): Surroundings {
  return { now: new Date(now), facts, calendar: mondayToFriday("America/New_York") };
}
