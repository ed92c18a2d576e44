import { useCallback, useEffect, useRef, useState } from "react";
import type { InspectionAnswer } from "./inspection-json.ts";
import type { KeptInspection } from "./kept-inspections.ts";
import { listKept, type KeptWork } from "./kept-work.ts";

const TRY_AGAIN_MILLISECONDS = 15_000;

export interface Waiting {
  readonly kept: readonly KeptInspection[];
  /** Names of what waited and was taken since the page was opened. */
  readonly caughtUp: readonly string[];
  readonly seen: () => void;
  /** The browser keeps nothing: what waits is lost with the page. */
  readonly isAtRisk: boolean;
  /** Keeps it in the browser first, then sends it; answers whether the server has it already. */
  readonly submit: (inspection: KeptInspection) => Promise<"sent" | "waiting" | "refused">;
  readonly retry: () => void;
  readonly discard: (key: string) => void;
  /** Sends what was refused for its photos without them. */
  readonly sendBare: (inspection: KeptInspection) => void;
}

/** Inspections on their way to the server: kept in the browser until it has answered, sent again until it does. */
export function useWaiting(work: KeptWork): Waiting {
  const [kept, setKept] = useState<readonly KeptInspection[]>([]);
  const [caughtUp, setCaughtUp] = useState<readonly string[]>([]);
  const isSending = useRef(false);
  const look = useCallback(async () => setKept(await listKept(work)), [work]);
  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (const inspection of await listKept(work)) {
        const outcome = inspection.refused ? "refused" : await send(work, inspection);
        if (outcome === "waiting") break;
        if (outcome === "sent") setCaughtUp((before) => [...new Set([...before, inspection.name])]);
      }
    } finally {
      isSending.current = false;
      await look();
    }
  }, [work, look]);
  useEffect(() => {
    const again = () => void flush();
    again();
    const timer = setInterval(again, TRY_AGAIN_MILLISECONDS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [flush]);
  const submit = async (inspection: KeptInspection) => {
    await work.inspections.put(inspection);
    const outcome = await send(work, inspection);
    await look();
    return outcome;
  };
  return {
    kept,
    caughtUp,
    seen: () => setCaughtUp([]),
    isAtRisk: kept.length > 0 && work.inspections.isAtRisk(),
    submit,
    retry: () => void flush(),
    discard: (key) => void work.inspections.drop(key).then(look),
    sendBare: ({ refused: _why, ...inspection }) => void submit({ ...inspection, photos: [] }),
  };
}

/** One try. Without an answer, or with one that another try can change, it goes on waiting. */
async function send({ inspections }: KeptWork, inspection: KeptInspection): Promise<"sent" | "waiting" | "refused"> {
  const { key, returnId, lines, photos } = inspection;
  const form = new FormData();
  form.set("inspection", JSON.stringify({ key, returnId, lines }));
  for (const { lineId, file } of photos) form.append(`photo-${lineId}`, file, "photo.jpg");
  const answer = await fetch("/app/inspect/send", { method: "POST", body: form }).catch(() => undefined);
  const body = answer && isFinal(answer.status) ? await readAnswer(answer) : undefined;
  if (!body) return "waiting";
  if (body.ok) await inspections.drop(key);
  else await inspections.put({ ...inspection, refused: body.code });
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
