import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FindCard } from "./find-card.tsx";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { Parcel } from "./inspection-json.ts";
import { JudgeForm } from "./judge-form.tsx";
import { useWaiting } from "./use-waiting.ts";
import { WaitingCard } from "./waiting-card.tsx";

interface Done {
  readonly keys: readonly string[];
  readonly name: string;
  readonly outcome: "sent" | "waiting" | "refused";
}

/** The warehouse's page: scan a slip, judge what is in the parcel, next. */
export function InspectPage({ grades }: { readonly grades: readonly Grade[] }) {
  const { t } = useTranslation("admin-returns");
  const [parcel, setParcel] = useState<Parcel>();
  const [done, setDone] = useState<Done>();
  const waiting = useWaiting();
  const begin = (found: Parcel) => {
    setDone(undefined);
    setParcel(found);
  };
  // What waited is sent as soon as it does not wait any more; while it does, the list of what waits says so.
  const isWaiting = waiting.kept.some(({ key }) => done?.keys.includes(key));
  const outcome = done?.outcome === "waiting" && !isWaiting ? "sent" : done?.outcome;
  return (
    <Page
      title={parcel ? parcel.map(({ name }) => name).join(", ") : t("inspection.title")}
      narrowWidth
      {...(parcel ? { backAction: { content: t("inspection.title"), onAction: () => setParcel(undefined) } } : {})}
    >
      <BlockStack gap="400">
        {done && outcome && outcome !== "waiting" ? (
          <Banner tone={outcome === "sent" ? "success" : "warning"} onDismiss={() => setDone(undefined)}>
            {t(`inspection.done.${outcome}`, { name: done.name })}
          </Banner>
        ) : null}
        <WaitingCard waiting={waiting} />
        {parcel ? (
          <JudgeForm
            key={parcel[0].id}
            parcel={parcel}
            grades={grades}
            onDone={async (inspections) => {
              const outcomes: Done["outcome"][] = [];
              for (const inspection of inspections) outcomes.push(await waiting.submit(inspection));
              const outcome = (["refused", "waiting"] as const).find((one) => outcomes.includes(one)) ?? "sent";
              setParcel(undefined);
              const names = inspections.map(({ name }) => name);
              setDone({ keys: inspections.map(({ key }) => key), name: names.join(", "), outcome });
            }}
          />
        ) : (
          <FindCard onFound={begin} />
        )}
      </BlockStack>
    </Page>
  );
}
