import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Box, Card, EmptySearchResult, Page, Text, useBreakpoints } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { adminRequest } from "#app/http/admin.server.ts";
import { caseRow } from "#app/http/case-json.server.ts";
import { InboxFilters } from "#app/ui/cases/inbox-filters.tsx";
import { readInboxSearch, withInboxSearch, type InboxSearch } from "#app/ui/cases/inbox-search.ts";
import { InboxTable } from "#app/ui/cases/inbox-table.tsx";
import { assignCases } from "#app/use-cases/cases/assign-case.server.ts";
import { listCases } from "#app/use-cases/cases/list-cases.server.ts";
import { closeCases } from "#app/use-cases/cases/move-case.server.ts";

const PAGE_SIZE = 25;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const search = readInboxSearch(new URL(args.request.url).searchParams);
  const { view, text, types, priorities, owner, page } = search;
  const query = { view, text, types, priorities, staffId: staff.id, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const list = await listCases(ctx, { ...query, ...(owner ? { ownerId: owner } : {}) });
  return json({
    cases: list.cases.map(({ record, firstReply }) => caseRow(record, firstReply)),
    total: list.total,
    counts: list.counts,
    people: { me: staff.id, staff: list.staff },
  });
}

const bulkSchema = z.object({ step: z.enum(["assign", "unassign", "close"]), ids: z.array(z.string()).min(1).max(PAGE_SIZE) });

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const form = await args.request.formData();
  const asked = bulkSchema.safeParse({ step: form.get("step"), ids: form.getAll("id") });
  if (!asked.success) throw new Response(null, { status: 400 });
  const { step, ids: caseIds } = asked.data;
  if (step === "close") return json({ step, ...(await closeCases(ctx, { caseIds, actor: staff.actor })) });
  const ownerId = step === "assign" ? staff.id : null;
  return json({ step, ...(await assignCases(ctx, { caseIds, ownerId, actor: staff.actor })) });
}

export default function CasesPage() {
  const { t } = useTranslation("admin-cases");
  const { cases, total, counts, people } = useLoaderData<typeof loader>();
  const [parameters, setParameters] = useSearchParams();
  const navigation = useNavigation();
  const search = readInboxSearch(parameters);
  const change = (next: Partial<InboxSearch>) => setParameters((before) => withInboxSearch(before, next), { preventScrollReset: true });
  const onBulk = useBulk();
  const { smDown: isPhone } = useBreakpoints();
  const [from, until] = [(search.page - 1) * PAGE_SIZE + 1, (search.page - 1) * PAGE_SIZE + cases.length];
  return (
    <Page title={t("inbox.title")} fullWidth>
      <Card padding="0">
        <InboxFilters search={search} counts={counts} people={people} isLoading={navigation.state === "loading"} onChange={change} />
        <InboxTable
          cases={cases}
          people={people}
          isClosedView={search.view === "closed"}
          emptyState={<NoCases search={search} />}
          onBulk={onBulk}
          pagination={{
            hasPrevious: search.page > 1,
            hasNext: until < total,
            onPrevious: () => change({ page: search.page - 1 }),
            onNext: () => change({ page: search.page + 1 }),
            label: total === 0 ? "" : t("inbox.pages", { from, to: until, total }),
          }}
        />
      </Card>
      <Box padding="400" visuallyHidden={isPhone}>
        <Text as="p" tone="subdued" alignment="center">
          {t("inbox.keys")}
        </Text>
      </Box>
    </Page>
  );
}

/** An empty list says what would stand there, or that the search was too narrow. */
function NoCases({ search }: { search: InboxSearch }) {
  const { t } = useTranslation("admin-cases");
  const isNarrowed = search.text !== "" || search.types.length + search.priorities.length > 0 || search.owner !== "";
  const key = isNarrowed ? "search" : search.view;
  return (
    <EmptySearchResult title={t(`inbox.empty.${key}.title`)} description={t(`inbox.empty.${key}.body`)} withIllustration={isNarrowed} />
  );
}

function useBulk() {
  const { t } = useTranslation("admin-cases");
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof action>();
  const data = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (data) shopify.toast.show(t(data.step === "close" ? "inbox.closed" : "inbox.assigned", { count: data.changed }));
  }, [data, shopify, t]);
  return (step: string, ids: readonly string[]) => {
    const form = new FormData();
    form.set("step", step);
    for (const id of ids) form.append("id", id);
    fetcher.submit(form, { method: "post" });
  };
}
