import type { CaseType } from "#app/domain/cases/case-type.ts";
import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";
import type { Facts } from "./condition.ts";
import type { EventName } from "./definition.ts";

/** Something that happened to a subject: a fulfillment, a refund, a case. */
export interface PlaybookEvent {
  readonly name: EventName;
  /** Gid or own id. A playbook runs once per subject, for ever. */
  readonly subject: string;
  readonly facts: Facts;
}

export const RUN_STATUSES = ["waiting", "done", "stopped", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One line of a run's history: what happened at which step. */
export interface RunEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly step: number;
  readonly what: "started" | "waited" | "acted" | "passed_over" | "stopped" | "cancelled" | "finished";
  /** The effect's kind, the event that cancelled, or null. */
  readonly detail: string | null;
}

/** One playbook at work on one subject. Plain JSON. */
export interface PlaybookRun {
  /** `{playbook}:{subject}`, unique per shop. */
  readonly key: string;
  readonly playbookId: string;
  readonly version: number;
  readonly subject: string;
  readonly status: RunStatus;
  /** The step that comes next. */
  readonly stepIndex: number;
  /** ISO 8601: when that step was reached. */
  readonly reachedAt: string;
  /** ISO 8601: when to look again; null while only news can help, and at the end. */
  readonly dueAt: string | null;
  readonly history: readonly RunEntry[];
}

/** What is to be done, each exactly once: `key` is `{run}:{step}` and unique per shop. */
export type Effect =
  | {
      readonly kind: "send_message";
      readonly key: string;
      readonly template: TemplateKey;
      readonly choices: readonly ReplyChoice[];
      readonly survey: Touchpoint | null;
    }
  | { readonly kind: "compensate"; readonly key: string; readonly compensation: "late_delivery" }
  | { readonly kind: "open_case"; readonly key: string; readonly caseType: CaseType };

/** The run as it is now, what it wants done, and when to look again. */
export interface Advance {
  readonly run: PlaybookRun;
  readonly effects: readonly Effect[];
  /** Null while only news can help, and at the end. */
  readonly dueAt: Date | null;
  readonly isDone: boolean;
}

/** The key of a playbook's one run about a subject. */
export function runKey(playbookId: string, subject: string): string {
  return `${playbookId}:${subject}`;
}

/** Whether nothing more will come of a run. */
export function isFinished(run: Pick<PlaybookRun, "status">): boolean {
  return run.status !== "waiting";
}
