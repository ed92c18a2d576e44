import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { legacyId } from "#app/domain/shared/gid.ts";
import { GiftCodes } from "#app/ui/gifts/gift-codes.tsx";
import { usePolicyWords } from "#app/ui/policies/use-policy-words.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { ReturnStatusBadge } from "./return-badges.tsx";
import type { ReturnCommand } from "./return-actions.ts";
import type { LinkedCase, OrderView, ReturnView } from "./return-view.ts";

interface CustomerCardProps {
  readonly order: OrderView;
  readonly trust: ReturnView["trust"];
  readonly isBusy: boolean;
  readonly onCommand: (command: ReturnCommand) => void;
}

/** Who returns something, and how to reach them. */
export function CustomerCard({ order, trust, isBusy, onCommand }: CustomerCardProps) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  const name = order.customerName ?? t("returnList.noCustomer");
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t("customer.heading")}
        </Text>
        {order.customerGid ? (
          <Link url={`shopify://admin/customers/${legacyId(order.customerGid)}`} target="_blank">
            {name}
          </Link>
        ) : (
          <Text as="p">{name}</Text>
        )}
        {order.email ? (
          <Text as="p" breakWord>
            {order.email}
          </Text>
        ) : null}
        {order.countryCode ? (
          <Text as="p" tone="subdued">
            {words.country(order.countryCode)}
          </Text>
        ) : null}
        {order.customerGid ? <TrustLine trust={trust} isBusy={isBusy} onCommand={onCommand} /> : null}
      </BlockStack>
    </Card>
  );
}

/** Whether staff look twice at what this customer sends back, and who said so. */
function TrustLine({ trust, isBusy, onCommand }: Omit<CustomerCardProps, "order">) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const who = trust ? t(`by.${trust.by.kind}`, trust.by.kind === "staff" ? { name: trust.by.name } : {}) : "";
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Text as="p" tone="subdued">
        {trust ? t("trust.given", { who, when: format.date(trust.at) }) : t("trust.about")}
      </Text>
      <Button variant="plain" disabled={isBusy} onClick={() => onCommand({ event: trust ? "end_trust" : "trust" })}>
        {t(trust ? "trust.end" : "trust.give")}
      </Button>
    </BlockStack>
  );
}

/** The order the goods came from, in Shopify, with its other returns and open cases. */
export function OrderCard({ order, cases }: { order: OrderView; cases: readonly LinkedCase[] }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t("order.heading")}
        </Text>
        <InlineStack align="space-between" gap="200">
          <Link url={`shopify://admin/orders/${legacyId(order.gid)}`} target="_blank">
            {t("order.inShopify", { name: order.name })}
          </Link>
          {order.total ? (
            <Text as="span" numeric>
              {format.money(order.total)}
            </Text>
          ) : null}
        </InlineStack>
        {order.placedAt ? (
          <Text as="p" tone="subdued">
            {t("order.placed", { when: format.date(order.placedAt) })}
          </Text>
        ) : null}
        {order.returns.map((other) => (
          <InlineStack key={other.id} align="space-between" gap="200">
            <Link url={`/app/returns/${other.id}`}>{other.isSameRequest ? t("order.sameRequest", { name: other.name }) : other.name}</Link>
            <ReturnStatusBadge status={other.status} isPaid={other.isPaid} />
          </InlineStack>
        ))}
        {order.joined.map((other) => (
          <InlineStack key={other.id} align="space-between" gap="200">
            <Link url={`/app/returns/${other.id}`}>{t("order.joined", { name: other.name })}</Link>
            <ReturnStatusBadge status={other.status} isPaid={other.isPaid} />
          </InlineStack>
        ))}
        {cases.map((each) => (
          <Link key={each.id} url={`/app/cases/${each.id}`}>
            {t("order.case", { number: each.number, subject: each.subject })}
          </Link>
        ))}
        <GiftCodes orderGid={order.gid} />
      </BlockStack>
    </Card>
  );
}
