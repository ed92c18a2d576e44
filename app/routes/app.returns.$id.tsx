import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest, idFrom, notFound } from "#app/http/admin.server.ts";
import { answerReturnCommand, type ReturnAnswer } from "#app/http/return-commands.server.ts";
import { returnView } from "#app/http/return-json.server.ts";
import { ReturnPage } from "#app/ui/returns/return-page.tsx";
import { readReturnDossier } from "#app/use-cases/returns/read-return-dossier.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const dossier = await readReturnDossier(ctx, idFrom(args.params.id));
  if (!dossier.ok) throw notFound();
  return json(returnView(dossier.value, staff));
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const answer = await answerReturnCommand(ctx, staff, { returnId: idFrom(args.params.id), form: await args.request.formData() });
  if (answer.status === 404) throw notFound();
  return answer;
}

export default function Return() {
  const view = useLoaderData<typeof loader>();
  const fetcher = useFetcher<ReturnAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useToast(answer);
  useFollowing(view.status === "processing");
  return (
    <ReturnPage
      key={view.id}
      view={view}
      isBusy={fetcher.state !== "idle"}
      refusal={answer?.ok === false ? answer.code : undefined}
      onCommand={(command) => fetcher.submit({ command: JSON.stringify(command) }, { method: "post" })}
    />
  );
}

const LOOK_AGAIN_MILLISECONDS = 2_000;

/** While a job works on the return, the page looks again by itself. */
function useFollowing(isWorkedOn: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWorkedOn) return;
    const looking = setInterval(revalidate, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(looking);
  }, [isWorkedOn, revalidate]);
}

function useToast(answer: ReturnAnswer | undefined): void {
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  useEffect(() => {
    if (answer?.ok) shopify.toast.show(t(`returnToast.${answer.event}`));
  }, [answer, shopify, t]);
}
