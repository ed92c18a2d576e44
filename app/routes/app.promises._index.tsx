import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Card, EmptyState, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DELIVERY_VIEWS } from "#app/domain/promises/delivery-views.ts";
import { adminRequest } from "#app/http/admin.server.ts";
import { deliveryRow } from "#app/http/promise-json.server.ts";
import { searchOf } from "#app/ui/lists/list-address.ts";
import { ListFrame } from "#app/ui/lists/list-frame.tsx";
import { BudgetCards } from "#app/ui/promises/budget-cards.tsx";
import { DeliveryRow } from "#app/ui/promises/delivery-row.tsx";
import { listCompensations, readBudgets } from "#app/use-cases/compensation/list-compensations.server.ts";
import { listDeliveries } from "#app/use-cases/promises/list-deliveries.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { deliveries, total, counts } = await listDeliveries(ctx, searchOf(new URL(args.request.url).searchParams, DELIVERY_VIEWS));
  const { awaitingApproval } = await listCompensations(ctx, { statuses: ["awaiting_approval"], limit: 0, offset: 0 });
  const around = { now: ctx.clock.now(), zone: ctx.shop.timezone };
  return {
    rows: deliveries.flatMap((delivery) => deliveryRow(delivery, around)),
    total,
    counts,
    waiting: awaitingApproval,
    budget: await readBudgets(ctx),
  };
}

export default function PromisesPage() {
  const { t } = useTranslation("admin-promises");
  const { rows, total, counts, waiting, budget } = useLoaderData<typeof loader>();
  return (
    <Page
      fullWidth
      title={t("promises.title")}
      subtitle={t("promises.subtitle")}
      secondaryActions={[
        { content: t("promises.toCompensation"), url: "/app/promises/compensation" },
        { content: t("promises.toLedger"), url: "/app/promises/ledger" },
      ]}
    >
      {counts.all === 0 ? (
        <Card>
          <EmptyState
            heading={t("promises.emptyHeading")}
            action={{ content: t("promises.emptyAction"), url: "/app/settings/delivery" }}
            image=""
          >
            <p>{t("promises.emptyBody")}</p>
          </EmptyState>
        </Card>
      ) : (
        <BlockStack gap="400">
          <BudgetCards budget={budget} waiting={waiting} />
          <ListFrame
            views={DELIVERY_VIEWS}
            viewLabel={(view) => t(`deliveryView.${view}`)}
            viewCount={(view) => (view === "due" || view === "late" ? counts[view] : 0)}
            resourceName={{ singular: t("promises.one"), plural: t("promises.many") }}
            searchPlaceholder={t("promises.search")}
            headings={[
              { title: t("deliveryColumn.order") },
              { title: t("deliveryColumn.customer") },
              { title: t("deliveryColumn.promised") },
              { title: t("deliveryColumn.status") },
              { title: t("deliveryColumn.shipment") },
              { title: t("deliveryColumn.paid") },
            ]}
            total={total}
            rowCount={rows.length}
            empty={{ title: t("promises.noneTitle"), body: t("promises.noneBody") }}
            row={(position, isCondensed) => {
              const row = rows[position];
              return row ? <DeliveryRow key={row.id} row={row} position={position} isCondensed={isCondensed} /> : null;
            }}
          />
        </BlockStack>
      )}
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
