import { useRevalidator } from "@remix-run/react";
import { useState } from "react";

export interface Labels {
  readonly isBusy: boolean;
  /** Why the last thing did not happen. */
  readonly problem: string | undefined;
  /** Answers whether the label was added. */
  readonly add: (form: FormData) => Promise<boolean>;
  readonly remove: (labelId: string) => Promise<boolean>;
  /** Has one more label bought. */
  readonly buy: () => Promise<boolean>;
  /** Has a purchase tried again that failed. */
  readonly retry: (purchaseId: string) => Promise<boolean>;
}

/** Adds and takes back labels of a return; the page then looks again. */
export function useLabels(returnId: string): Labels {
  const { revalidate } = useRevalidator();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (body: FormData): Promise<boolean> => {
    setBusy(true);
    const answer = await fetch(`/app/returns/${returnId}/labels`, { method: "POST", body }).catch(() => undefined);
    const said = (await answer?.json().catch(() => undefined)) as { ok: boolean; code?: string } | undefined;
    setBusy(false);
    setProblem(said?.ok ? undefined : (said?.code ?? "invalid_request"));
    if (said?.ok) revalidate();
    return said?.ok ?? false;
  };
  return {
    isBusy,
    problem,
    add: send,
    remove: (labelId) => send(formOf("remove", labelId)),
    // A key for each press: two presses are two parcels, one form sent twice is one.
    buy: () => send(formOf("buy", crypto.randomUUID())),
    retry: (purchaseId) => send(formOf("retry", purchaseId)),
  };
}

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}
