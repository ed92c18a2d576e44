import { Badge, BlockStack, Box, Button, Card, Divider, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Explained } from "#app/domain/policies/explanation.ts";
import { useGradeName } from "#app/ui/inspection/use-grade-name.ts";
import { Explanation } from "#app/ui/policies/previewed-line.tsx";
import { usePolicyWords } from "#app/ui/policies/use-policy-words.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { ReturnCommand } from "./return-actions.ts";
import type { RegradedView, TermsView } from "./return-view.ts";

interface TermsCardProps {
  readonly terms: TermsView | null;
  readonly isBusy: boolean;
  readonly onCommand: (command: ReturnCommand) => void;
}

const TONES = { applied: "success", waiting: "attention", kept: undefined, ruled: "info", told: undefined } as const;

/** What was agreed beside what the rule says about the condition that the goods came in, and staff's choice while it is theirs. */
export function TermsCard({ terms, isBusy, onCommand }: TermsCardProps) {
  const { t } = useTranslation("admin-returns");
  if (terms === null) return null;
  const { state, units } = terms;
  const tone = TONES[state];
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingSm">
              {t("byCondition.heading")}
            </Text>
            <Badge {...(tone ? { tone } : {})}>{t(`byCondition.state.${state}`)}</Badge>
          </InlineStack>
          <Text as="p" tone="subdued">
            {t(`byCondition.about.${state}`)}
          </Text>
        </BlockStack>
      </Box>
      {units.map((one, index) => (
        <Box key={index}>
          <Divider />
          <Box padding="400">
            <Units units={one} />
          </Box>
        </Box>
      ))}
      {state === "waiting" ? <Choice terms={terms} isBusy={isBusy} onCommand={onCommand} /> : null}
    </Card>
  );
}

function Units({ units }: { readonly units: RegradedView }) {
  const { t } = useTranslation("admin-returns");
  const nameOf = useGradeName();
  const { title, variantTitle, quantity, grade, agreed, found, agreedOffer, foundOffer, becomes } = units;
  const none = becomes === "nothing" || becomes === "not_possible" ? t(`byCondition.${becomes}`) : null;
  return (
    <BlockStack gap="300">
      <BlockStack>
        <Text as="h3" fontWeight="semibold">
          {[title, variantTitle].filter(Boolean).join(" · ")}
        </Text>
        <Text as="p">{t("byCondition.found", { count: quantity, grade: nameOf(grade) })}</Text>
      </BlockStack>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <Side heading={t("byCondition.agreed")} offer={agreedOffer} decision={agreed} note={null} />
        <Side heading={t("byCondition.ruleSays")} offer={none === null ? foundOffer : null} decision={found} note={none} />
      </InlineGrid>
    </BlockStack>
  );
}

interface SideProps {
  readonly heading: string;
  readonly offer: Explained | null;
  readonly decision: Decision | null;
  readonly note: string | null;
}

function Side({ heading, offer, decision, note }: SideProps) {
  const words = usePolicyWords();
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <Text as="h4" variant="headingXs">
          {heading}
        </Text>
        {offer ? <Text as="p">{words.sentence(offer)}</Text> : null}
        {note ? <Text as="p">{note}</Text> : null}
        {decision ? <Explanation decision={decision} /> : null}
      </BlockStack>
    </Box>
  );
}

/** Both amounts stand on the buttons, so that nobody has to work them out. */
function Choice({ terms, isBusy, onCommand }: { readonly terms: TermsView } & Omit<TermsCardProps, "terms">) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { kept, ruled, canApplyRule } = terms;
  const label = (choice: "keep" | "rule", amount: TermsView["kept"]) =>
    amount ? t(`byCondition.${choice}Amount`, { amount: format.money(amount) }) : t(`byCondition.${choice}`);
  return (
    <>
      <Divider />
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack gap="200">
            <Button disabled={isBusy} onClick={() => onCommand({ event: "choose_terms", choice: "keep" })}>
              {label("keep", kept)}
            </Button>
            {canApplyRule ? (
              <Button disabled={isBusy} onClick={() => onCommand({ event: "choose_terms", choice: "rule" })}>
                {label("rule", ruled)}
              </Button>
            ) : null}
          </InlineStack>
          <Text as="p" tone="subdued" variant="bodySm">
            {t(canApplyRule ? "byCondition.told" : "byCondition.ownReturn")}
          </Text>
        </BlockStack>
      </Box>
    </>
  );
}
