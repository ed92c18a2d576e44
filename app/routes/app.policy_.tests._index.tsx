import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { adminRequest } from "#app/http/admin.server.ts";
import { dryRunRow } from "#app/http/dry-run-json.server.ts";
import { DryRunsPage } from "#app/ui/policies/dry-runs-page.tsx";
import { DRY_RUN_DAYS, startDryRun } from "#app/use-cases/policies/dry-run.server.ts";
import { listDryRuns } from "#app/use-cases/policies/read-dry-run.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { draft, runs } = await listDryRuns(ctx);
  return { draftVersion: draft?.version ?? null, runs: runs.map(dryRunRow), periods: DRY_RUN_DAYS };
}

const daysSchema = z.coerce.number().pipe(z.literal(DRY_RUN_DAYS));

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const days = daysSchema.safeParse((await args.request.formData()).get("days"));
  if (!days.success) return json({ code: "invalid_request" }, { status: 400 });
  const started = await startDryRun(ctx, { days: days.data, actor: staff.actor });
  return started.ok ? redirect(`/app/policy/tests/${started.value}`) : json({ code: started.error.code }, { status: 409 });
}

export default function PolicyTests() {
  const data = useLoaderData<typeof loader>();
  const fetcher = useFetcher<{ code: string }>();
  return (
    <DryRunsPage
      {...data}
      isBusy={fetcher.state !== "idle"}
      refusal={fetcher.state === "idle" ? fetcher.data?.code : undefined}
      onStart={(days) => fetcher.submit({ days: String(days) }, { method: "post" })}
    />
  );
}
