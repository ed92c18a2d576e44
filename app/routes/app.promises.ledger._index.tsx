import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { movementRow } from "#app/http/compensation-json.server.ts";
import { searchOf } from "#app/ui/lists/list-address.ts";
import { ListFrame } from "#app/ui/lists/list-frame.tsx";
import { MovementRow } from "#app/ui/promises/movement-row.tsx";
import { ReconciliationCard } from "#app/ui/promises/reconciliation-card.tsx";
import { useFileDownload } from "#app/ui/use-file-download.ts";
import { listMovements } from "#app/use-cases/compensation/list-movements.server.ts";
import { readReconciliation } from "#app/use-cases/compensation/read-reconciliation.server.ts";

const VIEWS = ["all"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { movements, total } = await listMovements(ctx, searchOf(new URL(args.request.url).searchParams, VIEWS));
  return { rows: movements.map(movementRow), total, reconciliation: (await readReconciliation(ctx)) ?? null };
}

export default function LedgerPage() {
  const { t } = useTranslation("admin-promises");
  const { rows, total, reconciliation } = useLoaderData<typeof loader>();
  const download = useFileDownload("/app/promises/ledger.csv", "ledger.csv");
  return (
    <Page
      fullWidth
      title={t("ledger.title")}
      subtitle={t("ledger.subtitle")}
      backAction={{ content: t("promises.title"), url: "/app/promises" }}
      secondaryActions={[{ content: t("ledger.download"), onAction: download.start, loading: download.isBusy, disabled: total === 0 }]}
    >
      <Box paddingBlockEnd="400">
        <ReconciliationCard reconciliation={reconciliation} />
      </Box>
      <ListFrame
        views={VIEWS}
        viewLabel={() => t("ledger.all")}
        resourceName={{ singular: t("ledger.one"), plural: t("ledger.many") }}
        searchPlaceholder={t("ledger.search")}
        headings={[
          { title: t("ledgerColumn.order") },
          { title: t("ledgerColumn.kind") },
          { title: t("ledgerColumn.key") },
          { title: t("ledgerColumn.intended") },
          { title: t("ledgerColumn.changed") },
          { title: t("ledgerColumn.state") },
          { title: t("ledgerColumn.amount"), alignment: "end" },
        ]}
        total={total}
        rowCount={rows.length}
        empty={{ title: t("ledger.emptyTitle"), body: t("ledger.emptyBody") }}
        row={(position, isCondensed) => {
          const row = rows[position];
          return row ? <MovementRow key={row.key} row={row} position={position} isCondensed={isCondensed} /> : null;
        }}
      />
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
