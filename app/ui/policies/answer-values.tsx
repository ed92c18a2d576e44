import { BlockStack, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { useChoiceQuestions } from "./policy-choices.tsx";
import type { ConditionRowProps } from "./row-props.ts";
import { ValuePicker } from "./value-picker.tsx";

/** Which question a condition looks at, and the answers that it names. */
export function AnswerValues({ condition, path, onChange }: Pick<ConditionRowProps, "condition" | "path" | "onChange">) {
  const { t, i18n } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const questions = useChoiceQuestions();
  const [questionError, answerError] = [problem(`${path}.question`), problem(`${path}.oneOf`)];
  const chosen = questions.find(({ id }) => id === condition.question);
  return (
    <BlockStack gap="200">
      <Select
        label={t("condition.question")}
        labelHidden
        placeholder={t("condition.questionChoose")}
        options={questions.map(({ id, texts }) => ({ value: id, label: textIn(texts, i18n.language) }))}
        value={chosen ? condition.question : ""}
        onChange={(question) => onChange({ ...condition, question, oneOf: [] })}
        error={questionError}
      />
      <ValuePicker
        label={t("condition.values", { subject: t("conditionSubject.answer") })}
        hasHiddenLabel
        values={condition.oneOf}
        choices={chosen?.choices.map(({ id, texts }) => ({ value: id, label: textIn(texts, i18n.language) })) ?? []}
        takesOthers={false}
        onChange={(oneOf) => onChange({ ...condition, oneOf })}
        {...(answerError ? { error: answerError } : {})}
      />
    </BlockStack>
  );
}
