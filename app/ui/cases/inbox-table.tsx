import { Link } from "@remix-run/react";
import {
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Text,
  useBreakpoints,
  useIndexResourceState,
  type IndexTableProps,
} from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { PriorityBadge } from "./case-badges.tsx";
import type { CaseRow } from "./case-json.ts";
import { FirstReplyBadge } from "./first-reply-badge.tsx";
import { useCaseWords, type People } from "./use-case-words.ts";

export type BulkStep = "assign" | "unassign" | "close";

interface InboxTableProps {
  readonly cases: readonly CaseRow[];
  readonly people: People;
  readonly isClosedView: boolean;
  readonly emptyState: ReactNode;
  readonly pagination: IndexTableProps["pagination"];
  readonly onBulk: (step: BulkStep, ids: readonly string[]) => void;
}

/** The page of cases: a table on a desk, cards on a phone, several at once by their checkboxes. */
export function InboxTable({ cases, people, isClosedView, emptyState, pagination, onBulk }: InboxTableProps) {
  const { t } = useTranslation("admin-cases");
  const { smDown } = useBreakpoints();
  const selection = useIndexResourceState(cases.map(({ id }) => ({ id })));
  const bulk = (step: BulkStep) => () => {
    onBulk(step, selection.selectedResources);
    selection.clearSelection();
  };
  const headings = ["case", "customer", "order", "about", "firstReply", "owner", "updated"].map((name) => ({
    title: t(`inbox.columns.${name}`),
  }));
  const [first = { title: "" }, ...rest] = headings;
  return (
    <IndexTable
      resourceName={{ singular: t("inbox.one"), plural: t("inbox.many") }}
      itemCount={cases.length}
      selectedItemsCount={selection.allResourcesSelected ? "All" : selection.selectedResources.length}
      onSelectionChange={selection.handleSelectionChange}
      headings={[first, ...rest]}
      condensed={smDown}
      emptyState={emptyState}
      promotedBulkActions={[
        { content: t("inbox.assignToMe"), onAction: bulk("assign") },
        ...(isClosedView ? [] : [{ content: t("inbox.close"), onAction: bulk("close") }]),
      ]}
      bulkActions={[{ content: t("inbox.unassign"), onAction: bulk("unassign") }]}
      {...(pagination ? { pagination } : {})}
    >
      {cases.map((row, position) => {
        const place = { id: row.id, position, selected: selection.selectedResources.includes(row.id) };
        return (
          <IndexTable.Row key={row.id} {...place}>
            {smDown ? <PhoneCells row={row} people={people} /> : <DeskCells row={row} people={people} />}
          </IndexTable.Row>
        );
      })}
    </IndexTable>
  );
}

interface CellsProps {
  readonly row: CaseRow;
  readonly people: People;
}

function CaseLink({ row, people }: CellsProps) {
  const { title } = useCaseWords(people);
  return (
    <Link
      to={`/app/cases/${row.id}`}
      data-primary-link
      data-case-link
      className="Polaris-Link Polaris-Link--monochrome Polaris-Link--removeUnderline"
    >
      <Text as="span" fontWeight="semibold" truncate>
        {`#${row.number} ${title(row)}`}
      </Text>
    </Link>
  );
}

function DeskCells({ row, people }: CellsProps) {
  const { t } = useTranslation("admin-cases");
  const { owner } = useCaseWords(people);
  const { shortTime } = useShopFormat();
  return (
    <>
      <IndexTable.Cell>
        <div style={{ display: "flex", alignItems: "center", gap: "var(--p-space-200)", maxWidth: "min(360px, 26vw)" }}>
          <div style={{ minWidth: 0 }}>
            <CaseLink row={row} people={people} />
          </div>
          <PriorityBadge priority={row.priority} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>{row.customerName ?? row.email ?? ""}</IndexTable.Cell>
      <IndexTable.Cell>{row.orderName ?? ""}</IndexTable.Cell>
      <IndexTable.Cell>{t(`types.${row.type}`)}</IndexTable.Cell>
      <IndexTable.Cell>
        <FirstReplyBadge firstReply={row.firstReply} />
      </IndexTable.Cell>
      <IndexTable.Cell>{owner(row.ownerId)}</IndexTable.Cell>
      <IndexTable.Cell>{shortTime(row.updatedAt)}</IndexTable.Cell>
    </>
  );
}

function PhoneCells({ row, people }: CellsProps) {
  const { t } = useTranslation("admin-cases");
  const { owner } = useCaseWords(people);
  const about = [row.customerName ?? row.email, row.orderName, t(`types.${row.type}`)].filter(Boolean).join(" · ");
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="100">
        <CaseLink row={row} people={people} />
        <Text as="span" tone="subdued" breakWord>
          {about}
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <FirstReplyBadge firstReply={row.firstReply} />
          <PriorityBadge priority={row.priority} />
          <Text as="span" tone="subdued">
            {owner(row.ownerId)}
          </Text>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
