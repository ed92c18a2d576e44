import { Badge, Banner, BlockStack, Box, Button, Card, EmptyState, InlineStack, Link, Page, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { DryRunRowView } from "./dry-run-view.ts";
import { RowsCard } from "./rows-card.tsx";

interface DryRunsPageProps {
  /** Null while there is nothing to test. */
  readonly draftVersion: number | null;
  readonly runs: readonly DryRunRowView[];
  /** In days. */
  readonly periods: readonly number[];
  readonly isBusy: boolean;
  readonly refusal: string | undefined;
  readonly onStart: (days: number) => void;
}

/** Where a draft is tried on past orders, and what was tried before. */
export function DryRunsPage({ draftVersion, runs, refusal, ...start }: DryRunsPageProps) {
  const { t } = useTranslation("admin-policy");
  return (
    <Page title={t("tests.title")} subtitle={t("tests.subtitle")} backAction={{ content: t("tests.policy"), url: "/app/policy" }}>
      <BlockStack gap="400">
        {refusal ? <Banner tone="warning">{t(`testRefused.${refusal}`, { defaultValue: refusal })}</Banner> : null}
        {draftVersion === null ? <NoDraft /> : <StartCard draftVersion={draftVersion} {...start} />}
        <RunsCard runs={runs} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function NoDraft() {
  const { t } = useTranslation("admin-policy");
  return (
    <Card>
      <EmptyState heading={t("tests.noDraftHeading")} action={{ content: t("tests.editPolicy"), url: "/app/policy" }} image="">
        <p>{t("tests.noDraftBody")}</p>
      </EmptyState>
    </Card>
  );
}

type StartProps = Pick<DryRunsPageProps, "periods" | "isBusy" | "onStart"> & { readonly draftVersion: number };

function StartCard({ draftVersion, periods, isBusy, onStart }: StartProps) {
  const { t } = useTranslation("admin-policy");
  const [days, setDays] = useState(String(periods[1] ?? periods[0]));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            {t("tests.startHeading")}
          </Text>
          <Badge tone="attention">{t("tests.draftVersion", { version: draftVersion })}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t("tests.startHelp")}
        </Text>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label={t("tests.period")}
            options={periods.map((period) => ({ value: String(period), label: t(`tests.days_${period}`) }))}
            value={days}
            onChange={setDays}
          />
          <Button variant="primary" loading={isBusy} onClick={() => onStart(Number(days))}>
            {t("tests.start")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function RunsCard({ runs }: Pick<DryRunsPageProps, "runs">) {
  const { t } = useTranslation("admin-policy");
  return (
    <RowsCard heading={t("tests.earlier")} none={t("tests.none")} rows={runs} keyOf={({ id }) => id} padding="400">
      {(run) => <RunRow run={run} />}
    </RowsCard>
  );
}

function RunRow({ run }: { readonly run: DryRunRowView }) {
  const { t } = useTranslation("admin-policy");
  const { dateTime } = useShopFormat();
  const when = dateTime(run.startedAt);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
      <BlockStack gap="050">
        <Link url={`/app/policy/tests/${run.id}`} accessibilityLabel={t("tests.open", { when })} removeUnderline monochrome>
          <Text as="span" fontWeight="semibold">
            {t(`tests.days_${run.days}`)}
          </Text>
        </Link>
        <Text as="span" tone="subdued" variant="bodySm">
          {[t("tests.started", { when }), t("tests.draftVersion", { version: run.draftVersion })].join(" · ")}
        </Text>
        <Text as="span" variant="bodySm">
          {t("tests.found", { count: run.changes })}
        </Text>
      </BlockStack>
      <RunStatusBadge status={run.status} />
    </InlineStack>
  );
}

const TONES = { queued: "info", running: "info", finished: "success", cancelled: undefined } as const;

/** How far a test is, in one word. */
function RunStatusBadge({ status }: Pick<DryRunRowView, "status">) {
  const { t } = useTranslation("admin-policy");
  const tone = TONES[status];
  return <Badge {...(tone ? { tone } : {})}>{t(`testStatus.${status}`)}</Badge>;
}
