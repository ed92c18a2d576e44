import { Badge, BlockStack, IndexTable, InlineStack, Link, Text, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { PromiseStatus } from "#app/domain/promises/promise-status.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { orderAddress } from "#app/ui/order-address.ts";
import { PhoneRow, type ListRowProps } from "#app/ui/lists/phone-row.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { CompensationBadge } from "./compensation-badges.tsx";

/** A delivery promise as a list gets it. */
export interface DeliveryRowData {
  readonly id: string;
  readonly orderGid: string;
  readonly orderName: string | null;
  readonly customerName: string | null;
  readonly promisedOn: string | null;
  readonly source: "estimate" | "table" | "unknown";
  readonly status: PromiseStatus;
  /** Whole hours by which it is or was late; 0 while it is not. */
  readonly hoursLate: number;
  /** Counted, but from before the installation: nothing is said or paid about it. */
  readonly isHistory: boolean;
  readonly deliveredAt: string | null;
  readonly expectedOn: string | null;
  readonly shipmentStatus: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** A web address, or null. */
  readonly trackingUrl: string | null;
  readonly compensations: readonly { readonly id: string; readonly amount: Money; readonly status: CompensationStatus }[];
}

/** A delivery promise in the list; on a phone as a small card. */
export function DeliveryRow({ row, position, isCondensed }: ListRowProps<DeliveryRowData>) {
  const { t } = useTranslation("admin-promises");
  const words = useDeliveryWords(row);
  if (isCondensed) {
    return (
      <PhoneRow id={row.id} position={position} title={<OrderLink row={row} />} beside={<PromiseBadge row={row} />}>
        <Text as="span" tone="subdued" breakWord>
          {[row.customerName, t("promises.promisedFor", { date: words.promised }), words.source].filter(Boolean).join(" · ")}
        </Text>
        <Text as="span" tone="subdued" breakWord>
          {words.shipment}
        </Text>
        <Paid row={row} />
      </PhoneRow>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position}>
      <IndexTable.Cell>
        <OrderLink row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.customerName}</IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <Text as="span">{words.promised}</Text>
          <Text as="span" tone="subdued" variant="bodySm">
            {words.source}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <PromiseBadge row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <Text as="span">{words.shipment}</Text>
          <Tracking row={row} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Paid row={row} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function useDeliveryWords(row: DeliveryRowData) {
  const { t } = useTranslation("admin-promises");
  const { calendarDate, date } = useShopFormat();
  const state = row.shipmentStatus ? t(`shipment.${row.shipmentStatus}`, { defaultValue: t("shipment.other") }) : t("shipment.unknown");
  const expected = row.expectedOn ? t("promises.expected", { state, date: calendarDate(row.expectedOn) }) : state;
  return {
    promised: row.promisedOn ? calendarDate(row.promisedOn) : "",
    source: t(`promiseSource.${row.source}`),
    shipment: row.deliveredAt ? t("promises.delivered", { date: date(row.deliveredAt) }) : expected,
  };
}

function OrderLink({ row }: { readonly row: DeliveryRowData }) {
  const { t } = useTranslation("admin-promises");
  return (
    <Link url={orderAddress(row.orderGid)} target="_top" monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {row.orderName ?? t("promises.unknownOrder")}
      </Text>
    </Link>
  );
}

/** Kept, due, late: with how late it is, because that is what costs money. */
function PromiseBadge({ row }: { readonly row: DeliveryRowData }) {
  const { t } = useTranslation("admin-promises");
  const { status, hoursLate, isHistory } = row;
  const tones: Readonly<Record<PromiseStatus, BadgeProps["tone"]>> = {
    pending: "info",
    kept: "success",
    breached: row.deliveredAt ? "attention" : "warning",
    void: "enabled",
  };
  const tone = tones[status];
  return (
    <InlineStack gap="100">
      <Badge {...(tone ? { tone } : {})}>
        {status === "breached" ? t("promiseStatus.late", { duration: lateness(t, hoursLate) }) : t(`promiseStatus.${status}`)}
      </Badge>
      {isHistory ? <Badge>{t("promiseStatus.history")}</Badge> : null}
    </InlineStack>
  );
}

/** "39 h", and in days from three of them on. */
function lateness(t: (key: string, values: { count: number }) => string, hours: number): string {
  return hours < 72 ? t("promises.hours", { count: hours }) : t("promises.days", { count: Math.floor(hours / 24) });
}

function Tracking({ row }: { readonly row: DeliveryRowData }) {
  const label = [row.carrier, row.trackingNumber].filter(Boolean).join(" ");
  if (label === "") return null;
  return (
    <Text as="span" tone="subdued" variant="bodySm">
      {row.trackingUrl ? (
        <Link url={row.trackingUrl} target="_blank" monochrome>
          {label}
        </Link>
      ) : (
        label
      )}
    </Text>
  );
}

function Paid({ row }: { readonly row: DeliveryRowData }) {
  const { money } = useShopFormat();
  return (
    <BlockStack gap="100">
      {row.compensations.map(({ id, amount, status }) => (
        <InlineStack key={id} gap="200" blockAlign="center">
          <Link url={`/app/promises/compensation/${id}`} monochrome>
            {money(amount)}
          </Link>
          <CompensationBadge status={status} />
        </InlineStack>
      ))}
    </BlockStack>
  );
}
