import { Badge, BlockStack, Box, InlineStack, List, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { LinePreview } from "#app/domain/returns/preview-lines.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { usePolicyWords } from "./use-policy-words.ts";

interface PreviewedLineProps {
  readonly draft: LinePreview;
  /** Undefined while nothing differs from the published policy. */
  readonly published: LinePreview | undefined;
}

/** What one line of an order would get, with the rule that decides and why. */
export function PreviewedLine({ draft, published }: PreviewedLineProps) {
  const { t } = useTranslation("admin-returns");
  const { title, variantTitle, imageUrl, quantity } = draft.line;
  const units = draft.decision.factsUsed.quantity || quantity;
  const isSame = published !== undefined && isSameOutcome(draft, published);
  return (
    <Box padding="400">
      <BlockStack gap="300">
        <InlineStack gap="300" blockAlign="center" wrap={false}>
          <Thumbnail source={imageUrl ?? ImageIcon} alt="" size="small" />
          <BlockStack>
            <Text as="p" fontWeight="medium">
              {title}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {[variantTitle, t("preview.units", { count: units })].filter(Boolean).join(" · ")}
            </Text>
          </BlockStack>
        </InlineStack>
        <PreviewedOutcome preview={draft} heading={published ? t(isSame ? "preview.same" : "preview.draft") : undefined} />
        {published && !isSame ? <PreviewedOutcome preview={published} heading={t("preview.published")} /> : null}
      </BlockStack>
    </Box>
  );
}

function PreviewedOutcome({ preview, heading }: { preview: LinePreview; heading: string | undefined }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const { decision } = preview;
  return (
    <BlockStack gap="150">
      <InlineStack gap="200" blockAlign="center">
        {heading ? (
          <Text as="h4" variant="headingXs">
            {heading}
          </Text>
        ) : null}
        <OutcomeBadge outcome={decision.outcome} />
        {decision.because ? <Text as="span">{words.because(decision.because)}</Text> : null}
      </InlineStack>
      <PreviewedAmounts preview={preview} />
      <Text as="p" variant="bodySm" tone="subdued">
        {t("preview.why")}
      </Text>
      <Explanation decision={decision} />
    </BlockStack>
  );
}

function PreviewedAmounts({ preview: { quotes, isExchangeOffered } }: { preview: LinePreview }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const format = useShopFormat();
  if (quotes.length === 0 && !isExchangeOffered) return null;
  return (
    <BlockStack gap="050">
      {quotes.map(({ resolution, total }) => (
        <InlineStack key={resolution} align="space-between" gap="200" wrap={false}>
          <Text as="span">{words.resolution(resolution)}</Text>
          <Text as="span" fontWeight="medium" numeric>
            {format.money(total.presentment)}
          </Text>
        </InlineStack>
      ))}
      {isExchangeOffered ? (
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Text as="span">{words.resolution("exchange")}</Text>
          <Text as="span" tone="subdued">
            {t("preview.exchange")}
          </Text>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

/** How a policy decided, in one word. */
export function OutcomeBadge({ outcome }: { outcome: Decision["outcome"] }) {
  const { t } = useTranslation("admin-returns");
  const tones = { eligible: "success", review: "attention", ineligible: undefined } as const;
  const tone = tones[outcome];
  return <Badge {...(tone ? { tone } : {})}>{t(`decision.${outcome}`)}</Badge>;
}

/** Why it was decided so, sentence by sentence. */
export function Explanation({ decision }: { decision: Decision }) {
  const words = usePolicyWords();
  return (
    <List gap="extraTight">
      {decision.explanation.map((explained, index) => (
        <List.Item key={index}>{words.sentence(explained)}</List.Item>
      ))}
    </List>
  );
}

/** Whether two policies give a line the same for the same reasons. */
function isSameOutcome(draft: LinePreview, published: LinePreview): boolean {
  const seen = ({ decision, quotes, isExchangeOffered }: LinePreview) =>
    JSON.stringify([decision.outcome, decision.because, decision.explanation, quotes, isExchangeOffered]);
  return seen(draft) === seen(published);
}
