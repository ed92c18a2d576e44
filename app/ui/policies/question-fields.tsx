import { BlockStack, Button, Checkbox, InlineError, InlineGrid, InlineStack, Select, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { POLICY_LIMITS } from "#app/domain/policies/policy-problems.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { removed, replaced } from "./list-edits.ts";
import { asKind, newChoice } from "./question-edits.ts";
import type { QuestionRowProps } from "./row-props.ts";
import { QuestionWhenFields } from "./question-when-fields.tsx";

/** Everything about one question. */
export function QuestionFields(props: QuestionRowProps) {
  const { question, path, language, onChange, onRemove } = props;
  const { t } = useTranslation("admin-policy");
  const problem = useFieldProblem();
  const { shown, own } = language;
  return (
    <BlockStack gap="400">
      <TextField
        label={t("questions.text")}
        autoComplete="off"
        value={question.texts[shown] ?? ""}
        placeholder={shown === own ? "" : textIn(question.texts, own)}
        helpText={shown === own ? undefined : t("questions.fallback")}
        maxLength={POLICY_LIMITS.questionLength}
        onChange={(text) => onChange({ ...question, texts: { ...question.texts, [shown]: text } })}
        error={problem(`${path}.texts`)}
      />
      <QuestionWhenFields {...props} />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300" alignItems="end">
        <Select
          label={t("questions.kind")}
          options={(["choice", "text"] as const).map((value) => ({ value, label: t(`questions.kind_${value}`) }))}
          value={question.kind}
          onChange={(value) => onChange(asKind(question, value === "text" ? "text" : "choice"))}
        />
        <Checkbox
          label={t("questions.mustAnswer")}
          checked={question.isRequired}
          onChange={(isRequired) => onChange({ ...question, isRequired })}
        />
      </InlineGrid>
      {question.kind === "choice" ? <ChoiceFields {...props} /> : null}
      <InlineStack align="end">
        <Button icon={DeleteIcon} tone="critical" onClick={onRemove}>
          {t("questions.remove")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function ChoiceFields({ question, path, language: { shown, own }, onChange }: QuestionRowProps) {
  const { t } = useTranslation("admin-policy");
  const problem = useFieldProblem();
  const { choices } = question;
  const tooFew = choices.length < 2 ? problem(`${path}.choices`) : undefined;
  return (
    <BlockStack gap="200">
      {choices.map((choice, index) => (
        <InlineStack key={choice.id} gap="200" wrap={false} blockAlign="start">
          <div style={{ flex: 1 }}>
            <TextField
              label={t("questions.choice", { number: index + 1 })}
              labelHidden
              prefix={`${index + 1}.`}
              autoComplete="off"
              value={choice.texts[shown] ?? ""}
              placeholder={shown === own ? "" : textIn(choice.texts, own)}
              maxLength={POLICY_LIMITS.questionLength}
              onChange={(text) =>
                onChange({ ...question, choices: replaced(choices, index, { ...choice, texts: { ...choice.texts, [shown]: text } }) })
              }
              error={problem(`${path}.choices.${index}`)}
            />
          </div>
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            onClick={() => onChange({ ...question, choices: removed(choices, index) })}
            accessibilityLabel={t("questions.removeChoice", { number: index + 1 })}
          />
        </InlineStack>
      ))}
      {tooFew ? <InlineError message={tooFew} fieldID={`${path}.choices`} /> : null}
      <InlineStack>
        <Button
          icon={PlusIcon}
          disabled={choices.length >= POLICY_LIMITS.choices}
          onClick={() => onChange({ ...question, choices: [...choices, newChoice(choices)] })}
        >
          {t("questions.addChoice")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
