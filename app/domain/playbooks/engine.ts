import { addWorkdaysToInstant } from "#app/domain/promises/workdays.ts";
import type { WorkdayCalendar } from "#app/domain/promises/workdays.ts";
import { after, HOUR } from "#app/domain/shared/time.ts";
import type { Facts } from "./condition.ts";
import { holdAll, instantOf } from "./condition.ts";
import type { PlaybookDefinition, Step, Wait } from "./definition.ts";
import type { Advance, Effect, PlaybookEvent, PlaybookRun, RunEntry, RunStatus } from "./run.ts";
import { isFinished, runKey } from "./run.ts";

/** What a run is looked at with: the facts as they are now, not as they were at its start. */
export interface Surroundings {
  readonly facts: Facts;
  readonly now: Date;
  readonly calendar: WorkdayCalendar;
}

/**
 * Starts a playbook's run about the event's subject, or answers null when this playbook does not want it: another event, switched off,
 * or a condition that does not hold. The run has done nothing yet; `advance` it. A subject has one run per playbook: an existing
 * run is kept, never replaced.
 */
export function startRun(definition: PlaybookDefinition, event: PlaybookEvent, now: Date): PlaybookRun | null {
  if (!definition.isEnabled || event.name !== definition.on || !holdAll(definition.conditions, event.facts)) return null;
  const at = now.toISOString();
  return {
    key: runKey(definition.id, event.subject),
    playbookId: definition.id,
    version: definition.version,
    subject: event.subject,
    status: "waiting",
    stepIndex: 0,
    reachedAt: at,
    dueAt: at,
    history: [{ at, step: 0, what: "started", detail: event.name }],
  };
}

/** Ends a run when the event is one that cancels it; otherwise, and for another subject or a finished run, answers the run itself. */
export function cancelOn(
  run: PlaybookRun,
  definition: PlaybookDefinition,
  event: Pick<PlaybookEvent, "name" | "subject"> & { readonly now: Date },
): PlaybookRun {
  if (isFinished(run) || event.subject !== run.subject || !definition.cancelOn.includes(event.name)) return run;
  return end(run, "cancelled", { at: event.now.toISOString(), step: run.stepIndex, what: "cancelled", detail: event.name });
}

/**
 * Takes a run as far as it goes now: every step until a wait that is not over, a condition that stops it, or the end. Safe to call
 * twice, late, early or at every event: a step is passed once, and effects carry keys made of run and step, so that whoever keeps
 * them by key does each once even if the run could not be saved. A wait after a late step counts from when it was really reached.
 */
export function advance(run: PlaybookRun, definition: PlaybookDefinition, around: Surroundings): Advance {
  if (definition.id !== run.playbookId || definition.version !== run.version) {
    throw new Error(`Run ${run.key} belongs to version ${run.version} of ${run.playbookId}, not ${definition.version} of ${definition.id}`);
  }
  let current = run;
  const effects: Effect[] = [];
  while (!isFinished(current)) {
    const moved = takeStep(current, definition, around);
    if (moved.effect !== null) effects.push(moved.effect);
    current = moved.run;
    if (moved.isWaiting) break;
  }
  const isDone = isFinished(current);
  return { run: current, effects, dueAt: isDone || current.dueAt === null ? null : new Date(current.dueAt), isDone };
}

interface Move {
  readonly run: PlaybookRun;
  readonly effect: Effect | null;
  readonly isWaiting: boolean;
}

function takeStep(run: PlaybookRun, definition: PlaybookDefinition, around: Surroundings): Move {
  const at = around.now.toISOString();
  const note = (what: RunEntry["what"], detail: string | null = null): RunEntry => ({ at, step: run.stepIndex, what, detail });
  const passed = (entry: RunEntry): PlaybookRun => next(run, at, entry);
  if (!definition.isEnabled) return { run: end(run, "stopped", note("stopped", "switched_off")), effect: null, isWaiting: false };
  const step = definition.steps[run.stepIndex];
  if (step === undefined) return { run: end(run, "done", note("finished")), effect: null, isWaiting: false };
  if (step.do === "wait") {
    const due = waitsUntil(step.for, run, around);
    if (due !== null && due <= around.now) return { run: passed(note("waited")), effect: null, isWaiting: false };
    return { run: { ...run, dueAt: due?.toISOString() ?? null }, effect: null, isWaiting: true };
  }
  if (step.do === "stop_unless") {
    if (holdAll(step.conditions, around.facts)) return { run: next(run, at), effect: null, isWaiting: false };
    return { run: end(run, "stopped", note("stopped")), effect: null, isWaiting: false };
  }
  if (!holdAll(step.onlyIf, around.facts)) return { run: passed(note("passed_over", step.do)), effect: null, isWaiting: false };
  return { run: passed(note("acted", step.do)), effect: effectOf(step, `${run.key}:${run.stepIndex}`), isWaiting: false };
}

function effectOf(step: Exclude<Step, { do: "wait" | "stop_unless" }>, key: string): Effect {
  switch (step.do) {
    case "send_message":
      return { kind: "send_message", key, template: step.template, choices: step.choices, survey: step.survey };
    case "compensate":
      return { kind: "compensate", key, compensation: step.compensation };
    case "open_case":
      return { kind: "open_case", key, caseType: step.caseType };
  }
}

function waitsUntil(wait: Wait, run: PlaybookRun, { facts, calendar }: Surroundings): Date | null {
  if (wait.unit === "until") {
    const named = wait.facts.map((fact) => instantOf(facts[fact])).filter((instant) => instant !== null);
    return named.length === 0 ? null : new Date(Math.min(...named.map((instant) => instant.getTime())));
  }
  const since = (wait.since === undefined ? null : instantOf(facts[wait.since])) ?? new Date(run.reachedAt);
  return wait.unit === "hours" ? after(since, wait.amount * HOUR) : addWorkdaysToInstant(since, wait.amount, calendar);
}

function next(run: PlaybookRun, at: string, entry?: RunEntry): PlaybookRun {
  return {
    ...run,
    stepIndex: run.stepIndex + 1,
    reachedAt: at,
    dueAt: at,
    history: entry === undefined ? run.history : [...run.history, entry],
  };
}

function end(run: PlaybookRun, status: RunStatus, entry: RunEntry): PlaybookRun {
  return { ...run, status, dueAt: null, history: [...run.history, entry] };
}
