import { BlockStack, Box, Button, Card, Divider, EmptyState, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { POLICY_LIMITS } from "#app/domain/policies/policy-problems.ts";
import { moved, removed, replaced } from "./list-edits.ts";
import { newQuestion } from "./question-edits.ts";
import { QuestionRow } from "./question-row.tsx";

interface QuestionsCardProps {
  readonly questions: readonly ReturnQuestion[];
  /** Codes of the reasons that are offered. */
  readonly reasons: readonly string[];
  /** Languages that shoppers are spoken to in, the shop's own first. */
  readonly languages: readonly string[];
  readonly onChange: (questions: readonly ReturnQuestion[]) => void;
}

/** What shoppers are asked about an item beside the reason. */
export function QuestionsCard({ questions, reasons, languages, onChange }: QuestionsCardProps) {
  const { t, i18n } = useTranslation("admin-policy");
  const [open, setOpen] = useState<string>();
  const own = languages[0] ?? "en";
  const [language, setLanguage] = useState(own);
  const names = new Intl.DisplayNames(i18n.language, { type: "language" });
  const add = () => {
    const question = newQuestion(crypto.randomUUID(), reasons);
    onChange([...questions, question]);
    setOpen(question.id);
  };
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineGrid columns={{ xs: 1, sm: "minmax(0, 2fr) minmax(0, 1fr)" }} gap="300">
          <BlockStack gap="050">
            <Text as="h3" variant="headingSm">
              {t("questions.heading")}
            </Text>
            <Text as="p" tone="subdued">
              {t("questions.help")}
            </Text>
          </BlockStack>
          {languages.length > 1 && questions.length > 0 ? (
            <Select
              label={t("questions.language")}
              options={languages.map((value) => ({
                value,
                label: value === own ? t("questions.ownLanguage", { language: names.of(value) }) : (names.of(value) ?? value),
              }))}
              value={language}
              onChange={setLanguage}
            />
          ) : null}
        </InlineGrid>
      </Box>
      {questions.map((question, index) => (
        <Box key={question.id}>
          <Divider />
          <QuestionRow
            question={question}
            path={`questions.${index}`}
            earlier={questions.slice(0, index)}
            language={{ shown: language, own }}
            isOpen={open === question.id}
            onToggle={() => setOpen(open === question.id ? undefined : question.id)}
            onChange={(next) => onChange(replaced(questions, index, next))}
            onRemove={() => onChange(removed(questions, index))}
            {...(index > 0 ? { onUp: () => onChange(moved(questions, index, -1)) } : {})}
            {...(index < questions.length - 1 ? { onDown: () => onChange(moved(questions, index, 1)) } : {})}
          />
        </Box>
      ))}
      <Divider />
      {questions.length === 0 ? (
        <EmptyState image="" heading={t("questions.noneHeading")} action={{ content: t("questions.add"), onAction: add }}>
          <p>{t("questions.noneBody")}</p>
        </EmptyState>
      ) : (
        <Box padding="400">
          <InlineStack>
            <Button icon={PlusIcon} onClick={add} disabled={questions.length >= POLICY_LIMITS.questions}>
              {t("questions.add")}
            </Button>
          </InlineStack>
        </Box>
      )}
    </Card>
  );
}
