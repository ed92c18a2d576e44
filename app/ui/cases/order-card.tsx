import { BlockStack, Card, Divider, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { legacyId } from "#app/domain/shared/gid.ts";
import { GiftCodes } from "#app/ui/gifts/gift-codes.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { Fact } from "./case-details.tsx";
import type { CasePageRow, OrderCardRow, ParcelRow } from "./case-json.ts";

/** The order behind the case: money, items, parcels, returns. */
export function OrderCard({ page }: { page: CasePageRow }) {
  const { t } = useTranslation("admin-cases");
  const { order } = page;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {page.orderName ? t("case.order.title", { name: page.orderName }) : t("case.about")}
        </Text>
        {order ? (
          <OrderFacts order={order} />
        ) : (
          <Text as="p" tone="subdued">
            {t(page.orderName ? "case.order.unknown" : "case.order.none")}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function OrderFacts({ order }: { order: OrderCardRow }) {
  const { t } = useTranslation("admin-cases");
  const { money, date } = useShopFormat();
  return (
    <>
      <Text as="p" tone="subdued">
        {t("case.order.placed", { date: date(order.placedAt) })}
      </Text>
      <Fact name={t("case.order.total")}>{money(order.total)}</Fact>
      {order.refunded ? <Fact name={t("case.order.refunded")}>{money(order.refunded)}</Fact> : null}
      <Divider />
      <Text as="h3" variant="headingSm">
        {t("case.order.items")}
      </Text>
      <BlockStack gap="100">
        {order.items.map((item, index) => (
          <Text as="p" key={index} breakWord>
            {t("case.order.item", { quantity: item.quantity, title: item.title })}
          </Text>
        ))}
      </BlockStack>
      <Divider />
      <Text as="h3" variant="headingSm">
        {t("case.order.shipments")}
      </Text>
      {order.parcels.length === 0 ? (
        <Text as="p" tone="subdued">
          {t("case.order.noShipments")}
        </Text>
      ) : (
        order.parcels.map((parcel) => <Parcel key={parcel.gid} parcel={parcel} />)
      )}
      {order.returns.length > 0 ? <Returns order={order} /> : null}
      <Link url={`shopify://admin/orders/${legacyId(order.gid as `gid://shopify/Order/${string}`)}`} target="_top">
        {t("case.order.inShopify")}
      </Link>
      <GiftCodes orderGid={order.gid} />
    </>
  );
}

function Parcel({ parcel }: { parcel: ParcelRow }) {
  const { t } = useTranslation("admin-cases");
  const { date } = useShopFormat();
  const number = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(" ");
  const when = parcel.deliveredAt
    ? t("case.order.delivered", { date: date(parcel.deliveredAt) })
    : parcel.expectedAt
      ? t("case.order.expected", { date: date(parcel.expectedAt) })
      : t("case.order.sent", { date: date(parcel.shippedAt) });
  return (
    <BlockStack gap="050">
      {number && parcel.trackingUrl ? (
        <Link url={parcel.trackingUrl} target="_blank">
          {number}
        </Link>
      ) : number ? (
        <Text as="p" breakWord>
          {number}
        </Text>
      ) : null}
      <Text as="p" tone="subdued">
        {parcel.status && !parcel.deliveredAt ? `${t(`carrier.${parcel.status}`, { defaultValue: parcel.status })} · ${when}` : when}
      </Text>
    </BlockStack>
  );
}

function Returns({ order }: { order: OrderCardRow }) {
  const { t } = useTranslation("admin-cases");
  const { money } = useShopFormat();
  return (
    <>
      <Divider />
      <Text as="h3" variant="headingSm">
        {t("case.order.returns")}
      </Text>
      {order.returns.map(({ id, number, status, total }) => (
        <Fact key={id} name={`${t(`returnStatus.${status}`, { defaultValue: status })} · ${money(total)}`}>
          <Link url={`/app/returns/${id}`}>{t("case.order.return", { number })}</Link>
        </Fact>
      ))}
    </>
  );
}
