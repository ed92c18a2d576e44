import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { RETURN_EVENTS } from "#app/domain/returns/return-status.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { HistoryEntry } from "./return-view.ts";

/** Everything that happened to the return, newest first, with who made it happen. */
export function HistoryCard({ history }: { history: readonly HistoryEntry[] }) {
  const { t } = useTranslation("admin-returns");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {t("history.heading")}
        </Text>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {history.toReversed().map((entry, index) => (
            <HistoryLine key={entry.id} entry={entry} isLast={index === history.length - 1} />
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

const OTHER_EVENTS = ["photo_added", "processing_stopped"] as const;

function HistoryLine({ entry, isLast }: { entry: HistoryEntry; isLast: boolean }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const known = [...RETURN_EVENTS, ...OTHER_EVENTS].find((event) => event === entry.event) ?? "other";
  const who = t(`by.${entry.by.kind}`, entry.by.kind === "staff" ? { name: entry.by.name } : {});
  const detail = detailOf(entry);
  return (
    <li>
      <InlineStack gap="300" wrap={false} blockAlign="stretch">
        <Rail isLast={isLast} />
        <Box paddingBlockEnd={isLast ? "0" : "400"} width="100%">
          <BlockStack gap="050">
            <InlineStack align="space-between" gap="200">
              <Text as="p">{t(`returnEvent.${known}`, { event: entry.event })}</Text>
              <Text as="p" tone="subdued" variant="bodySm">
                {t("history.who", { when: format.dateTime(entry.at), who })}
              </Text>
            </InlineStack>
            {detail ? (
              <Text as="p" tone="subdued" breakWord>
                {detail}
              </Text>
            ) : null}
          </BlockStack>
        </Box>
      </InlineStack>
    </li>
  );
}

function Rail({ isLast }: { isLast: boolean }) {
  return (
    <span aria-hidden="true" style={{ display: "flex", flexDirection: "column", alignItems: "center", width: 10, flex: "none" }}>
      <span style={{ width: 10, height: 10, marginTop: 5, borderRadius: 5, background: "var(--p-color-icon-secondary)", flex: "none" }} />
      {isLast ? null : <span style={{ width: 2, flex: 1, marginTop: 4, background: "var(--p-color-border)" }} />}
    </span>
  );
}

/** What somebody wrote with it. */
function detailOf({ detail }: HistoryEntry): string | undefined {
  const note = detail.note;
  return typeof note === "string" && note !== "" ? note : undefined;
}
