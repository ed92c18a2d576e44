import { describe, expect, test } from "vitest";
import { CASE_PRIORITIES } from "#app/domain/cases/case-priority.ts";
import { CASE_EVENTS, CASE_STATUSES } from "#app/domain/cases/case-status.ts";
import { CASE_TYPES } from "#app/domain/cases/case-type.ts";
import { CASE_VIEWS } from "#app/domain/cases/case-view.ts";
import { COMPENSATION_METHODS } from "#app/domain/compensation/compensation-settings.ts";
import { COMPENSATION_STATUSES } from "#app/domain/compensation/compensation-status.ts";
import { MOVEMENT_KINDS } from "#app/domain/compensation/ledger.ts";
import { METRICS } from "#app/domain/insights/metrics.ts";
import { MESSAGE_STATUSES } from "#app/domain/messages/message-status.ts";
import { REPLY_CHOICES } from "#app/domain/messages/reply-choice.ts";
import { TEMPLATE_KEYS } from "#app/domain/messages/template.ts";
import { PROMISE_KINDS } from "#app/domain/promises/promise.ts";
import { PROMISE_STATUSES } from "#app/domain/promises/promise-status.ts";
import { RETURN_EVENTS, RETURN_STATUSES } from "#app/domain/returns/return-status.ts";
import { TOUCHPOINTS } from "#app/domain/surveys/touchpoint.ts";
import { CASE_EVENT_KINDS } from "#app/use-cases/cases/ports.ts";
import { figureText, differenceText, type FigureKind } from "#app/ui/insights/figure-words.ts";
import { createTranslator, LOCALES } from "#app/ui/i18n.ts";
import { readInboxSearch, withInboxSearch } from "#app/ui/cases/inbox-search.ts";

/** Every code that the case pages may have to put into words, by the group of its texts. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  types: CASE_TYPES,
  priorities: CASE_PRIORITIES,
  statuses: CASE_STATUSES,
  "inbox.views": CASE_VIEWS,
  events: CASE_EVENT_KINDS,
  "case.actions": CASE_EVENTS.filter((event) => event !== "reply" && event !== "customer_wrote"),
  "case.done": CASE_EVENTS.filter((event) => event !== "reply" && event !== "customer_wrote"),
  promise: [...PROMISE_KINDS, ...PROMISE_STATUSES],
  message: MESSAGE_STATUSES,
  template: TEMPLATE_KEYS,
  choice: REPLY_CHOICES,
  returnEvent: RETURN_EVENTS,
  returnStatus: RETURN_STATUSES,
  movement: MOVEMENT_KINDS,
  method: COMPENSATION_METHODS,
  compensationStatus: COMPENSATION_STATUSES,
  touchpoint: TOUCHPOINTS,
};

describe.each(LOCALES)("in %s", (locale) => {
  test("every status, kind and event of a case's timeline has a word", () => {
    const { i18n } = createTranslator(locale, ["admin-cases"]);
    const missing = Object.entries(CODES).flatMap(([group, codes]) =>
      codes.map((code) => `${group}.${code}`).filter((key) => !i18n.exists(key, { lng: locale, fallbackLng: locale })),
    );
    expect(missing).toEqual([]);
  });

  test("every figure of the dashboard has a name, an explanation and something to say when it is empty", () => {
    const { i18n } = createTranslator(locale, ["admin"]);
    const keys = METRICS.flatMap((metric) => ["metrics", "about", "empty"].map((group) => `dashboard.${group}.${metric}`));
    expect(keys.filter((key) => !i18n.exists(key, { lng: locale, fallbackLng: locale }))).toEqual([]);
  });
});

describe("figures are written as people read them", () => {
  const format = { t: createTranslator("en", ["admin"]).t, locale: "en" };
  const kind = (metric: FigureKind["metric"], currency: string | null = null): FigureKind => ({ metric, currency });

  test.each([
    [kind("csat"), 4.26, "4.3"],
    [kind("first_reply_seconds"), 42, "42 s"],
    [kind("first_reply_seconds"), 2_290, "38 min"],
    [kind("first_reply_seconds"), 4_830, "1 h 21 min"],
    [kind("return_rate"), 0.1234, "12.3%"],
    [kind("compensation_paid", "USD"), 4_800, "$48.00"],
    [kind("compensation_paid", "JPY"), 4_800, "¥4,800"],
    [kind("cases_opened"), 17, "17"],
  ])("%o at %d is %s", (figure, value, text) => {
    expect(figureText(figure, value, format)).toBe(text);
  });

  test("a share changes by percentage points", () => {
    expect(differenceText(kind("late_rate"), -0.025, format)).toBe("2.5 points");
    expect(differenceText(kind("csat"), 0.3, format)).toBe("0.3");
  });
});

test("what the inbox shows stands in its address, and another search starts at its first page", () => {
  const start = new URLSearchParams("embedded=1&view=waiting&page=3");
  expect(readInboxSearch(start)).toMatchObject({ view: "waiting", page: 3, text: "" });
  const next = withInboxSearch(start, { text: "maya", types: ["refund", "question"] });
  expect(next.toString()).toBe("embedded=1&view=waiting&q=maya&type=refund%2Cquestion");
  expect(withInboxSearch(next, { view: "open", text: "", types: [] }).toString()).toBe("embedded=1");
});
