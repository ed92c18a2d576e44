import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FindCard } from "./find-card.tsx";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { ExpectedReturn } from "./inspection-json.ts";
import { JudgeForm } from "./judge-form.tsx";
import { useWaiting } from "./use-waiting.ts";
import { WaitingCard } from "./waiting-card.tsx";

interface Done {
  readonly key: string;
  readonly name: string;
  readonly outcome: "sent" | "waiting" | "refused";
}

/** The warehouse's page: scan a slip, judge what is in the parcel, next. */
export function InspectPage({ grades }: { readonly grades: readonly Grade[] }) {
  const { t } = useTranslation("admin-returns");
  const [expected, setExpected] = useState<ExpectedReturn>();
  const [done, setDone] = useState<Done>();
  const waiting = useWaiting();
  const begin = (found: ExpectedReturn) => {
    setDone(undefined);
    setExpected(found);
  };
  // What waited is sent as soon as it does not wait any more; while it does, the list of what waits says so.
  const isWaiting = waiting.kept.some(({ key }) => key === done?.key);
  const outcome = done?.outcome === "waiting" && !isWaiting ? "sent" : done?.outcome;
  return (
    <Page
      title={expected ? expected.name : t("inspection.title")}
      narrowWidth
      {...(expected ? { backAction: { content: t("inspection.title"), onAction: () => setExpected(undefined) } } : {})}
    >
      <BlockStack gap="400">
        {done && outcome && outcome !== "waiting" ? (
          <Banner tone={outcome === "sent" ? "success" : "warning"} onDismiss={() => setDone(undefined)}>
            {t(`inspection.done.${outcome}`, { name: done.name })}
          </Banner>
        ) : null}
        <WaitingCard waiting={waiting} />
        {expected ? (
          <JudgeForm
            key={expected.id}
            expected={expected}
            grades={grades}
            onDone={async (inspection) => {
              const outcome = await waiting.submit(inspection);
              setExpected(undefined);
              setDone({ key: inspection.key, name: inspection.name, outcome });
            }}
          />
        ) : (
          <FindCard onFound={begin} />
        )}
      </BlockStack>
    </Page>
  );
}
