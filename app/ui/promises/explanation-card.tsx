import { BlockStack, Card, DescriptionList, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import type { ReturnIncentiveSettings } from "#app/domain/compensation/return-incentive.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { subtract } from "#app/domain/shared/money.ts";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** What an amount was computed from, as it was stored then. */
export interface Explanation {
  readonly promisedOn?: string;
  readonly zone?: string;
  readonly deliveredAt?: string;
  readonly startsAt?: string;
  readonly countedUntil?: string;
  readonly settings?: LateDeliverySettings;
  readonly capReached?: boolean;
  readonly owed?: Money;
  readonly lateBlocks?: number;
  readonly rateBp?: number;
  readonly base?: Money;
  readonly reason?: string;
  readonly limit?: Money;
  readonly spent?: Money;
  readonly note?: string;
  readonly returnName?: string;
  readonly incentive?: ReturnIncentiveSettings;
}

interface ExplanationCardProps {
  readonly explanation: Explanation;
  readonly amount: Money;
  readonly promiseSource: string;
}

/** Why the amount is what it is: each figure of the calculation, in the order in which it is made. */
export function ExplanationCard({ explanation, amount, promiseSource }: ExplanationCardProps) {
  const { t } = useTranslation("admin-promises");
  const items = useSteps(explanation, amount, promiseSource);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("explanation.title")}
        </Text>
        {items.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("explanation.none")}
          </Text>
        ) : (
          <DescriptionList items={items} gap="tight" />
        )}
      </BlockStack>
    </Card>
  );
}

function useSteps(explanation: Explanation, amount: Money, promiseSource: string): { term: string; description: string }[] {
  const { t } = useTranslation("admin-promises");
  const { calendarDate, money, share, locale } = useShopFormat();
  const { promisedOn, zone, startsAt, countedUntil, settings, base, owed, lateBlocks, rateBp } = explanation;
  const step = (name: string, values: Record<string, string | number>, text: string = name) => ({
    term: t(`explanation.${name}.title`),
    description: t(`explanation.${text}.text`, values),
  });
  const { incentive, returnName } = explanation;
  if (incentive && base) {
    const worth = { share: share(incentive.rateBp), base: money(base), amount: money(amount) };
    return [
      step("refunded", { base: money(base), name: returnName ?? "" }),
      step("worth", worth, `worth.${incentive.kind}`),
      step("code", { days: incentive.expiryDays }),
    ];
  }
  if (!promisedOn || !zone || !startsAt || !countedUntil || !settings || !base || !owed || lateBlocks === undefined || rateBp === undefined)
    return [];
  const moment = (at: string) => formatDateTime({ at, zone }, locale);
  const late = Math.max(0, new Date(countedUntil).getTime() - new Date(startsAt).getTime());
  const { blockHours, rateBp: blockRateBp, capBp, counting, start, rounding } = settings;
  const shares = { blocks: lateBlocks, rate: share(blockRateBp), share: share(rateBp), cap: share(capBp) };
  return [
    step("promised", { date: calendarDate(promisedOn), source: t(`promiseSource.${promiseSource}`) }),
    step("start", { at: moment(startsAt), zone }, `start.${start}`),
    step("end", { at: moment(countedUntil), zone }, explanation.deliveredAt ? "end.delivered" : "end.underway"),
    step("late", { hours: Math.floor(late / HOUR), minutes: Math.floor((late % HOUR) / MINUTE) }),
    step("blocks", { count: lateBlocks, hours: blockHours }, `blocks.${counting}`),
    step("share", shares, explanation.capReached ? "share.capped" : "share.uncapped"),
    step("base", { base: money(base) }, `base.${settings.base}`),
    step("amount", { share: share(rateBp), base: money(base), amount: money(owed) }, `amount.${rounding}`),
    ...(owed.currency === amount.currency && owed.minor !== amount.minor
      ? [step("rest", { owed: money(owed), earlier: money(subtract(owed, amount)), amount: money(amount) })]
      : []),
  ];
}
