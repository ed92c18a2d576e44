import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { COMPENSATION_VIEWS, STATUSES_OF_VIEW } from "#app/domain/compensation/compensation-views.ts";
import { adminRequest } from "#app/http/admin.server.ts";
import { compensationRow } from "#app/http/compensation-json.server.ts";
import { searchOf } from "#app/ui/lists/list-address.ts";
import { ListFrame } from "#app/ui/lists/list-frame.tsx";
import { BudgetCards } from "#app/ui/promises/budget-cards.tsx";
import { CompensationRow } from "#app/ui/promises/compensation-row.tsx";
import { listCompensations, readBudgets } from "#app/use-cases/compensation/list-compensations.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { view, limit, offset } = searchOf(new URL(args.request.url).searchParams, COMPENSATION_VIEWS);
  const page = await listCompensations(ctx, { limit, offset, ...(view === "all" ? {} : { statuses: STATUSES_OF_VIEW[view] }) });
  return {
    rows: page.compensations.map(compensationRow),
    total: page.total,
    waiting: page.awaitingApproval,
    budget: await readBudgets(ctx),
  };
}

export default function CompensationsPage() {
  const { t } = useTranslation("admin-promises");
  const { rows, total, waiting, budget } = useLoaderData<typeof loader>();
  return (
    <Page
      fullWidth
      title={t("compensation.title")}
      backAction={{ content: t("promises.title"), url: "/app/promises" }}
      secondaryActions={[
        { content: t("promises.toLedger"), url: "/app/promises/ledger" },
        { content: t("compensation.toSettings"), url: "/app/settings/compensation" },
      ]}
    >
      <BlockStack gap="400">
        <BudgetCards budget={budget} />
        <ListFrame
          views={COMPENSATION_VIEWS}
          viewLabel={(view) => t(`compensationView.${view}`)}
          viewCount={(view) => (view === "waiting" ? waiting : 0)}
          resourceName={{ singular: t("compensation.one"), plural: t("compensation.many") }}
          headings={[
            { title: t("compensationColumn.order") },
            { title: t("compensationColumn.customer") },
            { title: t("compensationColumn.created") },
            { title: t("compensationColumn.method") },
            { title: t("compensationColumn.status") },
            { title: t("compensationColumn.reason") },
            { title: t("compensationColumn.amount"), alignment: "end" },
          ]}
          total={total}
          rowCount={rows.length}
          empty={{ title: t("compensation.emptyTitle"), body: t("compensation.emptyBody") }}
          row={(position, isCondensed) => {
            const row = rows[position];
            return row ? <CompensationRow key={row.id} row={row} position={position} isCondensed={isCondensed} /> : null;
          }}
        />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
