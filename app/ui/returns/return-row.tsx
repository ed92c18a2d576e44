import { BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { JointBadge, ReturnStatusBadge, StoppedBadge } from "./return-badges.tsx";

/** One row of the list as the loader sends it. */
export interface ReturnRowData {
  readonly id: string;
  readonly name: string;
  readonly status: ReturnStatus;
  readonly resolution: ReturnResolution;
  readonly errorCode: string | null;
  readonly isPaid: boolean;
  readonly isJoint: boolean;
  readonly customerName: string | null;
  readonly email: string | null;
  readonly unitCount: number;
  readonly total: Money;
  readonly requestedAt: string;
}

interface ReturnRowProps {
  readonly row: ReturnRowData;
  readonly position: number;
  readonly isSelected: boolean;
  readonly isCondensed: boolean;
}

/** A return in the table; on a phone as a small card. */
export function ReturnRow({ row, position, isSelected, isCondensed }: ReturnRowProps) {
  return (
    <IndexTable.Row id={row.id} position={position} selected={isSelected}>
      {isCondensed ? <CondensedCells row={row} /> : <WideCells row={row} />}
    </IndexTable.Row>
  );
}

function WideCells({ row }: { row: ReturnRowData }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (
    <>
      <IndexTable.Cell>
        <ReturnLink row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{format.dateTime(row.requestedAt)}</IndexTable.Cell>
      <IndexTable.Cell>{row.customerName ?? row.email ?? t("returnList.noCustomer")}</IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="100" wrap={false}>
          <ReturnStatusBadge status={row.status} isPaid={row.isPaid} />
          <StoppedBadge errorCode={row.errorCode} />
          <JointBadge isJoint={row.isJoint} />
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{t(`resolution.${row.resolution}`)}</IndexTable.Cell>
      <IndexTable.Cell>{t("returnList.units", { count: row.unitCount })}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {format.money(row.total)}
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function CondensedCells({ row }: { row: ReturnRowData }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (
    <div style={{ padding: "12px 16px", width: "100%" }}>
      <BlockStack gap="100">
        <InlineStack align="space-between" wrap={false} gap="200">
          <ReturnLink row={row} />
          <Text as="span" numeric>
            {format.money(row.total)}
          </Text>
        </InlineStack>
        <Text as="span" tone="subdued">
          {[row.customerName ?? row.email ?? t("returnList.noCustomer"), format.date(row.requestedAt)].join(" · ")}
        </Text>
        <InlineStack gap="100" blockAlign="center">
          <ReturnStatusBadge status={row.status} isPaid={row.isPaid} />
          <StoppedBadge errorCode={row.errorCode} />
          <JointBadge isJoint={row.isJoint} />
          <Text as="span" tone="subdued" variant="bodySm">
            {[t(`resolution.${row.resolution}`), t("returnList.units", { count: row.unitCount })].join(" · ")}
          </Text>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function ReturnLink({ row }: { row: ReturnRowData }) {
  return (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/returns/${row.id}`}>
      <Text as="span" fontWeight="semibold">
        {row.name}
      </Text>
    </Link>
  );
}
