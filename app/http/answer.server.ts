import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { renderAnswerPage, type AnswerView } from "#app/ui/mail-pages/answer-page.tsx";
import { LONGEST_ANSWER, readConversation } from "#app/use-cases/cases/answer-case.server.ts";
import { caseOfAnswerToken } from "#app/use-cases/cases/answer-link.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { speakable } from "#app/use-cases/shops/languages.server.ts";
import { frameOf, pageResponse, shopOfLink, unknownLink } from "./notice.server.ts";

/** A request for a customer's own case, by the link of a mail. */
export interface AnswerRequest {
  readonly ctx: ShopContext;
  readonly caseId: string;
  readonly isSent: boolean;
  readonly sentLocation: string;
  readonly request: Request;
}

/** Whose case it is says the signed token; undefined for anything forged, too old or another shop's. */
export async function answerRequest({ context, request, params }: LoaderFunctionArgs): Promise<AnswerRequest | undefined> {
  const ctx = await shopOfLink({ context, request });
  const caseId = ctx && (await caseOfAnswerToken(ctx, params["token"] ?? ""));
  if (!ctx || caseId === undefined) return undefined;
  const url = new URL(request.url);
  const isSent = url.searchParams.has("sent");
  url.searchParams.set("sent", "1");
  return { ctx, caseId, isSent, sentLocation: `${url.pathname}${url.search}`, request };
}

/** What the form says; a key that is none is replaced, so that the words are never lost. */
export function answerForm(form: FormData, ctx: Pick<ShopContext, "ids">): { formKey: string; text: string } {
  const formKey = z.uuid().safeParse(form.get("formkey"));
  const text = form.get("text");
  return { formKey: formKey.success ? formKey.data : ctx.ids.next(), text: typeof text === "string" ? text : "" };
}

/** The page: 422 when the words could not be taken, and then they are still there. */
export async function answerResponse(
  asked: AnswerRequest,
  { text = "", problem = null }: { readonly text?: string; readonly problem?: AnswerView["problem"] },
): Promise<Response> {
  const { ctx, caseId } = asked;
  const read = await readConversation(ctx, caseId);
  if (!read.ok) return unknownLink(asked.request);
  const { number, orderName, status, turns, brand, locale } = read.value;
  const view: AnswerView = {
    number,
    orderName,
    isClosed: status === "closed",
    turns: turns.map((turn) => ({ ...turn, at: turn.at.toISOString() })),
    formKey: ctx.ids.next(),
    text,
    isSent: asked.isSent && problem === null,
    problem,
    longest: LONGEST_ANSWER,
  };
  return pageResponse(
    renderAnswerPage(view, { ...frameOf(brand, await speakable(ctx, locale)), zone: ctx.shop.timezone }),
    problem === null ? 200 : 422,
  );
}
