import { describe, expect, test } from "vitest";
import { describePolicy } from "#app/domain/policies/describe-policy.ts";
import { CONDITION_CODES, DECISION_CODES, OUTCOME_CODES } from "#app/domain/policies/explanation.ts";
import { FINDING_CODES } from "#app/domain/policies/lint-finding.ts";
import { FOUND_OUT_SUBJECTS } from "#app/domain/policies/policy-condition.ts";
import { POLICY_PROBLEM_CODES } from "#app/domain/policies/policy-problems.ts";
import { ALTERNATIVES, REFUSAL_REASONS, RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";
import { createTranslator, LOCALES } from "#app/ui/i18n.ts";
import { policyWords } from "#app/ui/policies/policy-words.ts";
import { anEligibleOutcome, anOffer, aPolicy, aRule } from "#test/builders/a-policy.ts";

const wordsIn = (locale: string) => policyWords(createTranslator(locale, ["admin-returns"]).t, locale);
const words = wordsIn("en");

describe.each(LOCALES)("texts of policies in %s", (locale) => {
  const missing: string[] = [];
  const { t } = createTranslator(locale, ["admin-returns"], { onMissingKey: (key) => missing.push(key) });

  test("exist for everything that a policy, a decision or a check can say", () => {
    const params = { count: 3, rule: "", oneOf: "", date: "" };
    for (const code of [...CONDITION_CODES, ...DECISION_CODES, ...OUTCOME_CODES]) t(`explained.${code}`, params);
    for (const code of POLICY_PROBLEM_CODES) t(`policyproblem.${code}`, { limit: 1 });
    for (const code of [...REFUSAL_REASONS, "window_closed", "not_sent", "nothing_left"]) t(`because.${code}`);
    for (const code of FINDING_CODES) for (const part of ["says", "advice"]) t(`finding.${code}.${part}`, params);
    for (const subject of FOUND_OUT_SUBJECTS) t(`factName.${subject}`);
    for (const code of ALTERNATIVES) t(`instead.${code}`);
    for (const kind of RESOLUTION_KINDS) t(`resolution.${kind}`);
    expect(missing).toEqual([]);
  });
});

describe("a rule read back in words", () => {
  const rule = aRule({
    conditions: [
      { on: "product_tag", oneOf: ["sale", "outlet"], isNegated: false },
      { on: "country", oneOf: ["DE"], isNegated: true },
      { on: "unit_price", atLeast: { minor: 5000, currency: "USD" }, atMost: null, isNegated: false },
      { on: "discount_share_bp", atLeast: null, atMost: 2550, isNegated: true },
    ],
    outcome: anEligibleOutcome({
      windowDays: 14,
      resolutions: [anOffer({ kind: "store_credit", bonusBp: 500, creditExpiresAfterDays: 90 })],
      returnShippingFees: [{ countries: ["US", "CA"], amount: { minor: 495, currency: "USD" } }],
    }),
  });
  const [described] = describePolicy(aPolicy({ rules: [rule] }));

  test("names tags, countries, amounts and percentages as people write them", () => {
    expect(described?.when.map(words.explained)).toEqual([
      "the product has the tag sale or outlet",
      "the order did not go to Germany",
      "one unit costs $50.00 or more",
      "the discount is more than 25.5%",
    ]);
  });

  test("says every term of what follows in sentences", () => {
    expect(described?.then.map(words.sentence)).toEqual([
      "It can come back within 14 days of delivery.",
      "Store credit: 5% bonus, lapses after 90 days, within 5 days of arrival.",
      "Approved at once.",
      "You pay for the return label.",
      "Return shipping from United States and Canada costs $4.95.",
    ]);
  });

  test("speaks Chinese too", () => {
    const zh = wordsIn("zh-CN");
    expect(described?.when.map(zh.sentence)[1]).toBe("订单不是寄往德国。");
    expect(zh.reason("too-small")).toBe("太小");
  });

  test("a reason that the shop made up is shown by its own name", () => {
    expect(words.reason("wrong-colour-sent")).toBe("Wrong colour sent");
  });
});
