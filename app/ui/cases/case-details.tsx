import { BlockStack, Card, InlineStack, Select, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CASE_PRIORITIES } from "#app/domain/cases/case-priority.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CasePageRow } from "./case-json.ts";
import { CaseStatusBadge } from "./case-badges.tsx";
import { FirstReplyBadge } from "./first-reply-badge.tsx";
import { useCaseWords, type People } from "./use-case-words.ts";
import type { CaseWork } from "./use-case-work.ts";

const NOBODY = "";

/** Status, clock, owner and priority of a case, and who asks. */
export function CaseDetails({ page, people, work }: { page: CasePageRow; people: People; work: CaseWork }) {
  const { t } = useTranslation("admin-cases");
  const { owner, nameOf } = useCaseWords(people);
  const { dateTime } = useShopFormat();
  const mine = people.staff.find(({ id }) => id === people.me)?.name;
  const others = [...new Set([...people.staff.map(({ id }) => id), ...(page.ownerId ? [page.ownerId] : [])])].filter(
    (id) => id !== people.me,
  );
  const owners = [
    { label: t("case.nobody"), value: NOBODY },
    { label: mine ? t("case.meNamed", { name: mine }) : owner(people.me), value: people.me },
    ...others.map((id) => ({ label: nameOf(id), value: id })),
  ];
  const problem = work.problemOf("assign") ?? work.problemOf("prioritize");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("case.details")}
        </Text>
        <Fact name={t("case.status")}>
          <CaseStatusBadge status={page.status} />
        </Fact>
        <Fact name={t("case.firstReply")}>
          <FirstReplyBadge firstReply={page.firstReply} isDetailed />
        </Fact>
        <Fact name={t("case.about")}>{t(`types.${page.type}`)}</Fact>
        {page.score === null ? null : <Fact name={t("case.score")}>{t("case.scoreOf", { score: page.score })}</Fact>}
        <Fact name={t("case.opened")}>{dateTime(page.openedAt)}</Fact>
        {page.reopenedCount > 0 ? <Text as="p">{t("case.reopened", { count: page.reopenedCount })}</Text> : null}
        <Select
          label={t("case.owner")}
          options={owners}
          value={page.ownerId ?? NOBODY}
          onChange={(id) => work.submit("assign", { owner: id })}
          disabled={work.isWorking}
          error={problem ? t(`case.problems.${problem}`) : undefined}
        />
        <Select
          label={t("case.priority")}
          options={CASE_PRIORITIES.map((value) => ({ label: t(`priorities.${value}`), value }))}
          value={page.priority}
          onChange={(priority) => work.submit("prioritize", { priority })}
          disabled={work.isWorking}
        />
      </BlockStack>
    </Card>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <InlineStack align="space-between" gap="200" blockAlign="center">
      <Text as="span" tone="subdued">
        {name}
      </Text>
      <Text as="span" breakWord>
        {children}
      </Text>
    </InlineStack>
  );
}

export function CustomerCard({ page }: { page: CasePageRow }) {
  const { t } = useTranslation("admin-cases");
  if (page.customerName === null && page.email === null) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("case.customerCard")}
        </Text>
        {page.customerName ? <Text as="p">{page.customerName}</Text> : null}
        {page.email ? (
          <Text as="p" breakWord>
            {page.email}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
