import { BlockStack, Box, Card, Collapsible, Divider, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { OpenButton } from "../forms/row-buttons.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import type { OutcomeForm } from "./policy-form.ts";
import type { SentencePolicy } from "./rule-sentence.tsx";
import { OtherwiseSentence } from "./rule-sentence.tsx";

interface OtherwiseCardProps {
  readonly outcome: OutcomeForm;
  readonly policy: SentencePolicy;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (outcome: OutcomeForm) => void;
}

/** What holds for every item that no rule names: always the last card, and always there. */
export function OtherwiseCard({ outcome, policy, isOpen, onToggle, onChange }: OtherwiseCardProps) {
  const { t } = useTranslation("admin-returns");
  const name = t("otherwise.heading");
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <OpenButton name={name} isOpen={isOpen} controls="otherwise" onToggle={onToggle} />
          </InlineStack>
          <OtherwiseSentence outcome={outcome} policy={policy} />
        </BlockStack>
      </Box>
      <Collapsible id="otherwise" open={isOpen}>
        <Divider />
        <Box padding="400">
          <OutcomeFields outcome={outcome} path="otherwise" currency={policy.currency} onChange={onChange} />
        </Box>
      </Collapsible>
    </Card>
  );
}
