import { Banner, BlockStack, Box, Card, Layout, Link, Page, type PageProps } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { COMPENSATION_TRANSITIONS, type CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { eventsFrom } from "#app/domain/shared/status-machine.ts";
import { Facts } from "#app/ui/facts.tsx";
import { orderAddress } from "#app/ui/order-address.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { BudgetCards, type BudgetData } from "./budget-cards.tsx";
import { CompensationBadge } from "./compensation-badges.tsx";
import { ExplanationCard, type Explanation } from "./explanation-card.tsx";
import { DecisionsCard, LedgerLinesCard, type DecisionLine, type LedgerLine } from "./ledger-lines-card.tsx";
import { RejectModal } from "./reject-modal.tsx";
import { DECISIONS, type Decision } from "./decisions.ts";
import { useDecision } from "./use-decision.ts";
import { useNewsWhile } from "./use-news-while.ts";

/** A compensation as its own page gets it. */
export interface CompensationView {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly status: CompensationStatus;
  readonly method: string;
  readonly amount: Money;
  readonly shopAmount: Money;
  readonly explanation: Explanation;
  readonly promiseSource: string;
  readonly orderGid: string;
  readonly orderName: string | null;
  readonly customerName: string | null;
  readonly code: string | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly paidAt: string | null;
  readonly lines: readonly LedgerLine[];
  readonly decisions: readonly DecisionLine[];
}

/** One compensation: why it is this much, what the ledger says, and the decision where one is needed. */
export function CompensationPage({ view, budget }: { readonly view: CompensationView; readonly budget: BudgetData }) {
  const { t } = useTranslation("admin-promises");
  const { money } = useShopFormat();
  const { decide, isBusy, problem } = useDecision(view.version);
  const [isRejecting, setIsRejecting] = useState(false);
  const open = decisionsOn(view.status);
  useNewsWhile(UNDER_WAY.includes(view.status));
  return (
    <Page
      title={t("compensation.of", { amount: money(view.amount), order: view.orderName ?? t("promises.unknownOrder") })}
      {...(view.customerName ? { subtitle: view.customerName } : {})}
      titleMetadata={<CompensationBadge status={view.status} />}
      backAction={{ content: t("compensation.title"), url: "/app/promises/compensation" }}
      {...usePageActions(open, { decide, isBusy, reject: () => setIsRejecting(true), amount: money(view.amount) })}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NewsBanner view={view} problem={problem} />
            {view.status === "awaiting_approval" ? <BudgetCards budget={budget} /> : null}
            <ExplanationCard explanation={view.explanation} amount={view.amount} promiseSource={view.promiseSource} />
            <LedgerLinesCard lines={view.lines} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <FactsCard view={view} />
            <DecisionsCard decisions={view.decisions} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <RejectModal
        isOpen={isRejecting}
        isBusy={isBusy}
        onClose={() => setIsRejecting(false)}
        onReject={(note) => {
          decide("reject", note);
          setIsRejecting(false);
        }}
      />
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/** Jobs are at work on it. */
const UNDER_WAY: readonly CompensationStatus[] = ["planned", "approved", "sending"];

/** What the status table lets a person do; what is planned decides itself within seconds. */
function decisionsOn(status: CompensationStatus): readonly Decision[] {
  const events = status === "planned" ? [] : eventsFrom(COMPENSATION_TRANSITIONS, status);
  return DECISIONS.filter((decision) => events.includes(decision));
}

interface PageWork {
  readonly decide: (decision: Decision) => void;
  readonly isBusy: boolean;
  readonly reject: () => void;
  readonly amount: string;
}

function usePageActions(open: readonly Decision[], work: PageWork): Pick<PageProps, "primaryAction" | "secondaryActions"> {
  const { t } = useTranslation("admin-promises");
  const { decide, isBusy, reject, amount } = work;
  const primary: Decision | undefined = open.includes("approve") ? "approve" : open.includes("retry") ? "retry" : undefined;
  return {
    ...(primary
      ? { primaryAction: { content: t(`compensation.${primary}`, { amount }), loading: isBusy, onAction: () => decide(primary) } }
      : {}),
    ...(open.includes("reject")
      ? { secondaryActions: [{ content: t("compensation.reject"), destructive: true, disabled: isBusy, onAction: reject }] }
      : {}),
  };
}

/** Why it waits, failed or is not paid; one banner at most. */
function NewsBanner({ view, problem }: { readonly view: CompensationView; readonly problem: string | undefined }) {
  const { t } = useTranslation("admin-promises");
  const { money } = useShopFormat();
  const { explanation, status, error } = view;
  if (problem) {
    return (
      <Banner tone="warning" title={t("compensationProblem.title")}>
        <p>{t(`compensationProblem.${problem}`)}</p>
      </Banner>
    );
  }
  if (status === "failed") {
    return (
      <Banner tone="warning" title={t("compensation.failedTitle")}>
        <p>{t("compensation.failedBody", { message: error ?? "" })}</p>
      </Banner>
    );
  }
  if (!explanation.reason || UNDER_WAY.includes(status)) return null;
  const { limit, spent, reason } = explanation;
  return (
    <Banner tone={status === "awaiting_approval" ? "warning" : "info"} title={t(`compensationReason.${reason}`)}>
      <p>
        {limit && spent
          ? t("compensation.limitAndSpent", { limit: money(limit), spent: money(spent) })
          : limit
            ? t("compensation.limit", { limit: money(limit) })
            : t(`compensationReasonHelp.${reason}`)}
      </p>
    </Banner>
  );
}

function FactsCard({ view }: { readonly view: CompensationView }) {
  const { t } = useTranslation("admin-promises");
  const { dateTime, money } = useShopFormat();
  const order = (
    <Link url={orderAddress(view.orderGid)} target="_top">
      {view.orderName ?? t("promises.unknownOrder")}
    </Link>
  );
  return (
    <Card>
      <Facts
        facts={[
          { term: t("compensationFact.order"), description: order },
          { term: t("compensationFact.method"), description: t(`compensationMethod.${view.method}`) },
          ...(view.code ? [{ term: t("compensationFact.code"), description: view.code }] : []),
          ...(view.shopAmount.currency === view.amount.currency
            ? []
            : [{ term: t("compensationFact.shopAmount"), description: money(view.shopAmount) }]),
          { term: t("compensationFact.created"), description: dateTime(view.createdAt) },
          ...(view.paidAt ? [{ term: t("compensationFact.paid"), description: dateTime(view.paidAt) }] : []),
          { term: t("compensationFact.key"), description: view.key },
        ]}
      />
    </Card>
  );
}
