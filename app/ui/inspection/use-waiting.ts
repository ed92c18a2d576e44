import { useCallback, useEffect, useRef, useState } from "react";
import type { InspectionAnswer } from "./inspection-json.ts";
import { forget, keep, listKept, type KeptInspection } from "./kept-inspections.ts";

const TRY_AGAIN_MILLISECONDS = 15_000;

export interface Waiting {
  readonly kept: readonly KeptInspection[];
  /** Keeps it in the browser first, then sends it; answers whether the server has it already. */
  readonly submit: (inspection: KeptInspection) => Promise<"sent" | "waiting" | "refused">;
  readonly retry: () => void;
  readonly discard: (key: string) => void;
}

/** Inspections on their way to the server: kept in the browser until it has answered, sent again until it does. */
export function useWaiting(): Waiting {
  const [kept, setKept] = useState<readonly KeptInspection[]>([]);
  const isSending = useRef(false);
  const look = useCallback(async () => setKept(await listKept().catch(() => [])), []);
  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (const inspection of await listKept()) if (!inspection.refused && (await send(inspection)) === "waiting") break;
    } finally {
      isSending.current = false;
      await look();
    }
  }, [look]);
  useEffect(() => {
    const again = () => void flush().catch(() => undefined);
    again();
    const timer = setInterval(again, TRY_AGAIN_MILLISECONDS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [flush]);
  return {
    kept,
    submit: async (inspection) => {
      await keep(inspection);
      const outcome = await send(inspection);
      await look();
      return outcome;
    },
    retry: () => void flush(),
    discard: (key) => void forget(key).then(look),
  };
}

/** One try. Without an answer, or with one that another try can change, it goes on waiting. */
async function send(inspection: KeptInspection): Promise<"sent" | "waiting" | "refused"> {
  const { key, returnId, lines, photos } = inspection;
  const form = new FormData();
  form.set("inspection", JSON.stringify({ key, returnId, lines }));
  for (const { lineId, file } of photos) form.append(`photo-${lineId}`, file, "photo.jpg");
  const answer = await fetch("/app/inspect/send", { method: "POST", body: form }).catch(() => undefined);
  const body = answer && isFinal(answer.status) ? await readAnswer(answer) : undefined;
  if (!body) return "waiting";
  if (body.ok) await forget(key);
  else await keep({ ...inspection, refused: body.code });
  return body.ok ? "sent" : "refused";
}

/** What the server has thought about; an expired session or a fault of its own is tried again. */
function isFinal(status: number): boolean {
  return status === 200 || status === 400 || status === 404 || status === 422;
}

async function readAnswer(answer: Response): Promise<InspectionAnswer | undefined> {
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === "object" && body !== null && "ok" in body ? (body as InspectionAnswer) : undefined;
}
