import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";

/** One thing to put right, where it stands in what was sent. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a page is told after saving; `revision` is its own count of edits, given back. */
export interface SaveAnswer {
  readonly revision: number;
  readonly error?: { readonly code: string; readonly problems?: readonly FieldProblem[] };
}

export interface EditedForm<Form> {
  readonly form: Form;
  readonly change: (update: (form: Form) => Form) => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why the last save of what is being edited was refused. */
  readonly error: SaveAnswer["error"];
}

/** What the page around a form needs to know of it. */
export type SaveState = Omit<EditedForm<unknown>, "form" | "change">;

interface Editing<Form, Origin> {
  readonly form: Form;
  readonly origin: Origin;
  readonly revision: number;
  /** The revision with which this stretch of editing began. */
  readonly since: number;
}

export interface FormSource<Form, Origin> {
  /** What is stored, as the form shows it. */
  readonly loaded: Form;
  /** The versions it was read at. */
  readonly origin: Origin;
  /** What goes to the action, beside the revision. */
  readonly entries: (form: Form, origin: Origin) => Record<string, string>;
  readonly savedText: string;
}

/**
 * A form as it is stored until somebody edits it. The versions of the first edit are those that are saved with, so that what somebody
 * else saved meanwhile is never overwritten unseen, even though the page reloads it.
 */
export function useEditedForm<Form, Origin>({ loaded, origin, entries, savedText }: FormSource<Form, Origin>): EditedForm<Form> {
  const fetcher = useFetcher<SaveAnswer>();
  const [editing, setEditing] = useState<Editing<Form, Origin> | null>(null);
  const edits = useRef(0);
  const answer = fetcher.data;
  const isIdle = fetcher.state === "idle";
  const isSaved = isIdle && answer !== undefined && answer.error === undefined && answer.revision === editing?.revision;
  const current = isSaved ? null : editing;
  useSavedToast(isIdle && answer !== undefined && answer.error === undefined ? answer : undefined, savedText);
  return {
    form: current?.form ?? loaded,
    change: (update) => {
      edits.current += 1;
      const revision = edits.current;
      setEditing((before) => {
        const base = before === null || (isSaved && before === editing) ? null : before;
        return { form: update(base?.form ?? loaded), origin: base?.origin ?? origin, revision, since: base?.since ?? revision };
      });
    },
    save: () => {
      if (current) fetcher.submit({ ...entries(current.form, current.origin), revision: String(current.revision) }, { method: "post" });
    },
    discard: () => setEditing(null),
    isDirty: current !== null && JSON.stringify(current.form) !== JSON.stringify(loaded),
    isSaving: !isIdle,
    error: current !== null && answer !== undefined && answer.revision >= current.since ? answer.error : undefined,
  };
}

function useSavedToast(answer: SaveAnswer | undefined, text: string): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (answer) shopify.toast.show(text);
  }, [answer, shopify, text]);
}
