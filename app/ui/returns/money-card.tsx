import { Badge, BlockStack, Box, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { PAYOUT_METHODS, promisedBy } from "#app/domain/returns/payouts.ts";
import type { QuotePartKind } from "#app/domain/returns/resolution-quote.ts";
import { QUOTE_PART_KINDS, sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { isZeroPair } from "#app/domain/shared/money-pair.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { MovementView, ReturnView } from "./return-view.ts";

/** What the customer gets and how it adds up, to the minor unit; what was paid already, from the ledger. */
export function MoneyCard({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { quote } = view;
  const isOwed = quote.owed.presentment.minor > 0;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingSm">
              {t(`resolution.${view.resolution}`)}
            </Text>
            <MoneyBadge view={view} />
          </InlineStack>
          {QUOTE_PART_KINDS.map((kind) => (
            <PartRow key={kind} kind={kind} amount={sumOfParts(quote, [kind])} />
          ))}
          <Divider />
          <TotalRow text={t(isOwed ? "money.customerPays" : "money.customerGets")} amount={isOwed ? quote.owed : quote.total} />
          {view.afterInspection ? (
            <InlineStack align="space-between" gap="200" wrap={false}>
              <Text as="span" fontWeight="semibold">
                {t("money.afterInspection")}
              </Text>
              <Text as="span" fontWeight="semibold" numeric>
                {format.money(view.afterInspection)}
              </Text>
            </InlineStack>
          ) : null}
          {view.resolution === "mixed" ? <Ways view={view} /> : null}
          {view.balance && view.balance !== "paid" ? (
            <Text as="p" tone="subdued">
              {t(`balanceHint.${view.balance}`)}
            </Text>
          ) : null}
          {view.agreement && view.agreement.kind !== "disagreed" ? (
            <Text as="p" tone="subdued">
              {t(`money.${view.agreement.kind}`)}
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      {view.movements.length > 0 ? (
        <>
          <Divider />
          <Box padding="400">
            <BlockStack gap="200">
              {view.movements.map((movement) => (
                <MovementRow key={movement.key} movement={movement} />
              ))}
            </BlockStack>
          </Box>
        </>
      ) : null}
    </Card>
  );
}

/** In which ways the sum of a mixed return is paid. */
function Ways({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const pays = promisedBy(view.quote);
  return PAYOUT_METHODS.filter((method) => pays[method].minor > 0).map((method) => (
    <InlineStack key={method} align="space-between" gap="200" wrap={false}>
      <Text as="span" tone="subdued">
        {t(`payout.${method}`)}
      </Text>
      <Text as="span" tone="subdued" numeric>
        {format.money(pays[method])}
      </Text>
    </InlineStack>
  ));
}

function MoneyBadge({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  if (view.balance) return <Badge tone={view.balance === "paid" ? "success" : "attention"}>{t(`balance.${view.balance}`)}</Badge>;
  if (view.paidAt !== null) return <Badge tone="success">{t("money.paid")}</Badge>;
  if (view.errorCode !== null && view.terms?.state !== "waiting") return <Badge tone="critical">{t("money.stopped")}</Badge>;
  return <Badge>{t("money.notPaid")}</Badge>;
}

function PartRow({ kind, amount }: { kind: QuotePartKind; amount: MoneyPair }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  if (isZeroPair(amount)) return null;
  return (
    <InlineStack align="space-between" gap="200" wrap={false}>
      <Text as="span">{t(`quotePart.${kind}`)}</Text>
      <Text as="span" numeric>
        {format.money(amount.presentment)}
      </Text>
    </InlineStack>
  );
}

function TotalRow({ text, amount }: { text: string; amount: MoneyPair }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (
    <BlockStack gap="050">
      <InlineStack align="space-between" gap="200" wrap={false}>
        <Text as="span" fontWeight="semibold">
          {text}
        </Text>
        <Text as="span" fontWeight="semibold" numeric>
          {format.money(amount.presentment)}
        </Text>
      </InlineStack>
      {amount.shop.currency === amount.presentment.currency ? null : (
        <Text as="p" tone="subdued" alignment="end" numeric>
          {t("money.inShopCurrency", { amount: format.money(amount.shop) })}
        </Text>
      )}
    </BlockStack>
  );
}

function MovementRow({ movement }: { movement: MovementView }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (
    <InlineStack align="space-between" gap="200" wrap={false}>
      <BlockStack>
        <Text as="span">{t(`movement.${movement.kind}`)}</Text>
        <Text as="span" tone="subdued" variant="bodySm">
          {t(`movementState.${movement.state}`, { when: format.dateTime(movement.at) })}
        </Text>
      </BlockStack>
      <Text as="span" numeric>
        {format.money(movement.amount)}
      </Text>
    </InlineStack>
  );
}
