import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { AfterReturnFields } from "#app/ui/settings/after-return-fields.tsx";
import { compensationDocument, compensationForm } from "#app/ui/settings/compensation-form.ts";
import { LateDeliveryExample } from "#app/ui/settings/late-delivery-example.tsx";
import { LateDeliveryFields } from "#app/ui/settings/late-delivery-fields.tsx";
import { LimitFields, PayoutFields } from "#app/ui/settings/payout-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { compensation } = await readSettings(ctx, ["compensation"]);
  return { compensation, hasStoreCredit: ctx.shop.hasStoreCredit };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["compensation"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function CompensationSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { compensation, hasStoreCredit } = useLoaderData<typeof loader>();
  const { currency } = useShopFormat();
  const loaded = useMemo(() => compensationForm(compensation.value), [compensation]);
  const edited = useSettingsForm({
    loaded,
    versions: { compensation: compensation.version },
    documents: (form) => ({ compensation: compensationDocument(form, currency) }),
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.compensation.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.compensation.lateTitle")} about={t("settings.compensation.lateAbout")}>
        <LateDeliveryFields form={form} change={change} />
        <LateDeliveryExample form={form} />
      </FormSection>
      <FormSection title={t("settings.compensation.payoutTitle")} about={t("settings.compensation.payoutAbout")}>
        <PayoutFields form={form} change={change} hasStoreCredit={hasStoreCredit} />
      </FormSection>
      <FormSection title={t("settings.compensation.afterReturn.title")} about={t("settings.compensation.afterReturn.about")}>
        <AfterReturnFields form={form} change={change} />
      </FormSection>
      <FormSection title={t("settings.compensation.limitsTitle")} about={t("settings.compensation.limitsAbout")}>
        <LimitFields form={form} change={change} />
      </FormSection>
    </SaveFrame>
  );
}
