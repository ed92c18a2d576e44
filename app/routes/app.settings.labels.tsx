import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { BuyingFields, ParcelFields } from "#app/ui/settings/buying-fields.tsx";
import { CarrierCard } from "#app/ui/settings/carrier-card.tsx";
import { labelDocuments, labelForm } from "#app/ui/settings/label-form.ts";
import { SlipFields } from "#app/ui/settings/slip-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { readCarrierConnection } from "#app/use-cases/labels/carrier-account.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const carrier = await readCarrierConnection(ctx);
  const { labels } = await readSettings(ctx, ["labels"]);
  return { labels, carrier: carrier ? { ...carrier, connectedAt: carrier.connectedAt.toISOString() } : null };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["labels"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function LabelSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { currency } = useShopFormat();
  const { labels, carrier } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => labelForm(labels.value), [labels]);
  const edited = useSettingsForm({
    loaded,
    versions: { labels: labels.version },
    documents: (form) => labelDocuments(form, currency),
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.labels.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.labels.slipTitle")} about={t("settings.labels.slipAbout")}>
        <SlipFields form={form} change={change} />
      </FormSection>
      <FormSection title={t("settings.labels.accountTitle")} about={t("settings.labels.accountAbout")}>
        <CarrierCard carrier={carrier} />
      </FormSection>
      {carrier || form.isOn ? (
        <>
          <FormSection title={t("settings.labels.buyingTitle")} about={t("settings.labels.buyingAbout")}>
            <BuyingFields form={form} change={change} />
          </FormSection>
          <FormSection title={t("settings.labels.parcelTitle")} about={t("settings.labels.parcelAbout")}>
            <ParcelFields form={form} change={change} />
          </FormSection>
        </>
      ) : null}
    </SaveFrame>
  );
}
