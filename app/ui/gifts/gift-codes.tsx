import { Badge, Banner, BlockStack, Button, Checkbox, Divider, InlineStack, Link, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { GiftCodeRow, GiftsView } from "./gift-view.ts";
import { useGifts, type Gifts } from "./use-gifts.ts";

/** On the card of an order: codes by which whoever got something as a gift returns it. */
export function GiftCodes({ orderGid }: { readonly orderGid: string }) {
  const { t } = useTranslation("admin-returns");
  const work = useGifts(orderGid);
  const { gifts, isBusy, problem } = work;
  return (
    <BlockStack gap="200">
      <Divider />
      <Text as="h3" variant="headingSm">
        {t("gifts.heading")}
      </Text>
      <Text as="p" tone="subdued">
        {t("gifts.about")}
      </Text>
      {problem ? (
        <Banner tone="warning">
          <p>{t(`gifts.problem.${problem}`, { defaultValue: t("gifts.problem.invalid_request") })}</p>
        </Banner>
      ) : null}
      {gifts ? (
        <>
          {gifts.codes.map((row) => (
            <CodeRow key={row.id} row={row} work={work} />
          ))}
          <NewCode key={gifts.codes.length} gifts={gifts} work={work} />
        </>
      ) : (
        <InlineStack>
          <Button loading={isBusy} onClick={work.read}>
            {t("gifts.show")}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

function CodeRow({ row, work }: { readonly row: GiftCodeRow; readonly work: Gifts }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const isOpen = row.state === "open";
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {row.code}
        </Text>
        <Badge tone={isOpen ? "success" : undefined}>{t(`gifts.state.${row.state}`)}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {row.items.map((item) => t("gifts.item", { quantity: item.quantity, title: item.title })).join(", ")}
      </Text>
      {isOpen ? (
        <>
          <Text as="p" breakWord>
            <Link url={row.url} target="_blank">
              {row.url}
            </Link>
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" tone="subdued">
              {t("gifts.until", { when: format.date(row.lastAt) })}
            </Text>
            <Button
              variant="plain"
              tone="critical"
              disabled={work.isBusy}
              accessibilityLabel={t("gifts.revokeThis", { code: row.code })}
              onClick={() => void work.run({ intent: "revoke", giftId: row.id })}
            >
              {t("gifts.revoke")}
            </Button>
          </InlineStack>
        </>
      ) : null}
    </BlockStack>
  );
}

function NewCode({ gifts, work }: { readonly gifts: GiftsView; readonly work: Gifts }) {
  const { t } = useTranslation("admin-returns");
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  if (gifts.lines.length === 0) {
    return (
      <Text as="p" tone="subdued">
        {t("gifts.nothing")}
      </Text>
    );
  }
  const items = Object.entries(chosen).flatMap(([lineGid, quantity]) => (quantity > 0 ? [{ lineGid, quantity }] : []));
  return (
    <BlockStack gap="200">
      <Text as="p">{t("gifts.choose")}</Text>
      {gifts.lines.map(({ lineGid, title, units }) => (
        <BlockStack key={lineGid} gap="100">
          <Checkbox
            label={title}
            checked={(chosen[lineGid] ?? 0) > 0}
            onChange={(isChosen) => setChosen({ ...chosen, [lineGid]: isChosen ? units : 0 })}
          />
          {units > 1 && (chosen[lineGid] ?? 0) > 0 ? (
            <Select
              label={t("gifts.quantity")}
              labelInline
              options={Array.from({ length: units }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))}
              value={String(chosen[lineGid])}
              onChange={(quantity) => setChosen({ ...chosen, [lineGid]: Number(quantity) })}
            />
          ) : null}
        </BlockStack>
      ))}
      <InlineStack>
        <Button loading={work.isBusy} disabled={items.length === 0} onClick={() => void work.run({ intent: "give", items })}>
          {t("gifts.make")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
