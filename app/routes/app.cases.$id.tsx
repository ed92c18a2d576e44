import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Box, Layout, Page, type PageProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { CASE_TRANSITIONS } from "#app/domain/cases/case-status.ts";
import { eventsFrom } from "#app/domain/shared/status-machine.ts";
import { adminRequest, notFound } from "#app/http/admin.server.ts";
import { casePageRow } from "#app/http/case-json.server.ts";
import { stepOnCase } from "#app/http/case-steps.server.ts";
import { PriorityBadge } from "#app/ui/cases/case-badges.tsx";
import { CaseDetails, CustomerCard } from "#app/ui/cases/case-details.tsx";
import type { CasePageRow } from "#app/ui/cases/case-json.ts";
import { Conversation } from "#app/ui/cases/conversation.tsx";
import { FindingCard } from "#app/ui/cases/finding-card.tsx";
import { OrderCard } from "#app/ui/cases/order-card.tsx";
import { OtherCases } from "#app/ui/cases/other-cases.tsx";
import { ReplyBox } from "#app/ui/cases/reply-box.tsx";
import { TimelineCard } from "#app/ui/cases/timeline-card.tsx";
import { useCaseWords } from "#app/ui/cases/use-case-words.ts";
import { useCaseWork, type CaseWork } from "#app/ui/cases/use-case-work.ts";
import { readCase } from "#app/use-cases/cases/read-case.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const dossier = await readCase(ctx, args.params["id"] ?? "");
  if (!dossier.ok) throw notFound();
  return json({ page: casePageRow(dossier.value), people: { me: staff.id, staff: dossier.value.staff } });
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const answer = await stepOnCase(ctx, { caseId: args.params["id"] ?? "", staff, form: await args.request.formData() });
  if (answer.problem === "not_found") throw notFound();
  return json(answer, { status: answer.problem === undefined ? 200 : answer.problem === "changed_meanwhile" ? 409 : 422 });
}

export default function CasePage() {
  const { t } = useTranslation("admin-cases");
  const { page, people } = useLoaderData<{ page: CasePageRow; people: { me: string; staff: CasePeople } }>();
  const { title } = useCaseWords(people);
  const work = useCaseWork(page.version);
  const problem = work.problemOf("move");
  return (
    <Page
      title={t("case.title", { number: page.number })}
      subtitle={title(page)}
      titleMetadata={<PriorityBadge priority={page.priority} />}
      backAction={{ content: t("case.back"), url: "/app/cases" }}
      {...useMoves(page, work)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {problem ? (
              <Banner tone="warning">
                <p>{t(`case.problems.${problem}`)}</p>
              </Banner>
            ) : null}
            {page.finding ? <FindingCard finding={page.finding} /> : null}
            <Conversation page={page} people={people} />
            <ReplyBox page={page} people={people} work={work} />
            <TimelineCard timeline={page.timeline} people={people} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <CaseDetails page={page} people={people} work={work} />
            <CustomerCard page={page} />
            <OrderCard page={page} />
            <OtherCases cases={page.otherCases} people={people} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

type CasePeople = { id: string; name: string }[];

/** The moves that the status table allows, closing first; answering has its own box, and the customer's words are not staff's to make. */
function useMoves(page: CasePageRow, work: CaseWork): Pick<PageProps, "primaryAction" | "secondaryActions"> {
  const { t } = useTranslation("admin-cases");
  const moves = eventsFrom(CASE_TRANSITIONS, page.status).filter((event) => event !== "reply" && event !== "customer_wrote");
  const actions = moves.map((move) => ({
    content: t(`case.actions.${move}`),
    loading: work.isBusy("move"),
    disabled: work.isWorking,
    onAction: () => work.submit("move", { move }),
  }));
  return { secondaryActions: actions };
}
