import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Layout, Select, Text } from "@shopify/polaris";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { AskModal } from "#app/ui/forms/ask-modal.tsx";
import { FieldProblems } from "#app/ui/forms/field-problems.tsx";
import { SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { useEditedForm, type SaveAnswer } from "#app/ui/forms/use-edited-form.ts";
import { PreviewCard } from "./preview-card.tsx";
import { TemplateFields } from "./template-fields.tsx";
import { TestSend } from "./test-send.tsx";
import { usePreview, type PreviewAnswer } from "./use-preview.ts";

/** A template in one language as its page gets it. */
export interface EditedTemplate {
  readonly key: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  /** 0 while the text that comes with the app is used. */
  readonly version: number;
  readonly variables: readonly string[];
}

export interface TemplateEditorProps {
  readonly template: EditedTemplate;
  readonly locales: readonly string[];
  readonly preview: PreviewAnswer;
  readonly testAddress: string;
}

/** One message in one language: its text, how it looks, a test mail, and the way back to the text that comes with the app. */
export function TemplateEditor({ template, locales, preview: initial, testAddress }: TemplateEditorProps) {
  const { t } = useTranslation("admin-promises");
  const { key, locale, version, variables } = template;
  const loaded = useMemo(() => ({ subject: template.subject, body: template.body }), [template]);
  const edited = useEditedForm({
    loaded,
    origin: version,
    entries: ({ subject, body }, origin) => ({ intent: "save", subject, body, version: String(origin) }),
    savedText: t("messages.saved"),
  });
  const preview = usePreview({ key, locale, ...edited.form }, initial);
  const reset = useReset(edited.discard);
  // What is wrong with the text as it stands now says more than what was wrong when it was last saved.
  const problems = preview.problem ? [preview.problem] : (edited.error?.problems ?? []).filter(({ code }) => code === "template_too_long");
  return (
    <SaveFrame
      edited={edited}
      fullWidth
      title={t(`template.${key}.name`)}
      subtitle={t(`template.${key}.when`)}
      backAction={{ content: t("messages.title"), url: "/app/messages" }}
      secondaryActions={version > 0 ? [{ content: t("messages.reset"), onAction: reset.ask }] : []}
    >
      <FieldProblems problems={problems}>
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <LanguageChoice locale={locale} locales={locales} isOwn={version > 0} />
              <TemplateFields form={edited.form} change={edited.change} variables={variables} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneHalf">
            <BlockStack gap="400">
              <PreviewCard preview={preview} language={t(`language.${locale}`)} />
              <TestSend form={edited.form} defaultTo={testAddress} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </FieldProblems>
      <AskModal
        id="reset-template"
        title={t("messages.resetTitle")}
        action={t("messages.reset")}
        isOpen={reset.isAsking}
        isBusy={reset.isBusy}
        isCritical
        onClose={reset.close}
        onConfirm={reset.confirm}
      >
        <Text as="p">{t("messages.resetBody", { language: t(`language.${locale}`) })}</Text>
      </AskModal>
    </SaveFrame>
  );
}

function LanguageChoice({ locale, locales, isOwn }: { locale: string; locales: readonly string[]; isOwn: boolean }) {
  const { t } = useTranslation("admin-promises");
  const navigate = useNavigate();
  return (
    <Card>
      <Select
        label={t("messages.language")}
        options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={locale}
        onChange={(value) => void navigate(`?language=${value}`, { preventScrollReset: true })}
        helpText={t(isOwn ? "messages.isOwn" : "messages.isDefault")}
      />
    </Card>
  );
}

/** Edits are given up together with the shop's own text. */
function useReset(discard: () => void) {
  const { t } = useTranslation("admin-promises");
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveAnswer>();
  const [isAsking, setIsAsking] = useState(false);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer && !answer.error) shopify.toast.show(t("messages.resetDone"));
  }, [answer, shopify, t]);
  return {
    isAsking,
    isBusy: fetcher.state !== "idle",
    ask: () => setIsAsking(true),
    close: () => setIsAsking(false),
    confirm: () => {
      discard();
      fetcher.submit({ intent: "reset" }, { method: "post" });
      setIsAsking(false);
    },
  };
}
