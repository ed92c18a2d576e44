import {
  Banner,
  BlockStack,
  Card,
  EmptySearchResult,
  EmptyState,
  IndexTable,
  Page,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ReturnView } from "#app/domain/returns/return-views.ts";
import { useListAddress } from "./list-address.ts";
import { ListFilters } from "./list-filters.tsx";
import type { ReturnRowData } from "./return-row.tsx";
import { ReturnRow } from "./return-row.tsx";

export interface ReturnsPageProps {
  readonly rows: readonly ReturnRowData[];
  readonly after: string | null;
  readonly before: string | null;
  readonly counts: Readonly<Record<ReturnView, number>>;
  readonly portalUrl: string;
  readonly isLoading: boolean;
  readonly isApproving: boolean;
  /** How many of the last ones that were to be approved were not. */
  readonly notApproved: number;
  readonly onApprove: (ids: readonly string[]) => void;
}

/** Every return of the shop. */
export function ReturnsPage(props: ReturnsPageProps) {
  const { t } = useTranslation("admin-returns");
  const isUntouched = props.counts.all === 0;
  return (
    <Page
      title={t("returnList.title")}
      fullWidth={!isUntouched}
      secondaryActions={[{ content: t("returnList.toPolicy"), url: "/app/policy" }]}
    >
      {isUntouched ? (
        <Card>
          <EmptyState
            image=""
            heading={t("returnList.emptyHeading")}
            action={{ content: t("returnList.emptyAction"), url: props.portalUrl, external: true }}
            secondaryAction={{ content: t("returnList.toPolicy"), url: "/app/policy" }}
          >
            <p>{t("returnList.emptyBody")}</p>
          </EmptyState>
        </Card>
      ) : (
        <BlockStack gap="400">
          {props.notApproved > 0 ? (
            <Banner tone="warning" title={t("returnList.partlyHeading", { count: props.notApproved })}>
              <p>{t("returnList.partlyBody")}</p>
            </Banner>
          ) : null}
          <Card padding="0">
            <ListFilters counts={props.counts} isLoading={props.isLoading} />
            <ReturnTable key={props.rows.map(({ id }) => id).join()} {...props} />
          </Card>
        </BlockStack>
      )}
    </Page>
  );
}

/** Keyed by its rows: what was selected on one page is not carried to another. */
function ReturnTable({ rows, after, before, isLoading, isApproving, onApprove }: ReturnsPageProps) {
  const { t } = useTranslation("admin-returns");
  const isCondensed = useBreakpoints().smDown;
  const { address, turn } = useListAddress();
  const resources = rows.map((row) => ({ ...row }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(resources);
  const approvable = selectedResources.filter((id) => rows.some((row) => row.id === id && row.status === "requested"));
  const approve = () => {
    onApprove(approvable);
    clearSelection();
  };
  return (
    <IndexTable
      condensed={isCondensed}
      resourceName={{ singular: t("returnList.one"), plural: t("returnList.many") }}
      itemCount={rows.length}
      selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={[
        {
          content: t("returnList.approve", { count: approvable.length }),
          disabled: approvable.length === 0 || isApproving,
          onAction: approve,
        },
      ]}
      headings={[
        { title: t("returnColumn.name") },
        { title: t("returnColumn.requested") },
        { title: t("returnColumn.customer") },
        { title: t("returnColumn.status") },
        { title: t("returnColumn.resolution") },
        { title: t("returnColumn.units") },
        { title: t("returnColumn.total"), alignment: "end" },
      ]}
      loading={isLoading}
      emptyState={
        <EmptySearchResult
          title={t(`returnEmpty.${address.view}`)}
          description={t(`returnEmptyHint.${address.view}`)}
          withIllustration={false}
        />
      }
      pagination={{
        hasNext: after !== null,
        hasPrevious: before !== null,
        onNext: () => after !== null && turn("after", after),
        onPrevious: () => before !== null && turn("before", before),
      }}
    >
      {rows.map((row, position) => (
        <ReturnRow key={row.id} row={row} position={position} isSelected={selectedResources.includes(row.id)} isCondensed={isCondensed} />
      ))}
    </IndexTable>
  );
}
