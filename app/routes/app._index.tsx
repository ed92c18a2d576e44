import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Banner, BlockStack, Box, InlineGrid, InlineStack, Page, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { adminRequest } from "#app/http/admin.server.ts";
import { figureRows, setupRow } from "#app/http/dashboard-json.server.ts";
import type { FigureRow } from "#app/ui/insights/dashboard-json.ts";
import { FigureCard, isEmptyFigure } from "#app/ui/insights/figure-card.tsx";
import { NowCard } from "#app/ui/insights/now-card.tsx";
import { SetupCard } from "#app/ui/onboarding/setup-card.tsx";
import { readDashboard } from "#app/use-cases/insights/read-dashboard.server.ts";
import { noteOnboarding, readOnboarding } from "#app/use-cases/shops/onboarding.server.ts";

const RANGES = ["4", "12", "26", "52"] as const;
const rangeSchema = z.enum(RANGES).catch("12");

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const weeks = Number(rangeSchema.parse(new URL(args.request.url).searchParams.get("weeks")));
  const dashboard = await readDashboard(ctx, { weeks, staffId: staff.id });
  const block = `${args.context.app.env.SHOPIFY_API_KEY}/returns`;
  const editorUrl = `shopify://admin/themes/current/editor?template=page&addAppBlockId=${block}&target=newAppsSection`;
  return json({
    weeks,
    figures: figureRows(dashboard, ctx.shop.currency),
    waiting: dashboard.waiting,
    isEmpty: dashboard.isEmpty,
    setup: setupRow(await readOnboarding(ctx), { portalUrl: ctx.links.portal("/"), editorUrl }),
  });
}

const noteSchema = z.object({ note: z.enum(["portal", "dismissed"]) });

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const noted = noteSchema.safeParse(Object.fromEntries(await args.request.formData()));
  if (!noted.success) throw new Response(null, { status: 400 });
  await ctx.transaction((tx) => noteOnboarding(tx, { step: noted.data.note, at: ctx.clock.now(), by: staff.actor }));
  return json({});
}

export default function DashboardPage() {
  const { t } = useTranslation("admin");
  const { weeks, figures, waiting, isEmpty, setup } = useLoaderData<typeof loader>();
  return (
    <Page title={t("dashboard.title")} fullWidth>
      <BlockStack gap="400">
        {setup ? <SetupCard setup={setup} /> : null}
        {isEmpty ? (
          <Banner title={t("dashboard.start.title")}>
            <p>{t("dashboard.start.body")}</p>
          </Banner>
        ) : null}
        <NowCard waiting={waiting} />
        <InlineStack align="end">
          <RangeSelect weeks={weeks} />
        </InlineStack>
        <InlineGrid columns={{ xs: 1, md: 2, xl: 3 }} gap="400" alignItems="start">
          {drawnFirst(figures).map((figure) => (
            <FigureCard key={`${figure.metric}:${figure.currency}`} figure={figure} weeks={weeks} />
          ))}
        </InlineGrid>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/** Cards with a picture, then the short ones that only say what is missing. */
function drawnFirst(figures: readonly FigureRow[]): readonly FigureRow[] {
  return [...figures.filter((figure) => !isEmptyFigure(figure)), ...figures.filter(isEmptyFigure)];
}

function RangeSelect({ weeks }: { weeks: number }) {
  const { t } = useTranslation("admin");
  const [, setParameters] = useSearchParams();
  const choose = (value: string) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.set("weeks", value);
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <Select
      label={t("dashboard.range")}
      labelInline
      options={RANGES.map((value) => ({ value, label: t("dashboard.weeks", { count: Number(value) }) }))}
      value={String(weeks)}
      onChange={choose}
    />
  );
}
