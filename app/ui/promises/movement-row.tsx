import { IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { MovementKind, MovementState } from "#app/domain/compensation/ledger.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { orderAddress } from "#app/ui/order-address.ts";
import { PhoneRow, type ListRowProps } from "#app/ui/lists/phone-row.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { MovementBadge } from "./compensation-badges.tsx";

/** A movement of the ledger as a list gets it. */
export interface MovementRowData {
  readonly key: string;
  readonly state: MovementState;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly orderGid: string;
  readonly orderName: string | null;
  readonly intendedAt: string;
  readonly changedAt: string;
}

/** A movement of money in the list; on a phone as a small card. */
export function MovementRow({ row, position, isCondensed }: ListRowProps<MovementRowData>) {
  const { t } = useTranslation("admin-promises");
  const { money, dateTime } = useShopFormat();
  const amount = (
    <Text as="span" numeric alignment="end">
      {money(row.amount)}
    </Text>
  );
  const order = (
    <Link url={orderAddress(row.orderGid)} target="_top" monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {row.orderName ?? t("promises.unknownOrder")}
      </Text>
    </Link>
  );
  if (isCondensed) {
    return (
      <PhoneRow id={row.key} position={position} title={order} beside={amount}>
        <InlineStack gap="200" blockAlign="center">
          <MovementBadge state={row.state} />
          <Text as="span" tone="subdued" variant="bodySm">
            {[t(`movementKind.${row.kind}`), dateTime(row.changedAt)].join(" · ")}
          </Text>
        </InlineStack>
        <Text as="span" tone="subdued" variant="bodySm" breakWord>
          {row.key}
        </Text>
      </PhoneRow>
    );
  }
  return (
    <IndexTable.Row id={row.key} position={position}>
      <IndexTable.Cell>{order}</IndexTable.Cell>
      <IndexTable.Cell>{t(`movementKind.${row.kind}`)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" tone="subdued" variant="bodySm">
          {row.key}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{dateTime(row.intendedAt)}</IndexTable.Cell>
      <IndexTable.Cell>{dateTime(row.changedAt)}</IndexTable.Cell>
      <IndexTable.Cell>
        <MovementBadge state={row.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>{amount}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
