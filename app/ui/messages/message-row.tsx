import { Badge, IndexTable, Link, Text, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { MessageStatus } from "#app/domain/messages/message-status.ts";
import { PhoneRow, type ListRowProps } from "#app/ui/lists/phone-row.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** A message as a list gets it. */
export interface MessageRowData {
  readonly id: string;
  readonly template: string;
  readonly subject: string | null;
  readonly address: string;
  readonly orderName: string | null;
  readonly status: MessageStatus;
  readonly reason: string | null;
  readonly dueAt: string | null;
  readonly sentAt: string | null;
  readonly createdAt: string;
}

const TONES: Readonly<Record<MessageStatus, BadgeProps["tone"]>> = {
  planned: "info",
  deferred: "attention",
  sending: "info",
  sent: "success",
  failed: "critical",
  suppressed: "enabled",
};

/** Where a message stands, in one word. */
export function MessageStatusBadge({ status }: { readonly status: MessageStatus }) {
  const { t } = useTranslation("admin-promises");
  const tone = TONES[status];
  return <Badge {...(tone ? { tone } : {})}>{t(`messageStatus.${status}`)}</Badge>;
}

/** When it went out, until when it waits, or why it does not go: the sentence beside the status. */
export function useMessageNews(): (message: Pick<MessageRowData, "status" | "reason" | "dueAt" | "sentAt">) => string {
  const { t } = useTranslation("admin-promises");
  const { dateTime } = useShopFormat();
  return ({ status, reason, dueAt, sentAt }) => {
    if (status === "sent") return sentAt ? dateTime(sentAt) : "";
    if (status === "deferred") return dueAt ? t("messageNews.deferredUntil", { at: dateTime(dueAt) }) : t("messageNews.deferred");
    if (reason === null) return "";
    if (status === "suppressed") return t(`suppression.${reason}`, { defaultValue: reason });
    return t(`messageFailure.${reason}`, { defaultValue: reason });
  };
}

/** A message in the list; on a phone as a small card. */
export function MessageRow({ row, position, isCondensed }: ListRowProps<MessageRowData>) {
  const { t } = useTranslation("admin-promises");
  const { dateTime } = useShopFormat();
  const news = useMessageNews()(row);
  const address = row.address || t("messages.noAddress");
  const title = (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/messages/sent/${row.id}`}>
      <Text as="span" fontWeight="semibold">
        {t(`template.${row.template}.name`)}
      </Text>
    </Link>
  );
  if (isCondensed) {
    return (
      <PhoneRow id={row.id} position={position} title={title} beside={<MessageStatusBadge status={row.status} />}>
        <Text as="span" tone="subdued" breakWord>
          {[address, row.orderName].filter(Boolean).join(" · ")}
        </Text>
        {news ? (
          <Text as="span" tone="subdued" breakWord>
            {news}
          </Text>
        ) : null}
      </PhoneRow>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position}>
      <IndexTable.Cell>{title}</IndexTable.Cell>
      <IndexTable.Cell>{address}</IndexTable.Cell>
      <IndexTable.Cell>{row.orderName}</IndexTable.Cell>
      <IndexTable.Cell>{dateTime(row.createdAt)}</IndexTable.Cell>
      <IndexTable.Cell>
        <MessageStatusBadge status={row.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>{news}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
