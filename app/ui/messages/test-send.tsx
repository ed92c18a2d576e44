import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaveAnswer } from "#app/ui/forms/use-edited-form.ts";
import type { TextsForm } from "./template-fields.tsx";

interface TestSendProps {
  readonly form: TextsForm;
  /** Where it goes unless somebody writes another address. */
  readonly defaultTo: string;
}

/** Sends the text as it stands now, saved or not, to one address. */
export function TestSend({ form, defaultTo }: TestSendProps) {
  const { t } = useTranslation("admin-promises");
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveAnswer>();
  const [to, setTo] = useState(defaultTo);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const problem = answer?.error?.problems?.[0];
  useEffect(() => {
    if (answer && !answer.error) shopify.toast.show(t("messages.testSent"));
  }, [answer, shopify, t]);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("messages.test")}
        </Text>
        <TextField
          type="email"
          label={t("messages.testTo")}
          helpText={t("messages.testHelp")}
          autoComplete="email"
          value={to}
          onChange={setTo}
          error={problem && t(`settingproblem.${problem.code}`, problem.params)}
          connectedRight={
            <Button
              loading={fetcher.state !== "idle"}
              onClick={() => fetcher.submit({ intent: "test", to, subject: form.subject, body: form.body }, { method: "post" })}
            >
              {t("messages.testSend")}
            </Button>
          }
        />
      </BlockStack>
    </Card>
  );
}
