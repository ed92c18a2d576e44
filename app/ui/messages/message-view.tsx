import { Banner, BlockStack, Box, Card, Layout, Link, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Facts } from "#app/ui/facts.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { orderAddress } from "#app/ui/order-address.ts";
import { MessageStatusBadge, useMessageNews, type MessageRowData } from "./message-row.tsx";

/** A message as its own page gets it. */
export interface MessageView extends MessageRowData {
  readonly html: string | null;
  readonly text: string | null;
  readonly locale: string;
  readonly kind: string;
  readonly attempts: number;
  readonly orderGid: string | null;
  readonly caseId: string | null;
  readonly reply: { readonly choice: string; readonly at: string } | null;
}

const HEIGHT = 680;

/** What was said to a customer, when, and what came of it. */
export function MessagePage({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation("admin-promises");
  const news = useMessageNews()(message);
  return (
    <Page
      title={t(`template.${message.template}.name`)}
      subtitle={message.address || t("messages.noAddress")}
      titleMetadata={<MessageStatusBadge status={message.status} />}
      backAction={{ content: t("messages.sentTitle"), url: "/app/messages/sent" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {message.status === "failed" || message.status === "suppressed" ? (
              <Banner tone={message.status === "failed" ? "warning" : "info"} title={t(`messageStatus.${message.status}`)}>
                <p>{news}</p>
              </Banner>
            ) : null}
            <MailCard message={message} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <MessageFacts message={message} news={news} />
          </Card>
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function MailCard({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation("admin-promises");
  if (message.html === null) {
    return (
      <Card>
        <Text as="p" tone="subdued">
          {t(message.template === "one_time_code" ? "messages.notKept" : "messages.notWritten")}
        </Text>
      </Card>
    );
  }
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingSm" breakWord>
          {message.subject}
        </Text>
      </Box>
      <iframe
        title={message.subject ?? ""}
        sandbox=""
        srcDoc={message.html.replace("</head>", "<style>a{pointer-events:none}</style></head>")}
        style={{ display: "block", width: "100%", height: HEIGHT, border: 0, borderTop: "1px solid var(--p-color-border)" }}
      />
    </Card>
  );
}

function MessageFacts({ message, news }: { readonly message: MessageView; readonly news: string }) {
  const { t } = useTranslation("admin-promises");
  const { dateTime } = useShopFormat();
  const { orderGid, orderName, caseId, reply } = message;
  const order =
    orderName === null ? null : orderGid === null ? (
      orderName
    ) : (
      <Link url={orderAddress(orderGid)} target="_top">
        {orderName}
      </Link>
    );
  const facts = [
    { term: t("messageFact.planned"), description: dateTime(message.createdAt) },
    ...(news && message.status !== "failed" && message.status !== "suppressed"
      ? [{ term: t(message.status === "sent" ? "messageFact.sent" : "messageFact.news"), description: news }]
      : []),
    { term: t("messageFact.language"), description: t(`language.${message.locale}`, { defaultValue: message.locale }) },
    { term: t("messageFact.kind"), description: t(`messages.kind.${message.kind}`) },
    ...(message.attempts > 1 ? [{ term: t("messageFact.attempts"), description: String(message.attempts) }] : []),
    ...(order ? [{ term: t("messageFact.order"), description: order }] : []),
    ...(caseId
      ? [{ term: t("messageFact.case"), description: <Link url={`/app/cases/${caseId}`}>{t("messageFact.openCase")}</Link> }]
      : []),
    ...(reply
      ? [
          {
            term: t("messageFact.reply"),
            description: t("messageFact.replied", { choice: t(`choice.${reply.choice}`), at: dateTime(reply.at) }),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}
