import { Badge, BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { MoveButtons, OpenButton } from "../forms/row-buttons.tsx";
import { useProblemCount } from "./field-problems.tsx";
import { QuestionFields } from "./question-fields.tsx";
import type { QuestionRowProps } from "./row-props.ts";
import { usePolicyWords } from "./use-policy-words.ts";

/** One question: when it is asked in a line, and its fields when it is opened or something is wrong with it. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, path, language, isOpen, onToggle, onUp, onDown } = props;
  const { t } = useTranslation("admin-policy");
  const problems = useProblemCount(path);
  const name = textIn(question.texts, language.own) || t("questions.untitled");
  const isShown = isOpen || problems > 0;
  return (
    <Box paddingInline="400" paddingBlock="300" paddingInlineStart={question.asked.on === "answer" ? "800" : "400"}>
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
          <BlockStack gap="050">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h4" variant="bodyMd" fontWeight="medium">
                {name}
              </Text>
              {question.isRequired ? <Badge>{t("questions.required")}</Badge> : null}
              {problems > 0 ? <Badge tone="critical">{t("questions.problems", { count: problems })}</Badge> : null}
            </InlineStack>
            <AskedWhen {...props} />
          </BlockStack>
          <InlineStack gap="050" align="end" wrap={false}>
            <MoveButtons name={name} onUp={onUp} onDown={onDown} />
            <OpenButton name={name} isOpen={isShown} controls={`question-${question.id}`} onToggle={onToggle} />
          </InlineStack>
        </InlineStack>
        {isShown ? (
          <div id={`question-${question.id}`}>
            <QuestionFields {...props} />
          </div>
        ) : null}
      </BlockStack>
    </Box>
  );
}

function AskedWhen({ question, earlier, language }: QuestionRowProps) {
  const { t } = useTranslation("admin-policy");
  const words = usePolicyWords();
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {sentence()}
    </Text>
  );

  function sentence(): string {
    const { asked } = question;
    if (asked.on === "answer") {
      const leading = earlier.find(({ id }) => id === asked.question);
      const chosen = leading?.choices.filter(({ id }) => asked.choices.includes(id)).map(({ texts }) => textIn(texts, language.own)) ?? [];
      if (!leading || chosen.length === 0) return t("questions.afterNothing");
      return t("questions.after", { question: textIn(leading.texts, language.own), answers: words.list(chosen, "or") });
    }
    const reasons = asked.reasons.length > 0 ? words.list(asked.reasons.map(words.reason), "or") : "";
    const types = asked.productTypes.length > 0 ? words.list(asked.productTypes, "or") : "";
    if (reasons && types) return t("questions.withBoth", { reasons, types });
    if (reasons) return t("questions.withReasons", { reasons });
    return types ? t("questions.withTypes", { types }) : t("questions.always");
  }
}
