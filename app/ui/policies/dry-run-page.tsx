import { useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, Card, EmptyState, InlineGrid, InlineStack, Page, ProgressBar } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { ChangedDecisions } from "./changed-decisions.tsx";
import { DryRunFigures } from "./dry-run-figures.tsx";
import { ChangesCard, CountriesCard, ReasonsCard } from "./dry-run-groups.tsx";
import { ClashesCard, DraftRulesCard } from "./dry-run-rules-card.tsx";
import type { DryRunCommand, DryRunView } from "./dry-run-view.ts";

interface DryRunPageProps {
  readonly run: DryRunView;
  readonly isBusy: boolean;
  readonly onCommand: (intent: DryRunCommand["intent"]) => void;
}

const EVERY_MILLISECONDS = 1_500;

/** What a draft would have done in the past: progress while it is tried, then figures, rules and every changed decision. */
export function DryRunPage({ run, isBusy, onCommand }: DryRunPageProps) {
  const { t } = useTranslation("admin-policy");
  const { calendarDate } = useShopFormat();
  useProgress(run.isUnderWay);
  return (
    <Page
      fullWidth
      title={t("testRun.title", { version: run.draftVersion })}
      subtitle={t("testRun.subtitle", { from: calendarDate(run.from), until: calendarDate(run.until), published: run.publishedVersion })}
      backAction={{ content: t("testRun.back"), url: "/app/policy/tests" }}
      secondaryActions={[{ content: t("tests.editPolicy"), url: "/app/policy" }]}
    >
      <BlockStack gap="400">
        <DryRunNews run={run} isBusy={isBusy} onCommand={onCommand} />
        {run.orders === 0 ? <NoOrders /> : <DryRunResult run={run} />}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function DryRunResult({ run }: Pick<DryRunPageProps, "run">) {
  return (
    <>
      <DryRunFigures run={run} />
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
        <ChangesCard run={run} />
        <CountriesCard run={run} />
        <ReasonsCard run={run} />
      </InlineGrid>
      <ClashesCard clashes={run.clashes} />
      <DraftRulesCard rules={run.rules} />
      <ChangedDecisions run={run} />
    </>
  );
}

function NoOrders() {
  const { t } = useTranslation("admin-policy");
  return (
    <Card>
      <EmptyState heading={t("testRun.nothingHeading")} image="">
        <p>{t("testRun.nothingBody")}</p>
      </EmptyState>
    </Card>
  );
}

function DryRunNews({ run, isBusy, onCommand }: DryRunPageProps) {
  const { t } = useTranslation("admin-policy");
  const progress = { done: run.ordersDone, total: run.orders };
  if (run.status === "cancelled")
    return (
      <Banner tone="info" title={t("testRun.cancelledHeading")}>
        <p>{t("testRun.cancelledBody", progress)}</p>
      </Banner>
    );
  if (run.isStandingStill)
    return (
      <Banner
        tone="warning"
        action={{ content: t("testRun.goOn"), onAction: () => onCommand("resume") }}
        secondaryAction={{ content: t("testRun.cancel"), onAction: () => onCommand("cancel") }}
      >
        <p>{[t("testRun.standsStill"), t("testRun.progress", progress)].join(" ")}</p>
      </Banner>
    );
  if (!run.isUnderWay) return run.isDraftOlder ? <Banner tone="info">{t("testRun.draftMoved")}</Banner> : null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Box role="status">{run.status === "queued" ? t("testRun.starting") : t("testRun.progress", progress)}</Box>
          <Button onClick={() => onCommand("cancel")} loading={isBusy}>
            {t("testRun.cancel")}
          </Button>
        </InlineStack>
        <ProgressBar size="small" progress={run.orders === 0 ? 0 : Math.floor((run.ordersDone * 100) / run.orders)} />
      </BlockStack>
    </Card>
  );
}

/** Reads the page again as long as the test goes on. */
function useProgress(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setTimeout(revalidate, EVERY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isUnderWay, state, revalidate]);
}
