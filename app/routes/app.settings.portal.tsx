import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { ExchangeFields } from "#app/ui/settings/exchange-fields.tsx";
import { GiftFields } from "#app/ui/settings/gift-fields.tsx";
import { giftDocuments, giftForm } from "#app/ui/settings/gift-form.ts";
import { OrderChangeFields } from "#app/ui/settings/order-change-fields.tsx";
import { orderChangeDocuments, orderChangeForm } from "#app/ui/settings/order-change-form.ts";
import { PortalAddress, PortalTexts } from "#app/ui/settings/portal-cards.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { VideoFields } from "#app/ui/settings/video-fields.tsx";
import { typedNumber } from "#app/ui/typed-text.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

/** The documents that this page shows and saves. */
const SETTINGS = ["evidence", "gifts", "orderChanges", "exchanges"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const block = `${args.context.app.env.SHOPIFY_API_KEY}/returns`;
  return {
    ...(await readSettings(ctx, SETTINGS)),
    proxyPath: ctx.shop.proxyPath,
    portalUrl: ctx.links.portal("/"),
    editorUrl: `shopify://admin/themes/current/editor?template=page&addAppBlockId=${block}&target=newAppsSection`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, SETTINGS);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function PortalSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { proxyPath, portalUrl, editorUrl, evidence, gifts, orderChanges, exchanges } = useLoaderData<typeof loader>();
  const loaded = useMemo(
    () => ({
      video: { videoMaxMegabytes: String(evidence.value.videoMaxMegabytes) },
      gift: giftForm(gifts.value),
      orders: orderChangeForm(orderChanges.value),
      exchanges: { keepStockDays: String(exchanges.value.keepStockDays) },
    }),
    [evidence, gifts, orderChanges, exchanges],
  );
  const { form, change, ...edited } = useSettingsForm({
    loaded,
    versions: { evidence: evidence.version, gifts: gifts.version, orderChanges: orderChanges.version, exchanges: exchanges.version },
    documents: ({ video, gift, orders, exchanges: goods }) => ({
      evidence: { videoMaxMegabytes: typedNumber(video.videoMaxMegabytes) },
      ...giftDocuments(gift),
      ...orderChangeDocuments(orders),
      exchanges: { keepStockDays: typedNumber(goods.keepStockDays) },
    }),
  });
  return (
    <SaveFrame edited={edited} title={t("settings.portal.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <PortalAddress proxyPath={proxyPath} portalUrl={portalUrl} />
      <FormSection title={t("settings.portal.changesTitle")} about={t("settings.portal.changesAbout")}>
        <OrderChangeFields form={form.orders} change={(update) => change((before) => ({ ...before, orders: update(before.orders) }))} />
      </FormSection>
      <FormSection title={t("settings.portal.exchangesTitle")} about={t("settings.portal.exchangesAbout")}>
        <ExchangeFields
          form={form.exchanges}
          change={(update) => change((before) => ({ ...before, exchanges: update(before.exchanges) }))}
        />
      </FormSection>
      <GiftFields form={form.gift} change={(update) => change((before) => ({ ...before, gift: update(before.gift) }))} />
      <VideoFields form={form.video} change={(update) => change((before) => ({ ...before, video: update(before.video) }))} />
      <PortalTexts editorUrl={editorUrl} />
    </SaveFrame>
  );
}
