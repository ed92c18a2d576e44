import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { FindCard } from "./find-card.tsx";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { Parcel } from "./inspection-json.ts";
import { JudgeForm } from "./judge-form.tsx";
import { keptWork } from "./kept-work.ts";
import { useDraft } from "./use-draft.ts";
import { useWaiting } from "./use-waiting.ts";
import { WaitingCard } from "./waiting-card.tsx";

interface Done {
  readonly name: string;
  readonly outcome: "sent" | "waiting" | "refused";
}

interface InspectPageProps {
  /** Its domain: what waits in a browser is of one shop. */
  readonly shop: string;
  readonly grades: readonly Grade[];
}

/** The warehouse's page: scan a slip, judge what is in the parcel, next. */
export function InspectPage({ shop, grades }: InspectPageProps) {
  const { t } = useTranslation("admin-returns");
  const [work] = useState(() => keptWork(shop));
  const [parcel, setParcel] = useState<Parcel>();
  const [resumed, setResumed] = useState<string>();
  const [done, setDone] = useState<Done>();
  const waiting = useWaiting(work);
  const draft = useDraft(work, (unfinished) => {
    setParcel((open) => open ?? unfinished);
    setResumed(unfinished[0].id);
  });
  const { kept } = waiting;
  const begin = useCallback((found: Parcel) => {
    setDone(undefined);
    setResumed(undefined);
    setParcel(found);
  }, []);
  const isKept = useCallback((id: string) => kept.some(({ returnId, refused }) => returnId === id && !refused), [kept]);
  const sent = [...new Set([...waiting.caughtUp, ...(done?.outcome === "sent" ? [done.name] : [])])];
  return (
    <Page
      title={parcel ? parcel.map(({ name }) => name).join(", ") : t("inspection.title")}
      narrowWidth
      {...(parcel ? { backAction: { content: t("inspection.title"), onAction: () => setParcel(undefined) } } : {})}
    >
      <BlockStack gap="400">
        {sent.length > 0 ? (
          <Banner
            tone="success"
            onDismiss={() => {
              setDone(undefined);
              waiting.seen();
            }}
          >
            {t("inspection.done.sent", { name: sent.join(", ") })}
          </Banner>
        ) : null}
        {done?.outcome === "refused" ? (
          <Banner tone="warning" onDismiss={() => setDone(undefined)}>
            {t("inspection.done.refused", { name: done.name })}
          </Banner>
        ) : null}
        <WaitingCard waiting={waiting} />
        {parcel && resumed === parcel[0].id ? <Banner onDismiss={() => setResumed(undefined)}>{t("inspection.resumed")}</Banner> : null}
        {parcel ? (
          <JudgeForm
            key={parcel[0].id}
            parcel={parcel}
            grades={grades}
            draft={draft.draftOf(parcel)}
            onDraft={draft.save}
            onDone={async (inspections) => {
              const outcomes: Done["outcome"][] = [];
              for (const inspection of inspections) outcomes.push(await waiting.submit(inspection));
              await draft.drop();
              const outcome = (["refused", "waiting"] as const).find((one) => outcomes.includes(one)) ?? "sent";
              setParcel(undefined);
              const names = inspections.map(({ name }) => name);
              setDone({ name: names.join(", "), outcome });
            }}
          />
        ) : (
          <FindCard onFound={begin} isWaiting={isKept} />
        )}
      </BlockStack>
    </Page>
  );
}
