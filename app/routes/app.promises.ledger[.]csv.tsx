import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminRequest } from "#app/http/admin.server.ts";
import { ledgerCsv } from "#app/http/ledger-csv.server.ts";
import { allMovements } from "#app/use-cases/compensation/list-movements.server.ts";

/** The whole ledger as a file for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return new Response(ledgerCsv(allMovements(ctx)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="ledger.csv"',
      "Cache-Control": "no-store",
    },
  });
}
