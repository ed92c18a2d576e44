import { useFetcher, useRevalidator } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Divider, Icon, InlineStack, Link, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon, XIcon } from "@shopify/polaris-icons";
import { useEffect, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { ImportRow, SetupRow, SetupStep } from "./onboarding-json.ts";
import { useThemeExtension } from "./use-theme-extension.ts";

/** How often the page asks how far the import is while it runs. */
const POLL_MILLISECONDS = 2_000;

/** The few steps from installing to leaving it alone; put away by the merchant or gone when all is done. */
export function SetupCard({ setup }: { setup: SetupRow }) {
  const { t } = useTranslation("admin");
  const fetcher = useFetcher();
  const done = setup.steps.filter(({ isDone }) => isDone).length;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t("onboarding.title")}
            </Text>
            <Text as="p" tone="subdued">
              {t("onboarding.progress", { done, total: setup.steps.length })}
            </Text>
          </BlockStack>
          <Button
            icon={XIcon}
            variant="tertiary"
            accessibilityLabel={t("onboarding.close")}
            onClick={() => fetcher.submit({ note: "dismissed" }, { method: "post" })}
          />
        </InlineStack>
        <BlockStack gap="300">
          {setup.steps.map(({ step, isDone }, index) => (
            <BlockStack key={step} gap="300">
              {index > 0 ? <Divider /> : null}
              <Step step={step} isDone={isDone} setup={setup} />
            </BlockStack>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Step({ step, isDone, setup }: { step: SetupStep; isDone: boolean; setup: SetupRow }) {
  const { t } = useTranslation("admin");
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Box width="20px">
        {isDone ? <Icon source={CheckCircleIcon} tone="success" accessibilityLabel={t("onboarding.done")} /> : <EmptyCircle />}
      </Box>
      <Box width="100%">
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t(`onboarding.${step}.title`)}
          </Text>
          {step === "history" ? (
            <History run={setup.import} />
          ) : step === "portal" ? (
            <Portal isDone={isDone} setup={setup} />
          ) : isDone ? null : (
            <Simple step={step} />
          )}
        </BlockStack>
      </Box>
    </InlineStack>
  );
}

function EmptyCircle() {
  return (
    <div aria-hidden="true" style={{ width: 16, height: 16, margin: 2, borderRadius: 8, border: "2px dashed var(--p-color-border)" }} />
  );
}

const PAGES = { policy: "/app/policy", mail: "/app/messages", promises: "/app/settings/delivery" } as const;

function Simple({ step }: { step: keyof typeof PAGES }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <Text as="p">{t(`onboarding.${step}.body`)}</Text>
      <InlineStack>
        <Button url={PAGES[step]}>{t(`onboarding.${step}.action`)}</Button>
      </InlineStack>
    </>
  );
}

/** The import with its progress; the page asks again while it runs. */
function History({ run }: { run: ImportRow | null }) {
  const { t } = useTranslation("admin");
  const { revalidate, state } = useRevalidator();
  const isRunning = run !== null && run.status !== "finished" && run.status !== "failed";
  useEffect(() => {
    if (!isRunning || state !== "idle") return;
    const timer = setTimeout(revalidate, POLL_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isRunning, state, revalidate]);
  if (run === null) return <Text as="p">{t("onboarding.history.body")}</Text>;
  if (run.status === "failed") return <Text as="p">{t("onboarding.history.failed", { error: run.error })}</Text>;
  if (run.status === "finished") return <Subdued>{t("onboarding.history.finished", { count: run.orders })}</Subdued>;
  const isReading = run.status === "reading";
  return (
    <>
      <Text as="p">{t("onboarding.history.body")}</Text>
      <ProgressBar progress={isReading ? (run.percent ?? 0) : 0} size="small" ariaLabelledBy="import-progress" />
      <Text as="p" tone="subdued" id="import-progress">
        {isReading ? t("onboarding.history.reading", { count: run.orders }) : t("onboarding.history.waiting")}
      </Text>
    </>
  );
}

/** The portal works at its own address from the start; whether a block stands on the theme says Shopify. */
function Portal({ isDone, setup }: { isDone: boolean; setup: SetupRow }) {
  const { t } = useTranslation("admin");
  const blocks = useThemeExtension();
  const { submit } = useFetcher();
  const isOnTheme = blocks !== undefined && blocks.length > 0;
  useEffect(() => {
    if (isOnTheme && !isDone) void submit({ note: "portal" }, { method: "post" });
  }, [isOnTheme, isDone, submit]);
  if (isOnTheme) return <Subdued>{t(blocks.includes("returns") ? "onboarding.portal.blockOn" : "onboarding.portal.linkOn")}</Subdued>;
  if (isDone) return null;
  const link = <Link url={setup.portalUrl} target="_blank" />;
  return (
    <>
      <Text as="p" breakWord>
        <Trans t={t} i18nKey="onboarding.portal.body" values={{ link: setup.portalUrl }} components={{ a: link }} />
      </Text>
      <InlineStack gap="200">
        <Button url={setup.editorUrl} target="_top">
          {t("onboarding.portal.action")}
        </Button>
        <Button variant="plain" onClick={() => submit({ note: "portal" }, { method: "post" })}>
          {t("onboarding.portal.linkOnly")}
        </Button>
      </InlineStack>
    </>
  );
}

function Subdued({ children }: { children: ReactNode }) {
  return (
    <Text as="p" tone="subdued">
      {children}
    </Text>
  );
}
