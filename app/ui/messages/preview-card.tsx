import { Badge, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Preview } from "./use-preview.ts";

const HEIGHT = 620;

/** The mail with example values. Its HTML lives in a frame of its own that may run and reach nothing. */
export function PreviewCard({ preview, language }: { readonly preview: Preview; readonly language: string }) {
  const { t } = useTranslation("admin-promises");
  const { shown, problem } = preview;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingSm">
              {t("messages.preview", { language })}
            </Text>
            {problem ? <Badge tone="warning">{t("messages.previewOld")}</Badge> : null}
          </InlineStack>
          <Text as="p" breakWord>
            {shown ? t("messages.previewSubject", { subject: shown.subject }) : t("messages.previewNone")}
          </Text>
        </BlockStack>
      </Box>
      {shown ? (
        <iframe
          title={t("messages.preview", { language })}
          sandbox=""
          srcDoc={quiet(shown.html)}
          style={{ display: "block", width: "100%", height: HEIGHT, border: 0, borderTop: "1px solid var(--p-color-border)" }}
        />
      ) : null}
    </Card>
  );
}

/** Links of a preview lead nowhere: they would open inside the frame. */
function quiet(html: string): string {
  return html.replace("</head>", "<style>a{pointer-events:none}</style></head>");
}
