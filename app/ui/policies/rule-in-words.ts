import type { RuleDescription } from "#app/domain/policies/describe-policy.ts";
import type { Explained } from "#app/domain/policies/explanation.ts";
import type { Translate } from "#app/ui/translator.ts";
import type { PolicyWords } from "./policy-words.ts";

/** When a rule applies: "If the vendor is Acme:". */
export function conditionsInWords({ ruleId, when }: RuleDescription, words: PolicyWords, t: Translate): string {
  if (ruleId === null) return t("sentence.otherwise");
  return when.length === 0 ? t("sentence.always") : t("sentence.if", { conditions: words.list(when.map(words.explained), "and") });
}

/** What follows from a rule, sentence after sentence. */
export function outcomeInWords({ then }: RuleDescription, words: PolicyWords, t: Translate): string {
  return withoutIdleFees(then)
    .map(words.sentence)
    .reduce((first, next) => t("sentence.join", { first, next }));
}

/** A whole rule. */
export function inWords(description: RuleDescription, words: PolicyWords, t: Translate): string {
  return t("sentence.join", { first: conditionsInWords(description, words, t), next: outcomeInWords(description, words, t) });
}

/** An offer that would take the return shipping fee says so only where there is one. */
export function withoutIdleFees(then: readonly Explained[]): Explained[] {
  const hasFee = then.some(({ code }) => code === "return_shipping_costs");
  return then.map((each) =>
    hasFee || each.code !== "offers" ? each : { ...each, params: { ...each.params, takesReturnShippingFee: false } },
  );
}
