import { BlockStack, InlineGrid, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { AskedWhen } from "#app/domain/policies/return-question.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { useChoicesFor } from "./policy-choices.tsx";
import { askedOn } from "./question-edits.ts";
import type { QuestionRowProps } from "./row-props.ts";
import { ValuePicker } from "./value-picker.tsx";

/** When a question is asked: with reasons and product types, or after answers to an earlier question. */
export function QuestionWhenFields(props: QuestionRowProps) {
  const { question, earlier, onChange } = props;
  const { t } = useTranslation("admin-policy");
  const canFollow = question.asked.on === "answer" || earlier.some(({ kind }) => kind === "choice");
  const { asked } = question;
  return (
    <BlockStack gap="300">
      {canFollow ? (
        <Select
          label={t("questions.when")}
          options={(["reason", "answer"] as const).map((value) => ({ value, label: t(`questions.when_${value}`) }))}
          value={asked.on}
          onChange={(value) => onChange(askedOn(question, value === "answer" ? "answer" : "reason", earlier))}
        />
      ) : null}
      {asked.on === "reason" ? <WithReasons {...props} asked={asked} /> : <AfterAnswers {...props} asked={asked} />}
    </BlockStack>
  );
}

function WithReasons({ question, path, asked, onChange }: QuestionRowProps & { asked: Extract<AskedWhen, { on: "reason" }> }) {
  const { t } = useTranslation("admin-policy");
  const problem = useFieldProblem();
  const reasons = useChoicesFor("reason");
  const types = useChoicesFor("product_type");
  const [reasonError, typeError] = [problem(`${path}.asked.reasons`), problem(`${path}.asked.productTypes`)];
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      <ValuePicker
        label={t("questions.reasons")}
        helpText={asked.reasons.length === 0 ? t("questions.everyReason") : ""}
        values={asked.reasons}
        choices={reasons}
        takesOthers={false}
        onChange={(values) => onChange({ ...question, asked: { ...asked, reasons: values } })}
        {...(reasonError ? { error: reasonError } : {})}
      />
      <ValuePicker
        label={t("questions.productTypes")}
        helpText={asked.productTypes.length === 0 ? t("questions.everyType") : ""}
        values={asked.productTypes}
        choices={types}
        takesOthers
        onChange={(productTypes) => onChange({ ...question, asked: { ...asked, productTypes } })}
        {...(typeError ? { error: typeError } : {})}
      />
    </InlineGrid>
  );
}

function AfterAnswers(props: QuestionRowProps & { asked: Extract<AskedWhen, { on: "answer" }> }) {
  const { question, path, asked, earlier, language, onChange } = props;
  const { t } = useTranslation("admin-policy");
  const problem = useFieldProblem();
  const leading = earlier.filter(({ kind }) => kind === "choice");
  const followed = leading.find(({ id }) => id === asked.question);
  const choices = followed?.choices.map(({ id, texts }) => ({ value: id, label: textIn(texts, language.own) || id })) ?? [];
  const error = problem(`${path}.asked.choices`);
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      <Select
        label={t("questions.afterQuestion")}
        options={leading.map(({ id, texts }) => ({ value: id, label: textIn(texts, language.own) || t("questions.untitled") }))}
        value={asked.question}
        onChange={(id) => onChange({ ...question, asked: { on: "answer", question: id, choices: [] } })}
        error={problem(`${path}.asked.question`)}
      />
      <ValuePicker
        label={t("questions.afterAnswers")}
        values={asked.choices}
        choices={choices}
        takesOthers={false}
        onChange={(values) => onChange({ ...question, asked: { ...asked, choices: values } })}
        {...(error ? { error } : {})}
      />
    </InlineGrid>
  );
}
