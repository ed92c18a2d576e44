import { useEffect, useRef, useState } from "react";
import type { FieldProblem } from "#app/ui/forms/use-edited-form.ts";

/** A text as it would arrive, or what is wrong with it. */
export type PreviewAnswer = { readonly subject: string; readonly html: string } | { readonly problem: FieldProblem };

/** What is previewed: a text in one language. */
export interface PreviewSource {
  readonly key: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
}

export interface Preview {
  /** The last text that could be filled in. */
  readonly shown: { readonly subject: string; readonly html: string } | undefined;
  /** What is wrong with the text as it is now. */
  readonly problem: FieldProblem | undefined;
}

const WAIT_MILLISECONDS = 300;

/** The preview follows what is typed a moment after the last key. A text that cannot be filled in leaves the last good one standing. */
export function usePreview(source: PreviewSource, initial: PreviewAnswer): Preview {
  const [answers, setAnswers] = useState({ latest: initial, good: "html" in initial ? initial : undefined });
  const { key, locale, subject, body } = source;
  const text = JSON.stringify([key, locale, subject, body]);
  const asked = useRef(text);
  useEffect(() => {
    if (asked.current === text) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      asked.current = text;
      void ask({ key, locale, subject, body }, controller.signal).then((latest) => {
        if (latest) setAnswers((before) => ({ latest, good: "html" in latest ? latest : before.good }));
      });
    }, WAIT_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, key, locale, subject, body]);
  return { shown: answers.good, problem: "problem" in answers.latest ? answers.latest.problem : undefined };
}

/** App Bridge adds the session token to the request. A newer question makes this one pointless. */
async function ask(source: PreviewSource, signal: AbortSignal): Promise<PreviewAnswer | undefined> {
  const form = new FormData();
  for (const [name, value] of Object.entries(source)) form.set(name, String(value));
  try {
    const response = await fetch("/app/messages/preview", { method: "POST", body: form, signal });
    return response.ok ? ((await response.json()) as PreviewAnswer) : undefined;
  } catch {
    return undefined;
  }
}
