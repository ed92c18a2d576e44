import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** What staff do on a case's page; `move` carries which move. */
export type CaseIntent = "reply" | "note" | "move" | "assign" | "prioritize";

/** What the page is told after a step. `count` is the page's own count of steps, given back. */
export interface CaseAnswer {
  readonly intent: CaseIntent;
  readonly move?: string;
  readonly count: number;
  /** The code of a refusal; absent when it was done. */
  readonly problem?: string;
}

interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
}

export interface CaseWork {
  readonly reply: Draft;
  readonly note: Draft;
  readonly submit: (intent: CaseIntent, fields: Readonly<Record<string, string>>) => void;
  readonly isBusy: (intent: CaseIntent) => boolean;
  /** Until the page shows what the last step has changed, the next one would be about a version that is gone. */
  readonly isWorking: boolean;
  /** Why the last step of this kind was refused. */
  readonly problemOf: (intent: CaseIntent) => string | undefined;
}

/** Sends the steps of staff and keeps what they write until it has arrived. */
export function useCaseWork(version: number): CaseWork {
  const fetcher = useFetcher<CaseAnswer>();
  const [count, setCount] = useState(0);
  const reply = useDraft(fetcher.data, "reply");
  const note = useDraft(fetcher.data, "note");
  const isWorking = fetcher.state !== "idle";
  useToast(isWorking ? undefined : fetcher.data);
  const answer = fetcher.data?.count === count ? fetcher.data : undefined;
  return {
    reply,
    note,
    submit: (intent, fields) => {
      setCount(count + 1);
      void fetcher.submit({ intent, version: String(version), count: String(count + 1), ...fields }, { method: "post" });
    },
    isBusy: (intent) => isWorking && fetcher.formData?.get("intent") === intent,
    isWorking,
    problemOf: (intent) => (!isWorking && answer?.intent === intent ? answer.problem : undefined),
  };
}

/** A text that is emptied once it has arrived. */
function useDraft(answer: CaseAnswer | undefined, intent: CaseIntent): Draft {
  const [draft, setDraft] = useState({ text: "", arrived: 0 });
  const arrived = answer && answer.intent === intent && answer.problem === undefined ? answer.count : 0;
  return {
    text: arrived > draft.arrived ? "" : draft.text,
    setText: (text) => setDraft({ text, arrived: Math.max(arrived, draft.arrived) }),
  };
}

function useToast(answer: CaseAnswer | undefined): void {
  const { t } = useTranslation("admin-cases");
  const shopify = useAppBridge();
  useEffect(() => {
    if (!answer || answer.problem !== undefined) return;
    const { intent, move } = answer;
    const done = intent === "reply" ? "case.reply.sent" : intent === "note" ? "case.reply.noteAdded" : `case.done.${move ?? intent}`;
    shopify.toast.show(t(done));
  }, [answer, shopify, t]);
}
