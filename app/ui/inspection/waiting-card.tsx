import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Waiting } from "./use-waiting.ts";

/** What the server has not heard of yet, and what it refused. */
export function WaitingCard({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation("admin-returns");
  const { kept, isAtRisk, retry, discard, sendBare } = waiting;
  const onTheWay = kept.filter(({ refused }) => !refused);
  const refused = kept.filter((one) => one.refused);
  return (
    <>
      {onTheWay.length > 0 ? (
        <Banner tone="info" action={{ content: t("inspection.waiting.retry"), onAction: retry }}>
          <p>{t("inspection.waiting.count", { count: onTheWay.length, names: onTheWay.map(({ name }) => name).join(", ") })}</p>
          {isAtRisk ? <p>{t("inspection.waiting.atRisk")}</p> : null}
        </Banner>
      ) : null}
      {refused.map((one) => (
        <Banner key={one.key} tone="critical">
          <BlockStack gap="200">
            <Text as="p">{t("inspection.waiting.refused", { name: one.name, why: t(`inspection.problem.${one.refused ?? ""}`) })}</Text>
            <InlineStack gap="200" wrap>
              {one.refused?.startsWith("photo_") ? <Button onClick={() => sendBare(one)}>{t("inspection.waiting.sendBare")}</Button> : null}
              <Button url={`/app/returns/${one.returnId}`}>{t("inspection.openReturn")}</Button>
              <Button onClick={() => discard(one.key)}>{t("inspection.waiting.discard")}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      ))}
    </>
  );
}
