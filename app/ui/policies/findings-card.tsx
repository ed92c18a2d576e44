import { Badge, BlockStack, Box, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, FindingParams, LintedShop } from "#app/domain/policies/lint-finding.ts";
import { lintPolicy } from "#app/domain/policies/lint-policy.ts";
import type { Policy } from "#app/domain/policies/policy.ts";
import { formatMoney } from "#app/ui/format.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { usePolicyWords } from "./use-policy-words.ts";

interface FindingsCardProps {
  /** Undefined while the form has fields to put right. */
  readonly policy: Policy | undefined;
  readonly shop: LintedShop;
}

const SHOWN = 4;

/** What the linter found in the policy being edited, each finding with what to do; nothing at all while there is none. */
export function FindingsCard({ policy, shop }: FindingsCardProps) {
  const { t } = useTranslation("admin-returns");
  const findings = useFindings(policy, shop);
  const [isOpen, setOpen] = useState(false);
  if (findings.length === 0) return null;
  const shown = isOpen ? findings : findings.slice(0, SHOWN);
  const hidden = findings.length - shown.length;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {t("findings.heading", { count: findings.length })}
          </Text>
          <Text as="p" tone="subdued">
            {t("findings.help")}
          </Text>
        </BlockStack>
      </Box>
      {shown.map((finding) => (
        <FindingRow key={`${finding.code} ${finding.ruleId ?? ""} ${JSON.stringify(finding.params)}`} finding={finding} />
      ))}
      {hidden > 0 ? (
        <Box padding="400" borderBlockStartWidth="025" borderColor="border">
          <Button variant="plain" onClick={() => setOpen(true)}>
            {t("findings.more", { count: hidden })}
          </Button>
        </Box>
      ) : null}
    </Card>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { t } = useTranslation("admin-returns");
  const values = useFindingWords(finding);
  return (
    <>
      <Divider />
      <Box padding="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Badge tone={finding.tone === "problem" ? "warning" : "info"}>{t(`findingTone.${finding.tone}`)}</Badge>
          </InlineStack>
          <Text as="p">{t(`finding.${finding.code}.says`, values)}</Text>
          <Text as="p" tone="subdued">
            {t(`finding.${finding.code}.advice`, values)}
          </Text>
        </BlockStack>
      </Box>
    </>
  );
}

/** Reads the policy again when typing pauses; while it cannot be read, the last findings stay. */
function useFindings(policy: Policy | undefined, shop: LintedShop): readonly Finding[] {
  const text = policy && JSON.stringify(policy);
  const [known, setKnown] = useState(text);
  if (text !== undefined && text !== known) setKnown(text);
  const deferred = useDeferredValue(known);
  return useMemo(() => (deferred === undefined ? [] : lintPolicy(JSON.parse(deferred) as Policy, shop)), [deferred, shop]);
}

function useFindingWords({ params }: Finding): Record<string, string | number> {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const { locale } = useShopFormat();
  const show = (name: string, value: FindingParams[string]): string | number => {
    if (typeof value === "number") return value;
    if (name === "grades" && Array.isArray(value))
      return words.list(
        value.map((grade: string) => t(`conditionFound.${grade}`, { defaultValue: grade })),
        "and",
      );
    if (typeof value === "object") return "minor" in value ? formatMoney(value, locale) : words.list(value.map(words.country), "and");
    if (name === "because") return words.because(value);
    if (name === "resolution") return words.resolution(value);
    return name === "rule" && value === "" ? t("otherwise.heading") : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, show(name, value)]));
}
