import { useCallback, useEffect, useRef, useState } from "react";
import type { Parcel } from "./inspection-json.ts";
import type { KeptWork, ParcelDraft } from "./kept-work.ts";
import { lookUp } from "./look-up.ts";

export interface Drafting {
  /** What was found in this parcel before the page ended, if anything. */
  readonly draftOf: (parcel: Parcel) => ParcelDraft | undefined;
  readonly save: (draft: ParcelDraft) => void;
  readonly drop: () => Promise<void>;
}

/** Keeps the parcel that is being looked at, and hands it to `onResume` when the page is opened again before it was finished. */
export function useDraft({ drafts, inspections }: KeptWork, onResume: (parcel: Parcel) => void): Drafting {
  const [known, setKnown] = useState<ParcelDraft>();
  const isBegun = useRef(false);
  const [resume] = useState(() => onResume);
  useEffect(() => {
    const look = async () => {
      const [draft] = await drafts.all();
      if (!draft || isBegun.current) return;
      const isSent = (await inspections.all()).some(({ key }) => draft.keys.some(([, own]) => own === key));
      const parcel = isSent ? undefined : await stillOpen(draft.parcel);
      if (!parcel) return drafts.drop(draft.key);
      if (isBegun.current) return;
      setKnown(draft);
      resume(parcel);
    };
    void look();
  }, [drafts, inspections, resume]);
  const save = useCallback(
    (draft: ParcelDraft) => {
      isBegun.current = true;
      setKnown(draft);
      void drafts.put(draft);
    },
    [drafts],
  );
  const drop = useCallback(async () => {
    setKnown(undefined);
    await drafts.drop("open");
  }, [drafts]);
  const draftOf = (parcel: Parcel) => (known?.parcel[0].id === parcel[0].id ? known : undefined);
  return { draftOf, save, drop };
}

/** The parcel as it is now, or as it was where nobody can be asked; undefined once somebody else has judged it. */
async function stillOpen(parcel: Parcel): Promise<Parcel | undefined> {
  const answer = await lookUp(String(parcel[0].number));
  if (!answer.ok) return answer.code === "offline" ? parcel : undefined;
  const now: Parcel = [answer.found, ...answer.others];
  return now.some(({ canInspect }) => canInspect) ? now : undefined;
}
