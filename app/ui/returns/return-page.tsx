import { Badge, Banner, BlockStack, InlineStack, Layout, Page, type MenuActionDescriptor } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isRepair } from "#app/domain/returns/return.ts";
import type { ReturnEvent } from "#app/domain/returns/return-status.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { AskEvent } from "./ask-event.tsx";
import { HistoryCard } from "./history-card.tsx";
import { MoneyCard } from "./money-card.tsx";
import { CustomerCard, OrderCard } from "./order-cards.tsx";
import { RepairCard } from "./repair-card.tsx";
import type { ReturnCommand } from "./return-actions.ts";
import { buttonsOf, isEnding } from "./return-actions.ts";
import { ReturnStatusBadge, StoppedBadge } from "./return-badges.tsx";
import { ReturnBanner } from "./return-banner.tsx";
import { ReturnItems } from "./return-items.tsx";
import type { ReturnView } from "./return-view.ts";
import { SignalsCard } from "./signals-card.tsx";
import { StockCard } from "./stock-card.tsx";
import { TermsCard } from "./terms-card.tsx";
import { WayBackCard } from "./way-back-card.tsx";

export interface ReturnPageProps {
  readonly view: ReturnView;
  readonly isBusy: boolean;
  /** Why the last thing that was asked for did not happen. */
  readonly refusal: string | undefined;
  readonly onCommand: (command: ReturnCommand) => void;
}

/** One return: what comes back, what it costs, what happened, and the steps that can be taken now. */
export function ReturnPage({ view, isBusy, refusal, onCommand }: ReturnPageProps) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const [asked, setAsked] = useState<ReturnEvent>();
  const { primary, others } = buttonsOf(view.events);
  const actionOf = (event: ReturnEvent): MenuActionDescriptor => ({
    content: t(`button.${event}`),
    disabled: isBusy,
    ...(isEnding(event) ? { destructive: true } : {}),
    onAction: () => setAsked(event),
  });
  return (
    <Page
      title={view.name}
      subtitle={t(`returnPage.asked_${view.source}`, { when: format.dateTime(view.requestedAt) })}
      backAction={{ content: t("returnList.title"), url: "/app/returns" }}
      titleMetadata={
        <InlineStack gap="100">
          <ReturnStatusBadge status={view.status} isPaid={view.paidAt !== null} />
          {view.isGift ? <Badge tone="info">{t("gifts.badge")}</Badge> : null}
          <StoppedBadge errorCode={view.errorCode} />
        </InlineStack>
      }
      {...(primary
        ? { primaryAction: { content: t(`button.${primary}`), loading: isBusy, disabled: isBusy, onAction: () => setAsked(primary) } }
        : {})}
      secondaryActions={others.map(actionOf)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <ReturnBanner view={view} refusal={refusal} isBusy={isBusy} onCommand={onCommand} />
            {view.isGift ? <GiftBanner view={view} /> : null}
            <RepairCard view={view} isBusy={isBusy} onCommand={onCommand} />
            <TermsCard terms={view.terms} isBusy={isBusy} onCommand={onCommand} />
            <SignalsCard signals={view.signals} />
            <ReturnItems view={view} />
            {isRepair(view) ? null : <MoneyCard view={view} />}
            <HistoryCard history={view.history} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <WayBackCard view={view} />
            <StockCard stock={view.stock} />
            <CustomerCard order={view.order} trust={view.trust} isBusy={isBusy} onCommand={onCommand} />
            <OrderCard order={view.order} cases={view.cases} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <AskEvent
        key={view.version}
        view={view}
        asked={asked}
        isBusy={isBusy}
        onClose={() => setAsked(undefined)}
        onCommand={(command) => {
          setAsked(undefined);
          onCommand(command);
        }}
      />
    </Page>
  );
}

/** Whose return it is when the goods were a gift. */
function GiftBanner({ view }: { readonly view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  return (
    <Banner tone="info">
      <p>{t("gifts.banner", { name: view.order.customerName ?? view.order.email ?? "" })}</p>
    </Banner>
  );
}
