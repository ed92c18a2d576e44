import { useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Form, InlineGrid, Page, Text, type PageProps } from "@shopify/polaris";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldProblems } from "./field-problems.tsx";
import type { SaveState } from "./use-edited-form.ts";

interface SaveFrameProps extends Pick<PageProps, "title" | "subtitle" | "backAction" | "secondaryActions" | "titleMetadata" | "fullWidth"> {
  readonly edited: SaveState;
  readonly children: ReactNode;
}

/** A page with one form: the contextual save bar, what is wrong beside the fields, and a warning before edits are lost. */
export function SaveFrame({ edited, children, ...page }: SaveFrameProps) {
  const { t } = useTranslation("admin-promises");
  useLeaveConfirmation(edited.isDirty);
  return (
    <Page {...page}>
      <SaveBar id="save-bar" open={edited.isDirty} discardConfirmation>
        <button variant="primary" onClick={edited.save} disabled={edited.isSaving}>
          {t("save.save")}
        </button>
        <button onClick={edited.discard} disabled={edited.isSaving}>
          {t("save.discard")}
        </button>
      </SaveBar>
      <Form onSubmit={edited.save}>
        <FieldProblems problems={edited.error?.problems ?? []}>
          <BlockStack gap={{ xs: "400", md: "600" }}>
            <RefusedBanner edited={edited} />
            {children}
          </BlockStack>
        </FieldProblems>
      </Form>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function RefusedBanner({ edited }: { edited: SaveState }) {
  const { t } = useTranslation("admin-promises");
  const { error } = edited;
  if (!error) return null;
  if (error.code === "stale") {
    return (
      <Banner tone="warning" title={t("save.staleTitle")} action={{ content: t("save.staleAction"), onAction: edited.discard }}>
        <p>{t("save.staleBody")}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="critical" title={t("save.invalidTitle", { count: error.problems?.length ?? 1 })}>
      <p>{t("save.invalidBody")}</p>
    </Banner>
  );
}

/** The admin asks before edits are lost; inside the app that question has to be passed on to it. */
export function useLeaveConfirmation(isDirty: boolean): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    shopify.saveBar.leaveConfirmation().then(
      () => blocker.proceed(),
      () => blocker.reset(),
    );
  }, [blocker, shopify]);
}

/** One subject of a settings page: what it is about on the left, its fields on the right; below each other on a phone. */
export function FormSection({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  return (
    <InlineGrid columns={{ xs: 1, md: "minmax(0, 2fr) minmax(0, 5fr)" }} gap={{ xs: "300", md: "400" }}>
      <Box as="section" paddingInline={{ xs: "400", sm: "0" }}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {about ? (
            <Text as="p" tone="subdued">
              {about}
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      <BlockStack gap="400">{children}</BlockStack>
    </InlineGrid>
  );
}
