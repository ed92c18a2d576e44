import type { Answers, ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { askedQuestions, possibleQuestions } from "#app/domain/policies/return-question.ts";
import type { OfferedItem } from "#app/domain/returns/offered-items.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { answerField, lineField, questionKey } from "#app/ui/portal/fields.ts";
import type { PostedLine } from "#app/ui/portal/fields.ts";
import type { FieldError } from "#app/ui/portal/page-parts.ts";
import type { QuestionView } from "#app/ui/portal/view-models.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DraftItem } from "#app/use-cases/returns/portal-records.server.ts";
import type { ItemsShown } from "#app/use-cases/returns/show-items.server.ts";

interface QuestionsInput {
  readonly ctx: Pick<ShopContext, "shop">;
  readonly locale: string;
  readonly shown: ItemsShown;
}

/** The questions of the policy that the order was bought under. */
export function questionsOf({ read }: Pick<ItemsShown, "read">): readonly ReturnQuestion[] {
  return read.pinned.compiled.policy.questions ?? [];
}

/** All questions that can come up about an item, whatever reason is chosen, each follow-up right after the question that leads to it. */
export function questionViews(
  { ctx, locale, shown }: QuestionsInput,
  { line, reasons }: OfferedItem,
  { key, chosen }: { readonly key: string; readonly chosen: DraftItem | undefined },
): QuestionView[] {
  const all = questionsOf(shown);
  const byReason = reasons.map(({ code }) => ({
    code,
    ids: new Set(possibleQuestions(all, { reason: code, productType: line.productType }).map(({ id }) => id)),
  }));
  const asked = chosen ? askedNow(all, chosen, line.productType) : [];
  const inWords = (texts: ReturnQuestion["texts"]) => textIn(texts, locale, ctx.shop.locale);
  const view = (question: ReturnQuestion): QuestionView => ({
    key: keyOf(all, question),
    label: inWords(question.texts),
    kind: question.kind,
    isRequired: question.isRequired,
    choices: question.choices.map(({ id, texts }) => ({ value: id, label: inWords(texts) })),
    when: whenOf(question),
    isAsked: asked.includes(question),
    answer: chosen?.answers?.[question.id] ?? "",
  });
  const whenOf = ({ id, asked: when }: ReturnQuestion): QuestionView["when"] => {
    if (when.on === "reason")
      return { field: lineField("reason", key), values: byReason.flatMap(({ code, ids }) => (ids.has(id) ? code : [])) };
    const leading = all.find((question) => question.id === when.question);
    return { field: leading ? answerField(keyOf(all, leading), key) : "", values: when.choices };
  };
  return inOrder(all.filter(({ id }) => byReason.some(({ ids }) => ids.has(id)))).map(view);
}

/** The answers that were sent with a line, by question. */
export function answersSent(all: readonly ReturnQuestion[], { answers }: PostedLine): Answers {
  const sent = all.flatMap((question) => {
    const answer = answers.get(keyOf(all, question));
    return answer === undefined || answer === "" ? [] : [[question.id, answer] as const];
  });
  return Object.fromEntries(sent);
}

/** Questions that what was sent leads to and that were not on the page yet: without a script they come up now. */
export function newQuestions(
  { locale, ctx, shown }: QuestionsInput,
  { posted, item }: { readonly posted: PostedLine; readonly item: DraftItem },
): FieldError[] {
  const all = questionsOf(shown);
  const productType = shown.items.find(({ line }) => line.gid === item.lineGid)?.line.productType ?? "";
  return askedNow(all, item, productType)
    .filter((question) => !posted.answers.has(keyOf(all, question)))
    .map((question) => ({
      ...answerError(question, { key: posted.key, all, locale, shopLocale: ctx.shop.locale }),
      code: "question-asked" as const,
    }));
}

/** Asks for an answer, beside its question. */
export function answerError(
  question: ReturnQuestion,
  where: { readonly key: string; readonly all: readonly ReturnQuestion[]; readonly locale: string; readonly shopLocale: string },
): FieldError {
  const values = { question: textIn(question.texts, where.locale, where.shopLocale) };
  return { field: answerField(keyOf(where.all, question), where.key), code: "answer-required", values };
}

function askedNow(all: readonly ReturnQuestion[], { reason, answers = {} }: DraftItem, productType: string): ReturnQuestion[] {
  return askedQuestions(possibleQuestions(all, { reason, productType }), answers);
}

function keyOf(all: readonly ReturnQuestion[], question: ReturnQuestion): string {
  return questionKey(all.indexOf(question));
}

function inOrder(questions: readonly ReturnQuestion[]): ReturnQuestion[] {
  const withFollowUps = (question: ReturnQuestion): ReturnQuestion[] => [
    question,
    ...questions.filter(({ asked }) => asked.on === "answer" && asked.question === question.id).flatMap(withFollowUps),
  ];
  return questions.filter(({ asked }) => asked.on === "reason").flatMap(withFollowUps);
}
