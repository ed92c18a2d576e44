import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CasePageRow, TurnRow } from "./case-json.ts";
import { useCaseWords, type People } from "./use-case-words.ts";

/** What customer and staff wrote to each other, oldest first, with the staff's notes between. */
export function Conversation({ page, people }: { page: CasePageRow; people: People }) {
  const { t } = useTranslation("admin-cases");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("case.conversation")}
        </Text>
        {page.turns.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("case.noWords")}
          </Text>
        ) : (
          <BlockStack gap="300" as="ol">
            {page.turns.map((turn) => (
              <Turn key={turn.id} turn={turn} customerName={page.customerName} people={people} />
            ))}
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

const LOOKS = {
  customer: { background: "bg-surface-secondary", borderColor: "border-secondary" },
  staff: { background: "bg-surface-info", borderColor: "border-info" },
  note: { background: "bg-surface-caution", borderColor: "border-caution" },
} as const;

function Turn({ turn, customerName, people }: { turn: TurnRow; customerName: string | null; people: People }) {
  const { t } = useTranslation("admin-cases");
  const { actor } = useCaseWords(people);
  const { dateTime } = useShopFormat();
  const who = turn.kind === "customer" ? (customerName ?? t("case.customer")) : actor(turn.actor);
  return (
    <li style={{ listStyle: "none" }}>
      <Box padding="400" borderRadius="200" borderWidth="025" {...LOOKS[turn.kind]}>
        <BlockStack gap="100">
          <InlineStack gap="200" align="space-between">
            <Text as="h3" variant="headingSm">
              {who}
            </Text>
            <Text as="span" tone="subdued" variant="bodySm">
              {dateTime(turn.at)}
            </Text>
          </InlineStack>
          {turn.kind === "note" ? (
            <Text as="p" tone="subdued" variant="bodySm">
              {t("case.note")}
            </Text>
          ) : null}
          <Text as="p" breakWord>
            <span style={{ whiteSpace: "pre-wrap" }}>{turn.body}</span>
          </Text>
        </BlockStack>
      </Box>
    </li>
  );
}
