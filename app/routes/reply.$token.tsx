import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { frameOf, noticeResponse, shopOfLink, unknownLink } from "#app/http/notice.server.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { answerMessage, readReply, type ReplyPage } from "#app/use-cases/messages/answer-message.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** Shows what the button would do. Opening it does nothing, whoever opens it. */
export async function loader(args: LoaderFunctionArgs) {
  return respond(args, readReply, false);
}

/** Does what the customer confirmed. */
export async function action(args: ActionFunctionArgs) {
  return respond(args, answerMessage, true);
}

type Step = (ctx: ShopContext, token: string) => Promise<Result<ReplyPage>>;

async function respond(args: LoaderFunctionArgs, step: Step, isDone: boolean): Promise<Response> {
  const ctx = await shopOfLink(args);
  const page = ctx && (await step(ctx, args.params["token"] ?? ""));
  if (!page?.ok) return unknownLink(args.request);
  const { choice, orderName, brand, locale } = page.value;
  return noticeResponse({ kind: "reply", choice, orderName, isDone }, frameOf(brand, locale));
}
