import { Badge, BlockStack, Box, Card, InlineGrid, InlineStack, List, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Decision } from "#app/domain/policies/decision.ts";
import { Facts } from "#app/ui/facts.tsx";
import { orderAddress } from "#app/ui/order-address.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { ChangedDecisionView } from "./dry-run-view.ts";
import { Explanation, OutcomeBadge } from "./previewed-line.tsx";
import { usePolicyWords } from "./use-policy-words.ts";

/** One decision that a draft would change: what is published and the draft side by side, each with its reasons. */
export function ChangedDecisionPage({ decision }: { readonly decision: ChangedDecisionView }) {
  const { t } = useTranslation("admin-policy");
  const { money } = useShopFormat();
  const words = usePolicyWords();
  const { runId, orderName, returnName, title, reason, published, draft } = decision;
  const asked = t("testChange.asked", { name: returnName ?? "", reason: words.reason(reason) });
  return (
    <Page
      title={`${orderName} · ${title}`}
      subtitle={decision.basis === "sold" ? t("testChange.sold") : asked}
      backAction={{ content: t("testChange.back"), url: `/app/policy/tests/${runId}` }}
      secondaryActions={[{ content: t("testChange.openOrder"), url: orderAddress(decision.orderGid), target: "_top" }]}
    >
      <BlockStack gap="400">
        <InlineStack gap="100">
          {decision.changes.map((change) => (
            <Badge key={change} tone={change === "refused" ? "critical" : change === "allowed" ? "success" : "info"}>
              {t(`decisionChange.${change}`)}
            </Badge>
          ))}
        </InlineStack>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <DecisionCard heading={t("testChange.published", { version: decision.publishedVersion })} decision={published} />
          <DecisionCard heading={t("testChange.draft", { version: decision.draftVersion })} decision={draft} />
        </InlineGrid>
        <Card>
          <Facts
            facts={[
              { term: t("testChange.paid"), description: money(decision.value) },
              { term: t("testChange.difference"), description: money(decision.difference) },
            ]}
          />
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function DecisionCard({ heading, decision }: { readonly heading: string; readonly decision: Decision }) {
  const { t } = useTranslation("admin-policy");
  const { calendarDate } = useShopFormat();
  const words = usePolicyWords();
  const { terms, because } = decision;
  const until = terms?.eligibleUntilOn;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {heading}
        </Text>
        <InlineStack gap="200" blockAlign="center">
          <OutcomeBadge outcome={decision.outcome} />
          {because ? <Text as="span">{words.because(because)}</Text> : null}
          {terms ? <Text as="span">{until ? t("testChange.until", { date: calendarDate(until) }) : t("testChange.noLimit")}</Text> : null}
        </InlineStack>
        {terms ? (
          <BlockStack gap="100">
            <Text as="h3" variant="headingXs">
              {t("testChange.solutions")}
            </Text>
            <List gap="extraTight">
              {terms.resolutions.map(({ kind, creditExpiresAfterDays, ...offer }) => (
                <List.Item key={kind}>
                  {words.sentence({
                    code: "offers",
                    params: { resolution: kind, ...offer, creditExpiresAfterDays: creditExpiresAfterDays ?? 0 },
                  })}
                </List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
        <BlockStack gap="100">
          <Text as="h3" variant="headingXs">
            {t("testChange.why")}
          </Text>
          <Explanation decision={decision} />
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
