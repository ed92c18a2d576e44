import { useTranslation } from "react-i18next";
import type { TimelineFact } from "#app/domain/cases/timeline.ts";
import type { Translate } from "#app/ui/translator.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { useCaseWords, type People } from "./use-case-words.ts";

/** What happened in one line, and what was said in full where something was said. */
export interface TimelineText {
  readonly title: string;
  readonly body: string | null;
}

/** What facts are put into words with. */
interface Words {
  readonly t: Translate;
  /** The word for another feature's code; a code without a word is shown as it is. */
  readonly code: (group: string, value: string) => string;
  readonly format: ReturnType<typeof useShopFormat>;
  readonly people: ReturnType<typeof useCaseWords>;
}

/** Puts facts into words. */
export function useTimelineWords(people: People): (fact: TimelineFact) => TimelineText {
  const { t } = useTranslation("admin-cases");
  const code = (group: string, value: string) => t(`${group}.${value}`, { defaultValue: value.replaceAll("_", " ") });
  const words: Words = { t: (key, values) => t(key, { ...values }), code, format: useShopFormat(), people: useCaseWords(people) };
  return (fact) => textOf(fact, words);
}

function textOf(fact: TimelineFact, words: Words): TimelineText {
  const { t, code, format } = words;
  const line = (key: string, values: Record<string, unknown> = {}, body: string | null = null) => ({
    title: t(`facts.${key}`, values),
    body,
  });
  switch (fact.kind) {
    case "order_placed":
      return line("order_placed", { order: fact.orderName, amount: format.money(fact.total) });
    case "order_cancelled":
      return line("order_cancelled", { order: fact.orderName });
    case "order_change": {
      const values = { change: code("orderChange", fact.change), state: code("orderChangeState", fact.status) };
      return line("order_change", values, fact.problem && code("orderChangeProblem", fact.problem));
    }
    case "shipped":
      return { title: shippedText(fact, words), body: null };
    case "carrier": {
      const expected = fact.expectedAt ? t("facts.expected", { date: format.date(fact.expectedAt) }) : null;
      return line(fact.place ? "carrierAt" : "carrier", { status: code("carrier", fact.status), place: fact.place }, expected);
    }
    case "promise": {
      const values = { promise: code("promise", fact.promise), status: code("promise", fact.status) };
      return fact.promisedOn ? line("promiseOn", { ...values, date: format.calendarDate(fact.promisedOn) }) : line("promise", values);
    }
    case "message":
      return { title: messageText(fact, words), body: null };
    case "button":
      return line("button", { choice: code("choice", fact.choice) });
    case "return":
      return line("return", { number: fact.number, event: code("returnEvent", fact.event) });
    case "money":
    case "refund_in_shopify":
    case "compensation":
      return { title: moneyText(fact, words), body: null };
    case "survey_asked":
      return line("survey_asked", { touchpoint: code("touchpoint", fact.touchpoint) });
    case "survey_answered":
      return line("survey_answered", { score: fact.score, touchpoint: code("touchpoint", fact.touchpoint) }, fact.comment);
    case "case":
      return { title: caseText(fact, words), body: fact.body };
  }
}

type FactOf<Kind extends TimelineFact["kind"]> = Extract<TimelineFact, { kind: Kind }>;

function shippedText(fact: FactOf<"shipped">, { t }: Words): string {
  const what = fact.units > 0 ? t("facts.shipped", { count: fact.units }) : t("facts.parcelShipped");
  const by = fact.carrier ? t("facts.shippedWith", { what, carrier: fact.carrier }) : what;
  return fact.trackingNumber ? t("facts.shippedNumber", { what: by, tracking: fact.trackingNumber }) : by;
}

function messageText(fact: FactOf<"message">, { t, code }: Words): string {
  if (fact.direction === "in") return t("facts.messageIn", { subject: fact.subject ?? "" });
  const values = { template: code("template", fact.template ?? ""), status: code("message", fact.status) };
  return fact.reason ? t("facts.messageBecause", { ...values, reason: code("reason", fact.reason) }) : t("facts.message", values);
}

function moneyText(fact: FactOf<"money" | "refund_in_shopify" | "compensation">, { t, code, format }: Words): string {
  const amount = format.money(fact.amount);
  if (fact.kind === "refund_in_shopify") return t("facts.refund_in_shopify", { amount });
  if (fact.kind === "money")
    return t("facts.money", { movement: code("movement", fact.movement), amount, state: code("movementState", fact.state) });
  return t("facts.compensation", { method: code("method", fact.method), amount, status: code("compensationStatus", fact.status) });
}

function caseText({ event, actor, number, detail }: FactOf<"case">, { t, code, people }: Words): string {
  const isScore = event === "score_changed";
  const priority = (value: unknown) => (typeof value === "string" && !isScore ? code("priorities", value) : value);
  const newOwner = typeof detail["to"] === "string" ? detail["to"] : null;
  const assigned = newOwner === null ? "unassigned" : actor === `staff:${newOwner}` ? "taken" : "assigned";
  const isByScore = event === "opened" && detail["score"] !== undefined;
  return t(`events.${event === "assigned" ? assigned : isByScore ? "openedByScore" : event}`, {
    number,
    actor: people.actor(actor),
    owner: people.owner(newOwner),
    score: detail["score"],
    from: priority(detail["from"]),
    to: priority(detail["to"]),
    defaultValue: event,
  });
}
