import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest, notFound } from "#app/http/admin.server.ts";
import { messageView } from "#app/http/message-json.server.ts";
import { MessagePage } from "#app/ui/messages/message-view.tsx";
import { readMessage } from "#app/use-cases/messages/search-messages.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const file = await readMessage(ctx, args.params["id"] ?? "");
  if (!file.ok) throw notFound();
  return { message: messageView(file.value) };
}

export default function SentMessagePage() {
  const { message } = useLoaderData<typeof loader>();
  return <MessagePage message={message} />;
}
