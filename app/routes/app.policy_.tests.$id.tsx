import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { changeFilter, dryRunView } from "#app/http/dry-run-json.server.ts";
import { searchOf } from "#app/ui/lists/list-address.ts";
import { DryRunPage } from "#app/ui/policies/dry-run-page.tsx";
import { DRY_RUN_VIEWS } from "#app/ui/policies/dry-run-view.ts";
import { cancelDryRun, continueDryRun } from "#app/use-cases/policies/dry-run.server.ts";
import { listDryRuns, readDryRun } from "#app/use-cases/policies/read-dry-run.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const search = new URL(args.request.url).searchParams;
  const { limit, offset } = searchOf(search, DRY_RUN_VIEWS);
  const read = await readDryRun(ctx, { runId: idFrom(args.params["id"]), filter: changeFilter(search), limit, offset });
  if (!read.ok) throw notFound();
  const { draft } = await listDryRuns(ctx);
  return dryRunView(ctx, read.value, draft?.revision);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const id = idFrom(args.params["id"]);
  const intent = (await args.request.formData()).get("intent");
  if (intent === "cancel") await cancelDryRun(ctx, id);
  else if (intent === "resume") await continueDryRun(ctx, id);
  else return json({ ok: false }, { status: 400 });
  return json({ ok: true });
}

export default function PolicyTest() {
  const run = useLoaderData<typeof loader>();
  const fetcher = useFetcher();
  return <DryRunPage run={run} isBusy={fetcher.state !== "idle"} onCommand={(intent) => fetcher.submit({ intent }, { method: "post" })} />;
}
