import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { messageRow } from "#app/http/message-json.server.ts";
import { searchOf } from "#app/ui/lists/list-address.ts";
import { ListFrame } from "#app/ui/lists/list-frame.tsx";
import { MessageRow } from "#app/ui/messages/message-row.tsx";
import { MESSAGE_VIEWS } from "#app/domain/messages/message-views.ts";
import { searchMessages } from "#app/use-cases/messages/search-messages.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { messages, total } = await searchMessages(ctx, searchOf(new URL(args.request.url).searchParams, MESSAGE_VIEWS));
  return { rows: messages.map(messageRow), total };
}

export default function SentMessagesPage() {
  const { t } = useTranslation("admin-promises");
  const { rows, total } = useLoaderData<typeof loader>();
  return (
    <Page fullWidth title={t("messages.sentTitle")} backAction={{ content: t("messages.title"), url: "/app/messages" }}>
      <ListFrame
        views={MESSAGE_VIEWS}
        viewLabel={(view) => t(`messageView.${view}`)}
        resourceName={{ singular: t("messages.one"), plural: t("messages.many") }}
        searchPlaceholder={t("messages.search")}
        headings={[
          { title: t("messageColumn.message") },
          { title: t("messageColumn.to") },
          { title: t("messageColumn.order") },
          { title: t("messageColumn.planned") },
          { title: t("messageColumn.status") },
          { title: t("messageColumn.news") },
        ]}
        total={total}
        rowCount={rows.length}
        empty={{ title: t("messages.emptyTitle"), body: t("messages.emptyBody") }}
        row={(position, isCondensed) => {
          const row = rows[position];
          return row ? <MessageRow key={row.id} row={row} position={position} isCondensed={isCondensed} /> : null;
        }}
      />
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
