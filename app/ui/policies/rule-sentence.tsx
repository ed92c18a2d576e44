import { BlockStack, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleDescription } from "#app/domain/policies/describe-policy.ts";
import { describePolicy } from "#app/domain/policies/describe-policy.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { ConditionForm, OutcomeForm, PolicyForm, RuleForm } from "./policy-form.ts";
import { documentOf } from "./policy-document.ts";
import { conditionsInWords, outcomeInWords } from "./rule-in-words.ts";
import { usePolicyWords } from "./use-policy-words.ts";

export type SentencePolicy = Pick<PolicyForm, "currency" | "reasons" | "questions">;

/** A rule read back in words, so that staff see what they have set without knowing the fields. */
export function RuleSentence({ rule, policy }: { rule: RuleForm; policy: SentencePolicy }) {
  const description = useMemo(() => describeAlone(policy, [rule], rule.outcome), [policy, rule]);
  return <Sentence description={description} />;
}

/** The same for what happens when no rule applies. */
export function OtherwiseSentence({ outcome, policy }: { outcome: OutcomeForm; policy: SentencePolicy }) {
  const description = useMemo(() => describeAlone(policy, [], outcome), [policy, outcome]);
  return <Sentence description={description} />;
}

function Sentence({ description }: { description: RuleDescription | undefined }) {
  const { t } = useTranslation("admin-returns");
  const words = usePolicyWords();
  if (!description)
    return (
      <Text as="p" tone="subdued">
        {t("sentence.unfinished")}
      </Text>
    );
  return (
    <BlockStack gap="050">
      <Text as="p">{conditionsInWords(description, words, t)}</Text>
      <Text as="p" tone="subdued">
        {outcomeInWords(description, words, t)}
      </Text>
    </BlockStack>
  );
}

/** One rule described without the others, so that a fault elsewhere does not silence it. Undefined while it has faults itself. */
function describeAlone(
  { currency, reasons, questions }: SentencePolicy,
  rules: readonly RuleForm[],
  otherwise: OutcomeForm,
): RuleDescription | undefined {
  const named = rules.map((rule) => ({ ...rule, name: rule.name.trim() === "" ? "-" : rule.name }));
  const looked = new Set(named.flatMap(({ conditions }) => questionsIn(conditions)));
  const asked = questions.filter(({ id }) => looked.has(id)).map((question) => ({ ...question, asked: ALWAYS }));
  const rest = { transitDays: "0", transitByCountry: [], duties: "never", tips: "never" } as const;
  const document = documentOf({ currency, reasons, rules: named, otherwise, questions: asked, ...rest });
  const parsed = parsePolicy(document);
  return parsed.ok ? describePolicy(parsed.value)[0] : undefined;
}

const ALWAYS = { on: "reason", reasons: [], productTypes: [] } as const;

function questionsIn(conditions: readonly ConditionForm[]): string[] {
  return conditions.flatMap(({ question, conditions: inner }) => [question, ...questionsIn(inner)]);
}
