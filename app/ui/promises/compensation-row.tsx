import { IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { PhoneRow, type ListRowProps } from "#app/ui/lists/phone-row.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { CompensationBadge } from "./compensation-badges.tsx";

/** A compensation as a list gets it. */
export interface CompensationRowData {
  readonly id: string;
  readonly orderName: string | null;
  readonly customerName: string | null;
  readonly amount: Money;
  readonly method: string;
  readonly status: CompensationStatus;
  /** Why a person decides, or why nothing is paid. */
  readonly reason: string | null;
  readonly createdAt: string;
}

/** A compensation in the list; on a phone as a small card. */
export function CompensationRow({ row, position, isCondensed }: ListRowProps<CompensationRowData>) {
  const { t } = useTranslation("admin-promises");
  const { money, dateTime } = useShopFormat();
  const reason = row.reason === null ? "" : t(`compensationReason.${row.reason}`);
  const amount = (
    <Text as="span" numeric alignment="end">
      {money(row.amount)}
    </Text>
  );
  const title = (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/promises/compensation/${row.id}`}>
      <Text as="span" fontWeight="semibold">
        {row.orderName ?? t("promises.unknownOrder")}
      </Text>
    </Link>
  );
  if (isCondensed) {
    return (
      <PhoneRow id={row.id} position={position} title={title} beside={amount}>
        <Text as="span" tone="subdued" breakWord>
          {[row.customerName, t(`compensationMethod.${row.method}`)].filter(Boolean).join(" · ")}
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <CompensationBadge status={row.status} />
          <Text as="span" tone="subdued" variant="bodySm">
            {reason}
          </Text>
        </InlineStack>
      </PhoneRow>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position}>
      <IndexTable.Cell>{title}</IndexTable.Cell>
      <IndexTable.Cell>{row.customerName}</IndexTable.Cell>
      <IndexTable.Cell>{dateTime(row.createdAt)}</IndexTable.Cell>
      <IndexTable.Cell>{t(`compensationMethod.${row.method}`)}</IndexTable.Cell>
      <IndexTable.Cell>
        <CompensationBadge status={row.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>{reason}</IndexTable.Cell>
      <IndexTable.Cell>{amount}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
