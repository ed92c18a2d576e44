import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { answerPolicyCommand, policyPageData, type PolicyAnswer } from "#app/http/policy-page.server.ts";
import { PolicyPage } from "#app/ui/policies/policy-page.tsx";
import { PreviewOfOrder } from "#app/ui/policies/preview-of-order.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return policyPageData(ctx, staff);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return answerPolicyCommand(ctx, staff, await args.request.formData());
}

/** Trying a policy changes nothing, so the page stays as it is. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formAction?.startsWith("/app/policy/preview") ? false : defaultShouldRevalidate;
}

export default function Policy() {
  const data = useLoaderData<typeof loader>();
  const fetcher = useFetcher<PolicyAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useToast(answer);
  return (
    <PolicyPage
      {...data}
      onCommand={(command) => fetcher.submit(command, { method: "post" })}
      isBusy={fetcher.state !== "idle"}
      savedKey={answer?.ok ? answer.key : undefined}
      refusal={answer && !answer.ok ? answer.code : undefined}
      preview={(form, isChanged) => <PreviewOfOrder form={form} isChanged={isChanged} newestOrders={data.orders} />}
    />
  );
}

function useToast(answer: PolicyAnswer | undefined): void {
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  useEffect(() => {
    if (answer?.ok) shopify.toast.show(t(`policy.${answer.did}Toast`));
  }, [answer, shopify, t]);
}
