import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dateIn } from "#app/domain/shared/time.ts";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { CalendarFields } from "#app/ui/settings/calendar-fields.tsx";
import { deliveryDocument, deliveryForm } from "#app/ui/settings/delivery-form.ts";
import { PromiseCheck } from "#app/ui/settings/promise-check.tsx";
import { PromiseTableFields } from "#app/ui/settings/promise-table-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { deliveryPromises } = await readSettings(ctx, ["deliveryPromises"]);
  return { deliveryPromises, today: dateIn(ctx.shop.timezone, ctx.clock.now()) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["deliveryPromises"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function DeliverySettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { deliveryPromises, today } = useLoaderData<typeof loader>();
  const { zone } = useShopFormat();
  const loaded = useMemo(() => deliveryForm(deliveryPromises.value), [deliveryPromises]);
  const edited = useSettingsForm({
    loaded,
    versions: { deliveryPromises: deliveryPromises.version },
    documents: (form) => ({ deliveryPromises: deliveryDocument(form, zone) }),
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.delivery.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.delivery.tableTitle")} about={t("settings.delivery.tableAbout")}>
        <PromiseTableFields form={form} change={change} />
        <PromiseCheck form={form} today={today} />
      </FormSection>
      <FormSection title={t("settings.delivery.calendarTitle")} about={t("settings.delivery.calendarAbout", { zone })}>
        <CalendarFields form={form} change={change} />
      </FormSection>
    </SaveFrame>
  );
}
