import { BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerPhase } from "#app/domain/compensation/ledger.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** One line of the ledger about a compensation. */
export interface LedgerLine {
  readonly id: string;
  readonly phase: LedgerPhase;
  readonly amount: Money;
  readonly at: string;
  readonly shopifyGid: string | null;
}

/** What a person did to a compensation; `who` is the name they gave themselves. */
export interface DecisionLine {
  readonly at: string;
  readonly who: string | null;
  readonly isMe: boolean;
  readonly action: string;
  readonly note: string | null;
}

/** What the ledger says of the money, line by line. */
export function LedgerLinesCard({ lines }: { readonly lines: readonly LedgerLine[] }) {
  const { t } = useTranslation("admin-promises");
  const { money, dateTime } = useShopFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("compensation.ledgerTitle")}
        </Text>
        {lines.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("compensation.ledgerNone")}
          </Text>
        ) : null}
        {lines.map(({ id, phase, amount, at, shopifyGid }, index) => (
          <Fragment key={id}>
            {index > 0 ? <Divider /> : null}
            <BlockStack gap="050">
              <InlineStack align="space-between" gap="200">
                <Text as="span">{t(`ledgerPhase.${phase}`)}</Text>
                <Text as="span" numeric>
                  {money(amount)}
                </Text>
              </InlineStack>
              <Text as="span" tone="subdued" variant="bodySm" breakWord>
                {[dateTime(at), shopifyGid].filter(Boolean).join(" · ")}
              </Text>
            </BlockStack>
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

/** Who let it go out, or not, and why. */
export function DecisionsCard({ decisions }: { readonly decisions: readonly DecisionLine[] }) {
  const { t } = useTranslation("admin-promises");
  const { dateTime } = useShopFormat();
  if (decisions.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("compensation.decisionsTitle")}
        </Text>
        {decisions.map(({ at, who, isMe, action, note }) => (
          <BlockStack key={at} gap="050">
            <Text as="span">
              {t(`compensationDecision.${action}`, { who: isMe ? t("compensation.you") : (who ?? t("compensation.someone")) })}
            </Text>
            {note ? (
              <Text as="span" breakWord>
                {note}
              </Text>
            ) : null}
            <Text as="span" tone="subdued" variant="bodySm">
              {dateTime(at)}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
