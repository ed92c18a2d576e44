import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";

export interface TextsForm {
  readonly subject: string;
  readonly body: string;
}

interface TemplateFieldsProps {
  readonly form: TextsForm;
  readonly change: (update: (form: TextsForm) => TextsForm) => void;
  readonly variables: readonly string[];
}

/** Subject and body, with the variables that can be put where the caret stands. */
export function TemplateFields({ form, change, variables }: TemplateFieldsProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const bodyId = useId();
  return (
    <>
      <Card>
        <BlockStack gap="400">
          <TextField
            label={t("messages.subject")}
            autoComplete="off"
            value={form.subject}
            onChange={(subject) => change((before) => ({ ...before, subject }))}
            error={problem("subject")}
          />
          <TextField
            id={bodyId}
            label={t("messages.body")}
            helpText={t("messages.bodyHelp")}
            autoComplete="off"
            multiline={14}
            monospaced
            spellCheck
            value={form.body}
            onChange={(body) => change((before) => ({ ...before, body }))}
            error={problem("body")}
          />
        </BlockStack>
      </Card>
      <VariablesCard
        variables={variables}
        onInsert={(text) => {
          const { start, end } = caretOf(bodyId, form.body);
          change((before) => ({ ...before, body: before.body.slice(0, start) + text + before.body.slice(end) }));
        }}
      />
    </>
  );
}

/** Where the caret stands in a text area, or the end of its text before anybody was in it. */
function caretOf(id: string, text: string): { readonly start: number; readonly end: number } {
  const area = document.getElementById(id);
  return area instanceof HTMLTextAreaElement
    ? { start: area.selectionStart, end: area.selectionEnd }
    : { start: text.length, end: text.length };
}

function VariablesCard({ variables, onInsert }: { readonly variables: readonly string[]; readonly onInsert: (text: string) => void }) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("messages.variables")}
        </Text>
        <Text as="p" tone="subdued">
          {t("messages.variablesHelp")}
        </Text>
        <BlockStack gap="200">
          {variables.map((name) => (
            <InlineStack key={name} gap="200" blockAlign="center" wrap={false}>
              <Button size="slim" accessibilityLabel={t("messages.insert", { name })} onClick={() => onInsert(`{{ ${name} }}`)}>
                {name}
              </Button>
              <Text as="span" tone="subdued" variant="bodySm">
                {t(`variable.${name}`)}
              </Text>
            </InlineStack>
          ))}
        </BlockStack>
        <Text as="p" tone="subdued" variant="bodySm">
          {t("messages.liquidHelp", { example: "{% if expected_on %} … {% else %} … {% endif %}", link: "[…](https://…)" })}
        </Text>
      </BlockStack>
    </Card>
  );
}
