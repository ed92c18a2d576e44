import { BlockStack, Box, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import {
  CashDollarIcon,
  ChatIcon,
  CartIcon,
  DeliveryIcon,
  EmailIcon,
  GiftCardIcon,
  ReturnIcon,
  StarIcon,
  ClockIcon,
} from "@shopify/polaris-icons";
import { useState, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineEntry, TimelineFact } from "#app/domain/cases/timeline.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { People } from "./use-case-words.ts";
import { useTimelineWords, type TimelineText } from "./use-timeline-words.ts";

const ICONS: Readonly<Record<TimelineFact["kind"], ComponentProps<typeof Icon>["source"]>> = {
  order_placed: CartIcon,
  order_cancelled: CartIcon,
  order_change: CartIcon,
  shipped: DeliveryIcon,
  carrier: DeliveryIcon,
  promise: ClockIcon,
  message: EmailIcon,
  button: ChatIcon,
  return: ReturnIcon,
  money: CashDollarIcon,
  refund_in_shopify: CashDollarIcon,
  compensation: GiftCardIcon,
  survey_asked: StarIcon,
  survey_answered: StarIcon,
  case: ChatIcon,
};

/** So many entries are shown until somebody asks for all. */
const SHOWN = 12;

/** Everything that happened to the order and its cases in one list, newest first. */
export function TimelineCard({ timeline, people }: { timeline: readonly TimelineEntry<string>[]; people: People }) {
  const { t } = useTranslation("admin-cases");
  const words = useTimelineWords(people);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? timeline : timeline.slice(0, SHOWN);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("case.timeline")}
        </Text>
        {timeline.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("case.timelineEmpty")}
          </Text>
        ) : (
          <BlockStack gap="300" as="ol">
            {shown.map((entry) => (
              <Entry key={entry.id} entry={entry} text={words(entry.fact)} />
            ))}
          </BlockStack>
        )}
        {shown.length < timeline.length ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setIsWhole(true)}>
              {t("case.showAll", { count: timeline.length })}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Entry({ entry, text }: { entry: TimelineEntry<string>; text: TimelineText }) {
  const { dateTime } = useShopFormat();
  return (
    <li style={{ listStyle: "none" }}>
      <InlineStack gap="300" wrap={false} blockAlign="start">
        <Box>
          <Icon source={ICONS[entry.fact.kind]} tone="subdued" />
        </Box>
        <BlockStack gap="050">
          <Text as="p" breakWord>
            {text.title}
          </Text>
          {text.body ? (
            <Text as="p" tone="subdued" breakWord>
              {text.body}
            </Text>
          ) : null}
          <Text as="p" tone="subdued" variant="bodySm">
            {dateTime(entry.at)}
          </Text>
        </BlockStack>
      </InlineStack>
    </li>
  );
}
