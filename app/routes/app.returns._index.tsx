import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { endOfDate, startOfDate } from "#app/domain/shared/time.ts";
import { adminRequest } from "#app/http/admin.server.ts";
import { approveAll } from "#app/http/return-commands.server.ts";
import { returnRow } from "#app/http/return-json.server.ts";
import { listAddress } from "#app/ui/returns/list-address.ts";
import { ReturnsPage } from "#app/ui/returns/returns-page.tsx";
import { listReturns } from "#app/use-cases/returns/list-returns.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const search = new URL(args.request.url).searchParams;
  const { view, text, statuses, resolutions, from, until, sort } = listAddress(search);
  const [after, before] = [search.get("after"), search.get("before")];
  const page = await listReturns(ctx, {
    ...{ view, text, statuses, resolutions, sort },
    ...(from ? { from: startOfDate(from, ctx.shop.timezone) } : {}),
    ...(until ? { until: endOfDate(until, ctx.shop.timezone) } : {}),
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  });
  return json({
    rows: page.items.map(returnRow),
    after: page.after ?? null,
    before: page.before ?? null,
    counts: page.counts,
    portalUrl: ctx.links.portal("/"),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  return approveAll(ctx, staff, await args.request.formData());
}

export default function Returns() {
  const data = useLoaderData<typeof loader>();
  const navigation = useNavigation();
  const fetcher = useFetcher<typeof action>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useApprovedToast(answer?.approved ?? 0);
  return (
    <ReturnsPage
      {...data}
      isLoading={navigation.state === "loading"}
      isApproving={fetcher.state !== "idle"}
      notApproved={answer?.refused ?? 0}
      onApprove={(ids) => {
        const form = new FormData();
        for (const id of ids) form.append("id", id);
        fetcher.submit(form, { method: "post" });
      }}
    />
  );
}

function useApprovedToast(count: number): void {
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  useEffect(() => {
    if (count > 0) shopify.toast.show(t("returnList.approvedToast", { count }));
  }, [count, shopify, t]);
}
