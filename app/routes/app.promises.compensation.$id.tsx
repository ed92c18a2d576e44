import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest, notFound } from "#app/http/admin.server.ts";
import { answerDecision } from "#app/http/compensation-form.server.ts";
import { compensationView } from "#app/http/compensation-json.server.ts";
import { CompensationPage } from "#app/ui/promises/compensation-page.tsx";
import { readBudgets } from "#app/use-cases/compensation/list-compensations.server.ts";
import { readCompensation } from "#app/use-cases/compensation/read-compensation.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const file = await readCompensation(ctx, args.params["id"] ?? "");
  if (!file.ok) throw notFound();
  return { view: compensationView(file.value, staff.actor), budget: await readBudgets(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return answerDecision(ctx, { id: args.params["id"] ?? "", actor: staff.actor, form: await args.request.formData() });
}

export default function CompensationDetailPage() {
  const { view, budget } = useLoaderData<typeof loader>();
  return <CompensationPage key={view.id} view={view} budget={budget} />;
}
