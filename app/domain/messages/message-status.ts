import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition, StatusTable } from "#app/domain/shared/status-machine.ts";
import { nextStatus } from "#app/domain/shared/status-machine.ts";

export const MESSAGE_STATUSES = ["planned", "deferred", "sending", "sent", "failed", "suppressed"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/**
 * - `defer`: later, because of quiet hours. `suppress`: not at all, with a reason.
 * - `send`: handed to the mail server. `confirm`, `fail`: what it said. `retry`: once more, under the same message id.
 */
export const MESSAGE_EVENTS = ["defer", "suppress", "send", "confirm", "fail", "retry"] as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

/** The life of one message. While `sending` it is never sent again by itself, so that nobody gets it twice. */
export const MESSAGE_TRANSITIONS: StatusTable<MessageStatus, MessageEvent> = {
  planned: { defer: "deferred", suppress: "suppressed", send: "sending" },
  deferred: { defer: "deferred", suppress: "suppressed", send: "sending" },
  sending: { confirm: "sent", fail: "failed" },
  failed: { retry: "sending", suppress: "suppressed" },
  sent: {},
  suppressed: {},
};

/** The message's next status, or `illegal_transition`. */
export function transitionMessage(status: MessageStatus, event: MessageEvent): Result<MessageStatus, IllegalTransition> {
  return nextStatus(MESSAGE_TRANSITIONS, status, event);
}
