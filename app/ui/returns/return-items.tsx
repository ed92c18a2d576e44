import { Badge, BlockStack, Box, Button, Card, Collapsible, Divider, InlineStack, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decision } from "#app/domain/policies/decision.ts";
import { isKept, isRepair } from "#app/domain/returns/return.ts";
import { Explanation, OutcomeBadge } from "#app/ui/policies/previewed-line.tsx";
import { usePolicyWords } from "#app/ui/policies/use-policy-words.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { EvidencePhotos } from "./evidence-photos.tsx";
import type { ReturnLineView, ReturnView } from "./return-view.ts";

/** What comes back or is kept, why, what the policy said, and what was found. */
export function ReturnItems({ view }: { view: Pick<ReturnView, "lines" | "photos" | "resolution" | "status"> }) {
  const { t } = useTranslation("admin-returns");
  const { lines, photos } = view;
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingSm">
          {t(`returnItems.${isKept(view) ? "kept" : isRepair(view) ? "repair" : "heading"}`, {
            count: lines.reduce((all, { quantity }) => all + quantity, 0),
          })}
        </Text>
      </Box>
      {lines.map((line, index) => (
        <Box key={line.id}>
          {index > 0 ? <Divider /> : null}
          <Box padding="400">
            <ReturnItem line={line} view={view} />
          </Box>
        </Box>
      ))}
      {photos.length > 0 ? (
        <>
          <Divider />
          <Box padding="400">
            <EvidencePhotos photos={photos} about={t("returnItems.wholeReturn")} />
          </Box>
        </>
      ) : null}
    </Card>
  );
}

function ReturnItem({ line, view }: { line: ReturnLineView; view: Pick<ReturnView, "resolution" | "status"> }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const words = usePolicyWords();
  return (
    <BlockStack gap="300">
      <InlineStack gap="300" wrap={false} blockAlign="start">
        <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="medium" />
        <Box width="100%">
          <BlockStack gap="100">
            <InlineStack align="space-between" gap="200" wrap={false}>
              <Text as="p" fontWeight="semibold">
                {line.title}
              </Text>
              <Text as="p" numeric>
                {format.money(line.amount)}
              </Text>
            </InlineStack>
            <Text as="p" tone="subdued">
              {[line.variantTitle, line.sku, t("returnList.units", { count: line.quantity })].filter(Boolean).join(" · ")}
            </Text>
            <Text as="p">{t("returnItems.reason", { reason: words.reason(line.reason) })}</Text>
            {line.answers.map(({ questionId, question, answer }) => (
              <Text key={questionId} as="p" breakWord>
                {t("returnItems.answer", { question, answer })}
              </Text>
            ))}
            {line.note ? <Note text={line.note} /> : null}
            {line.resolution ? (
              <Text as="p" fontWeight="medium">
                {t(`resolution.${line.resolution}`)}
              </Text>
            ) : null}
            {line.exchangeTitle ? (
              <Text as="p">
                {t(view.resolution === "replacement" ? "returnItems.sentAgain" : "returnItems.exchangeFor", { title: line.exchangeTitle })}
              </Text>
            ) : null}
            <Found line={line} />
          </BlockStack>
        </Box>
      </InlineStack>
      <LinePictures line={line} />
      {line.decision ? <DecisionPart decision={line.decision} id={line.id} isReviewed={view.status !== "requested"} /> : null}
    </BlockStack>
  );
}

/** What the shopper showed, and what the inspection saw. */
function LinePictures({ line: { photos, title, arePhotosGone } }: { line: ReturnLineView }) {
  const { t } = useTranslation("admin-returns");
  const groups = [
    ["photo.ofCustomer", photos.filter(({ isOurs }) => !isOurs)],
    ["photo.ofInspection", photos.filter(({ isOurs }) => isOurs)],
  ] as const;
  return (
    <>
      {arePhotosGone ? (
        <Text as="p" tone="subdued">
          {t("photo.deleted")}
        </Text>
      ) : null}
      {groups.map(([name, shown]) =>
        shown.length > 0 ? (
          <BlockStack key={name} gap="100">
            <Text as="p" tone="subdued">
              {t(name)}
            </Text>
            <EvidencePhotos photos={shown} about={title} />
          </BlockStack>
        ) : null,
      )}
    </>
  );
}

/** What the shopper wrote, in their own words and lines. */
function Note({ text }: { text: string }) {
  return (
    <Box borderInlineStartWidth="050" borderColor="border" paddingInlineStart="200">
      <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        <Text as="p" breakWord>
          {text}
        </Text>
      </div>
    </Box>
  );
}

function Found({ line }: { line: ReturnLineView }) {
  const { t } = useTranslation("admin-returns");
  if (line.receivedQuantity === 0 && line.condition === null) return null;
  return (
    <InlineStack gap="100">
      <Badge>{t("returnItems.received", { count: line.receivedQuantity, of: line.quantity })}</Badge>
      {line.condition ? <Badge>{t(`conditionFound.${line.condition}`)}</Badge> : null}
      {line.disposition ? <Badge>{t(`disposition.${line.disposition}`)}</Badge> : null}
    </InlineStack>
  );
}

function DecisionPart({ decision, id, isReviewed }: { decision: Decision; id: string; isReviewed: boolean }) {
  const { t } = useTranslation("admin-returns");
  const [isOpen, setOpen] = useState(false);
  const name = decision.ruleName ?? t("otherwise.heading");
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        {isReviewed && decision.outcome === "review" ? null : <OutcomeBadge outcome={decision.outcome} />}
        <Button
          variant="plain"
          disclosure={isOpen ? "up" : "down"}
          ariaExpanded={isOpen}
          ariaControls={`why-${id}`}
          onClick={() => setOpen(!isOpen)}
        >
          {t("returnItems.why", { rule: name, version: decision.policyVersion })}
        </Button>
      </InlineStack>
      <Collapsible id={`why-${id}`} open={isOpen}>
        <Box background="bg-surface-secondary" borderRadius="200" padding="300">
          <BlockStack gap="200">
            <Explanation decision={decision} />
            <Facts decision={decision} />
          </BlockStack>
        </Box>
      </Collapsible>
    </BlockStack>
  );
}

/** What was looked at when it was decided, as it was stored then. */
function Facts({ decision: { factsUsed: facts } }: { decision: Decision }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const words = usePolicyWords();
  const known: readonly (readonly [string, string | null])[] = [
    ["productType", facts.productType || null],
    ["productTags", facts.productTags.length > 0 ? facts.productTags.join(", ") : null],
    ["vendor", facts.vendor || null],
    ["unitPrice", format.money(facts.unitPrice)],
    ["discount", facts.discountShareBp > 0 ? format.share(facts.discountShareBp) : null],
    ["country", facts.country ? words.country(facts.country) : null],
    ["customerTags", facts.customerTags.length > 0 ? facts.customerTags.join(", ") : null],
    ["decidedOn", format.calendarDate(facts.decidedOn)],
  ];
  return (
    <Text as="p" tone="subdued" variant="bodySm" breakWord>
      {known.flatMap(([name, value]) => (value === null ? [] : [t(`fact.${name}`, { value })])).join(" · ")}
    </Text>
  );
}
