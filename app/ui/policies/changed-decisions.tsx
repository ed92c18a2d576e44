import { useSearchParams } from "@remix-run/react";
import { Badge, BlockStack, Box, IndexTable, InlineStack, Link, Tag, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ListFrame } from "#app/ui/lists/list-frame.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { ChangedDecisionRow, DryRunView } from "./dry-run-view.ts";
import { DRY_RUN_VIEWS } from "./dry-run-view.ts";
import { usePolicyWords } from "./use-policy-words.ts";

/** Every decision that the draft changes, page by page; each opens with both explanations. */
export function ChangedDecisions({ run }: { readonly run: DryRunView }) {
  const { t } = useTranslation("admin-policy");
  const { locale } = useShopFormat();
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {t("testChanges.heading")}
        </Text>
        <NarrowedTo />
      </InlineStack>
      {run.listedAtMost === null ? null : (
        <Text as="p" tone="subdued">
          {t("testChanges.onlyFirst", { count: run.listedAtMost, formatParams: { count: { locale } } })}
        </Text>
      )}
      <ListFrame
        views={DRY_RUN_VIEWS}
        viewLabel={(view) => t(`testChanges.${view}`)}
        resourceName={{ singular: t("testChanges.one"), plural: t("testChanges.many") }}
        headings={[
          { title: t("testChanges.order") },
          { title: t("testChanges.item") },
          { title: t("testChanges.change") },
          { title: t("testChanges.place") },
          { title: t("testChanges.value"), alignment: "end" },
          { title: t("testChanges.difference"), alignment: "end" },
        ]}
        total={run.total}
        rowCount={run.listed.length}
        empty={{ title: t("testChanges.emptyTitle"), body: t("testChanges.emptyBody") }}
        row={(position, isCondensed) => {
          const row = run.listed[position];
          return row ? <ChangeRow key={row.number} runId={run.id} row={row} position={position} isCondensed={isCondensed} /> : null;
        }}
      />
    </BlockStack>
  );
}

/** What the list is narrowed to, each to be taken away. */
function NarrowedTo() {
  const { t } = useTranslation("admin-policy");
  const words = usePolicyWords();
  const [search, setSearch] = useSearchParams();
  const names = {
    change: (value: string) => t(`decisionChange.${value}`, { defaultValue: value }),
    country: (value: string) => (value === "" ? t("testGroups.noCountry") : words.country(value)),
    reason: (value: string) => (value === "" ? t("testGroups.noReason") : words.reason(value)),
  };
  const remove = (name: string) =>
    setSearch(
      (before) => {
        before.delete(name);
        before.delete("page");
        return before;
      },
      { preventScrollReset: true },
    );
  return (["change", "country", "reason"] as const).map((name) => {
    const value = search.get(name);
    return value === null ? null : (
      <Tag key={name} onRemove={() => remove(name)} accessibilityLabel={t("testChanges.narrowed", { name: names[name](value) })}>
        {names[name](value)}
      </Tag>
    );
  });
}

interface ChangeRowProps {
  readonly runId: string;
  readonly row: ChangedDecisionRow;
  readonly position: number;
  readonly isCondensed: boolean;
}

function ChangeRow({ runId, row, position, isCondensed }: ChangeRowProps) {
  const { t } = useTranslation("admin-policy");
  const { money } = useShopFormat();
  const words = usePolicyWords();
  const place = [row.country && words.country(row.country), row.reason && words.reason(row.reason)].filter(Boolean).join(" · ");
  const name = row.returnName ?? row.orderName;
  const title = (
    <Link
      dataPrimaryLink
      monochrome
      removeUnderline
      url={`/app/policy/tests/${runId}/${row.number}`}
      accessibilityLabel={t("testChanges.open", { order: name, item: row.title })}
    >
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
    </Link>
  );
  const badges = (
    <InlineStack gap="100">
      {row.changes.map((change) => (
        <Badge key={change} tone={change === "refused" ? "critical" : change === "allowed" ? "success" : "info"}>
          {t(`decisionChange.${change}`)}
        </Badge>
      ))}
    </InlineStack>
  );
  if (isCondensed) {
    return (
      <IndexTable.Row id={String(row.number)} position={position}>
        <Box padding="300" width="100%">
          <BlockStack gap="100">
            <InlineStack align="space-between" gap="200" wrap={false}>
              {title}
              <Text as="span" numeric>
                {money(row.difference)}
              </Text>
            </InlineStack>
            <Text as="span" breakWord>
              {row.title}
            </Text>
            {badges}
            <Text as="span" tone="subdued" breakWord>
              {place}
            </Text>
          </BlockStack>
        </Box>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={String(row.number)} position={position}>
      <IndexTable.Cell>{title}</IndexTable.Cell>
      <IndexTable.Cell>{row.title}</IndexTable.Cell>
      <IndexTable.Cell>{badges}</IndexTable.Cell>
      <IndexTable.Cell>{place}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {money(row.value)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {money(row.difference)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
