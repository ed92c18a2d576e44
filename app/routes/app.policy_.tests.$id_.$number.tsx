import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { explainedChangeView } from "#app/http/dry-run-json.server.ts";
import { ChangedDecisionPage } from "#app/ui/policies/changed-decision-page.tsx";
import { explainDryRunChange } from "#app/use-cases/policies/read-dry-run.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const number = /^[1-9]\d{0,6}$/.exec(args.params["number"] ?? "")?.[0];
  if (number === undefined) throw notFound();
  const explained = await explainDryRunChange(ctx, { runId: idFrom(args.params["id"]), number: Number(number) });
  if (!explained.ok) throw notFound();
  return explainedChangeView(explained.value);
}

export default function PolicyTestChange() {
  return <ChangedDecisionPage decision={useLoaderData<typeof loader>()} />;
}
