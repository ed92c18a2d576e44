import type { HelpTopic, SolutionCard } from "#app/domain/help/solution-cards.ts";
import { HELP_TOPICS } from "#app/domain/help/solution-cards.ts";
import { portalLink, portalPath } from "#app/ui/portal/fields.ts";
import type { CardView, HelpPage, QuestionPage } from "#app/ui/portal/help-views.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import { shopperLanguage } from "#app/ui/shopper-texts.ts";
import { solveByCard } from "#app/use-cases/help/note-help.server.ts";
import type { Help } from "#app/use-cases/help/read-help.server.ts";
import { readHelp } from "#app/use-cases/help/read-help.server.ts";
import { QUESTION_MAX, askQuestion } from "#app/use-cases/returns/ask-question.server.ts";
import { signAccess } from "#app/use-cases/returns/portal-access.server.ts";
import { textField } from "./portal-form.server.ts";
import { startStep } from "./portal-login-steps.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message } from "./portal-response.server.ts";
import { showStatusStep } from "./portal-status-steps.server.ts";

/** The answers that come before a question; a shop without any goes on to the form, or to the order that it is about. */
export async function helpStep(call: PortalCall, notice?: HelpPage["notice"]): Promise<PortalAnswer> {
  const { ctx, access } = call;
  const help = await readHelp(ctx, access);
  if (help.cards.length === 0 && !notice) return access ? showQuestionStep(call) : startStep(call);
  const cards = await Promise.all(help.cards.map((card) => cardView(call, card, help)));
  const page = { page: "help" as const, cards, canAsk: access !== undefined, ...(notice ? { notice } : {}) };
  return { page, ...(access ? { access } : {}), at: "help" };
}

/** A card solved it: counted, and nothing is asked of anybody. */
export async function solvedStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access } = call;
  const topic = topicOf(call);
  if (!access) return message("link-expired", 403);
  if (!topic) return message("not-found", 404);
  await solveByCard(ctx, access, topic);
  return helpStep(call, "solved");
}

/** The form of a question, about the topic that was read about. */
export async function showQuestionStep(
  call: PortalCall,
  told: { readonly errors?: readonly FieldError[]; readonly question?: string } = {},
): Promise<PortalAnswer> {
  const { ctx, access } = call;
  if (!access) return message("link-expired", 403);
  const { cards } = await readHelp(ctx, access);
  const topics = cards.map((card) => ({ topic: card.topic, ...own("title", card.title[shopperLanguage(call.locale)]) }));
  const page: QuestionPage = { page: "question", topics, topic: topicOf(call) ?? "other", questionMax: QUESTION_MAX, errors: [], ...told };
  return { page, access, at: "question" };
}

export async function askStep(call: PortalCall): Promise<PortalAnswer> {
  const { ctx, access, form } = call;
  if (!access) return message("link-expired", 403);
  const question = textField(form, "question");
  // The form on a return's own page, in a shop without cards, has no topic.
  const isFromHelp = form.has("topic");
  const asked = await askQuestion(ctx, access, { question, ...(isFromHelp ? { topic: topicOf(call) ?? "other" } : {}) });
  if (asked.ok) return access.returnId ? showStatusStep(call, { notice: "question-sent" }) : helpStep(call, "question-sent");
  const again = (told: { readonly errors: readonly FieldError[]; readonly question?: string }) =>
    isFromHelp || !access.returnId ? showQuestionStep(call, told) : showStatusStep(call, told);
  switch (asked.error.code) {
    case "too_many_tries":
      return message("too-many-tries", 429, { retryAt: momentIn(ctx, asked.error.retryAt) });
    case "return_unknown":
    case "order_gone":
      return message("not-found", 404);
    case "question_required":
      return { ...(await again({ errors: [{ field: "question", code: "question-required" }] })), status: 422 };
    case "question_too_long": {
      const errors: FieldError[] = [{ field: "question", code: "question-too-long", values: { max: QUESTION_MAX } }];
      return { ...(await again({ errors, question })), status: 422 };
    }
  }
}

/** Where a question about an order was sent, opened again; undefined when it was about a return. */
export function reopenAsked(call: PortalCall): Promise<PortalAnswer> | undefined {
  return call.access && !call.access.returnId ? helpStep(call) : undefined;
}

function topicOf({ topic }: PortalCall): HelpTopic | undefined {
  return HELP_TOPICS.find((one) => one === topic);
}

async function cardView(call: PortalCall, card: SolutionCard, help: Help): Promise<CardView> {
  const language = shopperLanguage(call.locale);
  const action = await actionOf(call, card, help);
  return {
    topic: card.topic,
    ...own("title", card.title[language]),
    ...own("answer", card.answer[language]),
    ...(action ? { action } : {}),
  };
}

/** The merchant's own text under this name, where one is written. */
function own(name: "title" | "answer", text: string | undefined): Pick<CardView, "title" | "answer"> {
  return text ? { [name]: text } : {};
}

/** Where a card leads for this visitor; nowhere while there is nothing to follow. */
async function actionOf(call: PortalCall, { action }: SolutionCard, help: Help): Promise<CardView["action"]> {
  const { ctx, access, base } = call;
  if (action === "question") return undefined;
  const find = { kind: "find" as const, url: portalPath(base) };
  if (!access) return find;
  switch (action) {
    case "track":
      return help.trackingUrl ? { kind: "track", url: help.trackingUrl } : undefined;
    case "return": {
      if (access.isFollowOnly) return find;
      const { orderGid, locale, draftId } = access;
      const token = await signAccess(ctx, { orderGid, locale, ...(draftId ? { draftId } : {}) });
      return { kind: "return", url: portalLink(base, "items", token) };
    }
    case "status": {
      if (!help.returnId) return undefined;
      const token = await signAccess(ctx, { ...access, returnId: help.returnId });
      return { kind: "status", url: portalLink(base, "status", token) };
    }
  }
}
