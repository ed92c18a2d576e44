import { useState } from "react";
import type { Policy } from "#app/domain/policies/policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { PolicyProblem } from "#app/domain/policies/policy-problems.ts";
import { documentOf } from "./policy-document.ts";
import type { PolicyForm } from "./policy-form.ts";
import { formOf } from "./policy-form.ts";

/** The policy as the server has it now: the draft, or what is published while there is none. */
export interface ServerPolicy {
  readonly policy: Policy;
  /** Of the draft; 0 while there is none. */
  readonly revision: number;
  /** Changes whenever what is stored changes. */
  readonly key: string;
}

interface Editing {
  readonly base: ServerPolicy;
  readonly form: PolicyForm;
  /** How often saving was tried; problems show from the first time on. */
  readonly attempts: number;
}

export interface PolicyEditing {
  readonly form: PolicyForm;
  readonly isDirty: boolean;
  /** The draft that this form was read from. */
  readonly revision: number;
  /** What the form says, while it can be read as a policy. */
  readonly policy: Policy | undefined;
  /** Problems to show: none before somebody tried to save. */
  readonly problems: readonly PolicyProblem[];
  readonly attempts: number;
  /** Somebody else changed the draft while this form has changes of its own. */
  readonly isStale: boolean;
  readonly edit: (form: PolicyForm) => void;
  readonly reset: () => void;
  /** Shows the problems from now on and answers with the document when there are none. */
  readonly check: () => string | undefined;
}

/** What is being typed, over what the server has. `savedKey` is the state that this page's own last save led to. */
export function usePolicyEditing(server: ServerPolicy, savedKey: string | undefined): PolicyEditing {
  const [state, setState] = useState<Editing>(() => fresh(server));
  const isDirty = text(state.form) !== text(formOf(state.base.policy));
  const isBehind = state.base.key !== server.key;
  // A form without changes of its own, or the one that was just saved, follows the server.
  if (isBehind && (!isDirty || savedKey === server.key)) setState(fresh(server));
  const parsed = parsePolicy(documentOf(state.form));
  return {
    form: state.form,
    isDirty,
    revision: state.base.revision,
    policy: parsed.ok ? parsed.value : undefined,
    problems: state.attempts > 0 && !parsed.ok ? parsed.error.problems : [],
    attempts: state.attempts,
    isStale: isBehind && isDirty && savedKey !== server.key,
    edit: (form) => setState({ ...state, form }),
    reset: () => setState(fresh(server)),
    check: () => {
      setState({ ...state, attempts: state.attempts + 1 });
      return parsed.ok ? text(state.form) : undefined;
    },
  };
}

function fresh(server: ServerPolicy): Editing {
  return { base: server, form: formOf(server.policy), attempts: 0 };
}

function text(form: PolicyForm): string {
  return JSON.stringify(documentOf(form));
}
