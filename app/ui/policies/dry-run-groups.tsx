import { useSearchParams } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GroupReport } from "#app/domain/policies/dry-run-report.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { DryRunView } from "./dry-run-view.ts";
import { usePolicyWords } from "./use-policy-words.ts";

interface CardProps {
  readonly run: DryRunView;
}

/** Narrows the list below to one value of an address parameter, from its first page on. */
function useNarrow() {
  const [, setSearch] = useSearchParams();
  return (name: string, value: string) =>
    setSearch(
      (before) => {
        before.set(name, value);
        before.delete("page");
        return before;
      },
      { preventScrollReset: true },
    );
}

/** How often each kind of change occurs. */
export function ChangesCard({ run }: CardProps) {
  const { t } = useTranslation("admin-policy");
  const { locale } = useShopFormat();
  const narrow = useNarrow();
  return (
    <GroupsCard title={t("testGroups.changes")} empty={t("testGroups.nothing")} count={run.byChange.length}>
      {(shown) =>
        run.byChange.slice(0, shown).map(({ change, count }) => (
          <InlineStack key={change} align="space-between" gap="200" wrap={false}>
            <Button variant="plain" textAlign="start" onClick={() => narrow("change", change)}>
              {t(`decisionChange.${change}`)}
            </Button>
            <Text as="span" numeric>
              {count.toLocaleString(locale)}
            </Text>
          </InlineStack>
        ))
      }
    </GroupsCard>
  );
}

/** Changes by country of destination. */
export function CountriesCard({ run }: CardProps) {
  const { t } = useTranslation("admin-policy");
  const words = usePolicyWords();
  const narrow = useNarrow();
  return (
    <GroupsCard title={t("testGroups.countries")} empty={t("testGroups.nothing")} count={run.countries.length}>
      {(shown) =>
        run.countries
          .slice(0, shown)
          .map((group) => (
            <Group
              key={group.key}
              group={group}
              name={group.key === "" ? t("testGroups.noCountry") : words.country(group.key)}
              currency={run.currency}
              onNarrow={() => narrow("country", group.key)}
            />
          ))
      }
    </GroupsCard>
  );
}

/** Changes by the reason that was given. */
export function ReasonsCard({ run }: CardProps) {
  const { t } = useTranslation("admin-policy");
  const words = usePolicyWords();
  const narrow = useNarrow();
  return (
    <GroupsCard title={t("testGroups.reasons")} empty={t("testGroups.noReasons")} count={run.reasons.length}>
      {(shown) =>
        run.reasons
          .slice(0, shown)
          .map((group) => (
            <Group
              key={group.key}
              group={group}
              name={group.key === "" ? t("testGroups.noReason") : words.reason(group.key)}
              currency={run.currency}
              onNarrow={() => narrow("reason", group.key)}
            />
          ))
      }
    </GroupsCard>
  );
}

const SHOWN = 6;

interface GroupsCardProps {
  readonly title: string;
  readonly empty: string;
  readonly count: number;
  readonly children: (shown: number) => React.ReactNode;
}

function GroupsCard({ title, empty, count, children }: GroupsCardProps) {
  const { t } = useTranslation("admin-policy");
  const [isAll, setAll] = useState(false);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        {count === 0 ? (
          <Text as="p" tone="subdued">
            {empty}
          </Text>
        ) : (
          children(isAll ? count : SHOWN)
        )}
        {count > SHOWN ? (
          <InlineStack>
            <Button variant="plain" onClick={() => setAll(!isAll)}>
              {t(isAll ? "testGroups.fewer" : "testGroups.all", { count })}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

interface GroupProps {
  readonly group: GroupReport;
  readonly name: string;
  readonly currency: string;
  readonly onNarrow: () => void;
}

function Group({ group: { sold, asked }, name, currency, onNarrow }: GroupProps) {
  const { t } = useTranslation("admin-policy");
  const { money, locale } = useShopFormat();
  const count = (value: number) => value.toLocaleString(locale);
  const of = ({ changed, decisions }: { changed: number; decisions: number }) => ({ changed: count(changed), total: count(decisions) });
  const [refused, allowed] = [sum(sold?.refusedMinor, asked?.refusedMinor), sum(sold?.allowedMinor, asked?.allowedMinor)];
  const facts = [
    ...(sold && sold.decisions > 0 ? [t("testGroups.sold", of(sold))] : []),
    ...(asked && asked.decisions > 0 ? [t("testGroups.asked", of(asked))] : []),
    ...(refused > 0 ? [t("testGroups.refused", { amount: money({ minor: refused, currency }) })] : []),
    ...(allowed > 0 ? [t("testGroups.allowed", { amount: money({ minor: allowed, currency }) })] : []),
  ];
  return (
    <BlockStack gap="050">
      <InlineStack>
        <Button variant="plain" textAlign="start" onClick={onNarrow}>
          {name}
        </Button>
      </InlineStack>
      <Text as="span" tone="subdued" variant="bodySm">
        {facts.join(" · ")}
      </Text>
    </BlockStack>
  );
}

function sum(left = 0, right = 0): number {
  return left + right;
}
