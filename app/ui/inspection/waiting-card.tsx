import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Waiting } from "./use-waiting.ts";

/** What the server has not heard of yet, and what it refused. */
export function WaitingCard({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation("admin-returns");
  const { kept, retry, discard } = waiting;
  const onTheWay = kept.filter(({ refused }) => !refused);
  const refused = kept.filter((one) => one.refused);
  return (
    <>
      {onTheWay.length > 0 ? (
        <Banner tone="info" action={{ content: t("inspection.waiting.retry"), onAction: retry }}>
          {t("inspection.waiting.count", { count: onTheWay.length, names: onTheWay.map(({ name }) => name).join(", ") })}
        </Banner>
      ) : null}
      {refused.map(({ key, name, returnId, refused: code }) => (
        <Banner key={key} tone="critical">
          <BlockStack gap="200">
            <Text as="p">{t("inspection.waiting.refused", { name, why: t(`inspection.problem.${code ?? ""}`) })}</Text>
            <InlineStack gap="200">
              <Button url={`/app/returns/${returnId}`}>{t("inspection.openReturn")}</Button>
              <Button onClick={() => discard(key)}>{t("inspection.waiting.discard")}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      ))}
    </>
  );
}
