import { BlockStack, Card, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TrialTally } from "#app/domain/policies/dry-run.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { DryRunView } from "./dry-run-view.ts";

/** How much changes and what it is worth: for what was sold, and for what was really asked back. */
export function DryRunFigures({ run }: { readonly run: DryRunView }) {
  const { t } = useTranslation("admin-policy");
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <FigureCard title={t("testFigures.sold")} help={t("testFigures.soldHelp")} tally={run.sold}>
          <GoodsFigures tally={run.sold} currency={run.currency} />
        </FigureCard>
        <FigureCard title={t("testFigures.asked")} help={t("testFigures.askedHelp")} tally={run.asked}>
          <GoodsFigures tally={run.asked} currency={run.currency} />
          <PaidFigures tally={run.asked} currency={run.currency} />
        </FigureCard>
      </InlineGrid>
      {run.foreign > 0 ? (
        <Text as="p" tone="subdued">
          {t("testFigures.foreign", { count: run.foreign })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

interface FigureCardProps {
  readonly title: string;
  readonly help: string;
  readonly tally: TrialTally;
  readonly children: React.ReactNode;
}

function FigureCard({ title, help, tally, children }: FigureCardProps) {
  const { t } = useTranslation("admin-policy");
  const { locale } = useShopFormat();
  const count = (value: number) => value.toLocaleString(locale);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h2" variant="headingSm">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {help}
          </Text>
        </BlockStack>
        <Text as="p" variant="headingLg" numeric>
          {t("testFigures.changedOf", { changed: count(tally.changed), total: count(tally.decisions) })}
        </Text>
        {tally.decisions > 0 ? children : null}
      </BlockStack>
    </Card>
  );
}

interface MoneyFiguresProps {
  readonly tally: TrialTally;
  readonly currency: string;
}

function GoodsFigures({ tally, currency }: MoneyFiguresProps) {
  const { t } = useTranslation("admin-policy");
  const { money } = useShopFormat();
  return (
    <BlockStack gap="100">
      <Figure name={t("testFigures.refused")} value={money({ minor: tally.refusedMinor, currency })} />
      <Figure name={t("testFigures.allowed")} value={money({ minor: tally.allowedMinor, currency })} />
    </BlockStack>
  );
}

/** Paid out = goods − fees + bonus, under each policy. */
function PaidFigures({ tally, currency }: MoneyFiguresProps) {
  const { t } = useTranslation("admin-policy");
  const { money } = useShopFormat();
  const amount = (minor: number) => money({ minor, currency });
  const now = tally.publishedGoodsMinor - tally.publishedFeesMinor + tally.publishedBonusMinor;
  const draft = tally.draftGoodsMinor - tally.draftFeesMinor + tally.draftBonusMinor;
  return (
    <BlockStack gap="100">
      <Figure
        name={t("testFigures.fees")}
        value={amount(tally.draftFeesMinor)}
        detail={t("testFigures.now", { amount: amount(tally.publishedFeesMinor) })}
      />
      <Figure
        name={t("testFigures.bonus")}
        value={amount(tally.draftBonusMinor)}
        detail={t("testFigures.now", { amount: amount(tally.publishedBonusMinor) })}
      />
      <Figure name={t("testFigures.paidNow")} value={amount(now)} />
      <Figure name={t("testFigures.paidDraft")} value={amount(draft)} />
      <Figure name={t("testFigures.difference")} value={amount(draft - now)} isStrong />
    </BlockStack>
  );
}

function Figure({ name, value, detail, isStrong = false }: { name: string; value: string; detail?: string; isStrong?: boolean }) {
  return (
    <InlineStack align="space-between" gap="200" wrap={false}>
      <Text as="span">{name}</Text>
      <BlockStack inlineAlign="end">
        <Text as="span" numeric alignment="end" {...(isStrong ? { fontWeight: "semibold" as const } : {})}>
          {value}
        </Text>
        {detail ? (
          <Text as="span" tone="subdued" variant="bodySm" numeric alignment="end">
            {detail}
          </Text>
        ) : null}
      </BlockStack>
    </InlineStack>
  );
}
