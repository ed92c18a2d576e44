import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest, notFound } from "#app/http/admin.server.ts";
import { answerPolicyCommand, versionEntry, type PolicyAnswer } from "#app/http/policy-page.server.ts";
import { PolicyVersionsPage } from "#app/ui/policies/policy-versions-page.tsx";
import { compareVersions } from "#app/use-cases/policies/read-versions.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const search = new URL(args.request.url).searchParams;
  const compared = await compareVersions(ctx, { from: versionIn(search, "from"), to: versionIn(search, "to") });
  if (!compared.ok) throw notFound();
  const { history, before, after } = compared.value;
  return {
    versions: history.map((version) => versionEntry(version, staff)),
    before: { version: before.version, policy: before.policy },
    after: { version: after.version, policy: after.policy },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return answerPolicyCommand(ctx, staff, await args.request.formData());
}

function versionIn(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name) ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

export default function PolicyVersions() {
  const data = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const fetcher = useFetcher<PolicyAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  useEffect(() => {
    if (answer?.ok) shopify.toast.show(t(`policy.${answer.did}Toast`));
  }, [answer, shopify, t]);
  return (
    <PolicyVersionsPage
      {...data}
      isBusy={fetcher.state !== "idle"}
      refusal={answer && !answer.ok ? answer.code : undefined}
      onCompare={(from, to) => setSearch({ from: String(from), to: String(to) }, { preventScrollReset: true })}
      onRollBack={(to) => fetcher.submit({ intent: "rollBack", to }, { method: "post" })}
    />
  );
}
