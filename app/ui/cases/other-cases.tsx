import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { CaseStatusBadge } from "./case-badges.tsx";
import type { CaseRow } from "./case-json.ts";
import { useCaseWords, type People } from "./use-case-words.ts";

/** Other cases about the same order, newest first. */
export function OtherCases({ cases, people }: { cases: readonly CaseRow[]; people: People }) {
  const { t } = useTranslation("admin-cases");
  const { title } = useCaseWords(people);
  if (cases.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("case.others")}
        </Text>
        {cases.map((other) => (
          <InlineStack key={other.id} align="space-between" gap="200">
            <Link url={`/app/cases/${other.id}`}>{`#${other.number} ${title(other)}`}</Link>
            <CaseStatusBadge status={other.status} />
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
