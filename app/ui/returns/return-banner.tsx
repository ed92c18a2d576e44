import { Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { ReturnCommand } from "./return-actions.ts";
import type { ReturnView } from "./return-view.ts";

interface ReturnBannerProps {
  readonly view: ReturnView;
  /** Why the last thing that was asked for did not happen. */
  readonly refusal: string | undefined;
  readonly isBusy: boolean;
  readonly onCommand: (command: ReturnCommand) => void;
}

/** One banner at most: why something did not happen, or what the return waits for. */
export function ReturnBanner(props: ReturnBannerProps) {
  const { view, refusal } = props;
  const { t } = useTranslation("admin-returns");
  if (refusal !== undefined)
    return <Banner tone="warning">{t(`returnRefused.${refusal}`, { defaultValue: t("returnRefused.other") })}</Banner>;
  if (view.errorCode === "disagreement" && view.agreement?.kind === "disagreed") return <Disagreement {...props} {...view.agreement} />;
  if (view.terms?.state === "waiting") return <Banner tone="warning">{t("byCondition.waits")}</Banner>;
  if (view.errorCode !== null)
    return (
      <Banner tone="critical" title={t("stopped.heading")}>
        <p>{t(`stopped.${view.errorCode}`, { defaultValue: t("stopped.other", { code: view.errorCode }) })}</p>
      </Banner>
    );
  if (view.status === "declined" && view.declineReason !== null)
    return (
      <Banner title={t(`declineReason.${view.declineReason}`, { defaultValue: view.declineReason })}>
        {view.declineNote ? <p>{view.declineNote}</p> : null}
      </Banner>
    );
  return view.status === "requested" ? <Banner tone="info">{t("returnPage.waitsForReview")}</Banner> : <EarlyPayment view={view} />;
}

/** What staff need to know of a return that is paid before its goods are here. */
function EarlyPayment({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { early } = view;
  if (early === null) return null;
  const amount = format.money(early.amount);
  if (early.kind === "agreed") return <Banner tone="info">{t("returnPage.paysAtScan", { amount })}</Banner>;
  return (
    <Banner tone="warning" title={t(`returnPage.${early.kind}Heading`, { amount })}>
      <p>{t(`returnPage.${early.kind}`, { amount })}</p>
    </Banner>
  );
}

type Figures = Extract<ReturnView["agreement"], { kind: "disagreed" }>;

/** Both figures side by side; staff who have looked may choose Shopify's. */
function Disagreement({ view, isBusy, onCommand, ours, shopifys }: ReturnBannerProps & Figures) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const accepted = shopifys.presentment;
  const canAccept = view.events.includes("start_processing") && accepted.minor >= 0;
  const accept = {
    content: t("disagreement.accept", { amount: format.money(accepted) }),
    loading: isBusy,
    onAction: () => onCommand({ event: "start_processing", accepted }),
  };
  return (
    <Banner tone="critical" title={t("disagreement.heading")} {...(canAccept ? { action: accept } : {})}>
      <BlockStack gap="200">
        <p>{t("disagreement.body")}</p>
        <Figure text={t("disagreement.ours")} amount={ours.presentment} />
        <Figure text={t("disagreement.shopifys")} amount={shopifys.presentment} />
      </BlockStack>
    </Banner>
  );
}

function Figure({ text, amount }: { text: string; amount: Money }) {
  const format = useShopFormat();
  return (
    <InlineStack gap="200" align="space-between">
      <span>{text}</span>
      <Text as="span" fontWeight="semibold" numeric>
        {format.money(amount)}
      </Text>
    </InlineStack>
  );
}
